//! The demonstration: two invented communes, alive, on this machine only.

mod calendar;
mod communes;
mod course;
mod drafts;
mod files;
mod life;
mod load;
mod opinions;
mod pages;
mod payments;
mod people;
mod progress;
mod random;
mod script;
mod stories;

use std::fmt::Write as _;

use axum::Router;
use parvis_kernel::Language;
use parvis_web::{House, WordsFile};

use crate::config::Config;
use crate::house::Opened;

/// The words of the pages of the demonstration.
pub(crate) const WORDS: &[WordsFile] = &[
    (Language::French, include_str!("fr.ftl")),
    (Language::English, include_str!("en.ftl")),
];

/// The file that says that a data folder holds a demonstration.
const MARKER: &str = "DEMONSTRATION.txt";

/// Marks the data folder as one of a demonstration; refuses a folder that holds anything else.
pub(crate) fn claim_folder(config: &Config) -> anyhow::Result<()> {
    let marker = config.data.join(MARKER);
    if marker.exists() {
        return Ok(());
    }
    let occupied = match std::fs::read_dir(&config.data) {
        Ok(mut entries) => entries.next().is_some(),
        Err(_) => false,
    };
    if occupied {
        anyhow::bail!(
            "clé data : {} contient déjà des données qui ne sont pas celles d'une démonstration",
            config.data.display()
        );
    }
    std::fs::create_dir_all(&config.data)?;
    std::fs::write(&marker, "Données fictives d'une démonstration de Parvis.\n")?;
    Ok(())
}

/// Refuses to serve the folder of a demonstration as a real one.
pub(crate) fn refuse_folder(config: &Config) -> anyhow::Result<()> {
    if config.data.join(MARKER).exists() {
        anyhow::bail!(
            "clé data : {} contient une démonstration ; servez-la avec --demo, ou choisissez un autre dossier",
            config.data.display()
        );
    }
    Ok(())
}

/// Takes the mark off a folder that turns out to hold no demonstration.
fn release_folder(config: &Config) -> std::io::Result<()> {
    std::fs::remove_file(config.data.join(MARKER))
}

/// Refuses to serve the database of a demonstration as a real one: PostgreSQL is not in the folder.
pub(crate) fn refuse_database(opened: &Opened) -> anyhow::Result<()> {
    load::refuse_database(&opened.store)
}

/// Loads the communes and their dossiers, unless they are there.
pub(crate) fn load(opened: &Opened, config: &Config) -> anyhow::Result<()> {
    load::load(opened, config)
}

/// What the terminal says at start: addresses, accounts, where codes are.
pub(crate) fn accounts(url: &str) -> String {
    let mut text = format!(
        "\nDémonstration : données fictives, sur cette machine seulement.\n\n  \
         Accueil            {url}/\n  Courriels et codes {url}/dev\n"
    );
    for described in communes::descriptions() {
        let _ = write!(
            text,
            "\n  {}\n    usagers  {url}/{slug}/\n    agents   {url}/{slug}/agent/connexion\n",
            described.name,
            slug = described.slug
        );
        for agent in described.agents {
            let roles = agent.roles_in_french();
            let roles = if roles.is_empty() {
                roles
            } else {
                format!(" ({roles})")
            };
            let _ = writeln!(text, "      {:<36} {}{roles}", agent.email, agent.quality);
        }
    }
    let _ = write!(
        text,
        "\n  Mot de passe de tous les agents : {}\n  Code à six chiffres : {url}/dev\n",
        communes::PASSWORD
    );
    text
}

/// `/` and `/dev`: the communes, the mails, the codes.
pub(crate) fn routes(house: &House, config: &Config) -> Router {
    pages::routes(house, config)
}

#[cfg(test)]
mod tests;

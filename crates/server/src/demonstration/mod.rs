//! The demonstration: two invented communes, alive, on this machine only.

use axum::Router;
use parvis_web::{House, WordsFile};

use crate::config::Config;
use crate::house::Opened;

/// The words of the pages of the demonstration.
pub(crate) const WORDS: &[WordsFile] = &[];

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

/// The file that says that a data folder holds a demonstration.
const MARKER: &str = "DEMONSTRATION.txt";

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

pub(crate) fn load(_opened: &Opened, _config: &Config) -> anyhow::Result<()> {
    Ok(())
}

pub(crate) fn accounts(_url: &str) -> String {
    String::new()
}

pub(crate) fn routes(_house: &House, _config: &Config) -> Router {
    Router::new()
}

//! The command line.

mod admin;
mod backup;
mod describe;
mod doctor;
mod procedure;
mod purge;
mod reversibility;
mod token;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::{Args, Parser, Subcommand};

use crate::config::Config;
use crate::{house, serve};

/// Parvis : la place que chacun traverse pour joindre un service public.
#[derive(Debug, Parser)]
#[command(name = "parvis", version, disable_help_subcommand = true)]
pub struct Command {
    /// Fichier de configuration (TOML).
    #[arg(long, global = true, env = "PARVIS_CONFIG", value_name = "FICHIER")]
    config: Option<PathBuf>,
    /// Dossier de données.
    #[arg(long, global = true, value_name = "DOSSIER")]
    data: Option<PathBuf>,
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Sert les pages.
    Serve(Serve),
    /// Crée les tables ou les met à jour, puis s'arrête.
    Migrate,
    /// Crée des organisations et des agents.
    #[command(subcommand)]
    Admin(Box<admin::Admin>),
    /// Vérifie et publie des procédures.
    #[command(subcommand)]
    Procedure(procedure::Procedure),
    /// Sauvegarde l'installation, pendant que le serveur tourne.
    Backup(backup::Backup),
    /// Vérifie une sauvegarde, sans la restaurer et sans aucune clé.
    VerifyBackup(backup::VerifyBackup),
    /// Restaure une sauvegarde dans un dossier de données vide et une base vide.
    Restore(backup::Restore),
    /// Emporte tout ce qu'a une organisation, dans des formats ouverts.
    Export(reversibility::Export),
    /// Reçoit une organisation emportée d'une autre installation.
    Import(reversibility::Import),
    /// Examine l'installation : chaque constat dit quoi faire.
    Doctor(doctor::Doctor),
    /// Efface ce dont la durée est passée.
    Purge(purge::Purge),
}

#[derive(Debug, Args)]
struct Serve {
    /// Adresse et port.
    #[arg(long, value_name = "ADRESSE:PORT")]
    listen: Option<SocketAddr>,
    /// Démonstration : deux communes inventées, sur cette machine seulement.
    #[arg(long)]
    demo: bool,
}

/// Runs a command line, and says how the program ends.
///
/// # Errors
/// What went wrong, for the person at the terminal.
pub fn run(command: Command) -> anyhow::Result<ExitCode> {
    let mut config = Config::read(command.config.as_deref(), std::env::vars())?;
    if let Some(data) = command.data {
        config.data = data;
    }
    let ran = match command.what {
        What::Serve(serve) => {
            if let Some(listen) = serve.listen {
                config.listen = listen;
            }
            serve::serve(&config, serve.demo)
        }
        What::Migrate => migrate(&config),
        What::Admin(admin) => admin::run(&config, *admin),
        What::Procedure(procedure) => return procedure::run(&config, procedure),
        What::Backup(backup) => backup::take(&config, &backup),
        What::VerifyBackup(asked) => backup::verify(&asked),
        What::Restore(asked) => backup::restore(&config, &asked),
        What::Export(asked) => reversibility::leave(&config, &asked),
        What::Import(asked) => reversibility::arrive(&config, &asked),
        What::Doctor(asked) => doctor::run(&config, &asked),
        What::Purge(purge) => purge::run(&config, &purge),
    };
    ran.map(|()| ExitCode::SUCCESS)
}

fn migrate(config: &Config) -> anyhow::Result<()> {
    let opened = house::open(config).context("migration")?;
    opened.store.close();
    println!("Les tables sont à jour.");
    Ok(())
}

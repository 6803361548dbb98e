//! `parvis backup`, `parvis verify-backup`, `parvis restore`.

use std::path::PathBuf;

use anyhow::bail;
use clap::Args;

use crate::backup::{
    self, Asked, From, Holding, Identities, KeyChoice, Progress, Recipients, Taken, size,
};
use crate::config::Config;
use crate::house;

/// Sauvegarde l'installation, pendant que le serveur tourne.
///
/// La base est lue à un seul instant, puis les pièces qu'elle nomme sont copiées, scellées comme elles le sont. Sans la clé
/// maîtresse, une sauvegarde ne restaure rien ; avec la clé en clair, elle livre tout : il faut choisir.
#[derive(Debug, Args)]
pub(super) struct Backup {
    /// Dossier à créer.
    #[arg(value_name = "DOSSIER")]
    to: PathBuf,
    /// Chiffre la sauvegarde, clé maîtresse comprise, pour ce destinataire age (age1…) ; peut être répété.
    #[arg(long = "recipient", value_name = "DESTINATAIRE")]
    recipients: Vec<String>,
    /// Laisse la clé maîtresse hors de la sauvegarde : elle est gardée ailleurs.
    #[arg(long, conflicts_with = "with_key_in_clear")]
    without_key: bool,
    /// Met la clé maîtresse, en clair, dans la sauvegarde : qui la lit lit tous les dossiers.
    #[arg(long, conflicts_with = "recipients")]
    with_key_in_clear: bool,
    /// Sauvegarde précédente, sur le même disque : ses pièces ne sont pas recopiées, elles sont liées.
    #[arg(long, value_name = "DOSSIER")]
    since: Option<PathBuf>,
}

/// Vérifie une sauvegarde, sans la restaurer et sans aucune clé.
#[derive(Debug, Args)]
pub(super) struct VerifyBackup {
    /// Dossier de la sauvegarde.
    #[arg(value_name = "DOSSIER")]
    folder: PathBuf,
}

/// Restaure une sauvegarde dans un dossier de données vide et une base vide.
///
/// Une sauvegarde de SQLite se restaure dans PostgreSQL, et l'inverse. Tout est vérifié avant que rien soit écrit.
#[derive(Debug, Args)]
pub(super) struct Restore {
    /// Dossier de la sauvegarde.
    #[arg(value_name = "DOSSIER")]
    folder: PathBuf,
    /// Fichier d'identité age, pour une sauvegarde chiffrée.
    #[arg(long, value_name = "FICHIER")]
    identity: Option<PathBuf>,
    /// Copie de parvis.key, quand la sauvegarde ne contient pas la clé maîtresse.
    #[arg(long, value_name = "FICHIER")]
    key: Option<PathBuf>,
}

pub(super) fn take(config: &Config, asked: &Backup) -> anyhow::Result<()> {
    let asked = asked.understood()?;
    let house = house::locate(config)?;
    let taken = backup::take(&house, &asked, &mut Progress::new())?;
    tell(&asked, &taken);
    let missing = &taken.manifest.pieces.missing;
    if !missing.is_empty() {
        bail!(
            "la sauvegarde est faite, mais {} pièce(s) manquaient déjà dans l'installation : voyez `parvis doctor`\n  {}",
            missing.len(),
            missing.join("\n  ")
        );
    }
    Ok(())
}

impl Backup {
    fn understood(&self) -> anyhow::Result<Asked> {
        let encrypted = !self.recipients.is_empty();
        let key = match (self.without_key, self.with_key_in_clear || encrypted) {
            (true, _) => KeyChoice::Left,
            (false, true) => KeyChoice::Taken,
            (false, false) => bail!(
                "que faire de la clé maîtresse ? Sans elle, la sauvegarde ne restaure rien ; en clair, elle livre tous les dossiers. Choisissez :\n  \
                 --recipient age1…      sauvegarde chiffrée, clé comprise (conseillé)\n  \
                 --without-key          la clé est gardée ailleurs (copiez parvis.key en lieu sûr)\n  \
                 --with-key-in-clear    clé dans la sauvegarde, en clair"
            ),
        };
        Ok(Asked {
            to: self.to.clone(),
            key,
            recipients: Recipients::read(&self.recipients)?,
            since: self.since.clone(),
        })
    }
}

fn tell(asked: &Asked, taken: &Taken) {
    let manifest = &taken.manifest;
    let rows: u64 = manifest.tables.iter().map(|table| table.rows).sum();
    println!("Sauvegarde faite : {}", asked.to.display());
    println!("  instant : {} (UTC)", manifest.taken_at);
    println!("  base : {} tables, {rows} lignes", manifest.tables.len());
    println!(
        "  pièces : {} ({}), dont {} liées à la sauvegarde précédente",
        manifest.pieces.count,
        size(manifest.pieces.bytes),
        taken.linked
    );
    let erased = manifest.pieces.erased_meanwhile.len();
    if erased > 0 {
        println!("  pièces effacées entre-temps avec leur dossier : {erased}");
    }
    println!("  clé maîtresse : {}", backup::key_in_french(manifest));
}

pub(super) fn verify(asked: &VerifyBackup) -> anyhow::Result<()> {
    let verified = backup::verify(&asked.folder, Holding::Installation, &mut Progress::new())?;
    for damage in &verified.damages {
        eprintln!("{damage}");
    }
    match verified.manifest.filter(|_| verified.damages.is_empty()) {
        Some(manifest) => {
            let files = manifest.files.len() as u64 + manifest.pieces.count;
            println!("Sauvegarde entière : {files} fichiers vérifiés.");
            println!(
                "  version {}, {}, {} (UTC)",
                manifest.program, manifest.engine, manifest.taken_at
            );
            println!("  clé maîtresse : {}", backup::key_in_french(&manifest));
            Ok(())
        }
        None => {
            let found = verified.damages.len() as u64 + verified.untold;
            bail!("sauvegarde abîmée : {found} défaut(s). Ne comptez pas sur elle.")
        }
    }
}

pub(super) fn restore(config: &Config, asked: &Restore) -> anyhow::Result<()> {
    let identities = match &asked.identity {
        Some(path) => Identities::read(path)?,
        None => Identities::default(),
    };
    let from = From {
        folder: asked.folder.clone(),
        identities,
        key: asked.key.clone(),
    };
    let manifest = backup::restore(config, &from, &mut Progress::new())?;
    println!("Sauvegarde restaurée dans {}", config.data.display());
    println!(
        "  ce qui s'est fait après {} (UTC) n'y est pas",
        manifest.taken_at
    );
    println!("  lancez `parvis doctor` ; ce que des personnes avaient effacé depuis est revenu");
    Ok(())
}

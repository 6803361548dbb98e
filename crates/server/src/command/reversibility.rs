//! `parvis export`, `parvis import`.

use std::path::PathBuf;

use anyhow::bail;
use clap::Args;

use crate::backup::{Identities, Progress, Recipients, size};
use crate::config::Config;
use crate::house;
use crate::reversibility::{self, Arrived, Asked, From, Host};

/// Emporte tout ce qu'a une organisation, dans des formats ouverts, pendant que le serveur tourne.
///
/// Une partie se lit sans Parvis (lisible.zip) ; l'autre s'importe dans une autre installation, sans rien perdre. L'ensemble livre tous les
/// dossiers de l'organisation à qui le lit : il faut choisir comment il est gardé.
#[derive(Debug, Args)]
pub(super) struct Export {
    /// Nom de l'organisation dans les adresses.
    #[arg(value_name = "ORGANISATION")]
    slug: String,
    /// Dossier à créer.
    #[arg(value_name = "DOSSIER")]
    to: PathBuf,
    /// Chiffre l'export pour ce destinataire age (age1…) ; peut être répété.
    #[arg(long = "recipient", value_name = "DESTINATAIRE")]
    recipients: Vec<String>,
    /// Écrit l'export en clair : qui le lit lit tous les dossiers de l'organisation.
    #[arg(long, conflicts_with = "recipients")]
    in_clear: bool,
}

/// Reçoit une organisation emportée d'une autre installation, à côté de celles qui sont ici.
///
/// Tout est vérifié avant que rien soit écrit. Un export de SQLite s'importe dans PostgreSQL, et l'inverse ; les pièces vont où cette
/// installation garde les siennes.
#[derive(Debug, Args)]
pub(super) struct Import {
    /// Dossier de l'export.
    #[arg(value_name = "DOSSIER")]
    folder: PathBuf,
    /// Fichier d'identité age, pour un export chiffré.
    #[arg(long, value_name = "FICHIER")]
    identity: Option<PathBuf>,
    /// Autre nom dans les adresses.
    #[arg(long, value_name = "NOM")]
    slug: Option<String>,
    /// Autre nom d'hôte.
    #[arg(long, value_name = "HÔTE", conflicts_with = "without_host")]
    host: Option<String>,
    /// Sans nom d'hôte propre : l'organisation est servie sous son nom.
    #[arg(long)]
    without_host: bool,
    /// N'écrit à personne au sujet de ce qui s'est passé avant : pour une répétition, pendant que l'ancienne installation sert encore.
    #[arg(long)]
    send_nothing: bool,
    /// Vérifie l'export, et s'arrête là.
    #[arg(long)]
    check: bool,
}

pub(super) fn leave(config: &Config, asked: &Export) -> anyhow::Result<()> {
    if asked.recipients.is_empty() && !asked.in_clear {
        bail!(
            "comment garder cet export ? Il contient tous les dossiers de l'organisation et de quoi les ouvrir. Choisissez :\n  \
             --recipient age1…    export chiffré (conseillé)\n  \
             --in-clear           export en clair"
        );
    }
    let house = house::locate(config)?;
    let what = Asked {
        slug: asked.slug.clone(),
        to: asked.to.clone(),
        recipients: Recipients::read(&asked.recipients)?,
    };
    let (organisation, manifest) = reversibility::leave(&house, &what, &mut Progress::new())?;
    let rows: u64 = manifest.tables.iter().map(|table| table.rows).sum();
    println!(
        "{} : tout est dans {}",
        organisation.name,
        asked.to.display()
    );
    println!("  instant : {} (UTC)", manifest.taken_at);
    println!("  base : {} tables, {rows} lignes", manifest.tables.len());
    println!(
        "  pièces : {} ({})",
        manifest.pieces.count,
        size(manifest.pieces.bytes)
    );
    println!("  à lire sans Parvis : lisible.zip ; à importer ailleurs : parvis import DOSSIER");
    if asked.in_clear {
        println!("  rien n'est chiffré : gardez ce dossier comme les dossiers eux-mêmes");
    }
    let missing = &manifest.pieces.missing;
    if !missing.is_empty() {
        bail!(
            "l'export est fait, mais {} pièce(s) manquaient déjà dans l'installation : voyez `parvis doctor`\n  {}",
            missing.len(),
            missing.join("\n  ")
        );
    }
    Ok(())
}

pub(super) fn arrive(config: &Config, asked: &Import) -> anyhow::Result<()> {
    let from = asked.understood()?;
    if asked.check {
        let manifest = reversibility::check(&from, &mut Progress::new())?;
        println!(
            "Export entier, fait par la version {}, {} (UTC).",
            manifest.program, manifest.taken_at
        );
        return Ok(());
    }
    let arrived = reversibility::arrive(config, &from, &mut Progress::new())?;
    tell(&arrived, asked.send_nothing);
    Ok(())
}

impl Import {
    fn understood(&self) -> anyhow::Result<From> {
        let identities = match &self.identity {
            Some(path) => Identities::read(path)?,
            None => Identities::default(),
        };
        let host = match (&self.host, self.without_host) {
            (Some(host), _) => Host::Other(host.to_lowercase()),
            (None, true) => Host::None,
            (None, false) => Host::Same,
        };
        Ok(From {
            folder: self.folder.clone(),
            identities,
            slug: self.slug.clone(),
            host,
            silent: self.send_nothing,
        })
    }
}

/// What arrived, and what is left to do by hand.
fn tell(arrived: &Arrived, silent: bool) {
    let organisation = &arrived.organisation;
    println!(
        "{} est ici, sous le nom « {} »",
        organisation.name, organisation.slug
    );
    if let Some(host) = &organisation.host {
        println!("  adresse : {host}");
    }
    println!(
        "  dossiers : {} ; pièces : {}",
        arrived.rows("dossiers"),
        arrived.manifest.pieces.count
    );
    println!(
        "  ce qui s'est fait là-bas après {} (UTC) n'y est pas",
        arrived.manifest.taken_at
    );
    println!("Reste à faire :");
    println!("  redémarrez le serveur, s'il tourne : il sert alors cette organisation");
    if silent {
        println!(
            "  rien de ce qui s'est passé avant ne sera envoyé ; ce qui se passera ici le sera"
        );
    } else {
        println!(
            "  arrêtez l'ancienne installation, ou effacez-y l'organisation : elle écrirait aussi aux personnes"
        );
    }
    let left = [
        (
            "webhooks",
            "les webhooks sont suspendus : leur secret a changé ; remplacez-le, donnez-le à l'application, reprenez les envois",
        ),
        (
            "identity_providers",
            "la connexion des agents par leur fournisseur d'identité est fermée : déclarez-y cette adresse, essayez-la, ouvrez-la",
        ),
        (
            "invitations",
            "les liens des invitations en attente ne servent plus : renvoyez-les depuis la page des agents",
        ),
        (
            "accounts",
            "les codes de secours et les clés d'accès des comptes d'usagers ne servent plus : leur page de sécurité propose d'en faire d'autres",
        ),
    ];
    for (table, what) in left {
        if arrived.rows(table) > 0 {
            println!("  {what}");
        }
    }
}

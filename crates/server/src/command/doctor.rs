//! `parvis doctor`.

use anyhow::bail;
use clap::Args;

use crate::config::Config;
use crate::doctor::{self, Finding, Health};

/// Examine l'installation : chaque constat dit quoi faire. Ne change rien ; code de sortie 1 si quelque chose est grave.
#[derive(Debug, Args)]
pub(super) struct Doctor {
    /// Ouvre toutes les pièces et vérifie tous les journaux, au lieu d'un échantillon.
    #[arg(long)]
    all: bool,
    /// Écrit les constats en JSON.
    #[arg(long)]
    json: bool,
}

pub(super) fn run(config: &Config, asked: &Doctor) -> anyhow::Result<()> {
    let findings = doctor::examine(config, asked.all);
    match asked.json {
        true => println!("{}", serde_json::to_string_pretty(&findings)?),
        false => findings.iter().for_each(tell),
    }
    let bad = findings
        .iter()
        .filter(|it| it.health == Health::Bad)
        .count();
    if bad > 0 {
        bail!("{bad} constat(s) grave(s)");
    }
    Ok(())
}

fn tell(finding: &Finding) {
    let mark = match finding.health {
        Health::Sound => "bon     ",
        Health::NotLooked => "non vu  ",
        Health::Odd => "à voir  ",
        Health::Bad => "GRAVE   ",
    };
    println!("{mark} {} : {}", name(finding.check), finding.seen);
    if let Some(to_do) = finding.to_do {
        println!("         → {to_do}");
    }
}

fn name(check: &str) -> &str {
    match check {
        "clock" => "horloge",
        "database" => "base",
        "disk" | "disk-write" => "disque",
        "disk-room" => "place sur le disque",
        "fonts" => "polices",
        "jobs" => "tâches",
        "journals" => "journaux",
        "mail" => "courriel",
        "master-key" => "clé maîtresse",
        "migrations" => "tables",
        "pieces" => "pièces",
        "pieces-damaged" => "contenu des pièces",
        "pieces-missing" => "pièces des dossiers",
        "pieces-orphan" => "fichiers sans dossier",
        "time-zones" => "fuseaux horaires",
        other => other,
    }
}

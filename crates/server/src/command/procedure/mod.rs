//! `parvis procedure check|lint|rules|burden|publish`.

mod burden;
mod lint;
mod rules;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::Subcommand;
use parvis_demarche::Checked;
use parvis_kernel::{Clock, Ctx, SystemClock};

use crate::config::Config;
use crate::house;

/// Vérifie et publie des procédures.
#[derive(Debug, Subcommand)]
pub(super) enum Procedure {
    /// Vérifie des fichiers : chaque erreur dit le fichier, la ligne, la colonne et ce qui est attendu.
    Check {
        /// Fichiers YAML.
        #[arg(required = true, value_name = "FICHIER")]
        files: Vec<PathBuf>,
    },
    Lint(lint::Lint),
    Rules(rules::Rules),
    Burden(burden::Burden),
    /// Publie un fichier dans une organisation.
    Publish {
        /// Nom court de l'organisation.
        #[arg(long, value_name = "NOM")]
        organisation: String,
        /// Adresse de l'agent qui confirme les faits marqués `to_confirm`.
        #[arg(long, value_name = "ADRESSE")]
        confirmed_by: Option<String>,
        /// Fichier YAML.
        #[arg(value_name = "FICHIER")]
        file: PathBuf,
    },
}

pub(super) fn run(config: &Config, procedure: Procedure) -> anyhow::Result<ExitCode> {
    match procedure {
        Procedure::Check { files } => check_all(&files)?,
        Procedure::Lint(asked) => return Ok(lint::run(&asked)),
        Procedure::Rules(asked) => rules::run(&asked),
        Procedure::Burden(asked) => return burden::run(&asked),
        Procedure::Publish {
            organisation,
            confirmed_by,
            file,
        } => publish(config, &organisation, confirmed_by.as_deref(), &file)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn check_all(files: &[PathBuf]) -> anyhow::Result<()> {
    let mut wrong = 0;
    for file in files {
        match check(file)? {
            Ok(checked) => println!("{} : correct ({})", file.display(), checked.file.slug),
            Err(problems) => {
                wrong += 1;
                for problem in problems {
                    eprintln!("{problem}");
                }
            }
        }
    }
    if wrong > 0 {
        bail!("{wrong} fichier(s) à corriger");
    }
    Ok(())
}

fn check(file: &Path) -> anyhow::Result<Result<Checked, Vec<parvis_form::Problem>>> {
    let source = std::fs::read_to_string(file)
        .with_context(|| format!("{} ne peut pas être lu", file.display()))?;
    Ok(parvis_demarche::check(&file.display().to_string(), &source))
}

fn publish(
    config: &Config,
    slug: &str,
    confirmed_by: Option<&str>,
    file: &Path,
) -> anyhow::Result<()> {
    let checked = check(file)?.map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        anyhow::anyhow!("{}", lines.join("\n"))
    })?;
    let opened = house::open(config)?;
    let now = SystemClock.now();
    let slug = slug.to_owned();
    let confirmed_by = confirmed_by.map(str::to_owned);
    let title = checked
        .file
        .title
        .in_language(parvis_kernel::Language::French)
        .to_owned();
    opened.store.write_blocking(move |tx| {
        let organisation = parvis_organisation::by_slug(tx, &slug)?
            .with_context(|| format!("l'organisation {slug} est inconnue"))?;
        let ctx = Ctx::house(organisation.id, now);
        if let Some(address) = &confirmed_by {
            let agent = parvis_access::agent::credentials(tx, organisation.id, address)?
                .with_context(|| format!("l'agent {address} est inconnu"))?
                .agent;
            parvis_demarche::confirm(&ctx, tx, &checked, agent.id)?;
        }
        parvis_demarche::publish(&ctx, tx, &checked)?;
        anyhow::Ok(())
    })?;
    opened.store.close();
    println!("Publiée : {title}");
    Ok(())
}

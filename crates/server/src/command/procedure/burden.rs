//! `parvis procedure burden`: what procedures ask of people, one alone, two compared, or many in a table.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::bail;
use clap::Args;
use parvis_kernel::Language;
use parvis_lint::{burden, table};
use parvis_procedure::Checked;

use super::lint::{Spoken, print_problems, read};

/// Mesure ce qu'une procédure demande aux personnes : minutes, mots, questions, documents. Avec deux fichiers, dit ce qui change du
/// premier au second.
#[derive(Debug, Args)]
pub(in crate::command) struct Burden {
    /// Un fichier YAML, ou deux ; davantage avec `--table`.
    #[arg(required = true, value_name = "FICHIER")]
    files: Vec<PathBuf>,
    /// Écrit un tableau en Markdown, une ligne par fichier.
    #[arg(long)]
    table: bool,
    /// Langue.
    #[arg(long, value_enum, default_value_t = Spoken::Fr)]
    lang: Spoken,
}

pub(super) fn run(asked: &Burden) -> anyhow::Result<ExitCode> {
    let language = Language::from(asked.lang);
    let mut procedures: Vec<Checked> = Vec::new();
    for file in &asked.files {
        match read(file, language) {
            Ok((_, checked)) => procedures.push(checked),
            Err(unreadable) => {
                print_problems(&unreadable);
                return Ok(ExitCode::from(2));
            }
        }
    }
    match procedures.as_slice() {
        all if asked.table => print!("{}", table(all.iter())),
        [one] => print!("{}", burden(one).lines(None, language)),
        [before, after] => {
            let before = burden(before);
            print!("{}", burden(after).lines(Some(&before), language));
        }
        _ => bail!("un fichier ou deux ; davantage avec --table"),
    }
    Ok(ExitCode::SUCCESS)
}

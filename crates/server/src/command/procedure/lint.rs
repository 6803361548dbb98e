//! `parvis procedure lint`: what is heavy, unclear or risky in procedures, for a person, a script or a forge.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::{Args, ValueEnum};
use parvis_kernel::Language;
use parvis_lint::{Finding, Options, Unreadable, lint, lint_revision, sarif};
use parvis_procedure::Checked;
use serde_json::json;

/// Dit ce qui est lourd, obscur ou risqué dans des fichiers. Code de sortie : 0, rien ; 1, des constats ; 2, un fichier qui ne se
/// lit pas ou ne tient pas.
#[derive(Debug, Args)]
pub(in crate::command) struct Lint {
    /// Fichiers YAML ; `-` pour l'entrée standard.
    #[arg(required = true, value_name = "FICHIER")]
    files: Vec<PathBuf>,
    /// La révision précédente : dit aussi ce que le fichier demande de plus qu'elle. Pour un seul fichier.
    #[arg(long, value_name = "FICHIER")]
    before: Option<PathBuf>,
    /// Forme de la sortie.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Langue des constats.
    #[arg(long, value_enum, default_value_t = Spoken::Fr)]
    lang: Spoken,
}

/// La forme de la sortie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Une ligne par constat.
    Human,
    /// Une liste JSON.
    Json,
    /// SARIF 2.1.0, pour les forges et les éditeurs.
    Sarif,
}

/// La langue de la sortie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Spoken {
    /// Français.
    Fr,
    /// Anglais.
    En,
}

impl From<Spoken> for Language {
    fn from(spoken: Spoken) -> Self {
        match spoken {
            Spoken::Fr => Self::French,
            Spoken::En => Self::English,
        }
    }
}

/// What the linter says of several files.
#[derive(Default)]
struct Seen {
    findings: Vec<Finding>,
    unreadable: Vec<Unreadable>,
}

pub(super) fn run(asked: &Lint) -> ExitCode {
    let language = Language::from(asked.lang);
    let mut seen = Seen::default();
    let before = asked
        .before
        .as_deref()
        .and_then(|file| match read(file, language) {
            Ok((_, checked)) => Some(checked),
            Err(unreadable) => {
                seen.unreadable.push(unreadable);
                None
            }
        });
    for file in &asked.files {
        match read(file, language) {
            Ok((name, checked)) => {
                let found = lint(&name, &checked, &Options::default());
                seen.findings.extend(found);
                let grown = before
                    .as_ref()
                    .map(|before| lint_revision(&name, before, &checked));
                seen.findings.extend(grown.unwrap_or_default());
            }
            Err(unreadable) => seen.unreadable.push(unreadable),
        }
    }
    match asked.format {
        Format::Human => print_lines(&seen, asked.files.len(), language),
        Format::Json => print_json(&seen, language),
        Format::Sarif => {
            let version = env!("CARGO_PKG_VERSION");
            println!(
                "{:#}",
                sarif(version, &seen.findings, &seen.unreadable, language)
            );
        }
    }
    seen.exit_code()
}

impl Seen {
    fn exit_code(&self) -> ExitCode {
        match (self.unreadable.is_empty(), self.findings.is_empty()) {
            (false, _) => ExitCode::from(2),
            (true, false) => ExitCode::from(1),
            (true, true) => ExitCode::SUCCESS,
        }
    }
}

/// Reads and checks a file, under the name that outputs give it.
pub(super) fn read(file: &Path, language: Language) -> Result<(String, Checked), Unreadable> {
    let name = match file.to_str() {
        Some("-") => "stdin".to_owned(),
        _ => file.display().to_string(),
    };
    let source = text(file).map_err(|error| Unreadable {
        file: name.clone(),
        problems: vec![(0, 0, format!("{error:#}"))],
    })?;
    match parvis_procedure::check(&name, &source) {
        Ok(checked) => Ok((name, checked)),
        Err(problems) => Err(Unreadable::of(&name, &problems, language)),
    }
}

fn text(file: &Path) -> anyhow::Result<String> {
    if file == Path::new("-") {
        let mut source = String::new();
        let most = u64::try_from(parvis_procedure::FILE_BYTES).unwrap_or(u64::MAX);
        std::io::stdin()
            .take(most + 1)
            .read_to_string(&mut source)?;
        return Ok(source);
    }
    std::fs::read_to_string(file).with_context(|| format!("{} ne peut pas être lu", file.display()))
}

/// The problems of files that do not stand, one a line.
pub(super) fn print_problems(unreadable: &Unreadable) {
    for (line, column, words) in &unreadable.problems {
        eprintln!("{}:{line}:{column}: {words}", unreadable.file);
    }
}

fn print_lines(seen: &Seen, files: usize, language: Language) {
    seen.unreadable.iter().for_each(print_problems);
    for finding in &seen.findings {
        println!("{}", finding.line_of_words(language));
    }
    let (found, wrong) = (seen.findings.len(), seen.unreadable.len());
    match language {
        Language::French => eprintln!(
            "{files} fichier(s), {found} constat(s), {wrong} fichier(s) à corriger d’abord"
        ),
        _ => eprintln!("{files} file(s), {found} finding(s), {wrong} file(s) to correct first"),
    }
}

fn print_json(seen: &Seen, language: Language) {
    let findings: Vec<_> = seen
        .findings
        .iter()
        .map(|finding| finding.to_json(language))
        .collect();
    let unreadable = seen.unreadable.iter().map(|one| {
        let problems = one.problems.iter().map(
            |(line, column, words)| json!({ "line": line, "column": column, "message": words }),
        );
        json!({ "file": one.file, "problems": problems.collect::<Vec<_>>() })
    });
    let all = json!({ "findings": findings, "unreadable": unreadable.collect::<Vec<_>>() });
    println!("{all:#}");
}

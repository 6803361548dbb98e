//! `parvis procedure rules`: the rules of the linter, their reasons and their sources.

use clap::Args;
use parvis_kernel::Language;
use parvis_lint::rules;

use super::lint::Spoken;

/// Liste les règles du contrôle, avec leur raison et leur source.
#[derive(Debug, Args)]
pub(in crate::command) struct Rules {
    /// Langue.
    #[arg(long, value_enum, default_value_t = Spoken::Fr)]
    lang: Spoken,
    /// Montre aussi un exemple, avant et après.
    #[arg(long)]
    examples: bool,
}

pub(super) fn run(asked: &Rules) {
    let language = Language::from(asked.lang);
    for rule in rules() {
        let severity = rule.severity.words().said(language);
        println!("{} ({severity})", rule.id);
        println!("    {}", rule.reason.said(language));
        println!("    {}", rule.source_said(language));
        if asked.examples {
            println!("    - {}", rule.example.before.replace('\n', "\n      "));
            println!("    + {}", rule.example.after.replace('\n', "\n      "));
        }
    }
}

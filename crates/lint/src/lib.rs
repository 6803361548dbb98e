#![doc = include_str!("../README.md")]

mod burden;
mod finding;
mod language;
mod paths;
mod read;
mod revision;
mod rule;
mod rules;
mod said;
mod sarif;
mod silences;
#[cfg(test)]
mod tests;

pub use burden::{Burden, Load, burden, table, table_row};
pub use finding::Finding;
pub use revision::lint_revision;
pub use rule::{Certainty, Example, Rule, Severity, Source};
pub use rules::rules;
pub use said::{Fixed, Words};
pub use sarif::{Unreadable, sarif};
pub use silences::WORDS_OF_A_REASON;

use parvis_procedure::Checked;

use finding::Findings;
use read::Subject;

/// What the linter asks of a text and of a form. The defaults are the house's: an author who needs others silences the rule,
/// with the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The least ease of reading of a text, in points of the index of Kandel and Moles.
    pub least_ease: i64,
    /// Words of a sentence at most.
    pub words_of_sentence: usize,
    /// Questions of a step at most.
    pub questions_of_step: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            least_ease: 50,
            words_of_sentence: 25,
            questions_of_step: 8,
        }
    }
}

/// Everything in a procedure that is heavy, unclear or risky for people, from its first line to its last; silenced findings
/// are left out, and a silence that is wrong is found in its turn. The same file always gives the same findings.
#[must_use]
pub fn lint(file_name: &str, checked: &Checked, options: &Options) -> Vec<Finding> {
    let subject = Subject::read(file_name, checked, options);
    let mut findings = Findings::of(file_name);
    for family in rules::FAMILIES {
        (family.find)(&subject, &mut findings);
    }
    silences::heard(file_name, &subject, findings.into_vec())
}

/// The rule of this name.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.id == id)
}

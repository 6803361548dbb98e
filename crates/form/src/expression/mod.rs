//! Conditions: read as CEL, typed against the form, priced, then evaluated without ever failing.
//!
//! The parser of the `cel` crate reads the text. What is evaluated is our own small typed program:
//! it knows unanswered fields (three values: yes, no, undecided), it is stored with the form, and no
//! later version of a parser can change what a pinned revision means.

mod check;
mod evaluate;
mod parse;
mod program;
mod types;

pub(crate) use check::{Flaw, Known, Names, check};
pub(crate) use evaluate::Scope;
pub(crate) use parse::{mentioned_names, parse};
pub use types::Type;

use serde::{Deserialize, Serialize};

use program::Node;

/// A condition that can be evaluated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// What the author wrote.
    source: String,
    /// What is evaluated.
    program: Node,
}

impl Condition {
    /// A checked condition.
    pub(crate) const fn new(source: String, program: Node) -> Self {
        Self { source, program }
    }

    /// What the author wrote.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Says whether the condition holds. It does not when it needs a missing answer to be decided.
    pub(crate) fn holds(&self, scope: &Scope<'_>) -> bool {
        scope.decide(&self.program) == Some(true)
    }

    /// The fields that the condition looks at.
    pub(crate) fn fields(&self) -> Vec<&str> {
        self.program.fields()
    }
}

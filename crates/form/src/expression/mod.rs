//! Conditions: read as CEL, typed against the form, priced, then evaluated without ever failing.
//!
//! The parser of the `cel` crate reads the text. What is evaluated is our own small typed program:
//! it knows unanswered fields (three values: yes, no, undecided), it is stored with the form, and no
//! later version of a parser can change what a pinned revision means.

mod arithmetic;
mod check;
mod evaluate;
mod parse;
mod program;
mod reading;
mod turning;
mod types;

pub(crate) use arithmetic::age_on;
pub(crate) use check::{Checked, Flaw, Known, Names, check, check_value};
pub(crate) use evaluate::Scope;
pub(crate) use parse::{mentioned_names, parse};
pub use reading::Reading;
pub use turning::{Look, Turn};
pub use types::Type;

use serde::{Deserialize, Serialize};

use crate::answer::Answers;

use program::Node;

use crate::answer::Answer;

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

    /// Says whether what the condition looks at contradicts it.
    pub(crate) fn is_false(&self, scope: &Scope<'_>) -> bool {
        scope.decide(&self.program) == Some(false)
    }

    /// Says whether the condition holds for the answers of a form, seen from a row of a block where it stands in one.
    #[must_use]
    pub fn holds_for(&self, answers: &Answers, row: Option<&Answers>) -> bool {
        match row {
            Some(cells) => self.holds(&Scope::row(answers, cells)),
            None => self.holds(&Scope::form(answers)),
        }
    }

    /// The fields that the condition looks at.
    pub(crate) fn fields(&self) -> Vec<&str> {
        self.program.fields()
    }
}

/// The type of a computed value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Computed {
    /// True or false.
    YesNo,
    /// An integer.
    Integer,
    /// An exact number with a decimal part.
    Decimal,
    /// An amount in euros.
    Amount,
    /// A date.
    Date,
    /// A text.
    Text,
}

impl Computed {
    /// The type of an expression, when a field may be computed as such.
    pub(crate) const fn of(kind: &Type) -> Option<Self> {
        Some(match kind {
            Type::Bool => Self::YesNo,
            Type::Int => Self::Integer,
            Type::Decimal => Self::Decimal,
            Type::Amount => Self::Amount,
            Type::Date => Self::Date,
            Type::Text => Self::Text,
            _ => return None,
        })
    }
}

/// An expression that gives the value of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Formula {
    /// What the author wrote.
    source: String,
    /// What it gives.
    result: Computed,
    /// What is evaluated.
    program: Node,
}

impl Formula {
    /// A checked formula.
    pub(crate) const fn new(source: String, result: Computed, program: Node) -> Self {
        Self {
            source,
            result,
            program,
        }
    }

    /// What the author wrote.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// What it gives.
    #[must_use]
    pub const fn result(&self) -> Computed {
        self.result
    }

    /// The value, if the answers decide it; always of the type of [`Formula::result`].
    pub(crate) fn answer(&self, scope: &Scope<'_>) -> Option<Answer> {
        scope.answer_to(&self.program, self.result)
    }

    /// The fields that the formula looks at.
    pub(crate) fn fields(&self) -> Vec<&str> {
        self.program.fields()
    }
}

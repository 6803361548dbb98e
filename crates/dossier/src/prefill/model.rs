//! Where an answer came from.

use std::collections::BTreeMap;

use parvis_form::{Answer, Answers, FieldId, Source};
use parvis_kernel::Instant;
use serde::{Deserialize, Serialize};

use crate::obtain::Asked;

/// Who brought an answer that the person did not type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Provenance {
    /// The address of a page, written by anybody.
    Link,
    /// A link that the house sealed for somebody.
    Sealed {
        /// Their name.
        by: String,
    },
    /// An application, through the API.
    Application {
        /// Its name.
        name: String,
    },
    /// An administration that was asked for it, at the request of the person.
    Source {
        /// Which one.
        source: Source,
    },
}

impl Provenance {
    /// What the journal calls it.
    #[must_use]
    pub const fn term(&self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Sealed { .. } => "sealed-link",
            Self::Application { .. } => "application",
            Self::Source { .. } => "source",
        }
    }

    /// The name of who answers for it, when there is one.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Link | Self::Source { .. } => None,
            Self::Sealed { by } => Some(by),
            Self::Application { name } => Some(name),
        }
    }
}

/// An answer that was brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brought {
    /// By whom.
    pub from: Provenance,
    /// When.
    pub at: Instant,
    /// The answer: what the person sends may be another one.
    pub given: Answer,
}

/// The answers of a dossier that were brought, by question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prefilled {
    /// By question.
    pub answers: BTreeMap<FieldId, Brought>,
    /// The calls to sources, by question: the last one of each.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub asked: BTreeMap<FieldId, Asked>,
}

impl Prefilled {
    /// What was brought for a question.
    #[must_use]
    pub fn of(&self, field: &FieldId) -> Option<&Brought> {
        self.answers.get(field)
    }
}

impl Brought {
    /// Whether the person answered something else.
    #[must_use]
    pub fn is_changed(&self, field: &FieldId, answers: &Answers) -> bool {
        answers.get(field.as_str()) != Some(&self.given)
    }
}

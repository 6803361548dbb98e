//! Why a source gave no answer.

use serde::{Deserialize, Serialize};

/// Why a source gave no answer. The person is told, and answers themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Failed {
    /// It knows nobody by what was said.
    NotFound,
    /// It refuses the house: its token, its rights.
    Refused,
    /// It is asked too much.
    Busy,
    /// It does not answer, or says that it cannot.
    Down,
    /// It did not answer in time.
    Slow,
    /// Its answer is not what it says it gives.
    Unreadable,
    /// What it gives is not what the question accepts.
    Unfit,
}

impl Failed {
    /// All of them.
    pub const ALL: &[Self] = &[
        Self::NotFound,
        Self::Refused,
        Self::Busy,
        Self::Down,
        Self::Slow,
        Self::Unreadable,
        Self::Unfit,
    ];

    /// The word of journals and logs.
    #[must_use]
    pub const fn term(self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Refused => "refused",
            Self::Busy => "busy",
            Self::Down => "down",
            Self::Slow => "slow",
            Self::Unreadable => "unreadable",
            Self::Unfit => "unfit",
        }
    }

    /// The message that says it to the person.
    #[must_use]
    pub fn key(self) -> String {
        format!("source-failed-{}", self.term())
    }

    /// Whether the provider itself is out of order: asking it again at once would only make it worse.
    #[must_use]
    pub const fn is_outage(self) -> bool {
        matches!(self, Self::Down | Self::Slow)
    }
}

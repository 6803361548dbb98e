//! What a batch does, and what became of each dossier.

use std::str::FromStr;

use jiff::civil::Date;
use parvis_kernel::AgentId;
use parvis_law::DecisionDraft;
use serde::{Deserialize, Serialize};

use crate::rules::Act;

/// The acts that make sense on many dossiers at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BatchAct {
    /// Take them.
    Take,
    /// Give them to a colleague.
    Give,
    /// Begin to instruct them.
    Instruct,
    /// Write the same message.
    Write,
    /// Ask for the same pieces.
    Ask,
    /// Accept them in full, with the same words.
    Accept,
    /// Refuse them for reasons, in law and in fact, that each of them shares (CRPA L211-5).
    Refuse,
    /// Close them in the way that their procedure states.
    Close,
}

impl BatchAct {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 8] = [
        Self::Take,
        Self::Give,
        Self::Instruct,
        Self::Write,
        Self::Ask,
        Self::Accept,
        Self::Refuse,
        Self::Close,
    ];

    /// The stable word of forms and of rows.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Take => "take",
            Self::Give => "give",
            Self::Instruct => "instruct",
            Self::Write => "write",
            Self::Ask => "ask",
            Self::Accept => "accept",
            Self::Refuse => "refuse",
            Self::Close => "close",
        }
    }

    /// The act of the table of transitions.
    pub(crate) const fn of_one(self) -> Act {
        match self {
            Self::Take | Self::Give => Act::Assign,
            Self::Instruct => Act::Instruct,
            Self::Write => Act::Write,
            Self::Ask => Act::Ask,
            Self::Accept => Act::Accept,
            Self::Refuse => Act::Refuse,
            Self::Close => Act::Close,
        }
    }

    /// Whether nothing more is to be said before it is read and confirmed.
    #[must_use]
    pub const fn is_plain(self) -> bool {
        matches!(self, Self::Take | Self::Instruct)
    }

    /// Whether it takes decisions, which can be taken back while they are held.
    #[must_use]
    pub const fn decides(self) -> bool {
        matches!(self, Self::Accept | Self::Refuse)
    }
}

/// A word that is no act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unknown;

impl FromStr for BatchAct {
    type Err = Unknown;

    fn from_str(code: &str) -> Result<Self, Unknown> {
        Self::ALL
            .into_iter()
            .find(|act| act.code() == code)
            .ok_or(Unknown)
    }
}

/// What is done to each dossier; sealed with the batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wanted {
    /// It is given to an agent of its group: to the one who asks, too.
    Give(AgentId),
    /// Its instruction begins.
    Instruct,
    /// This is written to the person.
    Write(String),
    /// This is asked of the person.
    Ask {
        /// Why.
        text: String,
        /// Which pieces, in words.
        pieces: Vec<String>,
        /// Until when.
        due_on: Date,
    },
    /// This is decided; the number, the day and the remedies are those of each dossier.
    Decide(Box<DecisionDraft>),
    /// It is closed in this way.
    Close(String),
}

/// What becomes of a dossier of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// The act is done.
    Done,
    /// Somebody acted on it since the agent saw it.
    Changed,
    /// Its state does not allow the act.
    NotNow,
    /// The agent may not do this to it.
    NotAllowed,
    /// Its procedure does not know this act.
    OtherProcedure,
    /// What the law asks of a decision is missing for this one.
    Incomplete,
    /// There was nothing to do: it is given to that agent already.
    Already,
    /// The person may see the decision: it is not taken back any more.
    TooLate,
    /// The house failed; nothing was done to it.
    Failed,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Done,
        Self::Changed,
        Self::NotNow,
        Self::NotAllowed,
        Self::OtherProcedure,
        Self::Incomplete,
        Self::Already,
        Self::TooLate,
        Self::Failed,
    ];

    /// The stable word of the column, and of the messages (`batch-outcome-changed`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Changed => "changed",
            Self::NotNow => "not-now",
            Self::NotAllowed => "not-allowed",
            Self::OtherProcedure => "other-procedure",
            Self::Incomplete => "incomplete",
            Self::Already => "already",
            Self::TooLate => "too-late",
            Self::Failed => "failed",
        }
    }
}

impl FromStr for Outcome {
    type Err = Unknown;

    fn from_str(code: &str) -> Result<Self, Unknown> {
        Self::ALL
            .into_iter()
            .find(|outcome| outcome.code() == code)
            .ok_or(Unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_reads_back() {
        for act in BatchAct::ALL {
            assert_eq!(act.code().parse(), Ok(act));
        }
        for outcome in Outcome::ALL {
            assert_eq!(outcome.code().parse(), Ok(outcome));
        }
        assert_eq!("delete".parse::<BatchAct>(), Err(Unknown));
    }
}

//! The states of a dossier. They are never stored as truth: they are derived from dated facts.

use parvis_law::Outcome;

/// Where a dossier stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// The person fills it in.
    Draft,
    /// Deposited; nobody has begun to instruct it.
    Deposited,
    /// The person was asked for something.
    Waiting,
    /// An agent instructs it.
    UnderInstruction,
    /// Decided, in full, in part or with conditions.
    Accepted,
    /// Decided: no.
    Refused,
    /// Closed without a decision, because none was asked or it was a duplicate.
    Closed,
    /// Taken back by the person.
    Withdrawn,
    /// Erased: a draft that nobody finished in time or that the person erased, or a dossier whose retention is over.
    Expired,
}

impl State {
    /// All of them, in the order of a life.
    pub const ALL: [Self; 9] = [
        Self::Draft,
        Self::Deposited,
        Self::Waiting,
        Self::UnderInstruction,
        Self::Accepted,
        Self::Refused,
        Self::Closed,
        Self::Withdrawn,
        Self::Expired,
    ];

    /// The stable word of the derived column, of addresses and of message keys (`state-waiting`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Deposited => "deposited",
            Self::Waiting => "waiting",
            Self::UnderInstruction => "under-instruction",
            Self::Accepted => "accepted",
            Self::Refused => "refused",
            Self::Closed => "closed",
            Self::Withdrawn => "withdrawn",
            Self::Expired => "expired",
        }
    }

    /// The state of a stable word.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether nothing can happen to it any more.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(
            self,
            Self::Accepted | Self::Refused | Self::Closed | Self::Withdrawn | Self::Expired
        )
    }

    /// Whether agents have something to do with it.
    #[must_use]
    pub const fn is_open_to_agents(self) -> bool {
        matches!(
            self,
            Self::Deposited | Self::Waiting | Self::UnderInstruction
        )
    }
}

/// The stable word of an outcome in the column.
#[must_use]
pub const fn outcome_code(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::InFull => "in-full",
        Outcome::InPart => "in-part",
        Outcome::WithConditions => "with-conditions",
        Outcome::Refused => "refused",
    }
}

/// The outcome of a stable word.
#[must_use]
pub fn outcome_of_code(code: &str) -> Option<Outcome> {
    Outcome::ALL
        .into_iter()
        .find(|outcome| outcome_code(*outcome) == code)
}

/// Why a dossier is closed without a decision. There is no other way: somebody who asks for a decision gets one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Closing {
    /// The same request was deposited twice.
    Duplicate,
    /// The procedure asks for no decision, and ends in one of the ways that it states: the code of that way.
    Stated(String),
}

impl Closing {
    const DUPLICATE: &str = "duplicate";

    /// The stable word of the column.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Duplicate => Self::DUPLICATE,
            Self::Stated(code) => code,
        }
    }

    /// The closing of a stable word.
    #[must_use]
    pub fn of_code(code: &str) -> Self {
        if code == Self::DUPLICATE {
            Self::Duplicate
        } else {
            Self::Stated(code.to_owned())
        }
    }
}

//! Two ways of not doing something: a rule says no, or the house broke.

use std::fmt;

/// What sort of no: decides the HTTP status, never the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefusalKind {
    /// Unknown, or not to be known by this actor: the same answer for both (404).
    NotFound,
    /// Somebody must sign in first (401; pages redirect).
    Unauthenticated,
    /// Known and visible, but not allowed to this actor (403).
    Forbidden,
    /// What was sent does not fit what is asked (422).
    Invalid,
    /// The state does not allow it, or somebody acted in between (409).
    Conflict,
    /// Too many tries, or too much at once (429).
    TooMany,
    /// Too large (413).
    TooLarge,
}

/// The law or a rule says no. Shown to the person, in their language, with what to do next.
///
/// `key` names a message of the room's words (`fr.ftl`, `en.ftl`); `values` fill its variables and carry
/// no personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What sort of no.
    pub kind: RefusalKind,
    /// The message of the words, for example `refusal-decision-without-reason`.
    pub key: &'static str,
    /// The variables of the message.
    pub values: Vec<(&'static str, String)>,
}

impl Refusal {
    /// A refusal whose message has no variable.
    #[must_use]
    pub const fn new(kind: RefusalKind, key: &'static str) -> Self {
        Self {
            kind,
            key,
            values: Vec::new(),
        }
    }

    /// Fills one variable of the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.values.push((name, value.to_string()));
        self
    }

    /// Unknown, or not to be known: the one answer for unknown and foreign things.
    #[must_use]
    pub const fn not_found() -> Self {
        Self::new(RefusalKind::NotFound, "refusal-not-found")
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "refused: {}", self.key)
    }
}

impl std::error::Error for Refusal {}

/// The house broke. The person sees an incident number, the log the cause; 5xx.
#[derive(Debug)]
pub struct Failure {
    /// What was being done, without personal data.
    pub doing: &'static str,
    /// The cause.
    pub source: Box<dyn std::error::Error + Send + Sync>,
}

impl Failure {
    /// Wraps a cause.
    pub fn new(
        doing: &'static str,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        Self {
            doing,
            source: source.into(),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "failed while {}", self.doing)
    }
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(self.source.as_ref())
    }
}

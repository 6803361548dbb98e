//! What a decision may lack.

/// What a decision lacks, or says wrongly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Missing {
    /// What is decided.
    #[error("the outcome")]
    Outcome,
    /// What is granted, for a part.
    #[error("what is granted")]
    Granted,
    /// An amount of at least one cent.
    #[error("an amount above zero")]
    Amount,
    /// An end that is not before the beginning.
    #[error("an end after the beginning")]
    TermOrder,
    /// The conditions.
    #[error("the conditions")]
    Conditions,
    /// The considerations of law (L211-5).
    #[error("the reason in law")]
    ReasonInLaw,
    /// The considerations of fact (L211-5).
    #[error("the reason in fact")]
    ReasonInFact,
    /// The first name of the signatory (L212-1).
    #[error("the first name of the signatory")]
    FirstName,
    /// The name of the signatory (L212-1).
    #[error("the name of the signatory")]
    Name,
    /// The quality of the signatory (L212-1).
    #[error("the quality of the signatory")]
    Quality,
    /// The service of the signatory (L212-2).
    #[error("the service of the signatory")]
    Service,
    /// The signature, or what dispenses with it (L212-1, L212-2).
    #[error("the signature, or the conformity that dispenses with it")]
    Signature,
    /// Remedies with time limits, one of them to a court.
    #[error("the remedies and their time limits")]
    Remedies,
}

impl Missing {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Outcome,
        Self::Granted,
        Self::Amount,
        Self::TermOrder,
        Self::Conditions,
        Self::ReasonInLaw,
        Self::ReasonInFact,
        Self::FirstName,
        Self::Name,
        Self::Quality,
        Self::Service,
        Self::Signature,
        Self::Remedies,
    ];

    /// The message of the room's words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Outcome => "law-missing-outcome",
            Self::Granted => "law-missing-granted",
            Self::Amount => "law-missing-amount",
            Self::TermOrder => "law-missing-term-order",
            Self::Conditions => "law-missing-conditions",
            Self::ReasonInLaw => "law-missing-reason-in-law",
            Self::ReasonInFact => "law-missing-reason-in-fact",
            Self::FirstName => "law-missing-first-name",
            Self::Name => "law-missing-name",
            Self::Quality => "law-missing-quality",
            Self::Service => "law-missing-service",
            Self::Signature => "law-missing-signature",
            Self::Remedies => "law-missing-remedies",
        }
    }
}

/// Everything that a stored decision lacks, for a reader that stops at the first error.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the decision lacks {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))]
pub struct Incomplete(
    /// Each missing element.
    pub Vec<Missing>,
);

//! The decision: what it must contain before it may be sent.
//!
//! **Reasons.** L211-2 lists the decisions that must give reasons, in law and in fact (L211-5): conditions (3°), refusal of a
//! right (6°) or of an authorisation (7°) among them; L211-3 adds derogations. A refusal of a favour to which nobody has a right is not
//! in the list. The room asks for both reasons of *every* decision that is not in full all the same: telling a right
//! from a favour is a question of law that an agent should not have to answer to send a letter, a missing reason
//! makes the decision illegal where it was due, and a person who is refused deserves to know why.
//!
//! **Signature.** First name, name and quality always (L212-1). The signature itself is dispensed with only for a decision
//! notified through a téléservice that conforms to L112-9 and to articles 9 to 12 of ordonnance 2005-1516, and then the service is
//! stated too (L212-2 1°). The room always asks for the service: R112-11-1 gave it to the person already.
//!
//! **Remedies.** Any adverse decision states them with their time limits, otherwise the limits do not run (CJA R421-5: to be
//! confirmed).

mod draft;
mod missing;
mod parts;
#[cfg(test)]
mod tests;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::remedy::Remedy;

pub use draft::DecisionDraft;
pub use missing::{Incomplete, Missing};
pub use parts::DecisionPart;

/// What is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// What was asked is granted.
    InFull,
    /// A part of what was asked is granted.
    InPart,
    /// What was asked is granted, with conditions.
    WithConditions,
    /// What was asked is refused.
    Refused,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::InFull,
        Self::InPart,
        Self::WithConditions,
        Self::Refused,
    ];

    /// Whether something that was asked is not given: reasons and remedies are then due.
    #[must_use]
    pub const fn is_adverse(self) -> bool {
        !matches!(self, Self::InFull)
    }

    /// The message of the room's words that names it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::InFull => "law-outcome-in-full",
            Self::InPart => "law-outcome-in-part",
            Self::WithConditions => "law-outcome-with-conditions",
            Self::Refused => "law-outcome-refused",
        }
    }
}

/// The time during which a decision has effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Its first day.
    pub from: Date,
    /// Its last day; without one it goes on.
    pub until: Option<Date>,
}

/// Who takes the decision.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signatory {
    /// First name (L212-1).
    pub first_name: String,
    /// Name (L212-1).
    pub name: String,
    /// Quality: `Maire`, `Adjointe à la vie scolaire` (L212-1).
    pub quality: String,
    /// The service (L212-2).
    pub service: String,
    /// The act that delegates the signature.
    pub delegation: Option<String>,
}

/// How the decision is signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignatureRegime {
    /// It is signed (L212-1, L212-3).
    Signed {
        /// The signed act: the reference or the file that bears the signature.
        act: String,
    },
    /// It is notified through a conforming téléservice and needs no signature (L212-2 1°).
    Teleservice {
        /// What establishes the conformity: the reference of the RGS attestation.
        conformity: String,
    },
}

/// A decision that may be sent: nothing that the law asks is missing. Made by [`Decision::build`] only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "DecisionDraft", into = "DecisionDraft")]
#[non_exhaustive]
pub struct Decision {
    /// The number of the dossier.
    pub number: String,
    /// What is decided.
    pub outcome: Outcome,
    /// The day of the decision.
    pub decided_on: Date,
    /// What is granted, in words.
    pub granted: Option<String>,
    /// The amount granted, in euro cents.
    pub amount: Option<i64>,
    /// The time of effect.
    pub term: Option<Term>,
    /// The conditions; there are some when the outcome says so.
    pub conditions: Option<String>,
    /// The act attached.
    pub attached_act: Option<String>,
    /// The considerations of law and of fact; they are there when the decision is adverse.
    pub reasons: Option<Reasons>,
    /// Who takes it.
    pub signatory: Signatory,
    /// How it is signed.
    pub signature: SignatureRegime,
    /// How it can be contested; never empty when the decision is adverse.
    pub remedies: Vec<Remedy>,
}

/// The two sides of the reasons (L211-5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reasons {
    /// The considerations of law.
    pub in_law: String,
    /// The considerations of fact.
    pub in_fact: String,
}

impl Decision {
    /// Makes a decision of a draft.
    ///
    /// # Errors
    /// Everything that is missing, at once.
    pub fn build(draft: DecisionDraft) -> Result<Self, Vec<Missing>> {
        let missing = draft.missing();
        let (Some(outcome), Some(signature), true) =
            (draft.outcome, draft.signature, missing.is_empty())
        else {
            return Err(missing);
        };
        Ok(Self {
            reasons: Reasons::of(draft.reason_in_law, draft.reason_in_fact),
            number: draft.number,
            outcome,
            decided_on: draft.decided_on,
            granted: draft.granted.filter(|text| !is_blank(text)),
            amount: draft.amount,
            term: draft.term,
            conditions: draft.conditions.filter(|text| !is_blank(text)),
            attached_act: draft.attached_act.filter(|text| !is_blank(text)),
            signatory: draft.signatory,
            signature,
            remedies: draft.remedies,
        })
    }
}

impl Reasons {
    /// What is said; a favourable decision may give one side only.
    fn of(in_law: Option<String>, in_fact: Option<String>) -> Option<Self> {
        let reasons = Self {
            in_law: in_law.unwrap_or_default(),
            in_fact: in_fact.unwrap_or_default(),
        };
        (!is_blank(&reasons.in_law) || !is_blank(&reasons.in_fact)).then_some(reasons)
    }
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

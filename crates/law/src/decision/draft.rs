//! The decision as an agent prepares it, and what keeps it from being one.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Decision, Incomplete, Missing, Outcome, Signatory, SignatureRegime, Term, is_blank};
use crate::remedy::{Remedy, are_sufficient};

/// A decision as an agent prepares it; anything may still be missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionDraft {
    /// The number of the dossier.
    pub number: String,
    /// What is decided.
    pub outcome: Option<Outcome>,
    /// The day of the decision.
    pub decided_on: Date,
    /// What is granted, in words; needed for a part when neither an amount nor a time says it.
    pub granted: Option<String>,
    /// The amount granted, in euro cents.
    pub amount: Option<i64>,
    /// The time of effect.
    pub term: Option<Term>,
    /// The conditions.
    pub conditions: Option<String>,
    /// The act attached: an arrêté, a délibération.
    pub attached_act: Option<String>,
    /// The considerations of law.
    pub reason_in_law: Option<String>,
    /// The considerations of fact.
    pub reason_in_fact: Option<String>,
    /// Who takes it.
    pub signatory: Signatory,
    /// How it is signed.
    pub signature: Option<SignatureRegime>,
    /// How it can be contested.
    pub remedies: Vec<Remedy>,
}

impl DecisionDraft {
    /// A draft in which everything is still to be said.
    #[must_use]
    pub fn new(number: &str, decided_on: Date) -> Self {
        Self {
            number: number.to_owned(),
            outcome: None,
            decided_on,
            granted: None,
            amount: None,
            term: None,
            conditions: None,
            attached_act: None,
            reason_in_law: None,
            reason_in_fact: None,
            signatory: Signatory::default(),
            signature: None,
            remedies: Vec::new(),
        }
    }

    /// What keeps it from being a decision, in the order of the draft.
    #[must_use]
    pub fn missing(&self) -> Vec<Missing> {
        let is = |outcome| self.outcome == Some(outcome);
        let adverse = self.outcome.is_some_and(Outcome::is_adverse);
        let says_what = stated(&self.granted) || self.amount.is_some() || self.term.is_some();
        let term_is_reversed = |term: Term| term.until.is_some_and(|until| until < term.from);
        let signatory = &self.signatory;
        let checks = [
            (self.outcome.is_none(), Missing::Outcome),
            (is(Outcome::InPart) && !says_what, Missing::Granted),
            (self.amount.is_some_and(|cents| cents <= 0), Missing::Amount),
            (self.term.is_some_and(term_is_reversed), Missing::TermOrder),
            (
                is(Outcome::WithConditions) && !stated(&self.conditions),
                Missing::Conditions,
            ),
            (
                adverse && !stated(&self.reason_in_law),
                Missing::ReasonInLaw,
            ),
            (
                adverse && !stated(&self.reason_in_fact),
                Missing::ReasonInFact,
            ),
            (is_blank(&signatory.first_name), Missing::FirstName),
            (is_blank(&signatory.name), Missing::Name),
            (is_blank(&signatory.quality), Missing::Quality),
            (is_blank(&signatory.service), Missing::Service),
            (
                !self
                    .signature
                    .as_ref()
                    .is_some_and(SignatureRegime::is_complete),
                Missing::Signature,
            ),
            (
                adverse && !are_sufficient(&self.remedies),
                Missing::Remedies,
            ),
        ];
        checks
            .into_iter()
            .filter(|(absent, _)| *absent)
            .map(|(_, missing)| missing)
            .collect()
    }
}

impl SignatureRegime {
    fn is_complete(&self) -> bool {
        match self {
            Self::Signed { act: text } | Self::Teleservice { conformity: text } => !is_blank(text),
        }
    }
}

impl TryFrom<DecisionDraft> for Decision {
    type Error = Incomplete;

    fn try_from(draft: DecisionDraft) -> Result<Self, Incomplete> {
        Self::build(draft).map_err(Incomplete)
    }
}

impl From<Decision> for DecisionDraft {
    fn from(decision: Decision) -> Self {
        let (in_law, in_fact) = decision
            .reasons
            .map(|reasons| (reasons.in_law, reasons.in_fact))
            .unzip();
        Self {
            number: decision.number,
            outcome: Some(decision.outcome),
            decided_on: decision.decided_on,
            granted: decision.granted,
            amount: decision.amount,
            term: decision.term,
            conditions: decision.conditions,
            attached_act: decision.attached_act,
            reason_in_law: in_law,
            reason_in_fact: in_fact,
            signatory: decision.signatory,
            signature: Some(decision.signature),
            remedies: decision.remedies,
        }
    }
}

fn stated(text: &Option<String>) -> bool {
    text.as_deref().is_some_and(|text| !is_blank(text))
}

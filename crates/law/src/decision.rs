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

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::remedy::{Against, Remedy, are_sufficient};
use crate::sentence::{Sentence, Value};

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

    /// The parts, in the order in which they are read.
    #[must_use]
    pub fn parts(&self) -> Vec<DecisionPart> {
        let mut parts = vec![
            DecisionPart::Title(self.outcome),
            DecisionPart::Dated(self.number.clone(), self.decided_on),
        ];
        parts.extend(self.granted.clone().map(DecisionPart::Granted));
        parts.extend(self.amount.map(DecisionPart::Amount));
        parts.extend(self.term.map(DecisionPart::Term));
        parts.extend(self.conditions.clone().map(DecisionPart::Conditions));
        parts.extend(self.attached_act.clone().map(DecisionPart::AttachedAct));
        if let Some(reasons) = self.reasons.clone() {
            parts.extend([
                DecisionPart::ReasonInLaw(reasons.in_law),
                DecisionPart::ReasonInFact(reasons.in_fact),
            ]);
        }
        parts.push(DecisionPart::Signatory(self.signatory.clone()));
        parts.push(DecisionPart::Signature(self.signature.clone()));
        parts.extend(self.remedies.iter().cloned().map(DecisionPart::Remedy));
        parts
    }
}

impl Reasons {
    /// Both or none: one side alone is kept with the other blank, for a favourable decision that explains itself.
    fn of(in_law: Option<String>, in_fact: Option<String>) -> Option<Self> {
        let reasons = Self {
            in_law: in_law.unwrap_or_default(),
            in_fact: in_fact.unwrap_or_default(),
        };
        (!is_blank(&reasons.in_law) || !is_blank(&reasons.in_fact)).then_some(reasons)
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

/// A part of a decision, in the order in which it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DecisionPart {
    /// The title, by outcome.
    Title(Outcome),
    /// The dossier and the day.
    Dated(String, Date),
    /// What is granted.
    Granted(String),
    /// The amount, in euro cents.
    Amount(i64),
    /// The time of effect.
    Term(Term),
    /// The conditions.
    Conditions(String),
    /// The act attached.
    AttachedAct(String),
    /// The considerations of law (L211-5).
    ReasonInLaw(String),
    /// The considerations of fact (L211-5).
    ReasonInFact(String),
    /// First name, name, quality, service, delegation (L212-1).
    Signatory(Signatory),
    /// The signature, or why there is none (L212-2).
    Signature(SignatureRegime),
    /// A remedy.
    Remedy(Remedy),
}

impl DecisionPart {
    /// The part as a sentence; a blank reason of a favourable decision has none.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::Title(outcome) => Sentence::plain(match outcome {
                Outcome::InFull => "law-decision-title-in-full",
                Outcome::InPart => "law-decision-title-in-part",
                Outcome::WithConditions => "law-decision-title-with-conditions",
                Outcome::Refused => "law-decision-title-refused",
            }),
            Self::Dated(number, day) => Sentence::plain("law-decision-dated")
                .text("number", number)
                .with("day", Value::Date(*day)),
            Self::Granted(text) => Sentence::plain("law-decision-granted").text("granted", text),
            Self::Amount(cents) => {
                Sentence::plain("law-decision-amount").with("amount", Value::Amount(*cents))
            }
            Self::Term(term) => term.sentence(),
            Self::Conditions(text) => {
                Sentence::plain("law-decision-conditions").text("conditions", text)
            }
            Self::AttachedAct(act) => Sentence::plain("law-decision-attached-act").text("act", act),
            Self::ReasonInLaw(text) => {
                Sentence::plain("law-decision-reason-in-law").text("reason", text)
            }
            Self::ReasonInFact(text) => {
                Sentence::plain("law-decision-reason-in-fact").text("reason", text)
            }
            Self::Signatory(signatory) => signatory.sentence(),
            Self::Signature(SignatureRegime::Signed { act }) => {
                Sentence::plain("law-decision-signed").text("act", act)
            }
            Self::Signature(SignatureRegime::Teleservice { conformity }) => {
                Sentence::plain("law-decision-teleservice").text("conformity", conformity)
            }
            Self::Remedy(remedy) => remedy.sentence(Against::Decision),
        }
    }
}

impl Term {
    fn sentence(self) -> Sentence {
        let key = if self.until.is_some() {
            "law-decision-term"
        } else {
            "law-decision-term-open"
        };
        let sentence = Sentence::plain(key).with("from", Value::Date(self.from));
        match self.until {
            Some(until) => sentence.with("until", Value::Date(until)),
            None => sentence,
        }
    }
}

impl Signatory {
    fn sentence(&self) -> Sentence {
        let delegation = self.delegation.as_deref().filter(|text| !is_blank(text));
        let key = if delegation.is_some() {
            "law-decision-signatory-by-delegation"
        } else {
            "law-decision-signatory"
        };
        let sentence = Sentence::plain(key)
            .text("first-name", &self.first_name)
            .text("name", &self.name)
            .text("quality", &self.quality)
            .text("service", &self.service);
        match delegation {
            Some(delegation) => sentence.text("delegation", delegation),
            None => sentence,
        }
    }
}

fn stated(text: &Option<String>) -> bool {
    text.as_deref().is_some_and(|text| !is_blank(text))
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

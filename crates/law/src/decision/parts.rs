//! The parts of a decision as sentences.

use jiff::civil::Date;

use super::{Decision, Outcome, Signatory, SignatureRegime, Term, is_blank};
use crate::remedy::{Against, Remedy};
use crate::sentence::{Sentence, Value};

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

impl Decision {
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
            let sides = [
                DecisionPart::ReasonInLaw(reasons.in_law),
                DecisionPart::ReasonInFact(reasons.in_fact),
            ];
            parts.extend(sides.into_iter().filter(DecisionPart::says_something));
        }
        parts.push(DecisionPart::Signatory(self.signatory.clone()));
        parts.push(DecisionPart::Signature(self.signature.clone()));
        parts.extend(self.remedies.iter().cloned().map(DecisionPart::Remedy));
        parts
    }
}

impl DecisionPart {
    /// Whether it is not the side of the reasons that a favourable decision left blank.
    fn says_something(&self) -> bool {
        match self {
            Self::ReasonInLaw(text) | Self::ReasonInFact(text) => !is_blank(text),
            _ => true,
        }
    }

    /// The part as a sentence.
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
            Self::Amount(cents) => Sentence::plain("law-decision-amount")
                .with("amount", Value::Amount(*cents))
                .with("letters", Value::InLetters(*cents)),
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

//! The parts of a receipt, and their sentences.

use jiff::civil::{Date, DateTime};

use super::{Gap, ReceiptFacts, given};
use crate::deadline::{Period, silence_period, working_days};
use crate::remedy::{Against, Remedy};
use crate::sentence::{Sentence, Value};
use crate::silence::{ImpliedDecision, SilenceEffect};

/// The days within which the acknowledgement follows the registration (R112-11-2).
const ACKNOWLEDGEMENT_WITHIN: u16 = 10;

/// A part of a receipt, in the order in which it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReceiptPart {
    /// The title of an acknowledgement.
    AcknowledgementTitle,
    /// The title of a registration receipt.
    RegistrationTitle,
    /// The number of the dossier.
    Number(String),
    /// When the deposit arrived (R112-11-1 1°).
    Received(DateTime),
    /// The service in charge (R112-11-1 2°).
    Service(String),
    /// Its postal address.
    PostalAddress(String),
    /// Its e-mail address.
    Email(String),
    /// Its telephone number.
    Phone(String),
    /// The deposit asks for no decision: silence means nothing.
    NoDecisionAsked,
    /// Silence decides nothing, and why.
    NoImpliedDecision {
        /// The reason.
        reason: String,
        /// The text, where there is one.
        legal_basis: Option<String>,
    },
    /// If complete, the request is deemed accepted at the end of a day (L231-1).
    ImpliedAcceptance(ImpliedOn),
    /// If complete, the request is deemed rejected at the end of a day (L231-4).
    ImpliedRejection(ImpliedOn),
    /// An attestation of the implied acceptance is given on demand (L232-3).
    Attestation,
    /// The reasons of the implied rejection are given on demand (L232-4).
    ReasonsOnDemand,
    /// A remedy against the implied rejection.
    Remedy(Remedy),
    /// The day on which silence decides changes when something is missing (R112-11-4, L114-5).
    IfIncomplete,
    /// The acknowledgement follows by a day at the latest (R112-11-2).
    AcknowledgementBy(Date),
    /// What the acknowledgement will add.
    Missing(Gap),
}

/// When and why silence decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImpliedOn {
    /// The last day of the period, in the time zone of the collectivité.
    pub on: Date,
    /// The length of the period.
    pub delay: Period,
    /// The text.
    pub legal_basis: String,
}

pub(super) fn parts(facts: &ReceiptFacts, received: DateTime, missing: &[Gap]) -> Vec<ReceiptPart> {
    let title = if missing.is_empty() {
        ReceiptPart::AcknowledgementTitle
    } else {
        ReceiptPart::RegistrationTitle
    };
    let mut parts = vec![
        title,
        ReceiptPart::Number(facts.number.clone()),
        ReceiptPart::Received(received),
    ];
    let service = &facts.service;
    parts.extend(given(&Some(service.name.clone())).map(ReceiptPart::Service));
    parts.extend(given(&service.postal_address).map(ReceiptPart::PostalAddress));
    parts.extend(given(&service.email).map(ReceiptPart::Email));
    parts.extend(given(&service.phone).map(ReceiptPart::Phone));
    parts.extend(silence_parts(facts, received.date()));
    if !missing.is_empty() {
        let by = working_days(received.date(), ACKNOWLEDGEMENT_WITHIN, facts.holidays);
        parts.push(ReceiptPart::AcknowledgementBy(by));
        parts.extend(missing.iter().copied().map(ReceiptPart::Missing));
    }
    parts
}

fn silence_parts(facts: &ReceiptFacts, day: Date) -> Vec<ReceiptPart> {
    let on = |implied: &ImpliedDecision| ImpliedOn {
        on: silence_period(day, implied.delay),
        delay: implied.delay,
        legal_basis: implied.legal_basis.clone(),
    };
    match &facts.silence {
        _ if !facts.request => vec![ReceiptPart::NoDecisionAsked],
        None => Vec::new(),
        Some(SilenceEffect::None {
            reason,
            legal_basis,
        }) => {
            vec![ReceiptPart::NoImpliedDecision {
                reason: reason.clone(),
                legal_basis: legal_basis.clone(),
            }]
        }
        Some(SilenceEffect::Accepted(implied)) => {
            vec![
                ReceiptPart::ImpliedAcceptance(on(implied)),
                ReceiptPart::Attestation,
                ReceiptPart::IfIncomplete,
            ]
        }
        Some(SilenceEffect::Rejected(implied)) => {
            let mut parts = vec![ReceiptPart::ImpliedRejection(on(implied))];
            parts.extend(
                facts
                    .remedies
                    .iter()
                    .filter(|remedy| remedy.is_complete())
                    .cloned()
                    .map(ReceiptPart::Remedy),
            );
            parts.extend([ReceiptPart::ReasonsOnDemand, ReceiptPart::IfIncomplete]);
            parts
        }
    }
}

impl ReceiptPart {
    /// The part as a sentence.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::AcknowledgementTitle => Sentence::plain("law-receipt-acknowledgement-title"),
            Self::RegistrationTitle => Sentence::plain("law-receipt-registration-title"),
            Self::Number(number) => Sentence::plain("law-receipt-number").text("number", number),
            Self::Received(at) => {
                Sentence::plain("law-receipt-received").with("at", Value::DateTime(*at))
            }
            Self::Service(name) => Sentence::plain("law-receipt-service").text("name", name),
            Self::PostalAddress(address) => {
                Sentence::plain("law-receipt-postal-address").text("address", address)
            }
            Self::Email(email) => Sentence::plain("law-receipt-email").text("email", email),
            Self::Phone(phone) => Sentence::plain("law-receipt-phone").text("phone", phone),
            Self::NoDecisionAsked => Sentence::plain("law-receipt-no-decision-asked"),
            Self::NoImpliedDecision {
                reason,
                legal_basis: None,
            } => Sentence::plain("law-receipt-no-implied-decision").text("reason", reason),
            Self::NoImpliedDecision {
                reason,
                legal_basis: Some(basis),
            } => Sentence::plain("law-receipt-no-implied-decision-by-text")
                .text("reason", reason)
                .text("basis", basis),
            Self::ImpliedAcceptance(implied) => implied.sentence("law-receipt-implied-acceptance"),
            Self::ImpliedRejection(implied) => implied.sentence("law-receipt-implied-rejection"),
            Self::Attestation => Sentence::plain("law-receipt-attestation"),
            Self::ReasonsOnDemand => Sentence::plain("law-receipt-reasons-on-demand"),
            Self::Remedy(remedy) => remedy.sentence(Against::ImpliedRejection),
            Self::IfIncomplete => Sentence::plain("law-receipt-if-incomplete"),
            Self::AcknowledgementBy(day) => {
                Sentence::plain("law-receipt-acknowledgement-by").with("day", Value::Date(*day))
            }
            Self::Missing(gap) => Sentence::plain(gap.key()),
        }
    }
}

impl ImpliedOn {
    fn sentence(&self, key: &'static str) -> Sentence {
        Sentence::plain(key)
            .with("on", Value::Date(self.on))
            .with("delay", Value::Period(self.delay))
            .text("basis", &self.legal_basis)
    }
}

//! The receipt of an electronic deposit.
//!
//! With every element of R112-11-1 it is an *accusé de réception électronique* (L112-11); without one of them it is entitled
//! *accusé d'enregistrement électronique* and says what the acknowledgement will add.

mod parts;
#[cfg(test)]
mod tests;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use crate::calendar::{HolidayCalendar, Zone};
use crate::deadline::silence_period;
use crate::remedy::{Remedy, are_sufficient};
use crate::silence::SilenceEffect;

pub use parts::{ImpliedOn, ReceiptPart};

/// What is known when something is deposited.
#[derive(Debug, Clone)]
pub struct ReceiptFacts {
    /// The number of the dossier.
    pub number: String,
    /// When the deposit arrived.
    pub received_at: Timestamp,
    /// Where its day is counted.
    pub zone: Zone,
    /// Which holidays the ten working days of R112-11-2 leave out.
    pub holidays: HolidayCalendar,
    /// The service in charge.
    pub service: ServiceContact,
    /// Whether it asks for a decision.
    pub request: bool,
    /// What silence leads to; `None` when the procedure does not say.
    pub silence: Option<SilenceEffect>,
    /// The remedies against a rejection born of silence.
    pub remedies: Vec<Remedy>,
}

/// The service in charge and how to reach it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceContact {
    /// Its name.
    pub name: String,
    /// Its postal address.
    pub postal_address: Option<String>,
    /// Its e-mail address.
    pub email: Option<String>,
    /// Its telephone number.
    pub phone: Option<String>,
}

/// What a receipt is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReceiptKind {
    /// An *accusé de réception électronique*: everything that R112-11-1 asks is there.
    Acknowledgement,
    /// An *accusé d'enregistrement électronique*: something is missing.
    Registration {
        /// What is missing; never empty.
        missing: Vec<Gap>,
    },
}

/// An element of R112-11-1 that is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// The name of the service.
    Service,
    /// Its postal or e-mail address.
    Address,
    /// Its telephone number.
    Phone,
    /// Whether silence accepts or rejects, and when.
    SilenceEffect,
    /// The remedies against the rejection that silence would be.
    Remedies,
}

impl Gap {
    /// The message of the room's words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Service => "law-gap-service",
            Self::Address => "law-gap-address",
            Self::Phone => "law-gap-phone",
            Self::SilenceEffect => "law-gap-silence-effect",
            Self::Remedies => "law-gap-remedies",
        }
    }
}

/// A receipt: rebuilt from the facts each time, never stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    kind: ReceiptKind,
    received: DateTime,
    silence_on: Option<Date>,
    parts: Vec<ReceiptPart>,
}

impl Receipt {
    /// Makes the receipt that the facts allow.
    #[must_use]
    pub fn build(facts: &ReceiptFacts) -> Self {
        let missing = gaps(facts);
        let received = facts.zone.civil(facts.received_at);
        let implied = facts
            .silence
            .as_ref()
            .filter(|_| facts.request)
            .and_then(SilenceEffect::implied);
        Self {
            received,
            silence_on: implied.map(|implied| silence_period(received.date(), implied.delay)),
            parts: parts::parts(facts, received, &missing),
            kind: if missing.is_empty() {
                ReceiptKind::Acknowledgement
            } else {
                ReceiptKind::Registration { missing }
            },
        }
    }

    /// An acknowledgement, or a registration receipt with what is missing.
    #[must_use]
    pub const fn kind(&self) -> &ReceiptKind {
        &self.kind
    }

    /// When the deposit arrived, in the time zone of the collectivité.
    #[must_use]
    pub const fn received(&self) -> DateTime {
        self.received
    }

    /// The day at the end of which silence decides, if the request is complete.
    #[must_use]
    pub const fn silence_on(&self) -> Option<Date> {
        self.silence_on
    }

    /// The parts, in the order in which they are read; the first is the title.
    #[must_use]
    pub fn parts(&self) -> &[ReceiptPart] {
        &self.parts
    }
}

/// What R112-11-1 asks and the facts do not give.
fn gaps(facts: &ReceiptFacts) -> Vec<Gap> {
    let service = &facts.service;
    let rejects = matches!(facts.silence, Some(SilenceEffect::Rejected(_)));
    let checks = [
        (service.name.trim().is_empty(), Gap::Service),
        (
            given(&service.postal_address)
                .or(given(&service.email))
                .is_none(),
            Gap::Address,
        ),
        (given(&service.phone).is_none(), Gap::Phone),
        (facts.request && facts.silence.is_none(), Gap::SilenceEffect),
        (
            facts.request && rejects && !are_sufficient(&facts.remedies),
            Gap::Remedies,
        ),
    ];
    checks
        .into_iter()
        .filter(|(absent, _)| *absent)
        .map(|(_, gap)| gap)
        .collect()
}

/// A text that says something.
fn given(text: &Option<String>) -> Option<String> {
    text.clone().filter(|text| !text.trim().is_empty())
}

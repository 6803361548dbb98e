//! The receipt of an electronic deposit.
//!
//! With every element of R112-11-1 it is an *accusé de réception électronique* (L112-11); without one of them it is entitled
//! *accusé d'enregistrement électronique* and says what the acknowledgement will add.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use crate::calendar::{HolidayCalendar, Zone};
use crate::deadline::{Period, silence_period, working_days};
use crate::remedy::{Against, Remedy, are_sufficient};
use crate::sentence::{Sentence, Value};
use crate::silence::{ImpliedDecision, SilenceEffect};

/// The days within which the acknowledgement follows the registration (R112-11-2).
const ACKNOWLEDGEMENT_WITHIN: u16 = 10;

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
            parts: parts(facts, received, &missing),
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

fn parts(facts: &ReceiptFacts, received: DateTime, missing: &[Gap]) -> Vec<ReceiptPart> {
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

/// A text that says something.
fn given(text: &Option<String>) -> Option<String> {
    text.clone().filter(|text| !text.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::silence::{EffectKind, SilenceFacts};

    fn effect(effect: EffectKind) -> Option<SilenceEffect> {
        let facts = SilenceFacts {
            effect: Some(effect),
            delay: Some(Period::TWO_MONTHS),
            legal_basis: Some("CRPA".into()),
            reason: Some("Aucun acte n'est pris.".into()),
            ..SilenceFacts::default()
        };
        Some(SilenceEffect::build(facts).unwrap())
    }

    fn facts(silence: Option<SilenceEffect>) -> ReceiptFacts {
        ReceiptFacts {
            number: "2026-0042".into(),
            received_at: "2026-01-31T23:30:00Z".parse().unwrap(),
            zone: Zone::named("Europe/Paris").unwrap(),
            holidays: HolidayCalendar::Metropole,
            service: ServiceContact {
                name: "Service scolaire".into(),
                email: Some("scolaire@exemple.fr".into()),
                phone: Some("05 00 00 00 00".into()),
                postal_address: None,
            },
            request: true,
            silence,
            remedies: Remedy::usual("Madame la maire", "tribunal administratif de Pau"),
        }
    }

    fn has(receipt: &Receipt, wanted: impl Fn(&ReceiptPart) -> bool) -> bool {
        receipt.parts().iter().any(wanted)
    }

    #[test]
    fn a_request_that_silence_rejects_states_the_date_and_the_remedies() {
        let receipt = Receipt::build(&facts(effect(EffectKind::Rejected)));
        assert_eq!(receipt.kind(), &ReceiptKind::Acknowledgement);
        // 00:30 on 1 February in Paris.
        assert_eq!(receipt.received(), date(2026, 2, 1).at(0, 30, 0, 0));
        assert_eq!(receipt.silence_on(), Some(date(2026, 4, 1)));
        assert!(has(
            &receipt,
            |part| matches!(part, ReceiptPart::ImpliedRejection(implied) if implied.on == date(2026, 4, 1))
        ));
        assert_eq!(
            receipt
                .parts()
                .iter()
                .filter(|part| matches!(part, ReceiptPart::Remedy(_)))
                .count(),
            2
        );
        assert!(!has(&receipt, |part| *part == ReceiptPart::Attestation));
    }

    #[test]
    fn a_request_that_silence_accepts_states_the_right_to_an_attestation() {
        let receipt = Receipt::build(&ReceiptFacts {
            remedies: Vec::new(),
            ..facts(effect(EffectKind::Accepted))
        });
        assert_eq!(receipt.kind(), &ReceiptKind::Acknowledgement);
        assert!(has(&receipt, |part| *part == ReceiptPart::Attestation));
        assert!(!has(&receipt, |part| matches!(
            part,
            ReceiptPart::Remedy(_)
        )));
    }

    #[test]
    fn the_day_of_reception_is_the_one_of_the_collectivite() {
        let facts = ReceiptFacts {
            zone: Zone::named("Pacific/Tahiti").unwrap(),
            ..facts(effect(EffectKind::Rejected))
        };
        assert_eq!(Receipt::build(&facts).silence_on(), Some(date(2026, 3, 31)));
    }

    #[test]
    fn each_missing_element_makes_it_a_registration_receipt_that_says_so() {
        let complete = facts(effect(EffectKind::Rejected));
        let service = complete.service.clone();
        let with = |service| ReceiptFacts {
            service,
            ..complete.clone()
        };
        for (facts, gap) in [
            (
                with(ServiceContact {
                    name: " ".into(),
                    ..service.clone()
                }),
                Gap::Service,
            ),
            (
                with(ServiceContact {
                    email: None,
                    ..service.clone()
                }),
                Gap::Address,
            ),
            (
                with(ServiceContact {
                    phone: Some(String::new()),
                    ..service
                }),
                Gap::Phone,
            ),
            (
                ReceiptFacts {
                    silence: None,
                    ..complete.clone()
                },
                Gap::SilenceEffect,
            ),
            (
                ReceiptFacts {
                    remedies: Vec::new(),
                    ..complete.clone()
                },
                Gap::Remedies,
            ),
        ] {
            let receipt = Receipt::build(&facts);
            assert_eq!(
                receipt.kind(),
                &ReceiptKind::Registration { missing: vec![gap] }
            );
            assert_eq!(
                receipt.parts().first(),
                Some(&ReceiptPart::RegistrationTitle)
            );
            assert!(has(&receipt, |part| *part == ReceiptPart::Missing(gap)));
            // Ten working days after Sunday 1 February 2026.
            assert!(has(&receipt, |part| *part
                == ReceiptPart::AcknowledgementBy(date(2026, 2, 13))));
        }
    }

    #[test]
    fn remedies_without_a_court_are_not_enough() {
        let mut facts = facts(effect(EffectKind::Rejected));
        facts
            .remedies
            .retain(|remedy| remedy.kind == crate::RemedyKind::Gracious);
        let kind = Receipt::build(&facts).kind().clone();
        assert_eq!(
            kind,
            ReceiptKind::Registration {
                missing: vec![Gap::Remedies]
            }
        );
    }

    #[test]
    fn a_report_that_asks_for_no_decision_has_no_clock() {
        let receipt = Receipt::build(&ReceiptFacts {
            request: false,
            remedies: Vec::new(),
            ..facts(None)
        });
        assert_eq!(receipt.kind(), &ReceiptKind::Acknowledgement);
        assert_eq!(receipt.silence_on(), None);
        assert!(has(&receipt, |part| *part == ReceiptPart::NoDecisionAsked));
    }

    #[test]
    fn a_request_on_which_silence_decides_nothing_says_why() {
        let receipt = Receipt::build(&facts(effect(EffectKind::None)));
        assert_eq!(receipt.kind(), &ReceiptKind::Acknowledgement);
        assert!(has(&receipt, |part| matches!(
            part,
            ReceiptPart::NoImpliedDecision { .. }
        )));
    }
}

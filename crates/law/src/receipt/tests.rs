use jiff::civil::date;

use super::*;
use crate::deadline::Period;
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

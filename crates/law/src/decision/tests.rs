use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::remedy::Remedy;
use crate::sentence::Value;

fn refusal() -> DecisionDraft {
    DecisionDraft {
        outcome: Some(Outcome::Refused),
        reason_in_law: Some("Article 5 du règlement de la restauration scolaire.".into()),
        reason_in_fact: Some("L'enfant n'habite pas la commune.".into()),
        signatory: Signatory {
            first_name: "Maïté".into(),
            name: "Etcheverry".into(),
            quality: "Adjointe à la vie scolaire".into(),
            service: "Service scolaire".into(),
            delegation: Some("Arrêté 2026-12 du 3 avril 2026".into()),
        },
        signature: Some(SignatureRegime::Signed {
            act: "decision.pdf".into(),
        }),
        remedies: Remedy::usual("Madame la maire", "tribunal administratif de Pau"),
        ..DecisionDraft::new("2026-0042", date(2026, 11, 22))
    }
}

fn granted() -> DecisionDraft {
    DecisionDraft {
        outcome: Some(Outcome::InFull),
        reason_in_law: None,
        reason_in_fact: None,
        remedies: Vec::new(),
        ..refusal()
    }
}

#[test]
fn a_complete_refusal_is_a_decision_that_says_everything_in_order() {
    let decision = Decision::build(refusal()).unwrap();
    let keys: Vec<_> = decision
        .parts()
        .iter()
        .map(|part| part.sentence().key)
        .collect();
    assert_eq!(
        keys,
        [
            "law-decision-title-refused",
            "law-decision-dated",
            "law-decision-reason-in-law",
            "law-decision-reason-in-fact",
            "law-decision-signatory-by-delegation",
            "law-decision-signed",
            "law-remedy-decision-gracious",
            "law-remedy-decision-contentious",
        ]
    );
}

#[test]
fn an_empty_draft_lacks_everything_that_every_decision_needs() {
    let draft = DecisionDraft::new("1", date(2026, 11, 22));
    assert_eq!(
        Decision::build(draft),
        Err(vec![
            Missing::Outcome,
            Missing::FirstName,
            Missing::Name,
            Missing::Quality,
            Missing::Service,
            Missing::Signature,
        ])
    );
}

#[test]
fn each_missing_element_of_a_refusal_is_told_by_its_name() {
    let with_signatory = |change: fn(&mut Signatory)| {
        let mut draft = refusal();
        change(&mut draft.signatory);
        draft
    };
    let mut no_court = refusal();
    no_court.remedies.pop();
    for (draft, missing) in [
        (
            DecisionDraft {
                reason_in_law: None,
                ..refusal()
            },
            Missing::ReasonInLaw,
        ),
        (
            DecisionDraft {
                reason_in_fact: Some(" \n".into()),
                ..refusal()
            },
            Missing::ReasonInFact,
        ),
        (
            with_signatory(|who| who.first_name.clear()),
            Missing::FirstName,
        ),
        (with_signatory(|who| who.name.clear()), Missing::Name),
        (with_signatory(|who| who.quality.clear()), Missing::Quality),
        (with_signatory(|who| who.service.clear()), Missing::Service),
        (
            DecisionDraft {
                signature: None,
                ..refusal()
            },
            Missing::Signature,
        ),
        (
            DecisionDraft {
                signature: Some(SignatureRegime::Teleservice {
                    conformity: String::new(),
                }),
                ..refusal()
            },
            Missing::Signature,
        ),
        (
            DecisionDraft {
                remedies: Vec::new(),
                ..refusal()
            },
            Missing::Remedies,
        ),
        (no_court, Missing::Remedies),
    ] {
        assert_eq!(Decision::build(draft), Err(vec![missing]));
    }
}

#[test]
fn whatever_is_not_in_full_needs_reasons_and_remedies() {
    for outcome in [Outcome::InPart, Outcome::WithConditions, Outcome::Refused] {
        let draft = DecisionDraft {
            outcome: Some(outcome),
            granted: Some("Trois jours sur cinq".into()),
            conditions: Some("Présenter le justificatif avant le 1er mars".into()),
            ..granted()
        };
        let due = vec![
            Missing::ReasonInLaw,
            Missing::ReasonInFact,
            Missing::Remedies,
        ];
        assert_eq!(Decision::build(draft), Err(due));
    }
    assert!(Decision::build(granted()).is_ok());
}

#[test]
fn a_part_says_what_is_granted_and_conditions_are_written() {
    let in_part = DecisionDraft {
        outcome: Some(Outcome::InPart),
        ..refusal()
    };
    assert_eq!(
        Decision::build(in_part.clone()),
        Err(vec![Missing::Granted])
    );
    assert!(
        Decision::build(DecisionDraft {
            amount: Some(12_000),
            ..in_part
        })
        .is_ok()
    );
    let conditions = DecisionDraft {
        outcome: Some(Outcome::WithConditions),
        ..refusal()
    };
    assert_eq!(Decision::build(conditions), Err(vec![Missing::Conditions]));
}

#[test]
fn amounts_and_periods_make_sense() {
    let term = Term {
        from: date(2026, 9, 1),
        until: Some(date(2026, 8, 31)),
    };
    let draft = DecisionDraft {
        amount: Some(0),
        term: Some(term),
        ..granted()
    };
    assert_eq!(
        Decision::build(draft),
        Err(vec![Missing::Amount, Missing::TermOrder])
    );
}

#[test]
fn a_stored_decision_is_checked_again_when_it_is_read() {
    let decision = Decision::build(refusal()).unwrap();
    let stored = serde_json::to_string(&decision).unwrap();
    assert_eq!(serde_json::from_str::<Decision>(&stored).unwrap(), decision);
    assert!(serde_json::from_str::<Decision>(&stored.replace("Etcheverry", "")).is_err());
}

fn some_text() -> impl Strategy<Value = Option<String>> {
    prop_oneof![
        Just(None),
        Just(Some(String::from(" "))),
        Just(Some(String::from("texte")))
    ]
}

proptest! {
    #[test]
    fn a_draft_is_a_decision_exactly_when_nothing_is_missing_and_never_prints_a_blank(
        outcome in proptest::option::of(proptest::sample::select(Outcome::ALL.to_vec())),
        texts in proptest::collection::vec(some_text(), 6),
        amount in proptest::option::of(-5..500_i64),
        with_remedies: bool,
    ) {
        let text = |at: usize| texts[at].clone();
        let draft = DecisionDraft {
            outcome, amount, granted: text(0), conditions: text(1), attached_act: text(2),
            reason_in_law: text(3), reason_in_fact: text(4),
            signatory: Signatory { delegation: text(5), ..refusal().signatory },
            remedies: if with_remedies { refusal().remedies } else { Vec::new() },
            ..refusal()
        };
        let missing = draft.missing();
        match Decision::build(draft) {
            Err(told) => prop_assert_eq!(told, missing),
            Ok(decision) => {
                prop_assert!(missing.is_empty());
                for (_, value) in decision.parts().iter().flat_map(|part| part.sentence().values) {
                    prop_assert!(!matches!(value, Value::Text(text) if is_blank(&text)));
                }
            }
        }
    }
}

//! Every sentence has its words in both languages, with the same variables.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::date;
use parvis_law::receipt::ImpliedOn;
use parvis_law::{
    DecisionPart, Gap, Missing, Outcome, Period, ReceiptPart, Remedy, RemedyKind, Sentence,
    Signatory, SignatureRegime, SilenceProblem, Term, WORDS_EN, WORDS_FR,
};

/// The messages of a file with the variables that each uses.
fn messages(file: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let lines = file.lines().filter(|line| line.starts_with("law-"));
    lines
        .filter_map(|line| {
            let (key, text) = line.split_once(" = ")?;
            let variables = text
                .split("{ $")
                .skip(1)
                .filter_map(|rest| rest.split(' ').next());
            Some((key, variables.collect()))
        })
        .collect()
}

fn receipt_parts() -> Vec<ReceiptPart> {
    let implied = || ImpliedOn {
        on: date(2026, 4, 1),
        delay: Period::TWO_MONTHS,
        legal_basis: "L231-1".into(),
    };
    let text = || String::from("texte");
    let mut parts = vec![
        ReceiptPart::AcknowledgementTitle,
        ReceiptPart::RegistrationTitle,
        ReceiptPart::Number(text()),
        ReceiptPart::Received(date(2026, 2, 1).at(8, 0, 0, 0)),
        ReceiptPart::Service(text()),
        ReceiptPart::PostalAddress(text()),
        ReceiptPart::Email(text()),
        ReceiptPart::Phone(text()),
        ReceiptPart::NoDecisionAsked,
        ReceiptPart::NoImpliedDecision {
            reason: text(),
            legal_basis: None,
        },
        ReceiptPart::NoImpliedDecision {
            reason: text(),
            legal_basis: Some(text()),
        },
        ReceiptPart::ImpliedAcceptance(implied()),
        ReceiptPart::ImpliedRejection(implied()),
        ReceiptPart::Attestation,
        ReceiptPart::ReasonsOnDemand,
        ReceiptPart::IfIncomplete,
        ReceiptPart::AcknowledgementBy(date(2026, 2, 13)),
    ];
    parts.extend(remedies().into_iter().map(ReceiptPart::Remedy));
    parts.extend(
        [
            Gap::Service,
            Gap::Address,
            Gap::Phone,
            Gap::SilenceEffect,
            Gap::Remedies,
        ]
        .map(ReceiptPart::Missing),
    );
    parts
}

fn decision_parts() -> Vec<DecisionPart> {
    let text = || String::from("texte");
    let term = |until| {
        DecisionPart::Term(Term {
            from: date(2026, 9, 1),
            until,
        })
    };
    let signatory = |delegation| {
        DecisionPart::Signatory(Signatory {
            delegation,
            ..Signatory::default()
        })
    };
    let mut parts = vec![
        DecisionPart::Dated(text(), date(2026, 11, 22)),
        DecisionPart::Granted(text()),
        DecisionPart::Amount(100),
        term(None),
        term(Some(date(2027, 7, 4))),
        DecisionPart::Conditions(text()),
        DecisionPart::AttachedAct(text()),
        DecisionPart::ReasonInLaw(text()),
        DecisionPart::ReasonInFact(text()),
        signatory(None),
        signatory(Some(text())),
        DecisionPart::Signature(SignatureRegime::Signed { act: text() }),
        DecisionPart::Signature(SignatureRegime::Teleservice { conformity: text() }),
    ];
    parts.extend(Outcome::ALL.map(DecisionPart::Title));
    parts.extend(remedies().into_iter().map(DecisionPart::Remedy));
    parts
}

fn remedies() -> Vec<Remedy> {
    [
        RemedyKind::Gracious,
        RemedyKind::Hierarchical,
        RemedyKind::Prior,
        RemedyKind::Contentious,
    ]
    .map(|kind| Remedy {
        kind,
        addressee: "tribunal".into(),
        delay: Period::TWO_MONTHS,
    })
    .to_vec()
}

fn sentences() -> Vec<Sentence> {
    let receipt = receipt_parts().into_iter().map(|part| part.sentence());
    receipt
        .chain(decision_parts().into_iter().map(|part| part.sentence()))
        .collect()
}

fn bare_keys() -> Vec<&'static str> {
    let problems = [
        SilenceProblem::EffectMissing,
        SilenceProblem::DelayMissing,
        SilenceProblem::LegalBasisMissing,
        SilenceProblem::DelayWithoutBasis,
        SilenceProblem::FinancialAcceptance,
        SilenceProblem::ReasonMissing,
    ];
    let outcomes = Outcome::ALL.map(Outcome::key);
    outcomes
        .into_iter()
        .chain(Missing::ALL.map(Missing::key))
        .chain(problems.map(SilenceProblem::key))
        .collect()
}

#[test]
fn every_sentence_has_its_words_with_its_variables_in_both_languages() {
    for words in [messages(WORDS_FR), messages(WORDS_EN)] {
        for sentence in sentences() {
            let variables: BTreeSet<_> = sentence.values.iter().map(|(name, _)| *name).collect();
            assert_eq!(
                words.get(sentence.key),
                Some(&variables),
                "{}",
                sentence.key
            );
        }
        for key in bare_keys() {
            assert_eq!(words.get(key), Some(&BTreeSet::new()), "{key}");
        }
    }
}

#[test]
fn no_word_is_left_that_nothing_says() {
    let mut said: BTreeSet<&str> = sentences().iter().map(|sentence| sentence.key).collect();
    said.extend(bare_keys());
    for words in [messages(WORDS_FR), messages(WORDS_EN)] {
        assert_eq!(words.keys().copied().collect::<BTreeSet<_>>(), said);
    }
}

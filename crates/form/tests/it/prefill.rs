//! What somebody else proposes is read as what the person would type, and never more.

use parvis_form::{Answer, Declined, Entries, Form, Prefill, Way, normalise, prefill};
use parvis_form::{At, Field};
use proptest::prelude::*;

use crate::world::{entries, step, surroundings};

fn sample() -> Form {
    step(
        "  - {field: copies, label: Copies, kind: integer, max: 5}
  - {field: born, label: Né le, kind: date, past: true}
  - {field: wish, label: Souhait, kind: choice, options: [{value: one, label: Un}, {value: two, label: Deux}]}
  - {field: town, label: Commune, kind: commune}
  - {field: who, label: Qui, kind: identity, used_name: false}
  - {field: income, label: Revenu, kind: amount, sensitivity: sensitive}
  - {field: agreed, label: D'accord, kind: consent, optional: true}
  - {field: signed, label: Signature, kind: signature, optional: true}
  - {field: proof, label: Preuve, kind: piece, optional: true}
  - {field: other, label: Autre dossier, kind: dossier, optional: true}
  - {field: twice, label: Deux fois, kind: computed, value: copies * 2}
  - {block: children, title: Enfants, row_title: Enfant, fields: [{field: child, label: Prénom, kind: short_text}]}\n",
    )
}

fn read<'f>(form: &'f Form, pairs: &[(&str, &str)], way: Way) -> Prefill<'f> {
    prefill(form, &entries(pairs), way, &surroundings())
}

fn names(read: &Prefill<'_>) -> Vec<String> {
    let names = read.proposed.iter().map(|own| own.field.id.to_string());
    names.collect()
}

#[test]
fn a_proposal_is_read_as_the_person_would_type_it() {
    let form = sample();
    let given = [
        ("copies", " 2 "),
        ("born", "2016-04-12"),
        ("wish", "two"),
        ("town", "Rennes"),
        ("who-family-name", "  Le   Goff "),
        ("who-first-names", "Zoé"),
    ];
    let read = read(&form, &given, Way::Clear);
    assert!(read.declined.is_empty(), "{:?}", read.declined);
    assert_eq!(names(&read), ["copies", "born", "wish", "town", "who"]);
    assert_eq!(read.proposed[0].answer, Answer::Integer(2));
    assert_eq!(
        read.proposed[1].entries,
        entries(&[
            ("born-day", "12"),
            ("born-month", "4"),
            ("born-year", "2016")
        ])
    );
    assert_eq!(
        read.proposed[4].entries["who-family-name"],
        ["Le Goff".to_owned()]
    );
}

#[test]
fn what_only_the_person_may_say_is_never_proposed() {
    let form = sample();
    let given = [
        ("agreed", "yes"),
        ("signed-signed", "yes"),
        ("signed-signed-name", "Zoé"),
        ("signed", "yes"),
        ("proof", "0199aaaa-0000-7000-8000-000000000000"),
        ("proof-other-way", "yes"),
        ("other", "7K2M-94QD"),
        ("twice", "4"),
    ];
    for way in [Way::Clear, Way::Sealed] {
        let read = read(&form, &given, way);
        assert!(read.proposed.is_empty(), "{:?}", names(&read));
        assert!(read.declined.len() >= 4, "{:?}", read.declined);
    }
}

#[test]
fn nothing_sensitive_is_taken_from_an_address() {
    let form = sample();
    let clear = read(&form, &[("income", "1200")], Way::Clear);
    assert!(clear.proposed.is_empty());
    assert!(
        matches!(clear.declined[..], [Declined::Exposed(field)] if field.id.as_str() == "income")
    );
    assert_eq!(
        names(&read(&form, &[("income", "1200")], Way::Sealed)),
        ["income"]
    );
}

#[test]
fn what_would_be_refused_to_the_person_is_told_and_left_out() {
    let form = sample();
    let given = [
        ("copies", "9"),
        ("born", "demain"),
        ("wish", "three"),
        ("unknown", "1"),
        ("children.1.child", "Zoé"),
        ("town", ""),
    ];
    let read = read(&form, &given, Way::Clear);
    assert!(read.proposed.is_empty(), "{:?}", names(&read));
    let entry = |name: &str| {
        let mut declined = read.declined.iter();
        declined.any(|own| matches!(own, Declined::Entry(error) if error.field.as_str() == name))
    };
    assert!(entry("copies") && entry("born") && entry("wish"));
    let unknown = |wanted: &str| {
        let mut declined = read.declined.iter();
        declined.any(|own| matches!(own, Declined::Unknown { name } if name == wanted))
    };
    assert!(unknown("unknown") && unknown("children.1.child"));
    assert!(!entry("town"), "an empty value proposes nothing");
}

/// Whether the form engine accepts from the person what was proposed.
fn is_accepted(field: &Field, given: &Entries) -> bool {
    normalise(field, At::Form, given, &surroundings()).is_ok_and(|answer| answer.is_some())
}

proptest! {
    #[test]
    fn whatever_an_address_says_only_what_a_person_could_send_is_proposed(
        given in proptest::collection::btree_map(
            prop_oneof![
                proptest::sample::select(vec!["copies", "born", "born-day", "wish", "town", "agreed", "twice", "who-family-name", "children"])
                    .prop_map(str::to_owned),
                "\\PC{0,12}",
            ],
            proptest::collection::vec("\\PC{0,20}|[0-9]{1,4}|one|Rennes|2016-04-12", 0..3),
            0..12,
        )
    ) {
        let form = sample();
        let read = prefill(&form, &given, Way::Clear, &surroundings());
        for proposed in &read.proposed {
            prop_assert!(proposed.field.may_stand_in_an_address());
            prop_assert!(is_accepted(proposed.field, &proposed.entries));
        }
    }
}

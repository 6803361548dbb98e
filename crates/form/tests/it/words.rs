//! Every word exists in both languages.

use std::collections::BTreeSet;

use crate::world::{entries, field, form, surroundings};
use parvis_form::{At, EntryErrorKind, Part, WORDS_EN, WORDS_FR, normalise};

fn keys(words: &str) -> BTreeSet<&str> {
    words
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(key, _)| key)
        .filter(|key| key.starts_with("field-"))
        .collect()
}

#[test]
fn french_and_english_have_the_same_keys() {
    assert_eq!(keys(WORDS_FR), keys(WORDS_EN));
}

#[test]
fn every_error_and_every_part_has_its_words() {
    let known = keys(WORDS_FR);
    let form = field("kind: email");
    let field = form.field("f").unwrap();
    for kind in every_kind_of_error() {
        let key = field.error(At::Form, Part::Whole, kind).key();
        assert!(known.contains(key.as_str()), "{key}");
    }
    for part in Part::ALL.iter().filter(|part| **part != Part::Whole) {
        let key = format!("field-part-{}", part.suffix());
        assert!(known.contains(key.as_str()), "{key}");
    }
}

#[test]
fn every_missing_answer_has_its_words() {
    let known = keys(WORDS_FR);
    let form = form(include_str!("every_kind.yaml"));
    for field in form.fields().filter(|field| !field.optional) {
        let errors = normalise(field, At::Form, &entries(&[]), &surroundings()).unwrap_err();
        assert!(
            known.contains(errors[0].key().as_str()),
            "{}",
            errors[0].key()
        );
    }
    for (rest, posted) in [
        ("kind: address", "f-number"),
        (
            "kind: 'identity', birth_date: required, birth_place: required",
            "f-used-name",
        ),
        ("kind: 'identity', birth_place: required", "f-birth-town"),
        ("kind: 'identity', birth_place: required", "f-birth-country"),
        ("kind: commune, abroad: true", "f-town"),
        ("kind: commune, abroad: true", "f-country"),
    ] {
        let form = field_of(rest);
        let errors = normalise(
            form.field("f").unwrap(),
            At::Form,
            &entries(&[(posted, "x")]),
            &surroundings(),
        )
        .unwrap_err();
        for error in errors {
            assert!(known.contains(error.key().as_str()), "{}", error.key());
        }
    }
}

fn field_of(rest: &str) -> parvis_form::Form {
    field(rest)
}

fn every_kind_of_error() -> Vec<EntryErrorKind> {
    use EntryErrorKind::*;
    vec![
        Required,
        TooLong { max: 1, length: 2 },
        NotInteger,
        TooSmall { min: 1 },
        TooLarge { max: 1 },
        DateIncomplete,
        DateImpossible,
        YearImplausible,
        NotPast,
        NotFuture,
        UnknownOption,
        EmailInvalid,
        PhoneInvalid,
        PostcodeInvalid,
        PlaceUnknown,
        PlaceAmbiguous { candidates: vec![] },
        PlaceElsewhere { candidates: vec![] },
        PlaceTwice,
        CountryUnknown,
        NameInvalid,
        TooManyFiles { max: 1 },
        FileTooLarge {
            max: 1,
            name: String::new(),
        },
        FileTypeRefused {
            accepted: String::new(),
            name: String::new(),
        },
        FileUnknown,
        FileNotKept {
            name: String::new(),
        },
        PictureTooWide {
            max: 1,
            name: String::new(),
        },
        TooFewRows { min: 1 },
        TooManyRows { max: 1 },
        RowInvalid,
        SeveralValues,
        WrongType,
        Tampered,
        UnknownField,
        HiddenField,
    ]
}

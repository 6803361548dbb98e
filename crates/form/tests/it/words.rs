//! Every word exists in both languages.

use std::collections::BTreeSet;

use crate::world::{TODAY, entries, field, form, surroundings};
use parvis_form::{At, Decimal, EntryErrorKind, Part, Text, WORDS_EN, WORDS_FR, normalise};
use parvis_kernel::Personal;

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
        (
            "kind: linked, options: [{value: x, label: X, options: [{value: y, label: Y}]}, {value: z, label: Z}]",
            "f",
        ),
        ("kind: date_time", "f-day"),
        ("kind: signature", "f-signed-name"),
        ("kind: signature", "f-signed"),
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

#[test]
fn something_else_that_is_not_said_has_its_words() {
    let form = field("kind: choice, other: true, options: [{value: x, label: X}]");
    let field = form.field("f").unwrap();
    let posted = entries(&[("f", "other")]);
    let errors = normalise(field, At::Form, &posted, &surroundings()).unwrap_err();
    assert!(keys(WORDS_FR).contains(errors[0].key().as_str()));
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
        NotDecimal,
        NotAmount,
        TooPrecise { decimals: 2 },
        DecimalTooSmall {
            min: Decimal::default(),
        },
        DecimalTooLarge {
            max: Decimal::default(),
        },
        AmountTooSmall { min: 1 },
        AmountTooLarge { max: 1 },
        DateIncomplete,
        DateImpossible,
        YearImplausible,
        NotPast,
        NotFuture,
        TooEarly {
            first: Personal::new(TODAY),
        },
        TooLate {
            last: Personal::new(TODAY),
        },
        TooYoung { age: 1 },
        TooOld { age: 1 },
        TimeInvalid,
        UnknownOption,
        ListedUnknown,
        ListedAmbiguous { candidates: vec![] },
        AssociationNumberInvalid,
        CompanyNumberInvalid,
        SchoolNumberInvalid,
        DossierNumberInvalid,
        DossierNotTheirs,
        CoordinatesInvalid {
            line: String::new(),
        },
        CoordinatesOffGlobe {
            line: String::new(),
        },
        TooFewPoints { min: 2 },
        TooManyPoints { max: 1 },
        AreaNotSimple,
        EmailInvalid,
        PhoneInvalid,
        SirenLength,
        SirenMistyped,
        SiretLength,
        SiretMistyped,
        IbanInvalid,
        IbanCountry,
        IbanLength { expected: 27 },
        IbanMistyped,
        PlateInvalid,
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
        Check {
            message: Text::french("x"),
        },
        Ineligible {
            message: Text::french("x"),
        },
    ]
}

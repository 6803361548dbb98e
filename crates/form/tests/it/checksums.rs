//! Numbers that bear their own check: any one digit typed wrong is refused.

use crate::world::{entries, field, surroundings};
use parvis_form::{Answer, At, Form, normalise};
use proptest::prelude::*;
use std::sync::LazyLock;

static SIREN: LazyLock<Form> = LazyLock::new(|| field("kind: siren"));
static SIRET: LazyLock<Form> = LazyLock::new(|| field("kind: siret"));
static IBAN: LazyLock<Form> = LazyLock::new(|| field("kind: iban, sensitivity: sensitive"));

fn reads(form: &Form, typed: &str) -> Option<Answer> {
    let field = form.field("f").unwrap();
    let read = normalise(field, At::Form, &entries(&[("f", typed)]), &surroundings());
    read.ok().flatten()
}

/// The same text with another digit at a place that has one.
fn slipped(number: &str, place: usize, by: u8) -> String {
    let places: Vec<usize> = (0..number.len())
        .filter(|place| number.as_bytes()[*place].is_ascii_digit())
        .collect();
    let place = places[place % places.len()];
    let mut digits = number.as_bytes().to_vec();
    digits[place] = b'0' + (digits[place] - b'0' + by) % 10;
    String::from_utf8(digits).unwrap()
}

/// The body followed by the only digit that makes the check hold.
fn with_check_digit(body: &str) -> String {
    let numbers = (0..10).map(|digit| format!("{body}{digit}"));
    let weigh = |number: &str| -> u32 {
        let digits = number.bytes().rev().map(|digit| u32::from(digit - b'0'));
        let weighed = digits.enumerate().map(|(place, digit)| match place % 2 {
            0 => digit,
            _ => digit * 2 / 10 + digit * 2 % 10,
        });
        weighed.sum()
    };
    let mut right = numbers.filter(|number| weigh(number).is_multiple_of(10));
    right.next().unwrap()
}

/// A French account, its check computed with whole numbers.
fn account(body: &str) -> String {
    let number = body
        .chars()
        .map(|sign| sign.to_digit(36).unwrap().to_string());
    let number: String = number.chain(["152700".to_owned()]).collect();
    let rest = number.bytes().fold(0_u32, |rest, digit| {
        (rest * 10 + u32::from(digit - b'0')) % 97
    });
    format!("FR{:02}{body}", 98 - rest)
}

proptest! {
    #[test]
    fn a_siren_with_a_wrong_digit_is_refused(body in "[0-9]{7}[1-9]", place in any::<usize>(), by in 1..=9_u8) {
        let siren = with_check_digit(&body);
        prop_assert_eq!(reads(&SIREN, &siren), Some(Answer::Siren(siren.clone())));
        prop_assert_eq!(reads(&SIREN, &slipped(&siren, place, by)), None);
    }

    #[test]
    fn a_siret_with_a_wrong_digit_is_refused(body in "[0-9]{7}[1-9]", establishment in "[0-9]{4}", place in any::<usize>(), by in 1..=9_u8) {
        let siret = with_check_digit(&format!("{}{establishment}", with_check_digit(&body)));
        prop_assert_eq!(reads(&SIRET, &siret), Some(Answer::Siret(siret.clone())));
        prop_assert_eq!(reads(&SIRET, &slipped(&siret, place, by)), None);
    }

    #[test]
    fn an_iban_with_a_wrong_digit_is_refused(body in "[0-9]{10}[A-Z0-9]{11}[0-9]{2}", place in any::<usize>(), by in 1..=9_u8) {
        let iban = account(&body);
        prop_assert_eq!(reads(&IBAN, &iban), Some(Answer::Iban(iban.clone())));
        prop_assert_eq!(reads(&IBAN, &slipped(&iban, place, by)), None);
    }

    #[test]
    fn two_signs_exchanged_in_an_iban_are_refused(body in "[0-9]{23}", place in 0..22_usize) {
        let iban = account(&body);
        let mut signs = iban.clone().into_bytes();
        signs.swap(4 + place, 5 + place);
        let exchanged = String::from_utf8(signs).unwrap();
        prop_assert_eq!(reads(&IBAN, &exchanged).is_some(), exchanged == iban);
    }
}

#[test]
fn an_account_is_nowhere_in_what_is_written_for_developers() {
    let answer = reads(&IBAN, "FR14 2004 1010 0505 0001 3M02 606").unwrap();
    assert_eq!(format!("{answer:?}"), "iban([personal])");
    let form = &IBAN;
    let field = form.field("f").unwrap();
    let wrong = entries(&[("f", "FR15 2004 1010 0505 0001 3M02 606")]);
    let errors = normalise(field, At::Form, &wrong, &surroundings()).unwrap_err();
    assert!(!format!("{errors:?}").contains("2004"));
}

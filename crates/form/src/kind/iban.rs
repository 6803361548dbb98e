//! Bank accounts, by their IBAN (ISO 13616).

use parvis_kernel::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Rules;
use crate::answer::{Answer, EntryErrorKind, Part, Reader, Surroundings, Writer};

/// A bank account in the single euro payments area: where a transfer in euros reaches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Iban {}

/// The countries and territories of the area, and how many letters and digits an IBAN has there (registry of IBAN formats,
/// published by SWIFT for ISO 13616; list of the area by the European Payments Council; both to be confirmed each year).
const COUNTRIES: [(&str, usize); 44] = [
    ("AD", 24),
    ("AL", 28),
    ("AT", 20),
    ("BE", 16),
    ("BG", 22),
    ("CH", 21),
    ("CY", 28),
    ("CZ", 24),
    ("DE", 22),
    ("DK", 18),
    ("EE", 20),
    ("ES", 24),
    ("FI", 18),
    ("FO", 18),
    ("FR", 27),
    ("GB", 22),
    ("GI", 23),
    ("GL", 18),
    ("GR", 27),
    ("HR", 21),
    ("HU", 28),
    ("IE", 22),
    ("IS", 26),
    ("IT", 27),
    ("LI", 21),
    ("LT", 20),
    ("LU", 20),
    ("LV", 21),
    ("MC", 27),
    ("MD", 24),
    ("ME", 22),
    ("MK", 19),
    ("MT", 31),
    ("NL", 18),
    ("NO", 15),
    ("PL", 28),
    ("PT", 25),
    ("RO", 24),
    ("RS", 22),
    ("SE", 24),
    ("SI", 19),
    ("SK", 24),
    ("SM", 27),
    ("VA", 22),
];

impl Rules for Iban {
    fn read(&self, reader: &mut Reader<'_>, _: &Surroundings<'_>) -> Option<Answer> {
        let typed = reader.short(Part::Whole, self.max_letters())?;
        match iban(&typed) {
            Ok(iban) => Some(Answer::Iban(iban)),
            Err(wrong) => {
                reader.refuse(Part::Whole, wrong);
                None
            }
        }
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        if let Answer::Iban(iban) = answer {
            writer.put(Part::Whole, grouped(iban));
        }
    }

    fn lines(&self, answer: &Answer, _: Language) -> Vec<String> {
        match answer {
            Answer::Iban(iban) => vec![grouped(iban)],
            _ => Vec::new(),
        }
    }

    fn schema(&self) -> Value {
        json!({ "iban": { "type": "string", "pattern": "^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,27}$" } })
    }

    fn max_letters(&self) -> u32 {
        60
    }
}

/// An IBAN without spaces, in capital letters, when it is one.
pub(crate) fn iban(typed: &str) -> Result<String, EntryErrorKind> {
    let bare: String = typed
        .chars()
        .filter(|letter| !" .-\u{2011}".contains(*letter))
        .map(|letter| letter.to_ascii_uppercase())
        .collect();
    // « IBAN FR76 ... », as it is copied from a statement.
    let bare = bare.strip_prefix("IBAN").map(str::to_owned).unwrap_or(bare);
    let is_sign = |sign: u8| sign.is_ascii_uppercase() || sign.is_ascii_digit();
    if !bare.bytes().all(is_sign) {
        return Err(EntryErrorKind::IbanInvalid);
    }
    let Some((country, rest)) = bare.split_at_checked(2) else {
        return Err(EntryErrorKind::IbanInvalid);
    };
    if !country.bytes().all(|letter| letter.is_ascii_uppercase()) {
        return Err(EntryErrorKind::IbanInvalid);
    }
    let known = COUNTRIES.iter().find(|(code, _)| *code == country);
    let Some((_, length)) = known else {
        return Err(EntryErrorKind::IbanCountry);
    };
    if bare.len() != *length {
        let expected = u32::try_from(*length).unwrap_or_default();
        return Err(EntryErrorKind::IbanLength { expected });
    }
    let check = rest.bytes().take(2);
    if !check.clone().all(|digit| digit.is_ascii_digit()) || remainder(&bare) != 1 {
        return Err(EntryErrorKind::IbanMistyped);
    }
    Ok(bare)
}

/// The remainder by 97 of the number that an IBAN is, its four first signs put last, each letter counted from 10.
fn remainder(iban: &str) -> u32 {
    let (head, tail) = iban.split_at_checked(4).unwrap_or((iban, ""));
    let values = tail
        .chars()
        .chain(head.chars())
        .filter_map(|sign| sign.to_digit(36));
    values.fold(0, |rest, value| {
        let shift = if value > 9 { 100 } else { 10 };
        (rest * shift + value) % 97
    })
}

/// By groups of four: `FR76 3000 6000 0112 3456 7890 189`.
fn grouped(iban: &str) -> String {
    let mut grouped = String::with_capacity(iban.len() + iban.len() / 4);
    for (place, sign) in iban.chars().enumerate() {
        if place > 0 && place.is_multiple_of(4) {
            grouped.push(' ');
        }
        grouped.push(sign);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_of_the_registry_are_accounts() {
        for typed in [
            "FR14 2004 1010 0505 0001 3M02 606",
            "fr1420041010050500013m02606",
            "IBAN FR14-2004-1010-0505-0001-3M02-606",
            "DE89 3704 0044 0532 0130 00",
            "BE68 5390 0754 7034",
            "NO93 8601 1117 947",
            "MT84 MALT 0110 0001 2345 MTLC AST0 01S",
            "GB29 NWBK 6016 1331 9268 19",
        ] {
            assert!(iban(typed).is_ok(), "{typed}");
        }
    }

    #[test]
    fn what_is_no_account_of_the_area_is_told_apart() {
        for (typed, wrong) in [
            (
                "FR14 2004 1010 0505 0001 3M02 607",
                EntryErrorKind::IbanMistyped,
            ),
            (
                "FR14 2004 1010 0505 0001 3M02 60",
                EntryErrorKind::IbanLength { expected: 27 },
            ),
            ("US12 3456 7890 1234", EntryErrorKind::IbanCountry),
            ("2004 1010 0505 0001 3M02 606", EntryErrorKind::IbanInvalid),
            ("FR14 2004 é", EntryErrorKind::IbanInvalid),
            ("F", EntryErrorKind::IbanInvalid),
        ] {
            assert_eq!(iban(typed), Err(wrong), "{typed}");
        }
    }

    #[test]
    fn the_countries_are_in_order_and_fit_the_schema() {
        assert!(COUNTRIES.is_sorted());
        assert!(
            COUNTRIES
                .iter()
                .all(|(_, length)| (15..=31).contains(length))
        );
    }

    #[test]
    fn an_account_is_shown_by_groups_of_four() {
        assert_eq!(grouped("BE68539007547034"), "BE68 5390 0754 7034");
    }
}

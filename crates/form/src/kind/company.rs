//! SIREN and SIRET: the numbers of a legal person, and of one of its establishments.

use parvis_kernel::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Rules;
use crate::answer::{Answer, EntryErrorKind, Part, Reader, Surroundings, Writer};

/// The SIREN of a company, an association or an administration: nine digits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Siren {}

/// The SIRET of an establishment: the SIREN, then five digits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Siret {}

/// The SIREN of La Poste: its establishments are too many for the usual check.
const LA_POSTE: &str = "356000000";

impl Rules for Siren {
    fn read(&self, reader: &mut Reader<'_>, _: &Surroundings<'_>) -> Option<Answer> {
        let typed = reader.short(Part::Whole, self.max_letters())?;
        let digits = digits_of(&typed, 9);
        let wrong = match &digits {
            None => Some(EntryErrorKind::SirenLength),
            Some(digits) if !is_siren(digits) => Some(EntryErrorKind::SirenMistyped),
            Some(_) => None,
        };
        match wrong {
            Some(wrong) => {
                reader.refuse(Part::Whole, wrong);
                None
            }
            None => digits.map(Answer::Siren),
        }
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        if let Answer::Siren(digits) = answer {
            writer.put(Part::Whole, grouped(digits));
        }
    }

    fn lines(&self, answer: &Answer, _: Language) -> Vec<String> {
        match answer {
            Answer::Siren(digits) => vec![grouped(digits)],
            _ => Vec::new(),
        }
    }

    fn schema(&self) -> Value {
        json!({ "siren": { "type": "string", "pattern": "^[0-9]{9}$" } })
    }

    fn max_letters(&self) -> u32 {
        40
    }
}

impl Rules for Siret {
    fn read(&self, reader: &mut Reader<'_>, _: &Surroundings<'_>) -> Option<Answer> {
        let typed = reader.short(Part::Whole, self.max_letters())?;
        let digits = digits_of(&typed, 14);
        let wrong = match &digits {
            None => Some(EntryErrorKind::SiretLength),
            Some(digits) if !is_siret(digits) => Some(EntryErrorKind::SiretMistyped),
            Some(_) => None,
        };
        match wrong {
            Some(wrong) => {
                reader.refuse(Part::Whole, wrong);
                None
            }
            None => digits.map(Answer::Siret),
        }
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        if let Answer::Siret(digits) = answer {
            writer.put(Part::Whole, grouped(digits));
        }
    }

    fn lines(&self, answer: &Answer, _: Language) -> Vec<String> {
        match answer {
            Answer::Siret(digits) => vec![grouped(digits)],
            _ => Vec::new(),
        }
    }

    fn schema(&self) -> Value {
        json!({ "siret": { "type": "string", "pattern": "^[0-9]{14}$" } })
    }

    fn max_letters(&self) -> u32 {
        40
    }
}

/// The digits of what was typed, when there are just so many; spaces, points and hyphens are forgiven.
fn digits_of(typed: &str, count: usize) -> Option<String> {
    let digits: String = typed
        .chars()
        .filter(|letter| !" .-\u{2011}".contains(*letter))
        .collect();
    let fits = digits.len() == count && digits.bytes().all(|digit| digit.is_ascii_digit());
    fits.then_some(digits)
}

/// Says whether nine digits are a SIREN.
pub(crate) fn is_siren(digits: &str) -> bool {
    sum(digits) > 0 && luhn(digits)
}

/// Says whether a text is a SIRET: fourteen digits, its SIREN holds, and the whole does, or is an establishment of La Poste, whose
/// digits add up to a multiple of five (INSEE, documentation of the Sirene register; to be confirmed).
pub(crate) fn is_siret(digits: &str) -> bool {
    let Some((siren, _)) = digits.split_at_checked(9) else {
        return false;
    };
    digits.len() == 14
        && digits.bytes().all(|digit| digit.is_ascii_digit())
        && is_siren(siren)
        && (luhn(digits) || (siren == LA_POSTE && sum(digits).is_multiple_of(5)))
}

fn sum(digits: &str) -> u32 {
    digits.chars().filter_map(|digit| digit.to_digit(10)).sum()
}

/// The check of Luhn: from the right, each second digit counts twice.
fn luhn(digits: &str) -> bool {
    let values = digits.chars().rev().filter_map(|digit| digit.to_digit(10));
    let sum: u32 = values
        .enumerate()
        .map(|(place, value)| match (place % 2, value) {
            (0, value) => value,
            (_, value) if value > 4 => 2 * value - 9,
            (_, value) => 2 * value,
        })
        .sum();
    sum.is_multiple_of(10)
}

/// By groups of three digits, then the five of the establishment: `123 456 782 00010`.
fn grouped(digits: &str) -> String {
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && place <= 9 && place.is_multiple_of(3) {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_siret_is_checked_as_a_whole_and_by_its_siren() {
        assert!(is_siren("123456782"));
        assert!(!is_siren("123456789"));
        assert!(!is_siren("000000000"));
        assert!(is_siret("12345678200010"));
        assert!(!is_siret("12345678200011"));
        assert!(!is_siret("00000000000000"));
        // Signs between digits whose checks would hold.
        assert!(!is_siret("+75(((++("));
        assert!(!is_siret("123456782 0001"));
    }

    #[test]
    fn the_establishments_of_la_poste_have_their_own_check() {
        assert!(is_siren(LA_POSTE));
        // Its seat holds the usual check, an establishment need not.
        assert!(is_siret("35600000000048"));
        assert!(is_siret("35600000049837"));
        assert!(!is_siret("35600000049838"));
        // The same digits elsewhere are refused.
        assert!(!is_siret("12345678249837"));
    }

    #[test]
    fn numbers_are_shown_by_groups() {
        assert_eq!(grouped("12345678200010"), "123 456 782 00010");
        assert_eq!(grouped("123456782"), "123 456 782");
    }
}

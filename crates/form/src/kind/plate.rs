//! Registration plates of vehicles.

use parvis_kernel::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Rules;
use crate::answer::{Answer, EntryErrorKind, Part, Reader, Surroundings, Writer};

/// The plate of a vehicle: `AA-123-AA` since 2009 (SIV), `123 ABC 45` before (FNI).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VehiclePlate {
    /// Whether the plate of another country is accepted.
    #[serde(default)]
    pub abroad: bool,
}

impl Rules for VehiclePlate {
    fn read(&self, reader: &mut Reader<'_>, _: &Surroundings<'_>) -> Option<Answer> {
        let typed = reader.short(Part::Whole, self.max_letters())?;
        let french = plate(&typed);
        let plate = french.or_else(|| foreign(&typed).filter(|_| self.abroad));
        if plate.is_none() {
            reader.refuse(Part::Whole, EntryErrorKind::PlateInvalid);
        }
        plate.map(Answer::VehiclePlate)
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        if let Answer::VehiclePlate(plate) = answer {
            writer.put(Part::Whole, plate);
        }
    }

    fn lines(&self, answer: &Answer, _: Language) -> Vec<String> {
        match answer {
            Answer::VehiclePlate(plate) => vec![plate.clone()],
            _ => Vec::new(),
        }
    }

    fn schema(&self) -> Value {
        let pattern = if self.abroad {
            "^[A-Z0-9]([A-Z0-9 -]{0,13}[A-Z0-9])?$"
        } else {
            "^([A-Z]{2}-[0-9]{3}-[A-Z]{2}|[1-9][0-9]{0,3} [A-Z]{1,3} ([0-9]{2,3}|2[AB]))$"
        };
        json!({ "vehicle_plate": { "type": "string", "pattern": pattern } })
    }

    fn max_letters(&self) -> u32 {
        20
    }
}

/// A French plate with its hyphens or spaces where they stand, when it is one.
fn plate(typed: &str) -> Option<String> {
    let signs: String = typed
        .chars()
        .filter(|sign| !" -\u{2011}·.".contains(*sign))
        .map(|sign| sign.to_ascii_uppercase())
        .collect();
    if !signs.is_ascii() {
        return None;
    }
    since_2009(&signs).or_else(|| before_2009(&signs))
}

/// Two letters, three digits, two letters; I, O and U, read as digits or as V, are not used, nor is SS.
fn since_2009(signs: &str) -> Option<String> {
    if signs.len() != 7 {
        return None;
    }
    let (first, rest) = signs.split_at_checked(2)?;
    let (number, last) = rest.split_at_checked(3)?;
    let is_pair = |pair: &str| {
        pair != "SS"
            && pair
                .bytes()
                .all(|letter| letter.is_ascii_uppercase() && !b"IOU".contains(&letter))
    };
    let is_number = number.bytes().all(|digit| digit.is_ascii_digit()) && number != "000";
    (is_pair(first) && is_number && is_pair(last)).then(|| format!("{first}-{number}-{last}"))
}

/// One to four digits, one to three letters, the département.
fn before_2009(signs: &str) -> Option<String> {
    let (number, rest) =
        signs.split_at_checked(signs.find(|sign: char| !sign.is_ascii_digit())?)?;
    let (letters, departement) =
        rest.split_at_checked(rest.find(|sign: char| sign.is_ascii_digit())?)?;
    let is_number = (1..=4).contains(&number.len()) && !number.starts_with('0');
    let is_series = (1..=3).contains(&letters.len())
        && letters
            .bytes()
            .all(|letter| letter.is_ascii_uppercase() && !b"IO".contains(&letter));
    (is_number && is_series && is_departement(departement))
        .then(|| format!("{number} {letters} {departement}"))
}

/// The départements of the old plates: Corse as 20 then 2A and 2B, overseas by three digits.
fn is_departement(code: &str) -> bool {
    match (code, code.len()) {
        ("2A" | "2B", _) => true,
        (_, 2) => code
            .parse::<u8>()
            .is_ok_and(|number| (1..=95).contains(&number)),
        (_, 3) => code
            .parse::<u16>()
            .is_ok_and(|number| (971..=988).contains(&number)),
        _ => false,
    }
}

/// The plate of another country: letters and digits, as it is written.
fn foreign(typed: &str) -> Option<String> {
    let plate = typed.to_ascii_uppercase().replace('\u{2011}', "-");
    let is_sign = |sign: u8| sign.is_ascii_uppercase() || sign.is_ascii_digit();
    let fits = (2..=15).contains(&plate.len())
        && plate
            .bytes()
            .all(|sign| is_sign(sign) || b" -".contains(&sign))
        && plate.bytes().next().is_some_and(is_sign)
        && plate.bytes().last().is_some_and(is_sign);
    fits.then_some(plate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plates_are_normalised_in_both_formats() {
        for (typed, kept) in [
            ("aa-123-aa", "AA-123-AA"),
            ("AB 344 CA", "AB-344-CA"),
            ("ab344ca", "AB-344-CA"),
            ("123 abc 45", "123 ABC 45"),
            ("1234 AB 2a", "1234 AB 2A"),
            ("45-XY-974", "45 XY 974"),
        ] {
            assert_eq!(plate(typed).as_deref(), Some(kept), "{typed}");
        }
    }

    #[test]
    fn what_no_vehicle_bears_is_refused() {
        for typed in [
            "AA-000-AA",
            "AI-123-AA",
            "AA-123-OA",
            "SS-123-AA",
            "AA-12-AA",
            "AA-1234-AA",
            "0123 AB 45",
            "123 ABCD 45",
            "123 AB 96",
            "123 AB 00",
            "123 AB 999",
            "12345 AB 45",
            "123 AB",
            "AÉ-123-AA",
            "",
            "1-ABC-234",
        ] {
            assert_eq!(plate(typed), None, "{typed}");
        }
    }

    #[test]
    fn the_plate_of_another_country_is_kept_as_it_is_written() {
        assert_eq!(foreign("1-abc-234").as_deref(), Some("1-ABC-234"));
        for typed in ["-", "A", "a_b", "ABCDEFGHIJKLMNOP", "é12"] {
            assert_eq!(foreign(typed), None, "{typed}");
        }
    }
}

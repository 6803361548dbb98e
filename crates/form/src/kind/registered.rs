//! A body that a public register knows: an association, a company, a school.

use parvis_kernel::Language;
use serde_json::{Value, json};

use super::Rules;
use super::company::is_siret;
use crate::answer::{
    Answer, EntryErrorKind, NameSource, Part, Reader, Register, Registered, Surroundings, Writer,
};

/// Letters of a name, at most.
const NAME: u32 = 200;
/// The letters that check the number of a school: neither I, O nor Q.
const UAI_LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPRSTUVWXYZ";

impl Register {
    const fn answer(self, body: Registered) -> Answer {
        match self {
            Self::Associations => Answer::Association(body),
            Self::Companies => Answer::Company(body),
            Self::Schools => Answer::School(body),
        }
    }

    const fn of(self, answer: &Answer) -> Option<&Registered> {
        match (self, answer) {
            (Self::Associations, Answer::Association(body))
            | (Self::Companies, Answer::Company(body))
            | (Self::Schools, Answer::School(body)) => Some(body),
            _ => None,
        }
    }

    const fn term(self) -> &'static str {
        match self {
            Self::Associations => "association",
            Self::Companies => "company",
            Self::Schools => "school",
        }
    }

    /// What is wrong with a number that is none of the register.
    const fn refusal(self) -> EntryErrorKind {
        match self {
            Self::Associations => EntryErrorKind::AssociationNumberInvalid,
            Self::Companies => EntryErrorKind::CompanyNumberInvalid,
            Self::Schools => EntryErrorKind::SchoolNumberInvalid,
        }
    }

    fn is_number(self, number: &str) -> bool {
        match self {
            Self::Associations => is_rna(number) || is_siret(number),
            Self::Companies => is_siret(number),
            Self::Schools => is_uai(number),
        }
    }

    /// A number in words: digits of a SIRET by threes.
    fn number_in_words(self, number: &str) -> String {
        match (self, number.len()) {
            (Self::Schools, _) => format!("UAI {number}"),
            (_, 14) => format!("SIRET {}", grouped(number)),
            _ => format!("RNA {number}"),
        }
    }
}

/// `W`, three signs that tell where the association was first declared, six digits.
fn is_rna(number: &str) -> bool {
    let Some(rest) = number.strip_prefix('W').filter(|rest| rest.len() == 9) else {
        return false;
    };
    let (place, rank) = rest.split_at_checked(3).unwrap_or_default();
    place.starts_with(|first: char| first.is_ascii_digit())
        && place
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
        && rank.bytes().all(|byte| byte.is_ascii_digit())
}

/// Seven digits, and the letter that their remainder by 23 gives.
fn is_uai(number: &str) -> bool {
    let Some((digits, letter)) = number.split_at_checked(7) else {
        return false;
    };
    let Some(rank) = digits
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| digits.parse().ok())
        .flatten()
    else {
        return false;
    };
    let rank: usize = rank;
    let expected = UAI_LETTERS.get(rank % UAI_LETTERS.len());
    expected.is_some_and(|expected| letter.as_bytes() == [*expected])
}

/// `12345678900012` as `123 456 789 00012`.
fn grouped(siret: &str) -> String {
    let mut words = String::with_capacity(17);
    for (rank, digit) in siret.chars().enumerate() {
        if matches!(rank, 3 | 6 | 9) {
            words.push(' ');
        }
        words.push(digit);
    }
    words
}

impl Rules for Register {
    fn parts(&self) -> Vec<Part> {
        vec![Part::Whole, Part::Name]
    }

    fn read(&self, reader: &mut Reader<'_>, surroundings: &Surroundings<'_>) -> Option<Answer> {
        if reader.is_blank(&[Part::Whole, Part::Name]) {
            return None;
        }
        let typed = reader.short(Part::Whole, NAME);
        let number = typed.map(|typed| bare(&typed));
        match &number {
            Some(number) if !self.is_number(number) => reader.refuse(Part::Whole, self.refusal()),
            None if *self != Self::Schools => reader.refuse(Part::Whole, EntryErrorKind::Required),
            _ => {}
        }
        if !reader.is_clean() {
            return None;
        }
        let known = number
            .as_deref()
            .and_then(|number| surroundings.lookup.name(*self, number));
        let (name, source) = match known {
            Some(name) => (name, NameSource::Register),
            None => (reader.needed(Part::Name, NAME), NameSource::Declared),
        };
        reader.is_clean().then(|| {
            self.answer(Registered {
                number,
                name,
                source,
            })
        })
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        if let Some(body) = self.of(answer) {
            writer.put_some(Part::Whole, body.number.as_ref());
            writer.put(Part::Name, &body.name);
        }
    }

    fn lines(&self, answer: &Answer, language: Language) -> Vec<String> {
        let Some(body) = self.of(answer) else {
            return Vec::new();
        };
        let source = match (body.source, language) {
            (NameSource::Declared, Language::French) => "Nom indiqué par la personne",
            (NameSource::Declared, Language::English) => "Name given by the person",
            (NameSource::Register, Language::French) => "Nom donné par le registre",
            (NameSource::Register, Language::English) => "Name given by the register",
        };
        let number = body.number.as_deref();
        let number = number.map(|number| self.number_in_words(number));
        let lines = [Some(body.name.clone()), number, Some(source.to_owned())];
        lines.into_iter().flatten().collect()
    }

    fn schema(&self) -> Value {
        let pattern = match self {
            Self::Associations => "^(W[0-9][0-9A-Z]{2}[0-9]{6}|[0-9]{14})$",
            Self::Companies => "^[0-9]{14}$",
            Self::Schools => "^[0-9]{7}[A-HJ-NPR-Z]$",
        };
        let required = match self {
            Self::Schools => json!(["name", "source"]),
            _ => json!(["number", "name", "source"]),
        };
        json!({ (self.term()): {
            "type": "object", "required": required, "additionalProperties": false,
            "properties": {
                "number": { "type": "string", "pattern": pattern },
                "name": { "type": "string", "minLength": 1, "maxLength": NAME },
                "source": { "enum": ["declared", "register"] },
            },
        } })
    }
}

/// A number without what people put between its signs, in capitals.
fn bare(typed: &str) -> String {
    typed
        .chars()
        .filter(|sign| !matches!(sign, ' ' | '.' | '-' | '/'))
        .map(|sign| sign.to_ascii_uppercase())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_school_has_its_letter() {
        for (number, right) in [
            ("0750655E", true),
            ("0350024A", false),
            ("0750655F", false),
            ("075065E", false),
            ("0750655", false),
            ("075065é5E", false),
        ] {
            assert_eq!(is_uai(number), right, "{number}");
        }
    }

    #[test]
    fn the_number_of_an_association_says_where_it_was_declared() {
        for (number, right) in [
            ("W351000123", true),
            ("W2A1000123", true),
            ("W9R1000123", true),
            ("W35100012", false),
            ("W3510001234", false),
            ("WA51000123", false),
            ("351000123", false),
            ("W35é00012", false),
        ] {
            assert_eq!(is_rna(number), right, "{number}");
        }
    }
}

//! Numbers with a decimal part.

use parvis_kernel::{Language, Tongues};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::number::{Unread, in_words, parse, typed_again};
use super::{Rules, words};
use crate::answer::words::folded;
use crate::answer::{Answer, Decimal as Kept, EntryErrorKind, Part, Reader, Surroundings, Writer};
use crate::definition::{Shown, Text};

/// A number with a fixed count of decimals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decimal {
    /// Digits after the point.
    pub decimals: u8,
    /// The least, with as many decimals.
    pub min: Kept,
    /// The most, with as many decimals.
    pub max: Kept,
    /// What is counted: `m²`, `kg`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
}

impl Rules for Decimal {
    fn read(&self, reader: &mut Reader<'_>, _: &Surroundings<'_>) -> Option<Answer> {
        let typed = reader.short(Part::Whole, self.max_letters())?;
        let number = parse(self.without_unit(&typed), self.decimals)
            .and_then(|units| Kept::new(units, self.decimals).ok_or(Unread::NotNumber));
        let number = match number {
            Ok(number) => number,
            Err(Unread::TooPrecise) => {
                let decimals = self.decimals;
                reader.refuse(Part::Whole, EntryErrorKind::TooPrecise { decimals });
                return None;
            }
            Err(Unread::NotNumber) => {
                reader.refuse(Part::Whole, EntryErrorKind::NotDecimal);
                return None;
            }
        };
        if number.compare(self.min).is_lt() {
            reader.refuse(
                Part::Whole,
                EntryErrorKind::DecimalTooSmall { min: self.min },
            );
        }
        if number.compare(self.max).is_gt() {
            reader.refuse(
                Part::Whole,
                EntryErrorKind::DecimalTooLarge { max: self.max },
            );
        }
        Some(Answer::Decimal(number))
    }

    /// A number of another count of decimals is written as it is: it then reads as another answer.
    fn write(&self, answer: &Answer, writer: &mut Writer) {
        if let Answer::Decimal(number) = answer {
            writer.put(Part::Whole, typed_again(number.units(), number.decimals()));
        }
    }

    fn lines(&self, answer: &Answer, language: Language) -> Vec<String> {
        words(self.said(answer, language.into()))
    }

    fn said(&self, answer: &Answer, tongues: Tongues) -> Vec<Shown> {
        let Answer::Decimal(number) = answer else {
            return Vec::new();
        };
        let number = decimal_in_words(*number, tongues.house);
        match &self.unit {
            Some(unit) => {
                let unit = unit.shown(tongues);
                vec![unit.map(|unit| format!("{number}\u{a0}{unit}"))]
            }
            None => vec![Shown::plain(number)],
        }
    }

    fn schema(&self) -> Value {
        let digits = self.decimals;
        let pattern = if digits == 0 {
            "^-?(0|[1-9][0-9]*)$".to_owned()
        } else {
            format!("^-?(0|[1-9][0-9]*)\\.[0-9]{{{digits}}}$")
        };
        json!({ "decimal": { "type": "string", "pattern": pattern } })
    }

    fn max_letters(&self) -> u32 {
        60
    }
}

impl Decimal {
    /// What was typed without its unit, in whichever language.
    fn without_unit<'a>(&self, typed: &'a str) -> &'a str {
        let is_of_number = |letter: char| letter.is_ascii_digit() || " .,'’+-−–".contains(letter);
        let place = typed.find(|letter| !is_of_number(letter));
        let (number, after) = typed.split_at(place.unwrap_or(typed.len()));
        let units = self.unit.iter().flat_map(Text::versions);
        let mut units = units.map(folded_unit);
        if units.any(|unit| unit == folded_unit(after)) {
            number.trim_end()
        } else {
            typed
        }
    }
}

/// A unit for comparison: `M²` is `m2`.
fn folded_unit(unit: &str) -> String {
    folded(&unit.replace('²', "2").replace('³', "3"))
}

/// A decimal number in words: `1 234,5`, `1,234.5`.
pub(crate) fn decimal_in_words(number: Kept, language: Language) -> String {
    in_words(number.units(), number.decimals(), language)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn surface() -> Decimal {
        Decimal {
            decimals: 1,
            min: Kept::new(0, 1).unwrap(),
            max: Kept::new(1000, 1).unwrap(),
            unit: Some(Text::bilingual("m²", "sq m")),
        }
    }

    #[test]
    fn the_unit_is_forgiven_and_no_other() {
        for (typed, bare) in [
            ("12,5 m²", "12,5"),
            ("12,5m2", "12,5"),
            ("12.5 SQ M", "12.5"),
            ("12,5", "12,5"),
            ("12,5 km", "12,5 km"),
        ] {
            assert_eq!(surface().without_unit(typed), bare, "{typed}");
        }
    }

    #[test]
    fn a_number_is_said_with_its_unit() {
        let answer = Answer::Decimal(Kept::new(125, 1).unwrap());
        assert_eq!(surface().lines(&answer, Language::French), ["12,5\u{a0}m²"]);
        assert_eq!(
            surface().lines(&answer, Language::English),
            ["12.5\u{a0}sq m"]
        );
    }
}

//! Integers.

use parvis_kernel::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Rules;
use super::number::grouped;
use crate::answer::{Answer, EntryErrorKind, Part, Reader, Surroundings, Writer};

/// An integer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Integer {
    /// The least.
    pub min: i64,
    /// The most.
    pub max: i64,
}

impl Rules for Integer {
    fn read(&self, reader: &mut Reader<'_>, _: &Surroundings<'_>) -> Option<Answer> {
        let text = reader.short(Part::Whole, self.max_letters())?;
        let digits: String = text.split(' ').collect();
        let Some(number) = parse(&digits) else {
            reader.refuse(Part::Whole, EntryErrorKind::NotInteger);
            return None;
        };
        if number < self.min {
            reader.refuse(Part::Whole, EntryErrorKind::TooSmall { min: self.min });
        }
        if number > self.max {
            reader.refuse(Part::Whole, EntryErrorKind::TooLarge { max: self.max });
        }
        Some(Answer::Integer(number))
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        if let Answer::Integer(number) = answer {
            writer.put(Part::Whole, number.to_string());
        }
    }

    fn lines(&self, answer: &Answer, language: Language) -> Vec<String> {
        match answer {
            Answer::Integer(number) => vec![in_words(*number, language)],
            _ => Vec::new(),
        }
    }

    fn schema(&self) -> Value {
        json!({ "integer": { "type": "integer", "minimum": self.min, "maximum": self.max } })
    }

    fn max_letters(&self) -> u32 {
        40
    }
}

fn parse(digits: &str) -> Option<i64> {
    let minus = digits.replace(['\u{2212}', '\u{2013}'], "-");
    let bare = minus.strip_prefix(['-', '+']).unwrap_or(&minus);
    if bare.is_empty() || !bare.bytes().all(|letter| letter.is_ascii_digit()) {
        return None;
    }
    minus.parse().ok()
}

/// An integer in words: `12 000`, `-12,000`; four digits stay together, as in a year.
fn in_words(number: i64, language: Language) -> String {
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}", grouped(number.unsigned_abs(), 5, language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_apart_and_spaces_forgiven() {
        assert_eq!(parse("12000"), Some(12000));
        assert_eq!(parse("−5"), Some(-5));
        for text in ["", "-", "1.5", "1,5", "1e3", "٣", "99999999999999999999"] {
            assert_eq!(parse(text), None, "{text}");
        }
        assert_eq!(in_words(1_234_567, Language::English), "1,234,567");
        assert_eq!(in_words(2026, Language::French), "2026");
        assert_eq!(
            in_words(i64::MIN, Language::English),
            "-9,223,372,036,854,775,808"
        );
    }
}

//! Amounts in euros, kept in cents.

use parvis_kernel::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Rules;
use super::number::{Unread, in_words, parse, typed_again};
use crate::answer::{Amount as Kept, Answer, EntryErrorKind, Part, Reader, Surroundings, Writer};

/// An amount in euros.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    /// The least, in cents.
    pub min: i64,
    /// The most, in cents.
    pub max: i64,
}

impl Amount {
    /// The bound that the author does not write: a billion euros, in cents.
    pub const MOST: i64 = 100_000_000_000;
}

impl Rules for Amount {
    fn read(&self, reader: &mut Reader<'_>, _: &Surroundings<'_>) -> Option<Answer> {
        let typed = reader.short(Part::Whole, self.max_letters())?;
        let cents = match parse(&without_currency(&typed), 2) {
            Ok(cents) => cents,
            Err(Unread::TooPrecise) => {
                reader.refuse(Part::Whole, EntryErrorKind::TooPrecise { decimals: 2 });
                return None;
            }
            Err(Unread::NotNumber) => {
                reader.refuse(Part::Whole, EntryErrorKind::NotAmount);
                return None;
            }
        };
        if cents < self.min {
            reader.refuse(
                Part::Whole,
                EntryErrorKind::AmountTooSmall { min: self.min },
            );
        }
        if cents > self.max {
            reader.refuse(
                Part::Whole,
                EntryErrorKind::AmountTooLarge { max: self.max },
            );
        }
        Some(Answer::Amount(Kept { cents }))
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        if let Answer::Amount(Kept { cents }) = answer {
            writer.put(Part::Whole, typed_again(*cents, 2));
        }
    }

    fn lines(&self, answer: &Answer, language: Language) -> Vec<String> {
        match answer {
            Answer::Amount(Kept { cents }) => vec![euros_in_words(*cents, language)],
            _ => Vec::new(),
        }
    }

    fn schema(&self) -> Value {
        json!({ "amount": {
            "type": "object", "required": ["cents"], "additionalProperties": false,
            "properties": { "cents": { "type": "integer", "minimum": self.min, "maximum": self.max } },
        } })
    }

    fn max_letters(&self) -> u32 {
        40
    }
}

/// An amount in words: `1 234,50 €`, `€1,234.50`.
pub(crate) fn euros_in_words(cents: i64, language: Language) -> String {
    let number = in_words(cents, 2, language);
    match (language, number.strip_prefix('-')) {
        (Language::French, _) => format!("{number}\u{a0}€"),
        (Language::English, None) => format!("€{number}"),
        (Language::English, Some(bare)) => format!("-€{bare}"),
    }
}

/// What was typed without the name of the currency; `12€50` is `12,50`.
fn without_currency(typed: &str) -> String {
    let small = typed.to_lowercase();
    for name in ["euros", "euro", "eur", "€"] {
        if let Some(bare) = small
            .strip_suffix(name)
            .or_else(|| small.strip_prefix(name))
        {
            return bare.trim().to_owned();
        }
    }
    match small.split_once('€') {
        Some((euros, cents)) if cents.trim().len() == 2 && !euros.contains([',', '.']) => {
            format!("{},{}", euros.trim(), cents.trim())
        }
        _ => small,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_currency_is_forgiven_wherever_it_stands() {
        for typed in [
            "12,50",
            "12,50 €",
            "12.50€",
            "€12.50",
            "12,50 euros",
            "12€50",
            "12 € 50",
            "EUR 12.50",
        ] {
            assert_eq!(parse(&without_currency(typed), 2), Ok(1250), "{typed}");
        }
        for typed in ["€", "12,5€50", "12€5", "12 $", "euros", "€12€"] {
            assert!(parse(&without_currency(typed), 2).is_err(), "{typed}");
        }
    }

    #[test]
    fn an_amount_is_said_with_its_cents() {
        assert_eq!(euros_in_words(1200, Language::French), "12,00\u{a0}€");
        assert_eq!(
            euros_in_words(-123_456_789, Language::English),
            "-€1,234,567.89"
        );
    }
}

//! Legal sentences: a key of the room's words and typed values, never a page.

use jiff::civil::{Date, DateTime};
use parvis_kernel::Language;

use crate::amount::in_letters;
use crate::deadline::Period;

/// A sentence of a document, to be said in a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The message of `WORDS_FR` and `WORDS_EN`.
    pub key: &'static str,
    /// The variables of the message.
    pub values: Vec<(&'static str, Value)>,
}

/// A value inside a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text, in the language in which it was written.
    Text(String),
    /// A day.
    Date(Date),
    /// A day and an hour, in the time zone of the collectivité.
    DateTime(DateTime),
    /// A length of time.
    Period(Period),
    /// Euro cents.
    Amount(i64),
    /// Euro cents, in letters.
    InLetters(i64),
}

impl Sentence {
    pub(crate) const fn plain(key: &'static str) -> Self {
        Self {
            key,
            values: Vec::new(),
        }
    }

    pub(crate) fn with(mut self, name: &'static str, value: Value) -> Self {
        self.values.push((name, value));
        self
    }

    pub(crate) fn text(self, name: &'static str, text: &str) -> Self {
        self.with(name, Value::Text(text.to_owned()))
    }

    /// The variables, written in a language.
    #[must_use]
    pub fn say(&self, language: Language) -> Vec<(&'static str, String)> {
        self.values
            .iter()
            .map(|(name, value)| (*name, value.say(language)))
            .collect()
    }
}

impl Value {
    /// The value, written in a language: `1er avril 2026`, `1 April 2026`, `deux mois`, `1 234,50 €`.
    #[must_use]
    pub fn say(&self, language: Language) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Date(date) => say_date(*date, language),
            Self::DateTime(at) => say_date_time(*at, language),
            Self::Period(period) => say_period(*period, language),
            Self::Amount(cents) => say_amount(*cents, language),
            Self::InLetters(cents) => in_letters(*cents, language),
        }
    }
}

const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The space that keeps a number with its month or its unit, on one line.
const FIXED: char = '\u{a0}';

fn say_date(date: Date, language: Language) -> String {
    let month = usize::from(date.month().unsigned_abs()).saturating_sub(1);
    let (day, year) = (date.day(), date.year());
    match language {
        Language::French => {
            let ordinal = if day == 1 { "er" } else { "" };
            format!(
                "{day}{ordinal}{FIXED}{} {year}",
                MONTHS_FR.get(month).unwrap_or(&"")
            )
        }
        Language::English => format!("{day}{FIXED}{} {year}", MONTHS_EN.get(month).unwrap_or(&"")),
    }
}

fn say_date_time(at: DateTime, language: Language) -> String {
    let day = say_date(at.date(), language);
    match language {
        Language::French => format!(
            "{day} à{FIXED}{}{FIXED}h{FIXED}{:02}",
            at.hour(),
            at.minute()
        ),
        Language::English => format!("{day} at {:02}:{:02}", at.hour(), at.minute()),
    }
}

fn say_period(period: Period, language: Language) -> String {
    let (number, few_fr, few_en) = match period {
        Period::Months(months) => (
            u16::from(months),
            "mois",
            if months == 1 { "month" } else { "months" },
        ),
        Period::Days(1) => (1, "jour", "day"),
        Period::Days(days) => (days, "jours", "days"),
    };
    match language {
        Language::French => format!(
            "{}{FIXED}{few_fr}",
            in_words(number, ["un", "deux", "trois", "quatre", "six"])
        ),
        Language::English => format!(
            "{}{FIXED}{few_en}",
            in_words(number, ["one", "two", "three", "four", "six"])
        ),
    }
}

fn in_words(number: u16, words: [&str; 5]) -> String {
    let known = [1, 2, 3, 4, 6].into_iter().zip(words);
    known
        .into_iter()
        .find_map(|(value, word)| (value == number).then(|| word.to_owned()))
        .unwrap_or_else(|| number.to_string())
}

/// Thousands are separated by a narrow space that does not break.
fn say_amount(cents: i64, language: Language) -> String {
    let euros = (cents / 100).unsigned_abs().to_string();
    let separator = if language == Language::French {
        '\u{202f}'
    } else {
        ','
    };
    let mut grouped = String::new();
    for (position, digit) in euros.chars().enumerate() {
        if position > 0 && (euros.len() - position).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    let (sign, rest) = (
        if cents < 0 { "-" } else { "" },
        (cents % 100).unsigned_abs(),
    );
    match language {
        Language::French => format!("{sign}{grouped},{rest:02}\u{a0}€"),
        Language::English => format!("{sign}€{grouped}.{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn values_are_written_as_people_write_them() {
        for (value, french, english) in [
            (
                Value::Date(date(2026, 4, 1)),
                "1er avril 2026",
                "1 April 2026",
            ),
            (
                Value::Date(date(2027, 2, 28)),
                "28 février 2027",
                "28 February 2027",
            ),
            (
                Value::DateTime(date(2026, 4, 1).at(8, 5, 0, 0)),
                "1er avril 2026 à 8 h 05",
                "1 April 2026 at 08:05",
            ),
            (Value::Period(Period::Months(2)), "deux mois", "two months"),
            (Value::Period(Period::Days(15)), "15 jours", "15 days"),
            (Value::Period(Period::Days(1)), "un jour", "one day"),
            (Value::Amount(123_450), "1\u{202f}234,50 €", "€1,234.50"),
            (Value::Amount(5), "0,05 €", "€0.05"),
        ] {
            // Written here with plain spaces, as they would be typed.
            let plain = |text: String| text.replace('\u{a0}', " ");
            assert_eq!(plain(value.say(Language::French)), french);
            assert_eq!(plain(value.say(Language::English)), english);
        }
    }

    #[test]
    fn a_date_an_hour_and_a_period_do_not_break_at_their_number() {
        let at = Value::DateTime(date(2026, 4, 1).at(8, 5, 0, 0));
        assert_eq!(
            at.say(Language::French),
            "1er\u{a0}avril 2026 à\u{a0}8\u{a0}h\u{a0}05"
        );
        let day = Value::Date(date(2027, 2, 28));
        assert_eq!(day.say(Language::English), "28\u{a0}February 2027");
        let period = Value::Period(Period::Months(2));
        assert_eq!(period.say(Language::French), "deux\u{a0}mois");
    }
}

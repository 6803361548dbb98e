//! Dates, typed as day, month and year.

use jiff::civil;
use parvis_kernel::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Rules;
use super::age::wrong_age;
use super::bound::Bounds;
use crate::answer::words::folded;
use crate::answer::{Answer, EntryErrorKind, Part, Reader, Surroundings, Writer};
use crate::expression::Scope;

/// A date.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Date {
    /// Today or before.
    pub past: bool,
    /// Today or after.
    pub future: bool,
    /// Between which days.
    #[serde(flatten)]
    pub bounds: Bounds,
    /// The least age of who is born on that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_age: Option<u8>,
    /// The greatest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_age: Option<u8>,
}

/// The three inputs of a date, and the part that errors about the whole date concern.
pub(crate) struct DateParts {
    pub(crate) whole: Part,
    pub(crate) day: Part,
    pub(crate) month: Part,
    pub(crate) year: Part,
}

pub(super) const PARTS: DateParts = DateParts {
    whole: Part::Whole,
    day: Part::Day,
    month: Part::Month,
    year: Part::Year,
};

impl Rules for Date {
    fn parts(&self) -> Vec<Part> {
        vec![Part::Day, Part::Month, Part::Year]
    }

    fn read(&self, reader: &mut Reader<'_>, surroundings: &Surroundings<'_>) -> Option<Answer> {
        self.read_parts(reader, &PARTS, surroundings.today)
            .map(Answer::Date)
    }

    fn beside(&self, answer: &Answer, scope: &Scope<'_>) -> Option<EntryErrorKind> {
        self.bounds.by_answers(answer, scope)
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        if let Answer::Date(date) = answer {
            write_date(*date, &PARTS, writer);
        }
    }

    fn lines(&self, answer: &Answer, language: Language) -> Vec<String> {
        match answer {
            Answer::Date(date) => vec![date_in_words(*date, language)],
            _ => Vec::new(),
        }
    }

    fn schema(&self) -> Value {
        json!({ "date": { "type": "string", "format": "date" } })
    }

    fn max_letters(&self) -> u32 {
        20
    }
}

impl Date {
    /// Reads three inputs; `None` when they are empty or when the reader noted what is wrong.
    pub(crate) fn read_parts(
        &self,
        reader: &mut Reader<'_>,
        parts: &DateParts,
        today: civil::Date,
    ) -> Option<civil::Date> {
        let day = reader.short(parts.day, 20);
        let month = reader.short(parts.month, 20);
        let year = reader.short(parts.year, 20);
        if day.is_none() && month.is_none() && year.is_none() {
            return None;
        }
        let (Some(typed_day), Some(typed_month), Some(typed_year)) = (&day, &month, &year) else {
            let missing = [(day.is_none(), parts.day), (month.is_none(), parts.month)];
            let part = missing
                .iter()
                .find(|(missing, _)| *missing)
                .map_or(parts.year, |(_, part)| *part);
            reader.refuse(part, EntryErrorKind::DateIncomplete);
            return None;
        };
        match parse(typed_day, typed_month, typed_year) {
            Ok(date) => self.bounded(date, today, reader, parts.whole),
            Err(Wrong::Year) => {
                reader.refuse(parts.year, EntryErrorKind::YearImplausible);
                None
            }
            Err(Wrong::Day) => {
                reader.refuse(parts.whole, EntryErrorKind::DateImpossible);
                None
            }
        }
    }

    fn bounded(
        &self,
        date: civil::Date,
        today: civil::Date,
        reader: &mut Reader<'_>,
        part: Part,
    ) -> Option<civil::Date> {
        if self.past && date > today {
            reader.refuse(part, EntryErrorKind::NotPast);
            return None;
        }
        if self.future && date < today {
            reader.refuse(part, EntryErrorKind::NotFuture);
            return None;
        }
        let wrong = self.bounds.by_days(date);
        let wrong = wrong.or_else(|| wrong_age(date, today, self.min_age, self.max_age));
        if let Some(wrong) = wrong {
            reader.refuse(part, wrong);
            return None;
        }
        Some(date)
    }
}

/// Writes a date in three inputs.
pub(crate) fn write_date(date: civil::Date, parts: &DateParts, writer: &mut Writer) {
    writer.put(parts.day, date.day().to_string());
    writer.put(parts.month, date.month().to_string());
    writer.put(parts.year, date.year().to_string());
}

/// A date in words: `1er mars 2026`, `1 March 2026`.
pub(crate) fn date_in_words(date: civil::Date, language: Language) -> String {
    let names = match language {
        Language::French => &FRENCH_MONTHS,
        Language::English => &ENGLISH_MONTHS,
    };
    let month = usize::try_from(date.month() - 1)
        .ok()
        .and_then(|month| names.get(month));
    let month = month.copied().unwrap_or_default();
    let ordinal = if date.day() == 1 && language == Language::French {
        "er"
    } else {
        ""
    };
    format!("{}{ordinal} {month} {}", date.day(), date.year())
}

enum Wrong {
    Year,
    Day,
}

fn parse(day: &str, month: &str, year: &str) -> Result<civil::Date, Wrong> {
    let digits = |text: &str| text.bytes().all(|letter| letter.is_ascii_digit());
    if year.len() != 4 || !digits(year) {
        return Err(Wrong::Year);
    }
    let year: i16 = year.parse().map_err(|_| Wrong::Year)?;
    if !(1800..=2200).contains(&year) {
        return Err(Wrong::Year);
    }
    let day = day.strip_suffix("er").unwrap_or(day);
    if !digits(day) {
        return Err(Wrong::Day);
    }
    let day: i8 = day.parse().map_err(|_| Wrong::Day)?;
    let month = month_number(month).ok_or(Wrong::Day)?;
    civil::Date::new(year, month, day).map_err(|_| Wrong::Day)
}

const FRENCH_MONTHS: [&str; 12] = [
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
const ENGLISH_MONTHS: [&str; 12] = [
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

/// The number of a month typed as digits or by its name.
fn month_number(typed: &str) -> Option<i8> {
    if !typed.is_empty() && typed.bytes().all(|letter| letter.is_ascii_digit()) {
        return typed.parse().ok();
    }
    let typed = folded(typed);
    let named = |names: [&str; 12]| names.iter().position(|name| folded(name) == typed);
    let place = named(FRENCH_MONTHS).or_else(|| named(ENGLISH_MONTHS))?;
    i8::try_from(place + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn months_are_numbers_or_names() {
        assert_eq!(parse("29", "02", "2024").ok(), Some(date(2024, 2, 29)));
        assert_eq!(parse("1er", "Aout", "2024").ok(), Some(date(2024, 8, 1)));
        assert_eq!(parse("1", "march", "2024").ok(), Some(date(2024, 3, 1)));
    }

    #[test]
    fn impossible_days_and_short_years_are_refused() {
        for (day, month, year) in [
            ("30", "2", "2024"),
            ("0", "1", "2024"),
            ("1", "13", "2024"),
            ("x", "1", "2024"),
            ("1", "", "2024"),
            ("1", "1", "24"),
            ("1", "1", "1799"),
            ("1", "1", "+024"),
        ] {
            assert!(parse(day, month, year).is_err(), "{day} {month} {year}");
        }
    }

    #[test]
    fn a_date_is_said_in_words() {
        assert_eq!(
            date_in_words(date(2026, 3, 1), Language::French),
            "1er mars 2026"
        );
        assert_eq!(
            date_in_words(date(2026, 3, 2), Language::English),
            "2 March 2026"
        );
    }
}

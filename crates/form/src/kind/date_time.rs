//! A day and a time of that day, as clocks show it where the organisation is.

use jiff::civil::Time;
use parvis_kernel::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Rules;
use super::bound::Bounds;
use super::date::{Date, PARTS, date_in_words, write_date};
use crate::answer::{Answer, EntryErrorKind, Part, Reader, Surroundings, Writer};
use crate::expression::Scope;

/// A day and a time: hours and minutes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateTime {
    /// Today or before.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub past: bool,
    /// Today or after.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub future: bool,
    /// Between which days, or times.
    #[serde(flatten)]
    pub bounds: Bounds,
}

impl Rules for DateTime {
    fn parts(&self) -> Vec<Part> {
        vec![Part::Day, Part::Month, Part::Year, Part::Time]
    }

    fn read(&self, reader: &mut Reader<'_>, surroundings: &Surroundings<'_>) -> Option<Answer> {
        if reader.is_blank(&self.parts()) {
            return None;
        }
        if reader.is_blank(&[Part::Day, Part::Month, Part::Year]) {
            reader.refuse(Part::Day, EntryErrorKind::DateIncomplete);
            return None;
        }
        let day = self.day().read_parts(reader, &PARTS, surroundings.today);
        let typed = reader.needed(Part::Time, 20);
        if typed.is_empty() {
            return None;
        }
        let time = parse(&typed);
        if time.is_none() {
            reader.refuse(Part::Time, EntryErrorKind::TimeInvalid);
        }
        Some(Answer::DateTime(day?.to_datetime(time?)))
    }

    fn beside(&self, answer: &Answer, scope: &Scope<'_>) -> Option<EntryErrorKind> {
        self.bounds.by_answers(answer, scope)
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        if let Answer::DateTime(moment) = answer {
            write_date(moment.date(), &PARTS, writer);
            let time = format!("{:02}:{:02}", moment.hour(), moment.minute());
            writer.put(Part::Time, time);
        }
    }

    fn lines(&self, answer: &Answer, language: Language) -> Vec<String> {
        match answer {
            Answer::DateTime(moment) => {
                let day = date_in_words(moment.date(), language);
                let time = time_in_words(moment.time(), language);
                let at = match language {
                    Language::French => "à",
                    Language::English => "at",
                };
                vec![format!("{day} {at} {time}")]
            }
            _ => Vec::new(),
        }
    }

    fn schema(&self) -> Value {
        json!({ "date_time": {
            "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:00$",
        } })
    }

    fn max_letters(&self) -> u32 {
        20
    }
}

impl DateTime {
    fn day(&self) -> Date {
        Date {
            past: self.past,
            future: self.future,
            bounds: self.bounds.clone(),
            ..Date::default()
        }
    }
}

/// A time typed the French or the English way: `14h30`, `14 h`, `14:30`, `2.30 pm`, `1430`.
fn parse(typed: &str) -> Option<Time> {
    let small: String = typed
        .to_lowercase()
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let (small, half) = half_of_day(&small);
    let small = ["heures", "heure"]
        .iter()
        .fold(small.to_owned(), |small, word| small.replace(word, "h"));
    let bare = small
        .strip_suffix("minutes")
        .or_else(|| small.strip_suffix("min"))
        .unwrap_or(&small);
    let (hours, minutes) = match bare.split_once(['h', ':', '.']) {
        Some((hours, "")) if bare.ends_with('h') => (hours, "00"),
        Some(parts) => parts,
        None if bare.len() == 4 => bare.split_at_checked(2)?,
        None if half.is_some() => (bare, "00"),
        None => return None,
    };
    let digits = |text: &str| text.bytes().all(|letter| letter.is_ascii_digit());
    if !(1..=2).contains(&hours.len()) || minutes.len() != 2 || !digits(hours) || !digits(minutes) {
        return None;
    }
    let hours = on_24_hours(hours.parse().ok()?, half)?;
    Time::new(hours, minutes.parse().ok()?, 0, 0).ok()
}

/// Before noon or after, when it is said.
#[derive(Clone, Copy)]
enum Half {
    Morning,
    Afternoon,
}

fn half_of_day(typed: &str) -> (&str, Option<Half>) {
    for (suffix, half) in [
        ("a.m.", Half::Morning),
        ("am", Half::Morning),
        ("p.m.", Half::Afternoon),
        ("pm", Half::Afternoon),
    ] {
        if let Some(bare) = typed.strip_suffix(suffix) {
            return (bare, Some(half));
        }
    }
    (typed, None)
}

fn on_24_hours(hours: i8, half: Option<Half>) -> Option<i8> {
    match half {
        None => Some(hours),
        Some(_) if !(1..=12).contains(&hours) => None,
        Some(Half::Morning) => Some(hours % 12),
        Some(Half::Afternoon) => Some(hours % 12 + 12),
    }
}

/// A time in words: `14 h 30`, `14 h`, `14:30`.
fn time_in_words(time: Time, language: Language) -> String {
    match (language, time.minute()) {
        (Language::French, 0) => format!("{}\u{a0}h", time.hour()),
        (Language::French, minute) => format!("{}\u{a0}h\u{a0}{minute:02}", time.hour()),
        (Language::English, minute) => format!("{:02}:{minute:02}", time.hour()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::time;

    #[test]
    fn times_are_typed_as_people_write_them() {
        for typed in [
            "14h30",
            "14 h 30",
            "14:30",
            "14.30",
            "1430",
            "2:30 pm",
            "2.30 p.m.",
            "14H30",
            "14 heures 30",
            "14h30min",
        ] {
            assert_eq!(parse(typed), Some(time(14, 30, 0, 0)), "{typed}");
        }
        for (typed, hour) in [
            ("9h", 9),
            ("9 h", 9),
            ("0h", 0),
            ("12 am", 0),
            ("12pm", 12),
            ("9am", 9),
            ("9 heures", 9),
        ] {
            assert_eq!(parse(typed), Some(time(hour, 0, 0, 0)), "{typed}");
        }
        for typed in [
            "", "h", "14", "24h", "12h60", "14h3", "14:30:00", "13 pm", "0 am", "-1h", "midi",
            "٣h", "123h", "14h:30",
        ] {
            assert_eq!(parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_moment_is_said_in_words() {
        let answer = Answer::DateTime(jiff::civil::datetime(2026, 3, 1, 9, 5, 0, 0));
        let said = |language| DateTime::default().lines(&answer, language);
        assert_eq!(said(Language::French), ["1er mars 2026 à 9\u{a0}h\u{a0}05"]);
        assert_eq!(said(Language::English), ["1 March 2026 at 09:05"]);
    }
}

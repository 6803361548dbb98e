//! Dates, times, money and sizes as people write them, in their language.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use parvis_kernel::{Instant, Language};

const FIXED: char = '\u{a0}';
const THIN: char = '\u{202f}';

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

/// `22 novembre 2026`, `1er décembre 2026`; `22 November 2026`.
#[must_use]
pub fn date(language: Language, date: Date) -> String {
    let months = match language {
        Language::French => MONTHS_FR,
        Language::English => MONTHS_EN,
    };
    let index = usize::from(date.month().unsigned_abs()).saturating_sub(1);
    let month = months.get(index).copied().unwrap_or_default();
    let day = match (language, date.day()) {
        (Language::French, 1) => "1er".to_owned(),
        (_, day) => day.to_string(),
    };
    format!("{day}{FIXED}{month} {}", date.year())
}

/// `22 novembre 2026 à 14 h 05`; `22 November 2026 at 14:05`.
#[must_use]
pub fn date_time(language: Language, instant: Instant, zone: &TimeZone) -> String {
    let local = instant.to_zoned(zone.clone());
    let day = date(language, local.date());
    match language {
        Language::French => format!("{day} à{FIXED}{}", time(language, instant, zone)),
        Language::English => format!("{day} at {}", time(language, instant, zone)),
    }
}

/// `14 h 05`; `14:05`.
#[must_use]
pub fn time(language: Language, instant: Instant, zone: &TimeZone) -> String {
    let local = instant.to_zoned(zone.clone());
    match language {
        Language::French => format!("{}{FIXED}h{FIXED}{:02}", local.hour(), local.minute()),
        Language::English => format!("{}:{:02}", local.hour(), local.minute()),
    }
}

/// The day of an instant in a time zone.
#[must_use]
pub fn day(instant: Instant, zone: &TimeZone) -> Date {
    instant.to_zoned(zone.clone()).date()
}

/// An amount in cents: `12,50 €`, `1 200 €`; `€12.50`, `€1,200`.
#[must_use]
pub fn money(language: Language, cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let (euros, rest) = (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
    let decimals = match (language, rest) {
        (_, 0) => String::new(),
        (Language::French, rest) => format!(",{rest:02}"),
        (Language::English, rest) => format!(".{rest:02}"),
    };
    let whole = grouped(language, euros);
    match language {
        Language::French => format!("{sign}{whole}{decimals}{FIXED}€"),
        Language::English => format!("{sign}€{whole}{decimals}"),
    }
}

/// A whole number: `12 500`; `12,500`.
#[must_use]
pub fn number(language: Language, number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}", grouped(language, number.unsigned_abs()))
}

/// A size of a file: `312 ko`, `1,2 Mo`; `312 kB`, `1.2 MB` (powers of ten, as devices show them).
#[must_use]
pub fn size(language: Language, bytes: u64) -> String {
    let (letter, point) = match language {
        Language::French => ('o', ','),
        Language::English => ('B', '.'),
    };
    if bytes < 1_000 {
        return match language {
            Language::French => format!("{bytes}{FIXED}o"),
            Language::English => format!("{bytes}{FIXED}B"),
        };
    }
    if bytes < 999_500 {
        return format!("{}{FIXED}k{letter}", (bytes + 500) / 1_000);
    }
    let tenths = (bytes + 50_000) / 100_000;
    let decimals = match tenths % 10 {
        0 => String::new(),
        rest => format!("{point}{rest}"),
    };
    format!("{}{decimals}{FIXED}M{letter}", tenths / 10)
}

fn grouped(language: Language, number: u64) -> String {
    let digits = number.to_string();
    let separator = match language {
        Language::French => THIN,
        Language::English => ',',
    };
    let mut out = String::with_capacity(digits.len() + 4);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        text.replace([FIXED, THIN], " ")
    }

    #[test]
    fn dates_are_written_in_full() {
        let day = jiff::civil::date(2026, 12, 1);
        assert_eq!(plain(&date(Language::French, day)), "1er décembre 2026");
        assert_eq!(plain(&date(Language::English, day)), "1 December 2026");
    }

    #[test]
    fn hours_are_those_of_the_collectivite() {
        let instant: Instant = "2026-11-22T13:05:00Z".parse().unwrap();
        let paris = TimeZone::get("Europe/Paris").unwrap();
        let tahiti = TimeZone::get("Pacific/Tahiti").unwrap();
        let french = date_time(Language::French, instant, &paris);
        assert_eq!(plain(&french), "22 novembre 2026 à 14 h 05");
        let english = date_time(Language::English, instant, &tahiti);
        assert_eq!(plain(&english), "22 November 2026 at 3:05");
    }

    #[test]
    fn money_never_shows_useless_cents() {
        assert_eq!(plain(&money(Language::French, 1_250)), "12,50 €");
        assert_eq!(plain(&money(Language::French, 120_000)), "1 200 €");
        assert_eq!(money(Language::English, 1_205), "€12.05");
        assert_eq!(plain(&money(Language::French, -5)), "-0,05 €");
    }

    #[test]
    fn sizes_are_short() {
        let cases = [
            (0, "0 o"),
            (999, "999 o"),
            (1_499, "1 ko"),
            (999_999, "1 Mo"),
            (1_240_000, "1,2 Mo"),
            (5_000_000, "5 Mo"),
        ];
        for (bytes, expected) in cases {
            assert_eq!(plain(&size(Language::French, bytes)), expected);
        }
        assert_eq!(plain(&size(Language::English, 1_240_000)), "1.2 MB");
    }

    #[test]
    fn numbers_are_grouped_by_three() {
        assert_eq!(plain(&number(Language::French, 34_969)), "34 969");
        assert_eq!(number(Language::English, -1_234_567), "-1,234,567");
    }
}

//! Dates that agents type as day, month and year.

use jiff::civil::Date;
use parvis_web::{DateEntry, Entries, EntriesExt};

/// What was typed in the three fields of a name.
pub(crate) fn date_typed(entries: &Entries, name: &str) -> DateEntry {
    let part = |part: &str| entries.first(&format!("{name}-{part}"));
    DateEntry::new(part("jour"), part("mois"), part("annee"))
}

/// A day as its three fields show it.
pub(crate) fn entry_of(date: Date) -> DateEntry {
    DateEntry::new(
        date.day().to_string(),
        date.month().to_string(),
        date.year().to_string(),
    )
}

/// Whether nothing was typed.
pub(crate) fn is_blank(entry: &DateEntry) -> bool {
    entry.day.is_empty() && entry.month.is_empty() && entry.year.is_empty()
}

/// The day, when there is such a day, with its year in four figures.
pub(crate) fn read(entry: &DateEntry) -> Option<Date> {
    let year: i16 = entry.year.parse().ok().filter(|year| *year >= 1000)?;
    let month = entry.month.parse().ok()?;
    Date::new(year, month, entry.day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_only_when_it_exists() {
        let read = |day, month, year| read(&DateEntry::new(day, month, year));
        assert_eq!(read("01", "3", "2027"), Some(jiff::civil::date(2027, 3, 1)));
        for (day, month, year) in [
            ("30", "2", "2027"),
            ("1", "13", "2027"),
            ("1", "1", "27"),
            ("", "1", "2027"),
            ("x", "1", "2027"),
            ("-1", "1", "2027"),
        ] {
            assert_eq!(read(day, month, year), None, "{day} {month} {year}");
        }
    }
}

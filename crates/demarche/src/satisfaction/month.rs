//! A month of a year: all that an anonymous answer says of when.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use parvis_kernel::Instant;

/// A month of a year. It is written `2026-11`, so that the order of texts is that of months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(Date);

impl Month {
    /// The month of an instant, where it is told.
    #[must_use]
    pub fn of(now: Instant, zone: TimeZone) -> Self {
        Self(now.to_zoned(zone).date().first_of_month())
    }

    /// The month so many months ago.
    #[must_use]
    pub fn before(self, months: u16) -> Self {
        Self(self.0.saturating_sub(i32::from(months).months()))
    }

    /// The month of a stored text.
    pub(crate) fn read(text: &str) -> Option<Self> {
        format!("{text}-01").parse().ok().map(Self)
    }

    /// Its first instant, in universal time.
    pub(crate) fn start(self) -> Option<Instant> {
        let start = self.0.to_zoned(TimeZone::UTC).ok()?;
        Some(start.timestamp())
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.year(), self.0.month())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        Month::read(text).expect("a month")
    }

    #[test]
    fn months_go_back_over_years_and_read_what_they_write() {
        for (from, back, to) in [
            ("2026-11", 0, "2026-11"),
            ("2026-11", 11, "2025-12"),
            ("2026-01", 1, "2025-12"),
            ("2026-03", 24, "2024-03"),
        ] {
            assert_eq!(month(from).before(back).to_string(), to);
        }
        assert_eq!(Month::read("2026-13"), None);
        assert_eq!(Month::read("hier"), None);
    }

    #[test]
    fn a_month_begins_where_it_is_told() {
        let night: Instant = "2026-10-31T23:30:00Z".parse().expect("an instant");
        let paris = TimeZone::get("Europe/Paris").expect("a zone");
        assert_eq!(Month::of(night, TimeZone::UTC), month("2026-10"));
        assert_eq!(Month::of(night, paris), month("2026-11"));
    }
}

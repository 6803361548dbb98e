//! Deadlines: pure functions of dates.
//!
//! Four ways of counting, never to be confused: the period of silence (date to date, not rolled), the *délai franc* of
//! appeals, the *jours ouvrés* of receipts, plain calendar days.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};

use crate::calendar::HolidayCalendar;

/// A length of time as the law gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Period {
    /// Months, from date to date.
    Months(u8),
    /// Calendar days.
    Days(u16),
}

/// A text that is not a period such as `2 months` or `15 days`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a period: expected for example `2 months` or `15 days`")]
pub struct ParsePeriodError;

impl Period {
    /// The two months of L231-1 and L231-4.
    pub const TWO_MONTHS: Self = Self::Months(2);

    fn span(self) -> Span {
        match self {
            Self::Months(months) => i32::from(months).months(),
            Self::Days(days) => i32::from(days).days(),
        }
    }

    /// The date that comes this long after another; at the end of a shorter month, its last day.
    #[must_use]
    pub fn after(self, start: Date) -> Date {
        start.saturating_add(self.span())
    }

    const fn is_nothing(self) -> bool {
        matches!(self, Self::Months(0) | Self::Days(0))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Months(1) => formatter.write_str("1 month"),
            Self::Months(months) => write!(formatter, "{months} months"),
            Self::Days(1) => formatter.write_str("1 day"),
            Self::Days(days) => write!(formatter, "{days} days"),
        }
    }
}

impl FromStr for Period {
    type Err = ParsePeriodError;

    fn from_str(text: &str) -> Result<Self, ParsePeriodError> {
        let (number, unit) = text.trim().split_once(' ').ok_or(ParsePeriodError)?;
        let period = match unit.trim() {
            "month" | "months" | "mois" => number.parse().map(Self::Months),
            "day" | "days" | "jour" | "jours" => number.parse().map(Self::Days),
            _ => return Err(ParsePeriodError),
        };
        period
            .ok()
            .filter(|period| !period.is_nothing())
            .ok_or(ParsePeriodError)
    }
}

impl TryFrom<String> for Period {
    type Error = ParsePeriodError;

    fn try_from(text: String) -> Result<Self, ParsePeriodError> {
        text.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

/// The last day of a period of silence: the implied decision is born at its end (midnight) and can be claimed the next day.
///
/// Counted from date to date from the day of reception, and *not* moved when it ends on a Saturday, a Sunday or a holiday.
/// L231-1, L231-4 give the two months; that the period is not rolled, and what a Saturday does to it, is to be
/// confirmed.
#[must_use]
pub fn silence_period(received: Date, period: Period) -> Date {
    period.after(received)
}

/// The last day on which an act is in time under a *délai franc*.
///
/// Neither the day of the event nor the last day counts, and a deadline that ends on a Saturday, a Sunday or a holiday goes on
/// to the next working day (appeals before administrative courts, CJA R421-1; CE 15 Dec 2023 n° 472836: to be
/// confirmed). Which holidays count outside metropolitan France, and distance delays (CJA R421-7), are to be confirmed.
#[must_use]
pub fn franc(event: Date, period: Period, holidays: HolidayCalendar) -> Date {
    let mut last = next(period.after(event));
    while !holidays.is_working_day(last) && last < Date::MAX {
        last = next(last);
    }
    last
}

/// The day that is this many *jours ouvrés* after another, the first day not counted (R112-11-2: one for the registration
/// receipt, ten for the acknowledgement).
#[must_use]
pub fn working_days(start: Date, count: u16, holidays: HolidayCalendar) -> Date {
    let mut day = start;
    let mut left = count;
    while left > 0 && day < Date::MAX {
        day = next(day);
        if holidays.is_working_day(day) {
            left -= 1;
        }
    }
    day
}

fn next(day: Date) -> Date {
    day.saturating_add(1.day())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const METROPOLE: HolidayCalendar = HolidayCalendar::Metropole;

    #[test]
    fn silence_is_counted_date_to_date_and_never_moved() {
        for (received, period, last) in [
            (date(2026, 2, 1), Period::Months(2), date(2026, 4, 1)),
            (date(2026, 12, 31), Period::Months(2), date(2027, 2, 28)),
            (date(2027, 12, 31), Period::Months(2), date(2028, 2, 29)),
            // 2 May 2026 is a Saturday, 1 May a holiday.
            (date(2026, 3, 2), Period::Months(2), date(2026, 5, 2)),
            (date(2026, 3, 1), Period::Months(2), date(2026, 5, 1)),
            (date(2026, 4, 1), Period::Days(30), date(2026, 5, 1)),
        ] {
            assert_eq!(
                silence_period(received, period),
                last,
                "{received} + {period}"
            );
        }
    }

    #[test]
    fn a_franc_deadline_skips_both_ends_and_goes_on_to_a_working_day() {
        for (event, period, last) in [
            (date(2007, 10, 1), Period::Months(2), date(2007, 12, 3)),
            (date(2021, 1, 3), Period::Months(2), date(2021, 3, 4)),
            (date(2022, 12, 20), Period::Days(15), date(2023, 1, 5)),
            (date(2023, 10, 12), Period::Days(15), date(2023, 10, 30)),
            (date(2025, 12, 31), Period::Months(2), date(2026, 3, 2)),
        ] {
            assert_eq!(franc(event, period, METROPOLE), last, "{event} + {period}");
        }
    }

    #[test]
    fn jours_ouvres_leave_out_week_ends_and_holidays() {
        for (start, count, last) in [
            (date(2026, 4, 30), 10, date(2026, 5, 19)),
            (date(2026, 12, 18), 10, date(2027, 1, 5)),
            (date(2027, 4, 23), 10, date(2027, 5, 10)),
            (date(2026, 4, 30), 1, date(2026, 5, 4)),
        ] {
            assert_eq!(
                working_days(start, count, METROPOLE),
                last,
                "{start} + {count}"
            );
        }
    }

    #[test]
    fn the_second_day_of_christmas_only_counts_in_alsace_moselle() {
        let start = date(2025, 12, 24);
        assert_eq!(working_days(start, 1, METROPOLE), date(2025, 12, 26));
        assert_eq!(
            working_days(start, 1, HolidayCalendar::AlsaceMoselle),
            date(2025, 12, 29)
        );
    }

    #[test]
    fn a_period_reads_back_what_it_writes() {
        for period in [
            Period::Months(1),
            Period::Months(2),
            Period::Days(1),
            Period::Days(15),
        ] {
            assert_eq!(period.to_string().parse(), Ok(period));
        }
        assert_eq!("2 mois".parse(), Ok(Period::TWO_MONTHS));
        for nonsense in [
            "",
            "2",
            "two months",
            "0 days",
            "-1 days",
            "2 weeks",
            "300 months",
        ] {
            assert_eq!(
                nonsense.parse::<Period>(),
                Err(ParsePeriodError),
                "{nonsense}"
            );
        }
    }

    proptest! {
        #[test]
        fn a_later_start_never_ends_earlier(start in 0..20_000_i32, later in 0..400_i32, days in 1..200_u16, months in 1..13_u8) {
            let first = date(2000, 1, 1).saturating_add(start.days());
            let second = first.saturating_add(later.days());
            for period in [Period::Days(days), Period::Months(months)] {
                prop_assert!(silence_period(first, period) <= silence_period(second, period));
                prop_assert!(franc(first, period, METROPOLE) <= franc(second, period, METROPOLE));
                prop_assert!(franc(first, period, METROPOLE) > silence_period(first, period));
            }
            prop_assert!(working_days(first, days, METROPOLE) <= working_days(second, days, METROPOLE));
            prop_assert!(METROPOLE.is_working_day(working_days(first, days, METROPOLE)));
        }
    }
}

//! Days: the time zone of a collectivité and its public holidays.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::TimeZone;

/// The time zone of a collectivité: the "day" of a deadline is the day there.
///
/// Whether the day of an overseas applicant is theirs or the service's is to be confirmed; the service's is used.
#[derive(Clone, PartialEq, Eq)]
pub struct Zone(TimeZone);

/// A name that is not in the time zone database.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown time zone: {0}")]
pub struct UnknownZone(
    /// The name that was asked.
    pub String,
);

impl Zone {
    /// The zone of an IANA name: `Europe/Paris`, `Indian/Reunion`, `Pacific/Tahiti`.
    ///
    /// # Errors
    /// When the name is not in the embedded database.
    pub fn named(name: &str) -> Result<Self, UnknownZone> {
        TimeZone::get(name)
            .map(Self)
            .map_err(|_| UnknownZone(name.to_owned()))
    }

    /// The civil date of an instant in the zone.
    #[must_use]
    pub fn day_of(&self, instant: Timestamp) -> Date {
        self.civil(instant).date()
    }

    /// The civil date and time of an instant in the zone.
    #[must_use]
    pub fn civil(&self, instant: Timestamp) -> DateTime {
        self.0.to_datetime(instant)
    }

    /// The IANA name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }
}

/// The zone of metropolitan France.
impl Default for Zone {
    fn default() -> Self {
        Self::named("Europe/Paris").unwrap_or(Self(TimeZone::UTC))
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Zone({})", self.name())
    }
}

/// The public holidays (Code du travail L3133-1, L3134-13, L3422-2: to be confirmed) of a part of France.
///
/// Local days of French Polynesia, New Caledonia, Wallis and Futuna, Saint-Pierre-et-Miquelon are not in the published data
/// and not here. Good Friday in Alsace-Moselle is counted everywhere although the text limits it to some communes.
/// Both to be confirmed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum HolidayCalendar {
    /// Metropolitan France.
    #[default]
    Metropole,
    /// Bas-Rhin, Haut-Rhin and Moselle: Good Friday and 26 December too.
    AlsaceMoselle,
    /// Guadeloupe: 27 May too.
    Guadeloupe,
    /// Guyane: 10 June too.
    Guyane,
    /// Martinique: 22 May too.
    Martinique,
    /// Mayotte: 27 April too.
    Mayotte,
    /// La Réunion: 20 December too.
    LaReunion,
    /// Saint-Barthélemy: 9 October too.
    SaintBarthelemy,
    /// Saint-Martin: 28 May too (27 May before 2018).
    SaintMartin,
    /// Overseas collectivités without a day of their own in the published data.
    OtherOverseas,
}

impl HolidayCalendar {
    /// The calendar of a département: `67` follows Alsace-Moselle, `974` La Réunion.
    #[must_use]
    pub fn of_departement(code: &str) -> Self {
        match code {
            "57" | "67" | "68" => Self::AlsaceMoselle,
            "971" => Self::Guadeloupe,
            "972" => Self::Martinique,
            "973" => Self::Guyane,
            "974" => Self::LaReunion,
            "976" => Self::Mayotte,
            "977" => Self::SaintBarthelemy,
            "978" => Self::SaintMartin,
            "975" | "984" | "986" | "987" | "988" | "989" => Self::OtherOverseas,
            _ => Self::Metropole,
        }
    }

    /// Whether a date is a public holiday.
    #[must_use]
    pub fn is_holiday(self, date: Date) -> bool {
        let fixed = [
            (1, 1),
            (5, 1),
            (5, 8),
            (7, 14),
            (8, 15),
            (11, 1),
            (11, 11),
            (12, 25),
        ];
        let day = (date.month(), date.day());
        let after_easter = days_after_easter(date);
        fixed.contains(&day)
            || matches!(after_easter, Some(1 | 39 | 50))
            || self.is_local_holiday(date, day, after_easter)
    }

    /// Whether a date is a *jour ouvré*: Monday to Friday, not a holiday.
    ///
    /// R112-11-2 counts in *jours ouvrés* without defining them: five days a week is to be confirmed.
    #[must_use]
    pub fn is_working_day(self, date: Date) -> bool {
        !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday) && !self.is_holiday(date)
    }

    fn is_local_holiday(self, date: Date, day: (i8, i8), after_easter: Option<i32>) -> bool {
        match self {
            Self::Metropole | Self::OtherOverseas => false,
            Self::AlsaceMoselle => day == (12, 26) || after_easter == Some(-2),
            Self::Guadeloupe => day == (5, 27),
            Self::Guyane => day == (6, 10),
            Self::Martinique => day == (5, 22),
            Self::Mayotte => day == (4, 27),
            Self::LaReunion => day == (12, 20),
            Self::SaintBarthelemy => day == (10, 9),
            Self::SaintMartin => day == (5, if date.year() < 2018 { 27 } else { 28 }),
        }
    }
}

/// The days from Easter Sunday of the same year, negative before it; `None` when the year has no date for it.
fn days_after_easter(date: Date) -> Option<i32> {
    let easter = easter(date.year())?;
    date.since(easter).ok().map(|span| span.get_days())
}

/// Easter Sunday of a year in the Gregorian calendar (the anonymous algorithm, also known as Meeus/Jones/Butcher).
#[must_use]
pub fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (century, in_century) = (year.div_euclid(100), year.rem_euclid(100));
    let golden = year.rem_euclid(19);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    let shift = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * shift + 114;
    Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(days / 31).ok()?,
        i8::try_from(days % 31 + 1).ok()?,
    )
    .ok()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::civil::date;

    use super::*;

    const PUBLISHED: &str = include_str!("../../../data/holidays/jours_feries.csv");

    const ZONES: [(&str, HolidayCalendar); 13] = [
        ("Métropole", HolidayCalendar::Metropole),
        ("Alsace-Moselle", HolidayCalendar::AlsaceMoselle),
        ("Guadeloupe", HolidayCalendar::Guadeloupe),
        ("Guyane", HolidayCalendar::Guyane),
        ("Martinique", HolidayCalendar::Martinique),
        ("Mayotte", HolidayCalendar::Mayotte),
        ("La Réunion", HolidayCalendar::LaReunion),
        ("Saint-Barthélémy", HolidayCalendar::SaintBarthelemy),
        ("Saint-Martin", HolidayCalendar::SaintMartin),
        ("Saint-Pierre-et-Miquelon", HolidayCalendar::OtherOverseas),
        ("Wallis-et-Futuna", HolidayCalendar::OtherOverseas),
        ("Polynésie Française", HolidayCalendar::OtherOverseas),
        ("Nouvelle-Calédonie", HolidayCalendar::OtherOverseas),
    ];

    fn published(zone: &str) -> BTreeSet<Date> {
        let lines = PUBLISHED.lines().skip(1);
        let mine = lines.filter(|line| {
            line.rsplit(',')
                .next()
                .unwrap()
                .split('|')
                .any(|name| name == zone)
        });
        mine.map(|line| line.split(',').next().unwrap().parse().unwrap())
            .collect()
    }

    #[test]
    fn the_computed_holidays_are_the_published_ones_in_every_zone() {
        for (name, calendar) in ZONES {
            let published = published(name);
            assert!(published.len() > 200, "{name}");
            let days = date(2006, 1, 1).series(jiff::Span::new().days(1));
            let computed = days
                .take_while(|day| day.year() <= 2031)
                .filter(|day| calendar.is_holiday(*day));
            assert_eq!(computed.collect::<BTreeSet<_>>(), published, "{name}");
        }
    }

    #[test]
    fn the_day_is_the_one_of_the_collectivite() {
        let instant: Timestamp = "2026-01-31T22:30:00Z".parse().unwrap();
        for (zone, day) in [
            ("Europe/Paris", date(2026, 1, 31)),
            ("Indian/Reunion", date(2026, 2, 1)),
            ("Pacific/Tahiti", date(2026, 1, 31)),
            ("Pacific/Noumea", date(2026, 2, 1)),
        ] {
            assert_eq!(Zone::named(zone).unwrap().day_of(instant), day, "{zone}");
        }
    }

    #[test]
    fn a_deposit_of_the_night_when_the_clocks_change_has_one_day() {
        let paris = Zone::named("Europe/Paris").unwrap();
        for instant in ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"] {
            assert_eq!(paris.day_of(instant.parse().unwrap()), date(2026, 10, 25));
        }
    }

    #[test]
    fn an_unknown_zone_is_told_by_its_name() {
        assert_eq!(
            Zone::named("Europe/Navarrenx"),
            Err(UnknownZone("Europe/Navarrenx".into()))
        );
    }
}

//! The hours of a life: each act comes after the one before, agents act when their office is open, nothing is in the future.

use jiff::civil::{Weekday, time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan};
use parvis_kernel::Instant;

use super::random::Random;

/// The hour at which a dossier has arrived.
#[derive(Debug, Clone)]
pub(super) struct Hours {
    at: Instant,
    end: Instant,
    zone: TimeZone,
}

impl Hours {
    /// Begins so many days before the end, at an hour of the day or evening.
    pub(super) fn begun(end: Instant, days: i64, zone: TimeZone, random: &mut Random) -> Self {
        let back = SignedDuration::from_hours(24 * days)
            + SignedDuration::from_mins(random.between(20, 900));
        Self {
            at: end.checked_sub(back).unwrap_or(end),
            end,
            zone,
        }
    }

    /// The hour.
    pub(super) const fn now(&self) -> Instant {
        self.at
    }

    /// So many minutes later, never after the end.
    pub(super) fn later(&mut self, minutes: i64) -> Instant {
        let later = self.at.checked_add(SignedDuration::from_mins(minutes));
        self.at = later.unwrap_or(self.end).min(self.end);
        self.at
    }

    /// Some days later, when the office is open.
    pub(super) fn at_work(&mut self, days: i64, random: &mut Random) -> Instant {
        self.later(24 * 60 * days);
        let arrived = self.at.to_zoned(self.zone.clone());
        let mut day = arrived.date();
        if arrived.hour() >= 17 {
            day = day.tomorrow().unwrap_or(day);
        }
        while matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            day = day.tomorrow().unwrap_or(day);
        }
        let opening = day
            .to_datetime(time(8, 30, 0, 0))
            .checked_add(random.between(0, 500).minutes())
            .and_then(|opening| opening.to_zoned(self.zone.clone()));
        if let Ok(opening) = opening
            && opening.timestamp() > self.at
        {
            self.at = opening.timestamp().min(self.end);
        }
        self.at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_goes_forward_and_stops_at_the_present() {
        let end: Instant = "2026-11-22T08:00:00Z".parse().unwrap();
        let zone = TimeZone::get("Europe/Paris").unwrap();
        for seed in 0..200 {
            let mut random = Random::seeded(seed);
            let mut hours = Hours::begun(end, 12, zone.clone(), &mut random);
            let mut before = hours.now();
            for _ in 0..8 {
                let days = random.between(0, 3);
                let at = hours.at_work(days, &mut random);
                assert!(before <= at && at <= end);
                let local = at.to_zoned(zone.clone());
                let weekend = matches!(local.weekday(), Weekday::Saturday | Weekday::Sunday);
                assert!(at == end || !weekend, "{local}");
                before = at;
            }
        }
    }
}

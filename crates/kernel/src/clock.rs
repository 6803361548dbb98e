//! The injected clock: no room asks the machine for the time.

use std::sync::atomic::{AtomicI64, Ordering};

use crate::Instant;

/// Tells the present instant.
pub trait Clock: Send + Sync {
    /// The present instant, to the microsecond.
    fn now(&self) -> Instant;
}

/// The clock of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Instant {
        truncated(Instant::now().as_microsecond())
    }
}

/// A clock that a test moves by hand.
#[derive(Debug)]
pub struct FakeClock(AtomicI64);

impl FakeClock {
    /// Starts at an instant.
    #[must_use]
    pub fn at(instant: Instant) -> Self {
        Self(AtomicI64::new(instant.as_microsecond()))
    }

    /// Moves forward, or back when the span is negative.
    pub fn advance(&self, span: jiff::SignedDuration) {
        let microseconds = i64::try_from(span.as_micros()).unwrap_or(i64::MAX);
        self.0.fetch_add(microseconds, Ordering::SeqCst);
    }

    /// Moves to an instant.
    pub fn set(&self, instant: Instant) {
        self.0.store(instant.as_microsecond(), Ordering::SeqCst);
    }
}

impl Clock for FakeClock {
    fn now(&self) -> Instant {
        truncated(self.0.load(Ordering::SeqCst))
    }
}

/// Instants are stored to the microsecond: they are never more precise in memory.
fn truncated(microseconds: i64) -> Instant {
    Instant::from_microsecond(microseconds).unwrap_or(Instant::UNIX_EPOCH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fake_clock_only_moves_when_told() {
        let clock = FakeClock::at("2026-11-22T08:00:00Z".parse().expect("an instant"));
        assert_eq!(clock.now(), clock.now());
        clock.advance(jiff::SignedDuration::from_mins(15));
        assert_eq!(clock.now().to_string(), "2026-11-22T08:15:00Z");
    }
}

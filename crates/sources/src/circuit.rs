//! A provider that is out of order is left alone for a while, so that nobody waits for nothing.

use std::time::Duration;

use parvis_kernel::Instant;

/// Calls in a row without an answer before it is left alone.
const FEW: u32 = 5;
/// How long it is left alone; then one call tries it.
const PAUSE: Duration = Duration::from_secs(60);

/// What is known of a provider.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Circuit {
    failures: u32,
    until: Option<Instant>,
}

impl Circuit {
    /// Whether it may be asked. Once its pause is over, one call is let through and the next ones wait for what it says.
    pub(crate) fn lets(&mut self, now: Instant) -> bool {
        match self.until {
            Some(until) if now < until => false,
            Some(_) => {
                self.until = Some(now + PAUSE);
                true
            }
            None => true,
        }
    }

    /// Notes what a call said.
    pub(crate) fn note(&mut self, is_outage: bool, now: Instant) {
        if !is_outage {
            *self = Self::default();
            return;
        }
        self.failures = self.failures.saturating_add(1);
        if self.failures >= FEW {
            self.until = Some(now + PAUSE);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_five_failures_in_a_row_a_provider_is_left_alone_for_a_minute_then_tried_once() {
        let now: Instant = "2026-11-23T08:00:00Z".parse().unwrap();
        let mut circuit = Circuit::default();
        for _ in 0..4 {
            circuit.note(true, now);
            assert!(circuit.lets(now));
        }
        circuit.note(false, now);
        for _ in 0..5 {
            assert!(circuit.lets(now));
            circuit.note(true, now);
        }
        assert!(!circuit.lets(now));
        assert!(!circuit.lets(now + Duration::from_secs(59)));
        let after = now + Duration::from_secs(60);
        assert!(circuit.lets(after), "one tries");
        assert!(!circuit.lets(after), "the others wait for what it says");
        circuit.note(false, after);
        assert!(circuit.lets(after));
    }
}

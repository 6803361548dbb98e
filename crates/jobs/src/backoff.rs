//! How long to wait before trying again.

use parvis_kernel::Instant;

/// A job is tried for about a day and a half, then given up.
pub(crate) const MAX_ATTEMPTS: i64 = 20;

/// The instant of the next try after `attempts` failures: 5 s, 10 s, 20 s ... at most three hours apart.
pub(crate) fn next_attempt(now: Instant, attempts: i64) -> Instant {
    let exponent = u32::try_from(attempts.clamp(0, 12)).unwrap_or(12);
    let seconds = 5_u64
        .saturating_mul(2_u64.saturating_pow(exponent))
        .min(3 * 3600);
    later(now, seconds)
}

pub(crate) fn later(now: Instant, seconds: u64) -> Instant {
    now.saturating_add(std::time::Duration::from_secs(seconds))
        .unwrap_or(Instant::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_grow_apart_up_to_three_hours() {
        let now = Instant::UNIX_EPOCH;
        let waits: Vec<i64> = (0..=MAX_ATTEMPTS)
            .map(|attempts| next_attempt(now, attempts).as_second())
            .collect();
        assert!(waits.is_sorted());
        assert_eq!(waits.first(), Some(&5));
        assert_eq!(waits.last(), Some(&(3 * 3600)));
    }

    #[test]
    fn a_job_is_tried_for_more_than_a_day_before_it_is_given_up() {
        let total: i64 = (0..MAX_ATTEMPTS)
            .map(|attempts| next_attempt(Instant::UNIX_EPOCH, attempts).as_second())
            .sum();
        assert!(total > 24 * 3600, "{total}");
    }
}

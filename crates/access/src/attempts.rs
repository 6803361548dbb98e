//! How long to wait after wrong tries.

use std::time::Duration;

use parvis_kernel::Instant;

/// After this many wrong passwords or codes in a row, an account waits.
const TRIES_BEFORE_WAITING: i64 = 5;
/// The longest wait.
const LONGEST_WAIT: u64 = 3600;

/// Until when no try is accepted after so many wrong ones in a row. From the fifth: 1, 2, 4 ... minutes, at most an hour.
pub(crate) fn locked_until(tries: i64, now: Instant) -> Option<Instant> {
    (tries >= TRIES_BEFORE_WAITING).then(|| {
        let exponent = u32::try_from((tries - TRIES_BEFORE_WAITING).min(10)).unwrap_or(10);
        let wait = (60 * 2_u64.pow(exponent)).min(LONGEST_WAIT);
        now.saturating_add(Duration::from_secs(wait))
            .unwrap_or(Instant::MAX)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_and_stays_under_an_hour() {
        let now = Instant::UNIX_EPOCH;
        let waits = |tries| locked_until(tries, now).map(|until| until.as_second());
        assert_eq!(waits(4), None);
        assert_eq!(waits(5), Some(60));
        assert_eq!(waits(6), Some(120));
        assert_eq!(waits(50), Some(3600));
    }
}

//! When a message is tried again, and when the house gives up.

use std::time::Duration;

use parvis_kernel::{DeliveryId, Instant};
use sha2::{Digest, Sha256};

/// A message is tried for a day.
pub(crate) const GIVE_UP_AFTER: Duration = Duration::from_secs(24 * 3600);
/// A webhook to which nothing can be delivered for so long is suspended.
pub(crate) const SUSPEND_AFTER: Duration = Duration::from_secs(5 * 24 * 3600);
/// An older secret signs beside the newer one for so long.
pub(crate) const OLDER_SECRET: Duration = Duration::from_secs(24 * 3600);
/// A receiver may ask for no longer wait than this.
const LONGEST_ASKED: Duration = Duration::from_secs(3600);
/// The waits after each failed try, in seconds; the last one repeats.
const WAITS: [u64; 9] = [5, 30, 120, 600, 1_800, 3_600, 7_200, 10_800, 14_400];

/// What follows a failed try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Next {
    /// Another try, at an instant.
    At(Instant),
    /// Nothing more.
    GiveUp,
}

/// What follows the failed try number `attempts` (from 1) of a message tried since `first`. `asked` is what the receiver asked to
/// wait (`Retry-After`).
pub(crate) fn after_failure(
    id: DeliveryId,
    attempts: i64,
    first: Instant,
    now: Instant,
    asked: Option<Duration>,
) -> Next {
    let end = plus(first, GIVE_UP_AFTER);
    if now >= end {
        return Next::GiveUp;
    }
    let asked = asked.unwrap_or_default().min(LONGEST_ASKED);
    let wait = wait(id, attempts).max(asked);
    // The last try comes at the end of the day, not after it.
    Next::At(plus(now, wait).min(end))
}

/// The wait after the failed try number `attempts`, a fifth more or less: the messages that failed together are not sent again
/// together. What is drawn depends on the message alone, so that a test knows it.
fn wait(id: DeliveryId, attempts: i64) -> Duration {
    let place = usize::try_from(attempts.max(1) - 1).unwrap_or(usize::MAX);
    let last = WAITS.last().copied().unwrap_or_default();
    let seconds = WAITS.get(place).copied().unwrap_or(last);
    let mut hash = Sha256::new();
    hash.update(id.uuid().as_bytes());
    hash.update(attempts.to_be_bytes());
    let drawn = u64::from(hash.finalize().first().copied().unwrap_or_default());
    // From 80 % to 120 %.
    Duration::from_millis(seconds * (800 + drawn * 400 / 255))
}

/// Whether a webhook failed for too long.
pub(crate) fn is_to_suspend(failing_since: Instant, now: Instant) -> bool {
    plus(failing_since, SUSPEND_AFTER) <= now
}

pub(crate) fn plus(instant: Instant, span: Duration) -> Instant {
    instant.saturating_add(span).unwrap_or(Instant::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_grow_apart_and_end_after_exactly_a_day() {
        let id = DeliveryId::new();
        let first = Instant::UNIX_EPOCH;
        let (mut now, mut tries) = (first, 1);
        let mut waits = Vec::new();
        while let Next::At(at) = after_failure(id, tries, first, now, None) {
            waits.push(at.duration_since(now).as_secs());
            now = at;
            tries += 1;
            assert!(tries < 100);
        }
        assert_eq!(now, plus(first, GIVE_UP_AFTER));
        assert!((12..=16).contains(&tries), "{tries}: {waits:?}");
        assert!(
            (4..=6).contains(&waits[0]) && (24..=36).contains(&waits[1]),
            "{waits:?}"
        );
        assert!(waits.iter().all(|wait| *wait <= 14_400 * 12 / 10));
    }

    #[test]
    fn messages_that_failed_together_are_not_sent_again_together() {
        let waits = (0..50).map(|_| wait(DeliveryId::new(), 4).as_millis());
        let different: std::collections::BTreeSet<u128> = waits.collect();
        assert!(different.len() > 20, "{different:?}");
        assert!(
            different
                .iter()
                .all(|wait| (480_000..=720_000).contains(wait))
        );
    }

    #[test]
    fn a_receiver_that_asks_to_wait_is_heard_up_to_an_hour() {
        let (id, now) = (DeliveryId::new(), Instant::UNIX_EPOCH);
        let at = |asked| match after_failure(id, 1, now, now, Some(Duration::from_secs(asked))) {
            Next::At(at) => at.as_second(),
            Next::GiveUp => 0,
        };
        assert_eq!(at(90), 90);
        assert_eq!(at(1_000_000), 3_600);
        assert!((4..=6).contains(&at(0)));
    }

    #[test]
    fn a_webhook_that_fails_for_five_days_is_suspended() {
        let since = Instant::UNIX_EPOCH;
        assert!(!is_to_suspend(
            since,
            plus(since, SUSPEND_AFTER - Duration::from_secs(1))
        ));
        assert!(is_to_suspend(since, plus(since, SUSPEND_AFTER)));
    }
}

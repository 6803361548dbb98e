//! How often something may be tried: codes, sign-in, deposits.
//!
//! Kept in memory, by the generic cell rate algorithm: one number per key, the instant at which its bucket is full
//! again. Keys are stored as hashes: no address, no telephone number.

use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use parvis_kernel::Instant;

/// The greatest number of keys remembered; beyond it the fullest buckets are forgotten first.
const CAPACITY: usize = 100_000;

/// How often one thing may be tried with one key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Its name in the configuration: `code`, `sign-in`, `deposit`.
    pub name: &'static str,
    /// How many times in a row.
    pub burst: u32,
    /// Then once each.
    pub every: Duration,
}

/// Too many tries: how long to wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait(pub Duration);

/// What is left of a rule for one key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    /// Tries in a row.
    pub limit: u32,
    /// Seconds in which that many come back.
    pub window: u64,
    /// Tries left now.
    pub left: u32,
    /// Seconds until all of them are back.
    pub reset: u64,
}

/// The limits of the house. Cheap to clone.
#[derive(Clone, Default)]
pub struct Limits(Arc<Inner>);

#[derive(Default)]
struct Inner {
    hasher: RandomState,
    overrides: HashMap<String, (u32, Duration)>,
    full_at: Mutex<HashMap<u64, i64>>,
}

impl Limits {
    /// Limits where the configuration replaces the numbers of some rules: `(name, burst, every)`.
    #[must_use]
    pub fn configured(overrides: impl IntoIterator<Item = (String, u32, Duration)>) -> Self {
        let overrides = overrides.into_iter();
        Self(Arc::new(Inner {
            overrides: overrides
                .map(|(name, burst, every)| (name, (burst, every)))
                .collect(),
            ..Inner::default()
        }))
    }

    /// Takes one try.
    ///
    /// # Errors
    /// How long to wait, when there is none left.
    pub fn take(&self, rule: &Rule, key: &str, now: Instant) -> Result<(), Wait> {
        self.take_told(rule, key, now)
            .map(drop)
            .map_err(|(wait, _)| wait)
    }

    /// Takes one try, and tells what is left.
    ///
    /// # Errors
    /// How long to wait, when there is none left.
    pub fn take_told(&self, rule: &Rule, key: &str, now: Instant) -> Result<Quota, (Wait, Quota)> {
        let (burst, every) = self.numbers(rule);
        let every = i64::try_from(every.as_micros()).unwrap_or(i64::MAX);
        let now = now.as_microsecond();
        let hash = self.0.hasher.hash_one((rule.name, key));
        let mut buckets = self
            .0
            .full_at
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= CAPACITY {
            forget(&mut buckets, now);
        }
        let full_at = buckets.get(&hash).copied().unwrap_or(now).max(now);
        let next = full_at.saturating_add(every);
        let whole = every.saturating_mul(i64::from(burst));
        let excess = next - now - whole;
        let quota = |taken: i64| Quota {
            limit: burst,
            window: seconds(whole),
            left: u32::try_from((whole - taken).max(0) / every.max(1)).unwrap_or(0),
            reset: seconds(taken),
        };
        if excess > 0 {
            let wait = Wait(Duration::from_micros(excess.unsigned_abs()));
            return Err((wait, quota(full_at - now)));
        }
        buckets.insert(hash, next);
        Ok(quota(next - now))
    }

    fn numbers(&self, rule: &Rule) -> (u32, Duration) {
        let replaced = self.0.overrides.get(rule.name).copied();
        replaced.unwrap_or((rule.burst, rule.every))
    }
}

/// Microseconds as whole seconds, not less.
const fn seconds(microseconds: i64) -> u64 {
    microseconds.unsigned_abs().div_ceil(1_000_000)
}

/// Forgets the buckets that are full again, then, under attack, the half that is nearest to it.
fn forget(buckets: &mut HashMap<u64, i64>, now: i64) {
    buckets.retain(|_, full_at| *full_at > now);
    if buckets.len() < CAPACITY {
        return;
    }
    let mut instants: Vec<i64> = buckets.values().copied().collect();
    let middle = instants.len() / 2;
    let (_, median, _) = instants.select_nth_unstable(middle);
    let median = *median;
    buckets.retain(|_, full_at| *full_at > median);
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: Rule = Rule {
        name: "code",
        burst: 3,
        every: Duration::from_secs(60),
    };

    fn at(second: i64) -> Instant {
        Instant::from_second(second).unwrap()
    }

    #[test]
    fn a_burst_is_allowed_then_one_at_a_time() {
        let limits = Limits::default();
        for _ in 0..3 {
            assert_eq!(limits.take(&RULE, "a", at(0)), Ok(()));
        }
        assert_eq!(
            limits.take(&RULE, "a", at(0)),
            Err(Wait(Duration::from_secs(60)))
        );
        assert_eq!(
            limits.take(&RULE, "a", at(45)),
            Err(Wait(Duration::from_secs(15)))
        );
        assert_eq!(limits.take(&RULE, "a", at(60)), Ok(()));
    }

    #[test]
    fn what_is_left_is_told() {
        let limits = Limits::default();
        let told = |second| limits.take_told(&RULE, "a", at(second));
        let quota = |left, reset| Quota {
            limit: 3,
            window: 180,
            left,
            reset,
        };
        assert_eq!(told(0), Ok(quota(2, 60)));
        assert_eq!(told(0), Ok(quota(1, 120)));
        assert_eq!(told(0), Ok(quota(0, 180)));
        assert_eq!(
            told(30),
            Err((Wait(Duration::from_secs(30)), quota(0, 150)))
        );
        assert_eq!(told(60), Ok(quota(0, 180)));
    }

    #[test]
    fn keys_and_rules_do_not_disturb_each_other() {
        let limits = Limits::default();
        let other = Rule {
            name: "deposit",
            ..RULE
        };
        for _ in 0..3 {
            assert_eq!(limits.take(&RULE, "a", at(0)), Ok(()));
        }
        assert_eq!(limits.take(&RULE, "b", at(0)), Ok(()));
        assert_eq!(limits.take(&other, "a", at(0)), Ok(()));
    }

    #[test]
    fn the_configuration_replaces_the_numbers() {
        let limits = Limits::configured([("code".to_owned(), 1, Duration::from_secs(5))]);
        assert_eq!(limits.take(&RULE, "a", at(0)), Ok(()));
        assert_eq!(
            limits.take(&RULE, "a", at(0)),
            Err(Wait(Duration::from_secs(5)))
        );
    }

    #[test]
    fn memory_stays_bounded_under_a_flood_of_keys() {
        let limits = Limits::default();
        for number in 0..(CAPACITY + 10) {
            assert_eq!(limits.take(&RULE, &number.to_string(), at(0)), Ok(()));
        }
        assert!(limits.0.full_at.lock().unwrap().len() <= CAPACITY);
    }
}

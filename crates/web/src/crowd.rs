//! More people than the house can answer well: those who have begun go on, newcomers are told when to come back.
//!
//! What is counted are pages being shown (`GET`, `HEAD`): who sends a body slowly keeps nobody out.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use http::request::Parts;
use http::{Method, StatusCode};

use crate::error::PageError;
use crate::request::Visit;

/// Newcomers are told to come back after this many seconds at least.
const SOONEST: usize = 10;
/// They are spread over this many seconds: who was turned away together does not come back together.
const SPREAD: usize = 20;
/// Paths that are shown to everybody: without them no page can be read. Agents work above all when there is a crowd.
const ALWAYS: [&str; 3] = ["/assets", "/logo", "/agent"];

/// How many pages are being shown, and how many may be before newcomers are turned away. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Crowd(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    most: usize,
    shown: AtomicUsize,
    turned_away: AtomicUsize,
}

/// A page being shown, until this is dropped.
#[derive(Debug)]
pub struct Shown(Crowd);

/// Put in the extensions of a request: when a newcomer should come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crowded(pub Duration);

impl Crowd {
    /// A house that shows so many pages at a time before newcomers are turned away.
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self(Arc::new(Inner {
            most,
            shown: AtomicUsize::new(0),
            turned_away: AtomicUsize::new(0),
        }))
    }

    /// Counts a page, and says whether there are too many; nothing for a request that sends something.
    #[must_use]
    pub fn enter(&self, method: &Method) -> Option<(Shown, Option<Crowded>)> {
        if !matches!(*method, Method::GET | Method::HEAD) {
            return None;
        }
        let before = self.0.shown.fetch_add(1, Ordering::Relaxed);
        let crowded = (before >= self.0.most).then(|| Crowded(self.later()));
        Some((Shown(self.clone()), crowded))
    }

    /// When the next one who is turned away should come back.
    #[must_use]
    pub fn later(&self) -> Duration {
        let turn = self.0.turned_away.fetch_add(1, Ordering::Relaxed);
        Duration::from_secs((SOONEST + turn % SPREAD) as u64)
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.0.0.shown.fetch_sub(1, Ordering::Relaxed);
    }
}

/// What a newcomer is told when there is a crowd; nothing to who has begun, and nothing on the paths of everybody.
pub(crate) fn turned_away(parts: &Parts, visit: &Visit) -> Option<PageError> {
    let Crowded(later) = parts.extensions.get::<Crowded>()?;
    let is_known = visit.browser().known().is_some();
    let is_for_all = ALWAYS.iter().any(|path| visit.is_at(path));
    (!is_known && !is_for_all).then(|| PageError::crowded(*later))
}

/// Whether a response turns somebody away who may come back: its connection is better given to somebody else.
#[must_use]
pub fn turns_away(status: StatusCode, crowded: Option<Crowded>) -> bool {
    crowded.is_some() && status == StatusCode::SERVICE_UNAVAILABLE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn newcomers_are_turned_away_while_too_many_pages_are_shown() {
        let crowd = Crowd::new(2);
        let one = crowd.enter(&Method::GET).unwrap();
        let two = crowd.enter(&Method::HEAD).unwrap();
        assert_eq!((one.1, two.1), (None, None));
        let (three, crowded) = crowd.enter(&Method::GET).unwrap();
        assert_eq!(crowded, Some(Crowded(Duration::from_secs(10))));
        drop((one, three));
        assert_eq!(crowd.enter(&Method::GET).unwrap().1, None);
        drop(two);
    }

    #[test]
    fn who_sends_something_is_not_counted() {
        let crowd = Crowd::new(0);
        assert!(crowd.enter(&Method::POST).is_none());
    }

    #[test]
    fn who_is_turned_away_together_does_not_come_back_together() {
        let crowd = Crowd::new(0);
        let told: std::collections::BTreeSet<Duration> = (0..40).map(|_| crowd.later()).collect();
        assert_eq!(told.len(), SPREAD);
        assert!(told.first() >= Some(&Duration::from_secs(10)));
    }
}

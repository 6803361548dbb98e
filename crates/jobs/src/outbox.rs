//! The outbox: facts published with an act, delivered after it.

use parvis_kernel::{Fact, Failure, Instant};
use parvis_store::{Store, StoreError, Tx};

use crate::queue::succeeded;
use crate::store;

/// Facts delivered at most in one round.
const ROUND: i64 = 200;

/// Somebody who hears facts. Its effect lives in the transaction that it is given.
#[derive(Clone, Copy)]
pub struct Subscriber {
    /// A stable name: it makes deliveries idempotent.
    pub name: &'static str,
    /// The kinds of fact that it hears.
    pub kinds: &'static [&'static str],
    /// What it does. `Failure` is retried later; the fact is never lost.
    pub deliver: fn(&Fact, Instant, &mut Tx<'_>) -> Result<(), Failure>,
}

/// Publishes a fact in the transaction of the act.
///
/// # Errors
/// Those of the store.
pub fn publish(tx: &mut Tx<'_>, fact: &Fact) -> Result<(), StoreError> {
    store::publish(tx, fact)
}

/// Delivers the facts that are due; returns how many were delivered to every subscriber.
///
/// Each fact has a transaction of its own; as all of them wait at once, they share commits.
///
/// # Errors
/// Those of the store. A subscriber that fails delays its fact only.
pub async fn deliver_due(
    store: &Store,
    subscribers: &'static [Subscriber],
    now: Instant,
) -> Result<usize, StoreError> {
    let due = store
        .read(move |tx| store::due_facts(tx, now, ROUND))
        .await?;
    let delivering = due
        .into_iter()
        .map(|(fact, attempts)| deliver_or_postpone(store, subscribers, fact, attempts, now));
    succeeded(futures::future::join_all(delivering).await)
}

/// False when a subscriber failed: the fact waits.
async fn deliver_or_postpone(
    store: &Store,
    subscribers: &'static [Subscriber],
    fact: Fact,
    attempts: i64,
    now: Instant,
) -> Result<bool, StoreError> {
    match deliver(store, subscribers, &fact, now).await {
        Ok(()) => Ok(true),
        Err(Undelivered::Store(error)) => Err(error),
        Err(Undelivered::Subscriber(failure)) => {
            postpone(store, &fact, attempts, now, &failure).await?;
            Ok(false)
        }
    }
}

#[derive(Debug)]
enum Undelivered {
    Store(StoreError),
    Subscriber(Failure),
}

impl From<StoreError> for Undelivered {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// One transaction for all the subscribers of a fact: all of them heard it, or none.
async fn deliver(
    store: &Store,
    subscribers: &'static [Subscriber],
    fact: &Fact,
    now: Instant,
) -> Result<(), Undelivered> {
    let fact = fact.clone();
    let delivering = store.write(move |tx| {
        let hearing = subscribers
            .iter()
            .filter(|subscriber| subscriber.kinds.contains(&fact.kind.as_str()));
        for subscriber in hearing {
            if store::claim_delivery(tx, fact.id, subscriber.name, now)? {
                (subscriber.deliver)(&fact, now, tx).map_err(Undelivered::Subscriber)?;
            }
        }
        store::fact_delivered(tx, fact.id, now)?;
        Ok(())
    });
    delivering.await
}

async fn postpone(
    store: &Store,
    fact: &Fact,
    attempts: i64,
    now: Instant,
    failure: &Failure,
) -> Result<(), StoreError> {
    tracing::warn!(fact = %fact.id, kind = fact.kind, doing = failure.doing, "a subscriber failed; the fact waits");
    let (id, doing) = (fact.id, failure.doing);
    store
        .write(move |tx| store::fact_failed(tx, id, attempts, now, doing))
        .await
}

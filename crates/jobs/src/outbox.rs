//! The outbox: facts published with an act, delivered after it.

use parvis_kernel::{Fact, Failure, Instant};
use parvis_store::{Store, StoreError, Tx};

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

/// Delivers the facts that are due, in their order; returns how many were delivered to every subscriber.
///
/// They share one transaction. When one of them fails, each has its own.
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
    if due.is_empty() {
        return Ok(0);
    }
    let facts: Vec<Fact> = due.iter().map(|(fact, _)| fact.clone()).collect();
    let count = facts.len();
    match deliver(store, subscribers, facts, now).await {
        Ok(()) => Ok(count),
        Err(Undelivered::Store(error)) => Err(error),
        Err(Undelivered::Subscriber(_)) => each_alone(store, subscribers, due, now).await,
    }
}

async fn each_alone(
    store: &Store,
    subscribers: &'static [Subscriber],
    due: Vec<(Fact, i64)>,
    now: Instant,
) -> Result<usize, StoreError> {
    let mut delivered = 0;
    for (fact, attempts) in due {
        match deliver(store, subscribers, vec![fact.clone()], now).await {
            Ok(()) => delivered += 1,
            Err(Undelivered::Store(error)) => return Err(error),
            Err(Undelivered::Subscriber(failure)) => {
                postpone(store, &fact, attempts, now, &failure).await?;
            }
        }
    }
    Ok(delivered)
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

/// One transaction for all the subscribers of these facts: all of them heard them, or none.
async fn deliver(
    store: &Store,
    subscribers: &'static [Subscriber],
    facts: Vec<Fact>,
    now: Instant,
) -> Result<(), Undelivered> {
    let delivering = store.write(move |tx| {
        facts
            .iter()
            .try_for_each(|fact| tell(tx, subscribers, fact, now))
    });
    delivering.await
}

fn tell(
    tx: &mut Tx<'_>,
    subscribers: &'static [Subscriber],
    fact: &Fact,
    now: Instant,
) -> Result<(), Undelivered> {
    let hearing = subscribers
        .iter()
        .filter(|subscriber| subscriber.kinds.contains(&fact.kind.as_str()));
    for subscriber in hearing {
        if store::claim_delivery(tx, fact.id, subscriber.name, now)? {
            (subscriber.deliver)(fact, now, tx).map_err(Undelivered::Subscriber)?;
        }
    }
    Ok(store::fact_delivered(tx, fact.id, now)?)
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

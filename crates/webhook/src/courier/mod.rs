//! The courier: sends what is due, for as long as the server lives.
//!
//! Each webhook has a lane of its own, so that a slow receiver delays nobody else. A message is taken for a minute before it is sent
//! and its end is written after: two servers never send it at once, and one that dies in between leaves it to be sent again, under
//! the same identifier.

mod body;
mod end;
mod post;
mod take;

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use parvis_kernel::{Clock, WebhookId};
use parvis_organisation::{Directory, Organisation};
use parvis_outside::{Lookup, Policy};
use parvis_store::{Store, StoreError};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;

use crate::model::Webhook;
use crate::store;
use post::Post;
use take::{Taken, take};

/// Without anything to send, the courier looks again after this long.
const PATIENCE: Duration = Duration::from_secs(1);
/// After a failure of the store, it waits this long.
const AFTER_FAILURE: Duration = Duration::from_secs(5);
/// Messages sent at once to one webhook, each about another dossier.
const LANE: i64 = 4;
/// Messages sent at once in all.
const AT_ONCE: usize = 64;

/// Where the pages of an organisation are, for the addresses that a message carries.
pub type RootOf = Arc<dyn Fn(&Organisation) -> String + Send + Sync>;

/// Sends messages.
#[derive(Clone)]
pub struct Courier(Arc<Inner>);

struct Inner {
    store: Store,
    clock: Arc<dyn Clock>,
    directory: Directory,
    root_of: RootOf,
    post: Post,
    busy: Mutex<HashSet<WebhookId>>,
    places: Semaphore,
}

impl Courier {
    /// Prepares the client.
    ///
    /// # Errors
    /// The client cannot be built: no list of certificate authorities, for one.
    pub fn new(
        store: Store,
        clock: Arc<dyn Clock>,
        directory: Directory,
        root_of: RootOf,
        policy: Policy,
        lookup: Lookup,
    ) -> Result<Self, reqwest::Error> {
        Ok(Self(Arc::new(Inner {
            store,
            clock,
            directory,
            root_of,
            post: Post::new(policy, lookup)?,
            busy: Mutex::default(),
            places: Semaphore::new(AT_ONCE),
        })))
    }

    /// Looks names up as the machine does.
    #[must_use]
    pub fn system_lookup() -> Lookup {
        parvis_outside::system()
    }

    /// Sends until `stop` becomes true; what is under way is finished first.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        let mut lanes = JoinSet::new();
        while !*stop.borrow() {
            let mut pause = PATIENCE;
            match self.live().await {
                Ok(live) => {
                    for webhook in live.into_iter().filter(|own| self.begin(own.id)) {
                        let courier = self.clone();
                        lanes.spawn(async move { courier.busy_lane(webhook).await });
                    }
                }
                Err(error) => {
                    tracing::error!(%error, "the courier could not reach the store");
                    pause = AFTER_FAILURE;
                }
            }
            while lanes.try_join_next().is_some() {}
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                _ = stop.changed() => {}
            }
        }
        while lanes.join_next().await.is_some() {}
    }

    /// One round: everything that is due now; returns how many messages were tried.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn round(&self) -> Result<usize, StoreError> {
        let lanes = self.live().await?;
        let lanes = lanes.into_iter().map(|webhook| self.lane(webhook));
        let mut tried = 0;
        for lane in futures::future::join_all(lanes).await {
            tried += lane?;
        }
        Ok(tried)
    }

    async fn live(&self) -> Result<Vec<Webhook>, StoreError> {
        self.0.store.read(store::webhooks::live).await
    }

    /// False when the lane of this webhook is still at work.
    fn begin(&self, id: WebhookId) -> bool {
        let busy = self.0.busy.lock();
        busy.unwrap_or_else(PoisonError::into_inner).insert(id)
    }

    /// Works along a lane until nothing is due in it.
    async fn busy_lane(self, webhook: Webhook) {
        let id = webhook.id;
        loop {
            match self.lane(webhook.clone()).await {
                Ok(0) => break,
                Ok(_) => {}
                Err(error) => {
                    tracing::error!(%error, webhook = %id, "the courier could not reach the store");
                    break;
                }
            }
        }
        let busy = self.0.busy.lock();
        busy.unwrap_or_else(PoisonError::into_inner).remove(&id);
    }

    /// Sends some of what is due to a webhook; how many messages were tried.
    async fn lane(&self, webhook: Webhook) -> Result<usize, StoreError> {
        let (now, asked) = (self.0.clock.now(), webhook.clone());
        let read = self
            .0
            .store
            .read(move |tx| store::deliveries::due(tx, &asked, now, LANE));
        let due = read.await?;
        if due.is_empty() {
            return Ok(0);
        }
        let (id, organisation) = (webhook.id, webhook.organisation);
        let taking = self
            .0
            .store
            .write(move |tx| take(tx, organisation, id, &due, now));
        let taken = taking.await?;
        let sending = taken.into_iter().map(|own| self.send(own));
        let mut tried = 0;
        for sent in futures::future::join_all(sending).await {
            tried += usize::from(sent?);
        }
        Ok(tried)
    }

    /// Sends a message, and writes what became of it. False when its organisation is not served any more.
    async fn send(&self, taken: Taken) -> Result<bool, StoreError> {
        let organisation = self.0.directory.by_id(taken.webhook.organisation);
        let Some(organisation) = organisation else {
            return Ok(false);
        };
        let Ok(_place) = self.0.places.acquire().await else {
            return Ok(false);
        };
        let body = body::written(&taken.delivery, &(self.0.root_of)(&organisation));
        let outcome = self.0.post.carry(&taken, &body, self.0.clock.now()).await;
        let now = self.0.clock.now();
        let writing = self
            .0
            .store
            .write(move |tx| end::record(tx, &taken, &outcome, now));
        writing.await?;
        Ok(true)
    }
}

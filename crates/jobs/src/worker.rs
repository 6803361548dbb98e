//! The worker: delivers facts and runs jobs, for as long as the server lives.

use std::sync::Arc;
use std::time::Duration;

use parvis_kernel::Clock;
use parvis_store::{Store, StoreError};
use tokio::sync::{Notify, watch};

use crate::outbox::{Subscriber, deliver_due};
use crate::queue::{Runner, run_due};

/// Without being woken, the worker looks again after this long.
const PATIENCE: Duration = Duration::from_secs(1);
/// After a failure of the store, it waits this long.
const AFTER_FAILURE: Duration = Duration::from_secs(5);

/// Wakes the worker after an act, so that a mail leaves at once.
#[derive(Debug, Clone, Default)]
pub struct Wake(Arc<Notify>);

impl Wake {
    /// There is something to do.
    pub fn wake(&self) {
        self.0.notify_one();
    }
}

/// Delivers facts and runs jobs.
pub struct Worker {
    /// Where facts and jobs are.
    pub store: Store,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Who hears facts.
    pub subscribers: &'static [Subscriber],
    /// Who runs jobs.
    pub runners: Vec<Arc<dyn Runner>>,
    /// How it is woken.
    pub wake: Wake,
}

impl Worker {
    /// Works until `stop` becomes true; what is under way is finished first.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            let pause = match self.round().await {
                Ok(0) => PATIENCE,
                Ok(_) => Duration::ZERO,
                Err(error) => {
                    tracing::error!(%error, "the worker could not reach the store");
                    AFTER_FAILURE
                }
            };
            tokio::select! {
                () = self.wake.0.notified(), if !pause.is_zero() => {}
                () = tokio::time::sleep(pause) => {}
                _ = stop.changed() => {}
            }
        }
    }

    /// One round: everything that is due now; returns how much was done.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn round(&self) -> Result<usize, StoreError> {
        let now = self.clock.now();
        let delivered = deliver_due(&self.store, self.subscribers, now).await?;
        let run = run_due(&self.store, &self.runners, self.clock.as_ref()).await?;
        Ok(delivered + run)
    }
}

//! The quarantine: examines the pieces that came, for as long as the server lives.
//!
//! A piece is taken for ten minutes before it is examined and its verdict is written after: two servers never examine it at once, and one
//! that dies in between leaves it to be examined again. The antivirus is asked for its version before any piece is taken, so that an
//! antivirus that is down costs no piece a try.

use std::sync::Arc;
use std::time::Duration;

use futures::{StreamExt, stream};
use parvis_jobs::Wake;
use parvis_kernel::{Clock, Instant, MessageId};
use parvis_store::Store;
use parvis_store::blobs::{BlobError, Blobs};
use parvis_web::Words;
use tokio::sync::watch;

use super::act::{self, Taken};
use super::{Antivirus, Finding, Signatures, Trouble, Watch};
use crate::error::DossierError;

/// Without anything to do, the quarantine looks again after this long.
const PATIENCE: Duration = Duration::from_secs(1);
/// After a failure of the store, it waits this long.
const AFTER_FAILURE: Duration = Duration::from_secs(5);
/// Between two tries of an antivirus that does not answer, at most.
const LONGEST_SILENCE: Duration = Duration::from_secs(60);
/// An antivirus with nothing to do is asked so often whether it is there.
const ASKED_EVERY: Duration = Duration::from_secs(60);
/// Pieces taken at once.
const TAKEN: i64 = 8;
/// Pieces examined at once.
const TOGETHER: usize = 4;

/// Examines pieces.
pub struct Quarantine {
    /// Where pieces are named.
    pub store: Store,
    /// Where their content is.
    pub blobs: Blobs,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// What the person is asked.
    pub words: Words,
    /// The antivirus.
    pub antivirus: Arc<dyn Antivirus>,
    /// What is told of it.
    pub watch: Watch,
    /// How the worker hears that somebody was asked for another piece.
    pub wake: Wake,
}

/// What a round did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Round {
    /// There was nothing to do.
    Idle,
    /// Pieces were examined.
    Worked,
    /// The antivirus does not answer: nothing was taken.
    Silent,
}

impl Quarantine {
    /// Examines until `stop` becomes true; what is under way is finished first.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        let (mut silences, mut asked_at) = (0_u32, None);
        while !*stop.borrow() {
            let pause = match self.round(&mut asked_at).await {
                Ok(Round::Silent) => {
                    silences = silences.saturating_add(1);
                    after_silences(silences)
                }
                Ok(done) => {
                    silences = 0;
                    match done {
                        Round::Worked => Duration::ZERO,
                        Round::Idle | Round::Silent => PATIENCE,
                    }
                }
                Err(error) => {
                    tracing::error!(%error, "the quarantine could not reach the store");
                    AFTER_FAILURE
                }
            };
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                _ = stop.changed() => {}
            }
        }
    }

    /// One round: asks persons for other pieces, then examines some of those that are due. `asked_at` is when the antivirus was last asked
    /// whether it is there.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn round(&self, asked_at: &mut Option<Instant>) -> Result<Round, DossierError> {
        self.ask_persons().await?;
        let now = self.clock.now();
        let due = self.store.read(move |tx| act::due(tx, now, TAKEN)).await?;
        if due.is_empty() && asked_at.is_some_and(|at| now < at + ASKED_EVERY) {
            return Ok(Round::Idle);
        }
        *asked_at = Some(now);
        let signatures = match self.antivirus.signatures().await {
            Ok(signatures) => signatures,
            Err(trouble) => {
                *asked_at = None;
                self.watch.kept_silent(now);
                tracing::warn!(%trouble, "pieces wait to be examined");
                return Ok(Round::Silent);
            }
        };
        self.watch.answered(signatures.clone(), now);
        if due.is_empty() {
            return Ok(Round::Idle);
        }
        let taken = self.store.write(move |tx| act::take(tx, &due, now)).await?;
        let examined = stream::iter(taken).map(|taken| self.examine(taken, &signatures));
        let mut examined = examined.buffer_unordered(TOGETHER);
        while let Some(written) = examined.next().await {
            written?;
        }
        self.ask_persons().await?;
        Ok(Round::Worked)
    }

    async fn examine(&self, taken: Taken, signatures: &Signatures) -> Result<(), DossierError> {
        let piece = taken.piece;
        let Some(key) = taken.key else {
            return self
                .store
                .write(move |tx| act::give_up_on(tx, &piece))
                .await;
        };
        let outcome = match self.blobs.get(&piece.blob, &key).await {
            Ok(content) => self.antivirus.examine(Box::pin(content)).await,
            Err(error) => Err(Trouble::Unreadable(error)),
        };
        match &outcome {
            Ok(Finding::Clean) => {}
            Ok(Finding::Infected(_)) => tracing::warn!(piece = %piece.id, "a piece is infected"),
            Err(Trouble::Unreadable(BlobError::NotFound)) => {
                tracing::error!(piece = %piece.id, "a piece is missing: see parvis doctor");
            }
            Err(trouble) => tracing::warn!(piece = %piece.id, %trouble, "a piece waits"),
        }
        let (signatures, now) = (signatures.clone(), self.clock.now());
        let writing = self
            .store
            .write(move |tx| act::record(tx, &piece, &outcome, &signatures, now));
        writing.await
    }

    /// Asks those whose deposited piece is infected for another one.
    async fn ask_persons(&self) -> Result<(), DossierError> {
        let untold = self.store.read(|tx| act::untold(tx, TAKEN)).await?;
        for infected in untold {
            let (words, now) = (self.words.clone(), self.clock.now());
            let message = MessageId::new();
            let asking = self
                .store
                .write(move |tx| act::ask_again(tx, &words, &infected, message, now));
            if asking.await? {
                self.wake.wake();
            }
        }
        Ok(())
    }
}

/// 1 s, 2 s, 4 s ... at most a minute apart.
fn after_silences(silences: u32) -> Duration {
    let seconds = 2_u64.saturating_pow(silences.saturating_sub(1).min(10));
    Duration::from_secs(seconds).min(LONGEST_SILENCE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_silent_antivirus_is_asked_less_and_less_often_up_to_once_a_minute() {
        let pauses: Vec<u64> = (1..12)
            .map(|count| after_silences(count).as_secs())
            .collect();
        assert_eq!(pauses[..4], [1, 2, 4, 8]);
        assert_eq!(pauses.last(), Some(&60));
    }
}

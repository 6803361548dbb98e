//! The job that writes exports.
//!
//! An export takes as long as it takes, and mails do not wait for it: the job only starts the work and looks again later, as long as
//! the export is not over. Who writes an export says so every few seconds; a process that was killed is not heard of any more, and
//! the next look begins the export anew, under another name: a file that was cut off is never shown, and is swept.

use std::sync::Arc;
use std::time::Duration;

use parvis_demarche::Catalogue;
use parvis_jobs::{self as jobs, Ending, Job, Runner, RunnerFuture, nothing_to_write};
use parvis_kernel::{Clock, ExportId, Failure, Instant, OrganisationId};
use parvis_organisation::Directory;
use parvis_store::Store;
use parvis_store::blobs::Blobs;
use parvis_web::Words;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use uuid::Uuid;

use super::act::{Standing, trace, until};
use super::write::{Stop, Writing};
use crate::error::DossierError;
use crate::examine::Guard;
use crate::store::{self, ExportEnd, ExportRow};

/// The kind of these jobs.
pub const EXPORT_JOB: &str = "dossier.export";
/// Exports that one process writes at once.
const TOGETHER: usize = 2;
/// Who was not heard of for so long does not write any more.
const SILENCE: Duration = Duration::from_secs(180);
/// When the job looks again at an export that is being written.
const LATER: Duration = Duration::from_secs(60);
/// When it looks again for a place.
const SOON: Duration = Duration::from_secs(5);

/// Writes exports. Cheap to clone.
#[derive(Clone)]
pub struct ExportRunner {
    house: Arc<Inner>,
    places: Arc<Semaphore>,
}

/// What writing an export needs.
pub(super) struct Inner {
    pub(super) store: Store,
    pub(super) blobs: Blobs,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) directory: Directory,
    pub(super) catalogue: Catalogue,
    pub(super) words: Words,
    pub(super) guard: Guard,
}

impl ExportRunner {
    /// Wires it.
    #[must_use]
    pub fn new(
        store: Store,
        blobs: Blobs,
        clock: Arc<dyn Clock>,
        directory: Directory,
        catalogue: Catalogue,
        words: Words,
        guard: Guard,
    ) -> Self {
        Self {
            house: Arc::new(Inner {
                store,
                blobs,
                clock,
                directory,
                catalogue,
                words,
                guard,
            }),
            places: Arc::new(Semaphore::new(TOGETHER)),
        }
    }

    /// Starts an export that waits, and looks again later; nothing when it is over.
    async fn look(&self, organisation: OrganisationId, id: ExportId) -> Result<Ending, Failure> {
        let house = &self.house;
        let now = house.clock.now();
        let reading = house
            .store
            .read(move |tx| store::export(tx, organisation, id));
        let Some(export) = reading.await.map_err(failed)? else {
            return Ok(nothing_to_write());
        };
        let standing = export.standing(now);
        if export.deleted_at.is_some() || !matches!(standing, Standing::Waiting | Standing::Running)
        {
            return Ok(nothing_to_write());
        }
        let silent = now.checked_sub(SILENCE).unwrap_or(Instant::MIN);
        if export.beat_at.is_some_and(|at| at >= silent) {
            return Ok(again(organisation, id, now, LATER));
        }
        let Ok(place) = Arc::clone(&self.places).try_acquire_owned() else {
            return Ok(again(organisation, id, now, SOON));
        };
        let run = Uuid::now_v7().to_string();
        let claiming = {
            let run = run.clone();
            house
                .store
                .write(move |tx| store::claim_export(tx, organisation, id, &run, now, silent))
        };
        if claiming.await.map_err(failed)? {
            let house = Arc::clone(house);
            drop(tokio::spawn(async move {
                house.write(organisation, export, run, place).await;
            }));
        }
        Ok(again(organisation, id, now, LATER))
    }
}

impl Runner for ExportRunner {
    fn kind(&self) -> &'static str {
        EXPORT_JOB
    }

    fn run(&self, job: Job) -> RunnerFuture<'_> {
        Box::pin(self.look(job.organisation, ExportId::from_uuid(job.subject)))
    }
}

impl Inner {
    /// Writes an export from its beginning to its end, and says how it ended.
    async fn write(
        self: Arc<Self>,
        organisation: OrganisationId,
        export: ExportRow,
        run: String,
        _place: OwnedSemaphorePermit,
    ) {
        let id = export.id;
        let blob = format!("exports/{id}/{run}");
        let writing = Writing::new(Arc::clone(&self), organisation, export.clone(), run.clone());
        let outcome = match writing.all(&blob).await {
            Ok((written, size)) => (written, Ok((blob.clone(), size))),
            // Somebody deleted it, or writes it now: this file is nobody's.
            Err(Stop::Superseded) => return,
            Err(Stop::TooMany) => (0, Err("too-many")),
            Err(Stop::Failed(DossierError::Access(_))) => (0, Err("not-allowed")),
            Err(Stop::Failed(error)) => {
                tracing::error!(export = %id, %error, "an export could not be written");
                (0, Err("failed"))
            }
        };
        let ended = self.end(organisation, export, run, outcome).await;
        match ended {
            Ok(true) => {}
            Ok(false) => self.forget(&blob).await,
            Err(error) => {
                tracing::error!(export = %id, %error, "the end of an export could not be written; it begins anew");
                self.forget(&blob).await;
            }
        }
    }

    async fn end(
        &self,
        organisation: OrganisationId,
        export: ExportRow,
        run: String,
        (written, outcome): (i64, Result<(String, u64), &'static str>),
    ) -> Result<bool, DossierError> {
        let now = self.clock.now();
        let end = ExportEnd {
            written,
            outcome,
            expires_at: until(now),
        };
        let writing = self.store.write(move |tx| {
            let ended = store::end_export(tx, organisation, export.id, &run, now, &end)?;
            if ended && end.outcome.is_ok() {
                let ctx = super::write::ctx(organisation, &export, now);
                let export = ExportRow {
                    written,
                    ..export.clone()
                };
                trace(&ctx, tx, "export.written", &export)?;
            }
            Ok::<_, DossierError>(ended)
        });
        writing.await
    }

    async fn forget(&self, blob: &str) {
        if let Err(error) = self.blobs.delete(blob).await {
            tracing::warn!(%error, "the file of an export that is nobody's stays until the next sweep");
        }
    }
}

fn again(organisation: OrganisationId, id: ExportId, now: Instant, after: Duration) -> Ending {
    Box::new(move |tx| {
        let at = now.checked_add(after).unwrap_or(now);
        let job = Job::new(organisation, EXPORT_JOB, id.uuid(), at);
        jobs::enqueue(tx, &job, now)
    })
}

fn failed(error: DossierError) -> Failure {
    Failure::new("writing an export", error)
}

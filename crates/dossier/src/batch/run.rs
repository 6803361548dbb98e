//! The job that works through a batch: one transaction for each dossier, in which the result is written with the act.

use std::sync::Arc;
use std::time::Duration;

use parvis_demarche::Catalogue;
use parvis_jobs::{self as jobs, Ending, Job, Runner, RunnerFuture, nothing_to_write};
use parvis_kernel::{
    Actor, BatchId, Channel, Clock, Ctx, Failure, MessageId, OrganisationId, Purpose,
};
use parvis_organisation::Directory;
use parvis_store::{Store, Tx};
use tokio::time::Instant;

use super::{Outcome, Wanted};
use crate::ask::{Ask, ask};
use crate::assign::assign;
use crate::close::close;
use crate::decide::decide;
use crate::desk::Desk;
use crate::error::DossierError;
use crate::examine::Guard;
use crate::instruct::instruct;
use crate::message::write_message;
use crate::model::{Closing, Number, State};
use crate::rules::Act;
use crate::store::{self, BatchRow, ToDo};
use crate::take_back::take_back;

/// The kind of these jobs.
pub const BATCH_JOB: &str = "dossier.batch";
/// Dossiers read at once from the list of those that wait.
const LOT: i64 = 20;
/// Another job goes on after this long, well within the lease.
const LONGEST_RUN: Duration = Duration::from_secs(45);

/// Works through batches.
pub struct BatchRunner {
    store: Store,
    clock: Arc<dyn Clock>,
    directory: Directory,
    catalogue: Catalogue,
}

impl BatchRunner {
    /// Wires it.
    #[must_use]
    pub const fn new(
        store: Store,
        clock: Arc<dyn Clock>,
        directory: Directory,
        catalogue: Catalogue,
    ) -> Self {
        Self {
            store,
            clock,
            directory,
            catalogue,
        }
    }

    /// Goes on with a batch until it is over, stopped, or until its time is over: then another job takes it on.
    async fn work(&self, organisation: OrganisationId, id: BatchId) -> Result<Ending, Failure> {
        let began = Instant::now();
        loop {
            let Some((batch, to_do)) = self.next(organisation, id).await? else {
                return Ok(nothing_to_write());
            };
            if to_do.is_empty() {
                let now = self.clock.now();
                return Ok(Box::new(move |tx| {
                    store::end_batch(tx, organisation, id, now)
                }));
            }
            for item in to_do {
                if self.is_stopped(&batch, organisation).await? {
                    break;
                }
                self.one(organisation, &batch, item).await?;
            }
            if began.elapsed() > LONGEST_RUN {
                return Ok(self.continued(organisation, id));
            }
        }
    }

    /// The batch and what is still to be done; nothing when there is no such batch to work on.
    async fn next(
        &self,
        organisation: OrganisationId,
        id: BatchId,
    ) -> Result<Option<(BatchRow, Vec<ToDo>)>, Failure> {
        let reading = self.store.read(move |tx| {
            let Some(batch) = store::batch(tx, organisation, id)? else {
                return Ok(None);
            };
            if batch.confirmed_at.is_none() || batch.ended_at.is_some() {
                return Ok(None);
            }
            let to_do = if batch.undo_at.is_some() {
                store::items_to_undo(tx, organisation, id, LOT)?
            } else if batch.stopped_at.is_some() {
                Vec::new()
            } else {
                store::waiting_items(tx, organisation, id, LOT)?
            };
            Ok::<_, DossierError>(Some((batch, to_do)))
        });
        reading.await.map_err(failed)
    }

    /// Whether the agent stopped it while it ran.
    async fn is_stopped(
        &self,
        batch: &BatchRow,
        organisation: OrganisationId,
    ) -> Result<bool, Failure> {
        if batch.undo_at.is_some() {
            return Ok(false);
        }
        let id = batch.id;
        let reading = self
            .store
            .read(move |tx| store::batch(tx, organisation, id));
        let found = reading.await.map_err(failed)?;
        Ok(found.is_none_or(|batch| batch.stopped_at.is_some()))
    }

    /// One dossier: the act and its result together, or the reason why not, alone. Its failure is its own.
    async fn one(
        &self,
        organisation: OrganisationId,
        batch: &BatchRow,
        item: ToDo,
    ) -> Result<(), Failure> {
        let desk = Desk {
            organisation: self
                .directory
                .by_id(organisation)
                .ok_or_else(|| failed(DossierError::NotFound))?,
            catalogue: self.catalogue.clone(),
            // No act of a batch opens a piece.
            guard: Guard::Present,
        };
        let ctx = self.ctx(organisation, batch);
        let tried = {
            let (ctx, batch, item) = (ctx.clone(), batch.clone(), item.clone());
            let doing = self
                .store
                .write(move |tx| tried(&ctx, tx, &desk, &batch, &item));
            doing.await
        };
        let Err(error) = tried else {
            return Ok(());
        };
        let outcome = outcome_of(error);
        let (id, undoing) = (batch.id, batch.undo_at.is_some());
        let telling = self.store.write(move |tx| {
            if undoing {
                store::mark_item_undone(tx, &ctx, id, item.place, outcome)
            } else {
                store::mark_item(tx, &ctx, id, item.place, outcome)
            }
        });
        telling.await.map(drop).map_err(failed)
    }

    /// The agent who confirmed it, acting now: their rights are asked again for each dossier.
    fn ctx(&self, organisation: OrganisationId, batch: &BatchRow) -> Ctx {
        Ctx::house(organisation, self.clock.now())
            .acting_as(
                Actor::Agent(batch.agent, batch.session),
                Purpose::Instruction,
            )
            .through(Channel::Web)
            .within(batch.id)
    }

    fn continued(&self, organisation: OrganisationId, id: BatchId) -> Ending {
        let now = self.clock.now();
        Box::new(move |tx| {
            let job = Job::new(organisation, BATCH_JOB, id.uuid(), now);
            jobs::enqueue(tx, &job, now)
        })
    }
}

impl Runner for BatchRunner {
    fn kind(&self) -> &'static str {
        BATCH_JOB
    }

    fn run(&self, job: Job) -> RunnerFuture<'_> {
        Box::pin(self.work(job.organisation, BatchId::from_uuid(job.subject)))
    }
}

/// The act on one dossier. Its result is claimed first: of two jobs at once, the second finds it written and does nothing.
fn tried(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    batch: &BatchRow,
    item: &ToDo,
) -> Result<(), DossierError> {
    if batch.undo_at.is_some() {
        if store::mark_item_undone(tx, ctx, batch.id, item.place, Outcome::Done)? {
            undone(ctx, tx, desk, item)?;
        }
        return Ok(());
    }
    let Some(wanted) = &batch.wanted else {
        return Err(DossierError::NothingChosen);
    };
    if store::mark_item(tx, ctx, batch.id, item.place, Outcome::Done)? {
        // A message does not ask for a version: a batch promised not to touch what changed.
        let (dossier, _) = store::by_number(tx, ctx.organisation, &item.number)?;
        if dossier.version != item.seen {
            return Err(DossierError::ChangedMeanwhile {
                expected: item.seen,
            });
        }
        let state = dossier.state();
        if *wanted == Wanted::Instruct && state != State::Deposited {
            let act = Act::Instruct;
            return Err(DossierError::NotNow { state, act });
        }
        done(ctx, tx, desk, wanted, &item.number, item.seen)?;
    }
    Ok(())
}

fn done(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    wanted: &Wanted,
    number: &Number,
    seen: i64,
) -> Result<(), DossierError> {
    match wanted {
        Wanted::Give(to) => assign(ctx, tx, desk, number, seen, Some(*to)).map(drop),
        Wanted::Instruct => instruct(ctx, tx, desk, number, seen).map(drop),
        Wanted::Write(text) => write_message(ctx, tx, desk, number, MessageId::new(), text),
        Wanted::Ask {
            text,
            pieces,
            due_on,
        } => {
            let wanted = Ask {
                version: seen,
                text: text.clone(),
                fields: Vec::new(),
                pieces: pieces.clone(),
                due_on: *due_on,
            };
            ask(ctx, tx, desk, number, &wanted).map(drop)
        }
        Wanted::Decide(draft) => decide(ctx, tx, desk, number, seen, draft).map(drop),
        Wanted::Close(code) => {
            close(ctx, tx, desk, number, seen, &Closing::of_code(code)).map(drop)
        }
    }
}

/// Takes back the decision of this batch: not one that was taken since.
fn undone(ctx: &Ctx, tx: &mut Tx<'_>, desk: &Desk, item: &ToDo) -> Result<(), DossierError> {
    let (dossier, _) = store::by_number(tx, ctx.organisation, &item.number)?;
    if dossier.facts.decided_at != item.at {
        return Err(DossierError::ChangedMeanwhile {
            expected: item.seen,
        });
    }
    take_back(ctx, tx, desk, &item.number, dossier.version).map(drop)
}

/// Why a dossier was left as it was.
fn outcome_of(error: DossierError) -> Outcome {
    match error {
        DossierError::ChangedMeanwhile { .. } => Outcome::Changed,
        DossierError::NotNow { .. } => Outcome::NotNow,
        DossierError::NoLongerHeld => Outcome::TooLate,
        DossierError::NotFound | DossierError::NotOfGroup => Outcome::NotAllowed,
        DossierError::DecisionAsked | DossierError::NoDecisionAsked => Outcome::OtherProcedure,
        // A batch says no amount: on a démarche that pays, each decision says its own.
        DossierError::Decision(_)
        | DossierError::Amount
        | DossierError::DueDate
        | DossierError::Text { .. } => Outcome::Incomplete,
        other => match other.refusal() {
            Ok(_) => Outcome::NotAllowed,
            Err(failure) => {
                tracing::error!(
                    doing = failure.doing,
                    "a dossier of a batch could not be worked on"
                );
                Outcome::Failed
            }
        },
    }
}

fn failed(error: DossierError) -> Failure {
    Failure::new("working through a batch", error)
}

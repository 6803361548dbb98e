//! Preparing a batch, reading it, confirming it, stopping it, undoing it.

use std::collections::BTreeMap;
use std::sync::Arc;

use parvis_access::{AccessError, Right, Role, Target, agent, authorize};
use parvis_demarche::Revision;
use parvis_jobs::{self as jobs, Job};
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Actor, AgentId, BatchId, Ctx, GroupId, Instant, SessionId};
use parvis_store::Tx;

use super::foresee::foreseen;
use super::{BATCH_JOB, BatchAct, Outcome, Wanted};
use crate::desk::Desk;
use crate::error::DossierError;
use crate::model::{Number, State};
use crate::queue::QueueQuery;
use crate::store::{self, BatchRow, ItemRow, QueueFilter};

/// Dossiers of a batch at most.
pub const MOST_DOSSIERS: usize = 500;
/// Batches forgotten in one round.
const ROUND: i64 = 100;

/// Which dossiers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// These, each with the version that was shown.
    These(Vec<(Number, i64)>),
    /// Those of a list, from its head.
    List(QueueQuery),
}

/// A dossier of a batch.
#[derive(Debug, Clone)]
pub struct BatchItem {
    /// The number.
    pub number: Number,
    /// The beneficiary; empty without identity.
    pub label: String,
    /// The revision that it answers.
    pub revision: Arc<Revision>,
    /// Where it stands now.
    pub state: State,
    /// What would become of it now: before the batch is confirmed.
    pub foreseen: Outcome,
    /// What became of it; nothing while it waits.
    pub result: Option<Outcome>,
    /// What became of taking its decision back.
    pub undone: Option<Outcome>,
    /// Whether its decision can still be taken back.
    pub is_held: bool,
}

/// A batch, as the agent who made it sees it.
#[derive(Debug, Clone)]
pub struct BatchView {
    /// Its identifier.
    pub id: BatchId,
    /// What it does.
    pub act: BatchAct,
    /// With which words; nothing before they are typed.
    pub wanted: Option<Wanted>,
    /// When it was confirmed.
    pub confirmed_at: Option<Instant>,
    /// When it was stopped.
    pub stopped_at: Option<Instant>,
    /// When nothing was left to do.
    pub ended_at: Option<Instant>,
    /// When its decisions were asked back.
    pub undo_at: Option<Instant>,
    /// Its dossiers, in the order in which they were chosen.
    pub items: Vec<BatchItem>,
    /// The agents of the groups of these dossiers.
    pub colleagues: Vec<agent::Agent>,
}

impl BatchView {
    /// How many dossiers there are of each outcome; those that wait under nothing.
    #[must_use]
    pub fn results(&self) -> BTreeMap<Option<Outcome>, usize> {
        let mut counts = BTreeMap::new();
        for item in &self.items {
            *counts.entry(item.result).or_insert(0) += 1;
        }
        counts
    }

    /// Whether the house still works on it.
    #[must_use]
    pub const fn is_running(&self) -> bool {
        self.confirmed_at.is_some() && self.ended_at.is_none()
    }
}

/// Keeps a choice of dossiers and of an act, to be read before anything is done.
///
/// # Errors
/// `NotFound` for a dossier that the agent may not read; `NothingChosen`; `TooManyChosen`.
pub fn prepare(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    act: BatchAct,
    chosen: &Chosen,
) -> Result<BatchId, DossierError> {
    let by = by(ctx)?;
    let rows = match chosen {
        Chosen::These(numbers) => these(ctx, tx, numbers)?,
        Chosen::List(query) => listed(ctx, tx, by.0, query)?,
    };
    if rows.is_empty() {
        return Err(DossierError::NothingChosen);
    }
    let batch = BatchId::new();
    store::insert_batch(tx, ctx, batch, by, act, &rows)?;
    if act.is_plain() {
        store::set_wanted(tx, ctx, batch, by.1, &plain(act, by.0))?;
    }
    let detail = [
        ("act", act.code().to_owned()),
        ("count", rows.len().to_string()),
    ];
    trace(ctx, tx, "batch.prepared", batch, &detail)?;
    Ok(batch)
}

fn plain(act: BatchAct, own: AgentId) -> Wanted {
    match act {
        BatchAct::Take => Wanted::Give(own),
        _ => Wanted::Instruct,
    }
}

fn these(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    numbers: &[(Number, i64)],
) -> Result<Vec<(parvis_kernel::DossierId, i64)>, DossierError> {
    if numbers.len() > MOST_DOSSIERS {
        return Err(DossierError::TooManyChosen {
            most: MOST_DOSSIERS,
        });
    }
    let mut rows = Vec::with_capacity(numbers.len());
    for (number, version) in numbers {
        let (dossier, _) = store::by_number(tx, ctx.organisation, number)?;
        let target = Target::Dossier(dossier.id, dossier.group);
        authorize(ctx, tx, Right::ReadDossier, target)?;
        if matches!(dossier.state(), State::Draft | State::Expired) {
            return Err(DossierError::NotFound);
        }
        rows.push((dossier.id, *version));
    }
    Ok(rows)
}

/// The first dossiers of a list, up to the limit.
fn listed(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    own: AgentId,
    query: &QueueQuery,
) -> Result<Vec<(parvis_kernel::DossierId, i64)>, DossierError> {
    let group = query.group.ok_or(DossierError::NotOfGroup)?;
    authorize(ctx, tx, Right::ReadQueue, Target::Group(group))?;
    let limit = i64::try_from(MOST_DOSSIERS).unwrap_or(i64::MAX);
    let filter = QueueFilter::of(query, own, limit);
    let rows = store::queue(tx, ctx.organisation, group, &filter)?;
    Ok(rows.into_iter().map(|row| (row.id, row.version)).collect())
}

/// Says with which words the act is done.
///
/// # Errors
/// `NotFound` for the batch of somebody else; `AlreadyConfirmed`.
pub fn set(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    batch: BatchId,
    wanted: &Wanted,
) -> Result<(), DossierError> {
    let found = own(ctx, tx, batch)?;
    let (_, session) = by(ctx)?;
    if !store::set_wanted(tx, ctx, found.id, session, wanted)? {
        return Err(DossierError::AlreadyConfirmed);
    }
    trace(ctx, tx, "batch.written", batch, &[])
}

/// The batch, with what will become or became of each dossier. Leaves the trace of a consultation.
///
/// # Errors
/// `NotFound` for the batch of somebody else.
pub fn view(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    batch: BatchId,
) -> Result<BatchView, DossierError> {
    let found = own(ctx, tx, batch)?;
    let subject = Subject::new("batch", batch.uuid());
    journal::consulted(ctx, tx, "batch.read", subject, &[])?;
    let roles = roles(ctx, tx, found.agent)?;
    let rows = store::batch_items(tx, ctx.organisation, batch)?;
    let mut items = Vec::with_capacity(rows.len());
    let mut groups = Vec::new();
    for row in rows {
        let Some(role) = roles.get(&row.group).copied() else {
            continue;
        };
        if !groups.contains(&row.group) {
            groups.push(row.group);
        }
        items.push(item(ctx, tx, desk, &found, row, role)?);
    }
    let mut colleagues = Vec::new();
    for group in groups {
        colleagues.extend(agent::of_group(tx, ctx.organisation, group)?);
    }
    colleagues.sort_by(|one, other| (&one.last_name, one.id).cmp(&(&other.last_name, other.id)));
    colleagues.dedup_by_key(|agent| agent.id);
    Ok(BatchView {
        id: found.id,
        act: found.act,
        wanted: found.wanted,
        confirmed_at: found.confirmed_at,
        stopped_at: found.stopped_at,
        ended_at: found.ended_at,
        undo_at: found.undo_at,
        items,
        colleagues,
    })
}

fn item(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    batch: &BatchRow,
    row: ItemRow,
    role: Role,
) -> Result<BatchItem, DossierError> {
    let revision = desk
        .catalogue
        .revision(tx, ctx.organisation, row.revision)?;
    let wanted = batch.wanted.as_ref();
    let is_held = row.result == Some(Outcome::Done)
        && row.undone.is_none()
        && row.visible_at.is_some_and(|from| from > ctx.now);
    Ok(BatchItem {
        foreseen: foreseen(ctx, desk, &revision, batch.act, wanted, &row, Some(role)),
        number: row.number,
        label: row.label,
        revision,
        state: row.state,
        result: row.result,
        undone: row.undone,
        is_held,
    })
}

fn roles(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    agent: AgentId,
) -> Result<BTreeMap<GroupId, Role>, DossierError> {
    let memberships = agent::memberships(tx, ctx.organisation, agent)?;
    Ok(memberships
        .into_iter()
        .map(|of| (of.group, of.role))
        .collect())
}

/// Confirms a batch: the house begins to work on it. A second time, from a double click: nothing else happens.
///
/// # Errors
/// `NotFound` for the batch of somebody else; `NothingChosen` when nothing is said of what is to be done.
pub fn confirm(ctx: &Ctx, tx: &mut Tx<'_>, batch: BatchId) -> Result<(), DossierError> {
    let found = own(ctx, tx, batch)?;
    let (_, session) = by(ctx)?;
    if found.wanted.is_none() {
        return Err(DossierError::NothingChosen);
    }
    if store::confirm_batch(tx, ctx, batch, session)? {
        let detail = [("act", found.act.code().to_owned())];
        trace(ctx, tx, "batch.confirmed", batch, &detail)?;
        plan(ctx, tx, batch)?;
    }
    Ok(())
}

/// Stops a batch: what is done stays done, the rest is not touched.
///
/// # Errors
/// `NotFound` for the batch of somebody else.
pub fn stop(ctx: &Ctx, tx: &mut Tx<'_>, batch: BatchId) -> Result<(), DossierError> {
    own(ctx, tx, batch)?;
    if store::stop_batch(tx, ctx, batch)? {
        trace(ctx, tx, "batch.stopped", batch, &[])?;
    }
    Ok(())
}

/// Asks for the decisions of a batch to be taken back, those that the person may not see yet.
///
/// # Errors
/// `NotFound` for the batch of somebody else; `NoDecisionAsked` when it decides nothing.
pub fn undo(ctx: &Ctx, tx: &mut Tx<'_>, batch: BatchId) -> Result<(), DossierError> {
    let found = own(ctx, tx, batch)?;
    let (_, session) = by(ctx)?;
    if !found.act.decides() {
        return Err(DossierError::NoDecisionAsked);
    }
    if store::undo_batch(tx, ctx, batch, session)? {
        trace(ctx, tx, "batch.undone", batch, &[])?;
        plan(ctx, tx, batch)?;
    }
    Ok(())
}

/// Forgets the batches made before an instant; returns how many.
///
/// # Errors
/// Those of the store.
pub fn purge(tx: &mut Tx<'_>, before: Instant) -> Result<usize, DossierError> {
    store::forget_batches(tx, before, ROUND)
}

fn plan(ctx: &Ctx, tx: &mut Tx<'_>, batch: BatchId) -> Result<(), DossierError> {
    let job = Job::new(ctx.organisation, BATCH_JOB, batch.uuid(), ctx.now);
    Ok(jobs::enqueue(tx, &job, ctx.now)?)
}

fn trace(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    verb: &str,
    batch: BatchId,
    detail: &[(&str, String)],
) -> Result<(), DossierError> {
    let subject = Subject::new("batch", batch.uuid());
    Ok(journal::record(ctx, tx, verb, subject, detail)?)
}

fn by(ctx: &Ctx) -> Result<(AgentId, SessionId), DossierError> {
    match ctx.actor {
        Actor::Agent(agent, session) => Ok((agent, session)),
        _ => Err(AccessError::SignInFirst.into()),
    }
}

/// The batch of the agent who asks; to anybody else it does not exist.
fn own(ctx: &Ctx, tx: &mut Tx<'_>, batch: BatchId) -> Result<BatchRow, DossierError> {
    let (agent, _) = by(ctx)?;
    let found = store::batch(tx, ctx.organisation, batch)?;
    found
        .filter(|found| found.agent == agent)
        .ok_or(DossierError::NotFound)
}

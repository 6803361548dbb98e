//! Asking for an export, approving it, taking it away, deleting it.

use std::time::Duration;

use parvis_access::{AccessError, Right, Target, authorize};
use parvis_jobs::{self as jobs, Job};
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Actor, AgentId, Ctx, ExportId, Fact, Instant, SessionId};
use parvis_store::sealing::{self, SealingKey};
use parvis_store::{Due, Tx};

use super::{EXPORT_JOB, Exported, Format};
use crate::error::DossierError;
use crate::store::{self, ExportRow};
use crate::{facts, text};

/// Dossiers that an agent takes away in a day, in any format, without anybody else's approval.
pub const MASS: i64 = 1_000;
/// Dossiers that an agent takes away in a day with their pieces, without anybody else's approval.
pub const MASS_WITH_PIECES: i64 = 100;
/// How long a file is kept, and how long a request waits for its approval.
pub const KEPT: Duration = Duration::from_secs(7 * 24 * 3600);

const DAY: Duration = Duration::from_secs(24 * 3600);
/// Exports of a page.
const LISTED: i64 = 50;
/// Exports forgotten in one round.
const ROUND: i64 = 100;

/// What an export would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Foreseen {
    /// How many dossiers the list holds, counted up to [`MASS`] and one.
    pub count: i64,
    /// Whether somebody else must approve it.
    pub is_mass: bool,
}

/// Where an export stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    ToApprove,
    Refused,
    Waiting,
    Running,
    Ready,
    /// The list held more dossiers than nobody else must approve.
    TooMany,
    /// The agent lost the right to it.
    NotAllowed,
    Failed,
    /// Its time is over.
    Over,
}

impl ExportRow {
    pub(crate) fn standing(&self, now: Instant) -> Standing {
        if self.refused_at.is_some() {
            return Standing::Refused;
        }
        if self.expires_at <= now {
            return Standing::Over;
        }
        match (self.failure.as_deref(), self.ended_at, self.beat_at) {
            (Some("too-many"), ..) => Standing::TooMany,
            (Some("not-allowed"), ..) => Standing::NotAllowed,
            (Some(_), ..) => Standing::Failed,
            (None, Some(_), _) => Standing::Ready,
            (None, None, _) if self.is_mass && self.approved_at.is_none() => Standing::ToApprove,
            (None, None, Some(_)) => Standing::Running,
            (None, None, None) => Standing::Waiting,
        }
    }
}

/// What an agent asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Drawn with the page: a double click asks once.
    pub id: ExportId,
    /// Which dossiers, in which format.
    pub exported: Exported,
    /// Why; needed for a mass export only.
    pub reason: String,
}

/// A file to take away.
#[derive(Debug)]
pub struct Download {
    /// Its name in the storage.
    pub blob: String,
    /// What opens it.
    pub key: SealingKey,
    /// Its size in bytes.
    pub size: u64,
    /// What it is.
    pub format: Format,
    /// When it was asked.
    pub asked_at: Instant,
}

/// Says what an export would be.
///
/// # Errors
/// `NotFound` for a group of which the agent is not; `Forbidden` for a reader.
pub fn foresee(ctx: &Ctx, tx: &mut Tx<'_>, exported: &Exported) -> Result<Foreseen, DossierError> {
    let (own, _) = by(ctx)?;
    authorize(
        ctx,
        tx,
        Right::ExportDossiers,
        Target::Group(exported.group),
    )?;
    let filter = exported.filter(own, MASS + 1);
    let rows = store::queue(tx, ctx.organisation, exported.group, &filter)?;
    let count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let since = ctx.now.checked_sub(DAY).unwrap_or(Instant::MIN);
    let taken = store::exported_since(tx, ctx.organisation, own, since, None)?;
    let mut is_mass = taken + count > MASS;
    if exported.format == Format::Zip {
        let format = Some(Format::Zip);
        let taken = store::exported_since(tx, ctx.organisation, own, since, format)?;
        is_mass |= taken + count > MASS_WITH_PIECES;
    }
    Ok(Foreseen { count, is_mass })
}

/// Asks for an export. It is written at once, unless somebody else must approve it.
///
/// # Errors
/// Those of [`foresee`]; `NotFound` for an identifier that is not free; `NothingToExport`; `ReasonNeeded` for a mass export; `Text`.
pub fn ask(ctx: &Ctx, tx: &mut Tx<'_>, asked: &Asked) -> Result<(), DossierError> {
    let (agent, session) = by(ctx)?;
    if let Some(known) = store::export(tx, ctx.organisation, asked.id)? {
        let is_own = known.agent == agent;
        return is_own.then_some(()).ok_or(DossierError::NotFound);
    }
    // The page proposed an identifier, which is already that of something else.
    if sealing::holds_key(tx, ctx.organisation, asked.id.uuid())? {
        return Err(DossierError::NotFound);
    }
    let foreseen = foresee(ctx, tx, &asked.exported)?;
    if foreseen.count == 0 {
        return Err(DossierError::NothingToExport);
    }
    let reason = match (foreseen.is_mass, asked.reason.trim()) {
        (false, _) => None,
        (true, "") => return Err(DossierError::ReasonNeeded),
        (true, reason) => Some(text::accepted(reason)?.as_str().to_owned()),
    };
    let export = ExportRow {
        id: asked.id,
        agent,
        session,
        language: ctx.language,
        exported: asked.exported.clone(),
        expected: foreseen.count,
        is_mass: foreseen.is_mass,
        reason,
        asked_at: ctx.now,
        approved_at: None,
        answered_by: None,
        refused_at: None,
        run: None,
        beat_at: None,
        written: 0,
        ended_at: None,
        failure: None,
        blob: None,
        size: 0,
        deleted_at: None,
        expires_at: until(ctx.now),
    };
    store::insert_export(tx, ctx, &export)?;
    trace(ctx, tx, "export.asked", &export)?;
    if export.is_mass {
        tell(ctx, tx, facts::EXPORT_ASKED, &export)
    } else {
        plan(ctx, tx, export.id)
    }
}

/// The exports of the agent, the latest first.
pub(super) fn own_exports(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Vec<ExportRow>, DossierError> {
    let (agent, _) = by(ctx)?;
    store::exports_of_agent(tx, ctx.organisation, agent, LISTED)
}

/// The exports that wait for an approval.
pub(super) fn waiting(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Vec<ExportRow>, DossierError> {
    authorize(ctx, tx, Right::ApproveExports, Target::Organisation)?;
    let mut rows = store::exports_to_approve(tx, ctx.organisation, LISTED)?;
    rows.retain(|row| row.standing(ctx.now) == Standing::ToApprove);
    Ok(rows)
}

/// How many exports wait for an approval, up to fifty.
///
/// # Errors
/// `Forbidden` unless the actor administers or watches over the data.
pub fn to_approve(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<usize, DossierError> {
    Ok(waiting(ctx, tx)?.len())
}

/// Approves an export or refuses it. A second answer changes nothing.
///
/// # Errors
/// `Forbidden` unless the actor administers or watches over the data; `OwnExport`; `NotFound`.
pub fn answer(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    id: ExportId,
    is_approved: bool,
) -> Result<(), DossierError> {
    authorize(ctx, tx, Right::ApproveExports, Target::Organisation)?;
    let (agent, _) = by(ctx)?;
    let found = store::export(tx, ctx.organisation, id)?;
    let export = found.filter(|row| row.is_mass && row.deleted_at.is_none());
    let export = export.ok_or(DossierError::NotFound)?;
    if export.agent == agent {
        return Err(DossierError::OwnExport);
    }
    let until = is_approved.then(|| until(ctx.now));
    if export.standing(ctx.now) != Standing::ToApprove
        || !store::answer_export(tx, ctx, id, agent, until)?
    {
        return Ok(());
    }
    if is_approved {
        trace(ctx, tx, "export.approved", &export)?;
        plan(ctx, tx, id)?;
    } else {
        trace(ctx, tx, "export.refused", &export)?;
    }
    tell(ctx, tx, facts::EXPORT_ANSWERED, &export)
}

/// The file of an export, for the agent who asked it, as long as they may export this list.
///
/// # Errors
/// `NotFound` for somebody else's, and for one that is not ready, deleted or over; `Forbidden` for who lost the right.
pub fn download(ctx: &Ctx, tx: &mut Tx<'_>, id: ExportId) -> Result<Download, DossierError> {
    let export = own(ctx, tx, id)?;
    let group = Target::Group(export.exported.group);
    authorize(ctx, tx, Right::ExportDossiers, group)?;
    if export.standing(ctx.now) != Standing::Ready {
        return Err(DossierError::NotFound);
    }
    trace(ctx, tx, "export.downloaded", &export)?;
    Ok(Download {
        blob: export.blob.ok_or(DossierError::NotFound)?,
        key: store::export_key(tx, ctx.organisation, id)?,
        size: export.size,
        format: export.exported.format,
        asked_at: export.asked_at,
    })
}

/// Deletes an export of the agent: its key is destroyed. Returns the blob that the caller deletes then.
///
/// # Errors
/// `NotFound` for somebody else's.
pub fn delete(ctx: &Ctx, tx: &mut Tx<'_>, id: ExportId) -> Result<Option<String>, DossierError> {
    let export = own(ctx, tx, id)?;
    if store::delete_export(tx, ctx, id)? {
        trace(ctx, tx, "export.deleted", &export)?;
    }
    Ok(export.blob)
}

/// The exports whose time is over.
///
/// # Errors
/// Those of the store.
pub fn due(tx: &mut Tx<'_>, now: Instant) -> Result<Due, DossierError> {
    store::exports_due(tx, now)
}

/// Forgets some exports whose time is over: how many, and the blobs that the caller deletes then.
///
/// # Errors
/// Those of the store.
pub fn purge(tx: &mut Tx<'_>, now: Instant) -> Result<(u64, Vec<String>), DossierError> {
    let over = store::exports_over(tx, now, ROUND)?;
    let count = u64::try_from(over.len()).unwrap_or(u64::MAX);
    let mut blobs = Vec::new();
    for (organisation, id, blob) in over {
        store::forget_export(tx, organisation, id)?;
        blobs.extend(blob);
    }
    Ok((count, blobs))
}

/// The export of the agent who asks; to anybody else it does not exist.
fn own(ctx: &Ctx, tx: &mut Tx<'_>, id: ExportId) -> Result<ExportRow, DossierError> {
    let (agent, _) = by(ctx)?;
    let found = store::export(tx, ctx.organisation, id)?;
    found
        .filter(|row| row.agent == agent && row.deleted_at.is_none())
        .ok_or(DossierError::NotFound)
}

fn by(ctx: &Ctx) -> Result<(AgentId, SessionId), DossierError> {
    match ctx.actor {
        Actor::Agent(agent, session) => Ok((agent, session)),
        _ => Err(AccessError::SignInFirst.into()),
    }
}

pub(super) fn until(now: Instant) -> Instant {
    now.checked_add(KEPT).unwrap_or(Instant::MAX)
}

fn plan(ctx: &Ctx, tx: &mut Tx<'_>, id: ExportId) -> Result<(), DossierError> {
    let job = Job::new(ctx.organisation, EXPORT_JOB, id.uuid(), ctx.now);
    Ok(jobs::enqueue(tx, &job, ctx.now)?)
}

fn tell(ctx: &Ctx, tx: &mut Tx<'_>, kind: &str, export: &ExportRow) -> Result<(), DossierError> {
    let fact = Fact::new(ctx.organisation, kind, export.id.uuid(), ctx.now);
    Ok(jobs::publish(tx, &fact.with("agent", export.agent))?)
}

/// What leaves the house, and who let it: the journal of security keeps it.
pub(super) fn trace(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    verb: &str,
    export: &ExportRow,
) -> Result<(), DossierError> {
    let subject = Subject::new("export", export.id.uuid());
    let exported = &export.exported;
    let mut detail = vec![
        ("group", exported.group.to_string()),
        ("format", exported.format.code().to_owned()),
        ("count", export.expected.max(export.written).to_string()),
        ("mass", export.is_mass.to_string()),
    ];
    if let Some(procedure) = exported.procedure {
        detail.push(("procedure", procedure.to_string()));
    }
    Ok(journal::security(ctx, tx, verb, subject, &detail)?)
}

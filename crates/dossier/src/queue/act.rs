//! The list of a group.

use parvis_access::{Right, Role, Target, agent, authorize};
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{AgentId, Ctx, DossierId, GroupId, Instant, ProcedureId, RevisionId};
use parvis_organisation::Group;
use parvis_store::Tx;

use crate::desk::Desk;
use crate::error::DossierError;
use crate::model::{NO_DUE_DATE, Number, State, search_tokens};
use crate::store::{self, QueueFilter};

/// Rows of a page.
pub const PAGE: usize = 25;

/// What a list is asked to show.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QueueQuery {
    /// The group; the first of the agent's without one.
    pub group: Option<GroupId>,
    /// One state only; without one, those open to agents.
    pub state: Option<State>,
    /// All states, final ones too.
    pub all_states: bool,
    /// Only those of the agent who asks.
    pub mine: bool,
    /// One procedure only.
    pub procedure: Option<ProcedureId>,
    /// A number or a name.
    pub search: Option<String>,
    /// After the row of this cursor.
    pub after: Option<Cursor>,
}

/// The place of a row in the list: the day that the law attaches to silence first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// The day to which the law attaches the effect of silence.
    pub silence_due: i64,
    /// When it was deposited.
    pub submitted_at: Instant,
    /// Which one.
    pub id: DossierId,
}

/// One row of the list.
#[derive(Debug, Clone)]
pub struct QueueItem {
    /// The number.
    pub number: Number,
    /// The revision, for the title of the procedure.
    pub revision: RevisionId,
    /// Where it stands.
    pub state: State,
    /// The day to which the law attaches the effect of silence, if any.
    pub silence_due: Option<jiff::civil::Date>,
    /// When it was deposited.
    pub submitted_at: Instant,
    /// Who took it.
    pub agent: Option<AgentId>,
    /// The beneficiary; empty without identity.
    pub label: String,
    /// The version, for acts made from the list.
    pub version: i64,
    /// Its place.
    pub cursor: Cursor,
}

/// A page of a list.
#[derive(Debug, Clone)]
pub struct QueueView {
    /// The groups of the agent, the one that is shown first.
    pub groups: Vec<(Group, Role)>,
    /// The group that is shown.
    pub group: Group,
    /// How many dossiers are in each state.
    pub counts: std::collections::BTreeMap<State, i64>,
    /// The rows.
    pub items: Vec<QueueItem>,
    /// The place after which the next page begins.
    pub next: Option<Cursor>,
    /// The agents of the group, by name.
    pub agents: Vec<agent::Agent>,
}

/// The list of a group of the agent. Leaves the trace of a consultation.
///
/// # Errors
/// `NotFound` for a group of which the agent is not; `NotOfGroup` for an agent without any group.
pub fn queue(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    _desk: &Desk,
    query: &QueueQuery,
) -> Result<QueueView, DossierError> {
    let own = ctx
        .actor
        .agent()
        .ok_or(parvis_access::AccessError::SignInFirst)?;
    let memberships = agent::memberships(tx, ctx.organisation, own)?;
    let asked = query
        .group
        .or_else(|| memberships.first().map(|first| first.group));
    let group = asked.ok_or(DossierError::NotOfGroup)?;
    authorize(ctx, tx, Right::ReadQueue, Target::Group(group))?;
    let subject = Subject::new("group", group.uuid());
    journal::consulted(ctx, tx, "queue.read", subject, &[])?;
    let mut groups = Vec::with_capacity(memberships.len());
    for membership in memberships {
        let found = parvis_organisation::group(tx, ctx.organisation, membership.group)?;
        groups.push((found, membership.role));
    }
    let rows = rows(ctx, tx, group, own, query)?;
    let mut items: Vec<QueueItem> = rows.into_iter().map(item).collect();
    let next = if items.len() > PAGE {
        items.truncate(PAGE);
        items.last().map(|item| item.cursor)
    } else {
        None
    };
    Ok(QueueView {
        groups,
        group: parvis_organisation::group(tx, ctx.organisation, group)?,
        counts: store::count_by_state(tx, ctx.organisation, group)?,
        items,
        next,
        agents: agent::of_group(tx, ctx.organisation, group)?,
    })
}

fn rows(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    group: GroupId,
    own: AgentId,
    query: &QueueQuery,
) -> Result<Vec<store::QueueRow>, DossierError> {
    let limit = i64::try_from(PAGE + 1).unwrap_or(26);
    let searched = query
        .search
        .as_deref()
        .map(str::trim)
        .filter(|text| !text.is_empty());
    if let Some(text) = searched {
        if let Some(number) = Number::parse(text)
            && let Some(row) = store::queue_row_by_number(tx, ctx.organisation, group, &number)?
        {
            return Ok(vec![row]);
        }
        let tokens = search_tokens(tx.vault(), ctx.organisation, text);
        return store::search_names(tx, ctx.organisation, group, &tokens, limit);
    }
    let filter = QueueFilter {
        state: query.state,
        open_only: !query.all_states,
        agent: query.mine.then_some(own),
        procedure: query.procedure,
        after: query
            .after
            .map(|cursor| (cursor.silence_due, cursor.submitted_at, cursor.id)),
        limit,
    };
    store::queue(tx, ctx.organisation, group, &filter)
}

fn item(row: store::QueueRow) -> QueueItem {
    QueueItem {
        cursor: Cursor {
            silence_due: row.silence_due,
            submitted_at: row.submitted_at,
            id: row.id,
        },
        silence_due: (row.silence_due < NO_DUE_DATE).then(|| store::day_of_number(row.silence_due)),
        number: row.number,
        revision: row.revision,
        state: row.state,
        submitted_at: row.submitted_at,
        agent: row.agent,
        label: row.label,
        version: row.version,
    }
}

/// The dossier that comes after one in the list of its group, among those open to agents.
///
/// # Errors
/// Those of the store.
pub(crate) fn next_after(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    group: GroupId,
    cursor: Cursor,
) -> Result<Option<Number>, DossierError> {
    let filter = QueueFilter {
        state: None,
        open_only: true,
        agent: None,
        procedure: None,
        after: Some((cursor.silence_due, cursor.submitted_at, cursor.id)),
        limit: 1,
    };
    let rows = store::queue(tx, ctx.organisation, group, &filter)?;
    Ok(rows.into_iter().next().map(|row| row.number))
}

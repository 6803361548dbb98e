//! The lists of agents.

mod list;

use std::collections::BTreeMap;

use parvis_kernel::{
    AgentId, DossierId, GroupId, Instant, OrganisationId, ProcedureId, RevisionId,
};
use parvis_store::sealing;
use parvis_store::{Row, Sql, StoreError, Tx, Value};

use list::COUNT_BY_STATE;

use super::open;
use crate::error::DossierError;
use crate::model::{Number, State};

// Every typed word must be borne; a search with fewer than four words repeats its last one. Of a name that many bear, the latest
// dossiers only are put in order: what a search costs does not follow what the town holds.
const WITH_NAMES: Sql = Sql(
    "SELECT id, number, procedure_id, revision_id, state, silence_due, submitted_at, agent_id, label_sealed, version FROM (\
     SELECT d.id, d.number, d.procedure_id, d.revision_id, d.state, d.silence_due, d.submitted_at, d.agent_id, d.label_sealed, d.version \
     FROM dossier_names n JOIN dossiers d ON d.organisation_id = n.organisation_id AND d.id = n.dossier_id \
     WHERE n.organisation_id = $1 AND n.token = $3 AND d.group_id = $2 AND d.state <> 'draft' AND d.state <> 'expired' \
     AND ($4 = $3 OR EXISTS (SELECT 1 FROM dossier_names a WHERE a.organisation_id = n.organisation_id AND a.dossier_id = n.dossier_id AND a.token = $4)) \
     AND ($5 = $4 OR EXISTS (SELECT 1 FROM dossier_names b WHERE b.organisation_id = n.organisation_id AND b.dossier_id = n.dossier_id AND b.token = $5)) \
     AND ($6 = $5 OR EXISTS (SELECT 1 FROM dossier_names c WHERE c.organisation_id = n.organisation_id AND c.dossier_id = n.dossier_id AND c.token = $6)) \
     ORDER BY n.dossier_id DESC LIMIT 200) AS latest \
     ORDER BY silence_due, submitted_at, id LIMIT $7",
);
const WITH_WORDS: Sql = Sql(
    "SELECT d.id, d.number, d.procedure_id, d.revision_id, d.state, d.silence_due, d.submitted_at, d.agent_id, d.label_sealed, d.version \
     FROM dossier_words n JOIN dossiers d ON d.organisation_id = n.organisation_id AND d.id = n.dossier_id \
     WHERE n.organisation_id = $1 AND n.token = $3 AND d.group_id = $2 AND d.state <> 'draft' AND d.state <> 'expired' \
     AND ($4 = $3 OR EXISTS (SELECT 1 FROM dossier_words a WHERE a.organisation_id = n.organisation_id AND a.dossier_id = n.dossier_id AND a.token = $4)) \
     AND ($5 = $4 OR EXISTS (SELECT 1 FROM dossier_words b WHERE b.organisation_id = n.organisation_id AND b.dossier_id = n.dossier_id AND b.token = $5)) \
     AND ($6 = $5 OR EXISTS (SELECT 1 FROM dossier_words c WHERE c.organisation_id = n.organisation_id AND c.dossier_id = n.dossier_id AND c.token = $6)) \
     ORDER BY n.dossier_id DESC LIMIT $7",
);
const ROW_BY_NUMBER: Sql = Sql(
    "SELECT id, number, procedure_id, revision_id, state, silence_due, submitted_at, agent_id, label_sealed, version FROM dossiers \
     WHERE organisation_id = $1 AND group_id = $2 AND number = $3 AND state <> 'draft' AND state <> 'expired'",
);

/// The sort key of a row: its `silence_due`, `submitted_at` and `id`.
pub(crate) type SortKey = (i64, Instant, DossierId);

/// From which row on a list is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edge {
    /// From the first one.
    Start,
    /// After this row.
    After(SortKey),
    /// The rows just before this one.
    Before(SortKey),
}

/// Which states a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    /// Those in which somebody has something to do.
    Open,
    /// One.
    State(State),
    /// All those that agents see.
    All,
}

/// What a list shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct QueueFilter {
    /// Which states.
    pub(crate) which: Which,
    /// Those of one agent.
    pub(crate) agent: Option<AgentId>,
    /// Those of one procedure.
    pub(crate) procedure: Option<ProcedureId>,
    /// From which row on.
    pub(crate) edge: Edge,
    /// Rows at most.
    pub(crate) limit: i64,
}

/// One row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct QueueRow {
    pub(crate) id: DossierId,
    pub(crate) number: Number,
    pub(crate) procedure: ProcedureId,
    pub(crate) revision: RevisionId,
    pub(crate) state: State,
    pub(crate) silence_due: i64,
    pub(crate) submitted_at: Instant,
    pub(crate) agent: Option<AgentId>,
    pub(crate) label: String,
    pub(crate) version: i64,
}

/// How many dossiers of a group are in each state, counted up to [`counted`] and one.
pub(crate) type QueueCounts = BTreeMap<State, i64>;

/// Up to how many dossiers of a state are counted: those that are over grow for years, and nobody needs their number.
pub(crate) const fn counted(state: State) -> i64 {
    if state.is_open_to_agents() {
        OPEN_COUNTED
    } else {
        OVER_COUNTED
    }
}

const OPEN_COUNTED: i64 = 500;
const OVER_COUNTED: i64 = 100;

/// The rows of a page, in the order of the list.
pub(crate) fn queue(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    group: GroupId,
    filter: &QueueFilter,
) -> Result<Vec<QueueRow>, DossierError> {
    let (due, submitted, id) = match filter.edge {
        Edge::Start => (i64::MIN, Value::Int(i64::MIN), String::new()),
        Edge::After((due, at, id)) | Edge::Before((due, at, id)) => {
            (due, at.into(), id.to_string())
        }
    };
    let mut values = vec![
        organisation.into(),
        group.into(),
        filter.agent.into(),
        filter.procedure.into(),
        due.into(),
        submitted,
        id.into(),
        filter.limit.into(),
    ];
    if let Which::State(state) = filter.which {
        values.push(state.code().into());
    }
    let mut rows = tx.query(list::list(filter.which, filter.edge), &values, columns)?;
    if matches!(filter.edge, Edge::Before(_)) {
        rows.reverse();
    }
    opened(tx, organisation, rows)
}

pub(crate) fn count_by_state(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    group: GroupId,
) -> Result<QueueCounts, DossierError> {
    let rows = tx.query(
        COUNT_BY_STATE,
        &[
            organisation.into(),
            group.into(),
            (OPEN_COUNTED + 1).into(),
            (OVER_COUNTED + 1).into(),
        ],
        |row| Ok((row.text(0)?, row.int(1)?)),
    )?;
    Ok(rows
        .into_iter()
        .filter_map(|(state, count)| Some((State::of_code(&state)?, count)))
        .collect())
}

/// The dossiers of a group whose beneficiary bears every one of the typed words (the first four of them): of the latest two hundred, the
/// first ones in the order of the list.
pub(crate) fn search_names(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    group: GroupId,
    tokens: &[i64],
    limit: i64,
) -> Result<Vec<QueueRow>, DossierError> {
    with_tokens(tx, WITH_NAMES, organisation, group, tokens, limit)
}

/// The dossiers of a group that hold every one of the typed words (the first four of them), the latest first.
pub(crate) fn search_words(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    group: GroupId,
    tokens: &[i64],
    limit: i64,
) -> Result<Vec<QueueRow>, DossierError> {
    with_tokens(tx, WITH_WORDS, organisation, group, tokens, limit)
}

fn with_tokens(
    tx: &mut Tx<'_>,
    sql: Sql,
    organisation: OrganisationId,
    group: GroupId,
    tokens: &[i64],
    limit: i64,
) -> Result<Vec<QueueRow>, DossierError> {
    let Some(last) = tokens.last().copied() else {
        return Ok(Vec::new());
    };
    let token = |index: usize| tokens.get(index).copied().unwrap_or(last);
    let rows = tx.query(
        sql,
        &[
            organisation.into(),
            group.into(),
            token(0).into(),
            token(1).into(),
            token(2).into(),
            token(3).into(),
            limit.into(),
        ],
        columns,
    )?;
    opened(tx, organisation, rows)
}

/// The row of a number, if that dossier is of the group.
pub(crate) fn queue_row_by_number(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    group: GroupId,
    number: &Number,
) -> Result<Option<QueueRow>, DossierError> {
    let rows = tx.query(
        ROW_BY_NUMBER,
        &[organisation.into(), group.into(), number.as_str().into()],
        columns,
    )?;
    Ok(opened(tx, organisation, rows)?.into_iter().next())
}

/// A row whose label is still sealed.
type Columns = (
    DossierId,
    String,
    ProcedureId,
    RevisionId,
    String,
    i64,
    Option<Instant>,
    Option<AgentId>,
    Vec<u8>,
    i64,
);

fn columns(row: &Row<'_>) -> Result<Columns, StoreError> {
    Ok((
        row.id(0)?,
        row.text(1)?,
        row.id(2)?,
        row.id(3)?,
        row.text(4)?,
        row.int(5)?,
        row.opt_instant(6)?,
        row.opt_id(7)?,
        row.bytes(8)?,
        row.int(9)?,
    ))
}

/// The rows with their labels, whose keys are read at once. An erased dossier is unknown to everybody.
fn opened(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    rows: Vec<Columns>,
) -> Result<Vec<QueueRow>, DossierError> {
    let subjects: Vec<uuid::Uuid> = rows.iter().map(|row| row.0.uuid()).collect();
    let keys = sealing::load_keys(tx, organisation, &subjects)?;
    let mut opened = Vec::with_capacity(rows.len());
    for (id, number, procedure, revision, state, silence_due, submitted, agent, label, version) in
        rows
    {
        let Some(key) = keys.get(&id.uuid()) else {
            continue;
        };
        opened.push(QueueRow {
            id,
            number: Number::parse(&number).ok_or(DossierError::Row("number"))?,
            procedure,
            revision,
            state: State::of_code(&state).ok_or(DossierError::Row("state"))?,
            silence_due,
            submitted_at: submitted.ok_or(DossierError::Row("submitted_at"))?,
            agent,
            label: open(key, "label", &label)?,
            version,
        });
    }
    Ok(opened)
}

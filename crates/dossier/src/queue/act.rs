//! The list of a group.

use std::collections::BTreeMap;
use std::sync::Arc;

use parvis_access::{AccessError, Right, Role, Target, agent, authorize};
use parvis_demarche::Revision;
use parvis_form::Text;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{AgentId, Ctx, DossierId, GroupId, Instant, ProcedureId, ViewId};
use parvis_organisation::Group;
use parvis_store::Tx;

use super::cursor::Cursor;
use crate::desk::Desk;
use crate::error::DossierError;
use crate::export::{Cell, answered};
use crate::mention::count_unread;
use crate::model::{NO_DUE_DATE, Number, State, search_tokens};
use crate::open::{names, role};
use crate::payment;
use crate::search::typed_tokens;
use crate::shortcuts::{self, Shortcuts};
use crate::store::{self, Edge, QueueFilter, Which};
use crate::views::{Column, SavedView, applied, offered, views};

/// Rows of a page.
pub const PAGE: usize = 20;

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
    /// A number or a name, looked for in all states.
    pub search: Option<String>,
    /// The view whose dossiers and columns are shown.
    pub view: Option<ViewId>,
    /// No view, though the agent begins with one.
    pub plain: bool,
    /// The page that begins after this row.
    pub after: Option<Cursor>,
    /// The page that ends before this row.
    pub before: Option<Cursor>,
}

impl QueueQuery {
    /// Whether it asks for a list and nothing of it: then the agent begins with their view.
    pub(crate) const fn asks_nothing(&self) -> bool {
        let narrowed = self.state.is_some()
            || self.all_states
            || self.mine
            || self.procedure.is_some()
            || self.search.is_some();
        !narrowed && !self.plain && self.after.is_none() && self.before.is_none()
    }
}

/// One row of the list.
#[derive(Debug, Clone)]
pub struct QueueItem {
    /// The number.
    pub number: Number,
    /// The revision that it answers: its title, and what silence leads to.
    pub revision: Arc<Revision>,
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
    /// The answers that have a column, by the identifier of their question.
    pub answers: BTreeMap<String, Cell>,
}

/// A page of a list.
#[derive(Debug, Clone)]
pub struct QueueView {
    /// What is shown: the query, or what its view stands for.
    pub query: QueueQuery,
    /// The view that is shown.
    pub view: Option<SavedView>,
    /// The views of the group that the agent sees.
    pub views: Vec<SavedView>,
    /// The keys of the agent.
    pub shortcuts: Shortcuts,
    /// The questions that may be columns.
    pub questions: Vec<(String, Text)>,
    /// The groups of the agent.
    pub groups: Vec<(Group, Role)>,
    /// The group that is shown.
    pub group: Group,
    /// How many dossiers are in each state, counted up to a limit and one.
    pub counts: BTreeMap<State, i64>,
    /// The procedures that the group instructs.
    pub procedures: Vec<Arc<Revision>>,
    /// How many notes call the agent and are not read, counted up to a limit and one.
    pub mentions: i64,
    /// The rows.
    pub items: Vec<QueueItem>,
    /// The place before which the page before ends.
    pub previous: Option<Cursor>,
    /// The place after which the next page begins.
    pub next: Option<Cursor>,
    /// Whether a search found more than a page shows.
    pub more_found: bool,
    /// The agents of the group and those who are named in the rows.
    pub agents: BTreeMap<AgentId, agent::Agent>,
}

/// The list of a group of the agent. Leaves the trace of a consultation.
///
/// # Errors
/// `NotFound` for a group of which the agent is not; `NotOfGroup` for an agent without any group.
pub fn queue(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    query: &QueueQuery,
) -> Result<QueueView, DossierError> {
    let own = ctx.actor.agent().ok_or(AccessError::SignInFirst)?;
    let memberships = agent::memberships(tx, ctx.organisation, own)?;
    let wanted = query.group;
    let first = memberships.first().map(|first| first.group);
    let asked = QueueQuery {
        group: query.group.or(first),
        ..query.clone()
    };
    let (mut query, mut view) = applied(ctx, tx, &asked)?;
    let group = query.group.ok_or(DossierError::NotOfGroup)?;
    authorize(ctx, tx, Right::ReadQueue, Target::Group(group))?;
    let subject = Subject::new("group", group.uuid());
    journal::consulted(ctx, tx, "queue.read", subject, &[])?;
    let own_groups: Vec<GroupId> = memberships.iter().map(|of| of.group).collect();
    let mut groups = Vec::with_capacity(memberships.len());
    for membership in memberships {
        let found = parvis_organisation::group(tx, ctx.organisation, membership.group)?;
        groups.push((found, membership.role));
    }
    let mut page = Page::read(ctx, tx, (group, &own_groups), own, &query)?;
    let mut items = items(ctx, tx, desk, std::mem::take(&mut page.rows))?;
    let questions = match &mut view {
        Some(view) => answers_of(ctx, tx, desk, view, &mut items)?,
        None => Vec::new(),
    };
    let (views, default) = views(ctx, tx, group)?;
    // The links of the page must then say that they want the list as it is.
    query.plain = default.is_some();
    if view.is_none() {
        query.group = wanted;
    }
    let taken = items.iter().filter_map(|item| item.agent);
    Ok(QueueView {
        query,
        view,
        views,
        shortcuts: shortcuts::of_agent(ctx, tx)?,
        questions,
        groups,
        group: parvis_organisation::group(tx, ctx.organisation, group)?,
        counts: store::count_by_state(tx, ctx.organisation, group)?,
        procedures: procedures(ctx, tx, desk, group)?,
        mentions: count_unread(ctx, tx, own, &own_groups)?,
        agents: names(ctx, tx, group, taken.chain([own]))?,
        previous: page
            .earlier
            .then(|| items.first().map(|item| item.cursor))
            .flatten(),
        next: page
            .later
            .then(|| items.last().map(|item| item.cursor))
            .flatten(),
        more_found: page.more_found,
        items,
    })
}

/// The rows of a page, and whether there are others around it.
struct Page {
    rows: Vec<store::QueueRow>,
    earlier: bool,
    later: bool,
    more_found: bool,
}

impl Page {
    fn read(
        ctx: &Ctx,
        tx: &mut Tx<'_>,
        (group, own_groups): (GroupId, &[GroupId]),
        own: AgentId,
        query: &QueueQuery,
    ) -> Result<Self, DossierError> {
        let searched = query.search.as_deref().map(str::trim);
        if let Some(text) = searched.filter(|text| !text.is_empty()) {
            return Self::found(ctx, tx, own_groups, text);
        }
        let edge = match (query.after, query.before) {
            (Some(after), _) => Edge::After(key(after)),
            (None, Some(before)) => Edge::Before(key(before)),
            (None, None) => Edge::Start,
        };
        let filter = QueueFilter {
            edge,
            ..QueueFilter::of(query, own, one_more())
        };
        let mut rows = store::queue(tx, ctx.organisation, group, &filter)?;
        let more = rows.len() > PAGE;
        let backwards = matches!(edge, Edge::Before(_));
        if more && backwards {
            rows.remove(0);
        }
        rows.truncate(PAGE);
        Ok(Self {
            rows,
            earlier: if backwards { more } else { edge != Edge::Start },
            later: more || backwards,
            more_found: false,
        })
    }

    /// What a search finds in all the groups of the agent, in any state: the dossier of that number, else those of that name,
    /// then those that hold those words.
    fn found(
        ctx: &Ctx,
        tx: &mut Tx<'_>,
        groups: &[GroupId],
        text: &str,
    ) -> Result<Self, DossierError> {
        let organisation = ctx.organisation;
        let mut rows = Vec::new();
        if let Some(number) = Number::parse(text) {
            for group in groups {
                rows.extend(store::queue_row_by_number(
                    tx,
                    organisation,
                    *group,
                    &number,
                )?);
            }
        }
        if rows.is_empty() {
            let names = search_tokens(tx.vault(), organisation, text);
            for group in groups {
                let limit = one_more();
                rows.extend(store::search_names(
                    tx,
                    organisation,
                    *group,
                    &names,
                    limit,
                )?);
            }
            rows.sort_by_key(|row| (row.silence_due, row.submitted_at, row.id));
            let words = typed_tokens(tx.vault(), organisation, text);
            for group in groups {
                let holding = store::search_words(tx, organisation, *group, &words, one_more())?;
                for row in holding {
                    if rows.iter().all(|known| known.id != row.id) {
                        rows.push(row);
                    }
                }
            }
        }
        let more_found = rows.len() > PAGE;
        rows.truncate(PAGE);
        Ok(Self {
            rows,
            earlier: false,
            later: false,
            more_found,
        })
    }
}

impl QueueFilter {
    /// The rows that a query asks, from the head of the list.
    pub(crate) fn of(query: &QueueQuery, own: AgentId, limit: i64) -> Self {
        Self {
            which: match (query.state, query.all_states) {
                (Some(state), _) => Which::State(state),
                (None, true) => Which::All,
                (None, false) => Which::Open,
            },
            agent: query.mine.then_some(own),
            procedure: query.procedure,
            edge: Edge::Start,
            limit,
        }
    }
}

fn one_more() -> i64 {
    i64::try_from(PAGE + 1).unwrap_or(i64::MAX)
}

fn items(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    rows: Vec<store::QueueRow>,
) -> Result<Vec<QueueItem>, DossierError> {
    let mut items = Vec::with_capacity(rows.len());
    for row in rows {
        let dated = row.silence_due < NO_DUE_DATE;
        items.push(QueueItem {
            revision: desk
                .catalogue
                .revision(tx, ctx.organisation, row.revision)?,
            cursor: Cursor {
                silence_due: row.silence_due,
                submitted_at: row.submitted_at,
                id: row.id,
            },
            silence_due: dated.then(|| store::day_of_number(row.silence_due)),
            number: row.number,
            state: row.state,
            submitted_at: row.submitted_at,
            agent: row.agent,
            label: row.label,
            version: row.version,
            answers: BTreeMap::new(),
        });
    }
    Ok(items)
}

/// Reads the answers that a view has columns for, as far as the agent may see them in a list: the others lose their column.
fn answers_of(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    view: &mut SavedView,
    items: &mut [QueueItem],
) -> Result<Vec<(String, Text)>, DossierError> {
    let has_answers = |column: &Column| matches!(column, Column::Answer(_));
    if !view.columns.iter().any(has_answers) {
        return Ok(Vec::new());
    }
    let role = role(ctx, tx, view.group)?;
    let revisions = desk.catalogue.every(tx, ctx.organisation)?;
    let questions = offered(view.procedure, &revisions, role);
    view.columns.retain(|column| match column {
        Column::Answer(id) => questions.iter().any(|(known, _)| known == id),
        _ => true,
    });
    if view.columns.iter().any(has_answers) {
        let detail = [("view", view.id.to_string())];
        for item in items {
            let subject = Subject::dossier(item.cursor.id);
            journal::consulted(ctx, tx, "dossier.listed", subject, &detail)?;
            item.answers = answers(ctx, tx, item)?;
        }
    }
    Ok(questions)
}

/// The answers of a dossier of the list.
fn answers(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    item: &QueueItem,
) -> Result<BTreeMap<String, Cell>, DossierError> {
    let (dossier, key) = store::find(tx, ctx.organisation, item.cursor.id)?;
    let version = dossier.answers_version;
    let given = store::answers(tx, ctx.organisation, dossier.id, version, &key)?;
    let given = payment::masked(&item.revision.file, given);
    Ok(answered(&item.revision.form, &given, ctx.language))
}

fn procedures(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    group: GroupId,
) -> Result<Vec<Arc<Revision>>, DossierError> {
    let mut listed = desk.catalogue.list(tx, ctx.organisation)?;
    listed.retain(|revision| revision.group == group);
    Ok(listed)
}

/// The dossier that comes before a place in the list of its group, among those open to agents.
///
/// # Errors
/// Those of the store.
pub(crate) fn previous_before(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    group: GroupId,
    place: Cursor,
) -> Result<Option<Number>, DossierError> {
    beside(ctx, tx, group, Edge::Before(key(place)))
}

/// The dossier that comes after a place in the list of its group, among those open to agents; the first one without a place.
///
/// # Errors
/// Those of the store.
pub(crate) fn next_after(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    group: GroupId,
    place: Option<Cursor>,
) -> Result<Option<Number>, DossierError> {
    let edge = place.map_or(Edge::Start, |place| Edge::After(key(place)));
    beside(ctx, tx, group, edge)
}

fn beside(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    group: GroupId,
    edge: Edge,
) -> Result<Option<Number>, DossierError> {
    let filter = QueueFilter {
        which: Which::Open,
        agent: None,
        procedure: None,
        edge,
        limit: 1,
    };
    let rows = store::queue(tx, ctx.organisation, group, &filter)?;
    Ok(rows.into_iter().next().map(|row| row.number))
}

const fn key(cursor: Cursor) -> (i64, Instant, DossierId) {
    (cursor.silence_due, cursor.submitted_at, cursor.id)
}

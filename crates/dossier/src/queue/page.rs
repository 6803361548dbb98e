//! The page of the list.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Router, http::StatusCode};
use parvis_access::Role;
use parvis_kernel::AgentId;
use parvis_web::{Choice, EntriesExt, Form, House, Link, PageError, Pager, Visit};

use super::address::{ALL, address_of, parameters_of, query_of};
use super::row::{Head, Row, heads};
use super::{PAGE, QueueQuery, QueueView, queue};
use crate::batch::offered_acts;
use crate::desk::Desk;
use crate::error::DossierError;
use crate::mention;
use crate::model;
use crate::request::{AgentVisit, DeskOf, encoded};
use crate::said::Said;
use crate::states;
use crate::store::counted;
use crate::views::{Column, SavedView};

/// Signs of a search at most: nobody has a longer name to look for.
const LONGEST_SEARCH: usize = 100;

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/agent", get(show))
        .route("/agent/recherche", get(back).post(search))
}

async fn show(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Query(parameters): Query<HashMap<String, String>>,
) -> Result<Response, PageError> {
    shown(&house, &visit, desk, query_of(&parameters)).await
}

/// A search is posted: a name never stands in an address, nor in what browsers and proxies keep of it.
async fn search(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let search: String = entries.first("q").chars().take(LONGEST_SEARCH).collect();
    let query = QueueQuery {
        group: entries.first("groupe").parse().ok(),
        search: (!search.is_empty()).then_some(search),
        ..QueueQuery::default()
    };
    shown(&house, &visit, desk, query).await
}

async fn back(AgentVisit(visit): AgentVisit) -> Redirect {
    Redirect::to(&visit.url("/agent"))
}

async fn shown(
    house: &House,
    visit: &Visit,
    desk: Desk,
    query: QueueQuery,
) -> Result<Response, PageError> {
    let ctx = visit.ctx.clone();
    let found = house.store.write(move |tx| queue(&ctx, tx, &desk, &query));
    match found.await {
        Ok(view) => Ok(Html(Page::of(visit, view).render()?).into_response()),
        Err(DossierError::NotOfGroup) => {
            let page = NoGroup { visit }.render()?;
            Ok((StatusCode::FORBIDDEN, Html(page)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// An agent who belongs to no group.
#[derive(Template)]
#[template(path = "queue/no_group.html")]
struct NoGroup<'a> {
    visit: &'a Visit,
}

/// The list.
#[derive(Template)]
#[template(path = "queue/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    own: String,
    title: String,
    groups: Vec<Switch>,
    counts: Vec<Switch>,
    search: String,
    state: String,
    group: String,
    procedures: Vec<Choice>,
    mine: bool,
    narrowed: bool,
    caption: &'a str,
    views: Vec<Switch>,
    heads: Vec<Head>,
    rows: Vec<Row>,
    can_batch: bool,
    can_whole: bool,
    /// The page that exports this list.
    export: Option<String>,
    /// The page of the payments of the group, when a procedure of it pays.
    payments: Option<String>,
    /// The page of what the procedures of the group promise, when one does.
    commitments: Option<String>,
    /// The page that saves it as a view.
    save_view: Option<String>,
    own_views: String,
    /// How many notes call the agent, when some do.
    mentions: Option<String>,
    plain: bool,
    shortcuts: String,
    filters: Vec<(&'static str, String)>,
    acts: Vec<Choice>,
    most: String,
    pager: Pager,
    more_found: Option<String>,
    empty: Option<Empty>,
    clear: String,
}

/// A link of a row of links, one of which is the page itself.
struct Switch {
    link: Link,
    current: bool,
}

/// Why there is nothing to show.
struct Empty {
    text: String,
    filtered: bool,
}

impl<'a> Page<'a> {
    fn of(visit: &'a Visit, view: QueueView) -> Self {
        let query = &view.query;
        let own = visit.ctx.actor.agent();
        let columns = columns(visit, &view);
        let names = |id: Option<AgentId>| agent_name(visit, &view, own, id);
        let rows: Vec<Row> = view
            .items
            .iter()
            .map(|item| Row::of(visit, item, &columns, &names(item.agent)))
            .collect();
        let (acts, most) = offered_acts(visit);
        let group = [("group", &view.group.name)];
        let caption = match query.search {
            Some(_) => visit.say("queue-caption-found"),
            None => visit.say("queue-caption"),
        };
        Self {
            visit,
            own: own
                .and_then(|own| view.agents.get(&own))
                .map(parvis_access::Agent::full_name)
                .unwrap_or_default(),
            title: visit.say_with("queue-title-of", &group),
            groups: groups(visit, &view),
            counts: counts(visit, query, &view),
            search: query.search.clone().unwrap_or_default(),
            state: state_of(query),
            group: query.group.map(|id| id.to_string()).unwrap_or_default(),
            procedures: procedures(visit, query, &view),
            mine: query.mine,
            narrowed: query.view.is_none() && (query.mine || query.procedure.is_some()),
            caption,
            can_batch: can_batch(&view),
            can_whole: query.search.is_none() && (view.next.is_some() || view.previous.is_some()),
            views: views(visit, &view),
            heads: heads(&columns),
            save_view: query
                .search
                .is_none()
                .then(|| page_of(visit, &view, query, "/agent/vues/nouvelle")),
            mentions: mentions(visit, view.mentions),
            own_views: visit.url(&format!("/agent/vues?groupe={}", view.group.id)),
            plain: query.plain,
            shortcuts: view.shortcuts.for_page(),
            payments: pays(&view)
                .then(|| visit.url(&format!("/agent/paiements?groupe={}", view.group.id))),
            commitments: promises(&view).then(|| visit.url("/agent/engagements")),
            export: (can_batch(&view) && query.search.is_none())
                .then(|| page_of(visit, &view, query, "/agent/exports/nouveau")),
            filters: filters(&view, query),
            acts,
            most,
            empty: rows.is_empty().then(|| Empty::of(visit, query)),
            rows,
            pager: pager(visit, query, &view),
            more_found: view
                .more_found
                .then(|| visit.say_with("queue-more-found", &[("count", PAGE)])),
            clear: visit.url(&address_of(&only_group(query))),
        }
    }
}

/// The columns of the list, with their names.
fn columns(visit: &Visit, view: &QueueView) -> Vec<(Column, String)> {
    let usual = Column::USUAL.to_vec();
    let chosen = view.view.as_ref().map(|view| view.columns.clone());
    let named = |column: Column| {
        let label = match &column {
            Column::Answer(id) => {
                let mut asked = view.questions.iter();
                let found = asked.find(|(own, _)| own == id);
                found.map_or_else(|| id.clone(), |(_, label)| Said::of(visit, label).text)
            }
            fixed => {
                let key = format!("queue-column-{}", fixed.code());
                visit.say(&key).to_owned()
            }
        };
        (column, label)
    };
    chosen.unwrap_or(usual).into_iter().map(named).collect()
}

/// The views of the group, each a link to it.
fn views(visit: &Visit, view: &QueueView) -> Vec<Switch> {
    let switch = |saved: &SavedView| Switch {
        current: view.query.view == Some(saved.id),
        link: Link::new(
            saved.name.as_str(),
            visit.url(&format!("/agent?vue={}", saved.id)),
        ),
    };
    view.views.iter().map(switch).collect()
}

/// How many notes call the agent, in words.
fn mentions(visit: &Visit, count: i64) -> Option<String> {
    let (key, count) = match count {
        0 => return None,
        many if many > mention::counted() => ("mention-unread-more", mention::counted()),
        some => ("mention-unread", some),
    };
    Some(visit.say_with(key, &[("count", count)]))
}

/// Whether the agent may act on the dossiers of this list.
fn can_batch(view: &QueueView) -> bool {
    let own = view
        .groups
        .iter()
        .find(|(group, _)| group.id == view.group.id);
    own.is_some_and(|(_, role)| *role == Role::Instructeur)
}

/// A page that takes over what the list is asked to show.
fn page_of(visit: &Visit, view: &QueueView, query: &QueueQuery, path: &str) -> String {
    let said: Vec<String> = filters(view, query)
        .into_iter()
        .map(|(name, value)| format!("{name}={}", encoded(&value)))
        .collect();
    visit.url(&format!("{path}?{}", said.join("&")))
}

/// What the list is asked to show, for a form that asks for all of it.
fn filters(view: &QueueView, query: &QueueQuery) -> Vec<(&'static str, String)> {
    let whole = QueueQuery {
        group: Some(view.group.id),
        after: None,
        before: None,
        ..query.clone()
    };
    parameters_of(&whole)
}

impl Empty {
    fn of(visit: &Visit, query: &QueueQuery) -> Self {
        let narrowed = query.state.is_some() || query.mine || query.procedure.is_some();
        let text = match &query.search {
            Some(search) => visit.say_with("queue-empty-search", &[("search", search)]),
            None if narrowed || query.all_states => visit.say("queue-empty-filtered").to_owned(),
            None => visit.say("queue-empty-open").to_owned(),
        };
        Self {
            text,
            filtered: narrowed || query.all_states || query.search.is_some(),
        }
    }
}

fn agent_name(
    visit: &Visit,
    view: &QueueView,
    own: Option<AgentId>,
    agent: Option<AgentId>,
) -> String {
    match agent {
        None => visit.say("queue-nobody").to_owned(),
        Some(_) if agent == own => visit.say("queue-me").to_owned(),
        Some(id) => match view.agents.get(&id) {
            Some(agent) => agent.full_name(),
            None => visit.say("queue-somebody").to_owned(),
        },
    }
}

/// The groups of the agent; nothing when there is a single one.
fn groups(visit: &Visit, view: &QueueView) -> Vec<Switch> {
    if view.groups.len() < 2 {
        return Vec::new();
    }
    let switch = |(group, role): &(parvis_organisation::Group, Role)| {
        let mut text = group.name.clone();
        if *role == Role::Reader {
            text = format!("{text} {}", visit.say("queue-reader"));
        }
        let query = QueueQuery {
            group: Some(group.id),
            ..QueueQuery::default()
        };
        Switch {
            link: Link::new(text, visit.url(&address_of(&query))),
            current: group.id == view.group.id,
        }
    };
    view.groups.iter().map(switch).collect()
}

/// How many dossiers are in each state, each a link to them.
fn counts(visit: &Visit, query: &QueueQuery, view: &QueueView) -> Vec<Switch> {
    let searching = query.search.is_some();
    let total = |of: &dyn Fn(model::State) -> bool| {
        let wanted = view.counts.iter().filter(|(state, _)| of(**state));
        Count::of(wanted.map(|(state, count)| (*state, *count)))
    };
    let switch = |text: &str, count: Count, narrowed: QueueQuery| Switch {
        current: !searching
            && query.view.is_none()
            && narrowed.state == query.state
            && narrowed.all_states == query.all_states,
        link: Link::new(
            format!("{text} ({})", count.said(visit)),
            visit.url(&address_of(&narrowed)),
        ),
    };
    let base = only_group(query);
    let open = total(&|state| state.is_open_to_agents());
    let mut counts = vec![switch(visit.say("queue-count-open"), open, base.clone())];
    for (state, count) in &view.counts {
        let narrowed = QueueQuery {
            state: Some(*state),
            ..base.clone()
        };
        let count = Count::of([(*state, *count)].into_iter());
        counts.push(switch(visit.say(&states::key(*state)), count, narrowed));
    }
    let all = QueueQuery {
        all_states: true,
        ..base
    };
    counts.push(switch(visit.say("queue-count-all"), total(&|_| true), all));
    counts
}

/// A number of dossiers, or the number that there are more of.
#[derive(Clone, Copy)]
struct Count {
    number: i64,
    is_more: bool,
}

impl Count {
    fn of(counts: impl Iterator<Item = (model::State, i64)>) -> Self {
        let none = Self {
            number: 0,
            is_more: false,
        };
        counts.fold(none, |sum, (state, count)| Self {
            number: sum.number + count.min(counted(state)),
            is_more: sum.is_more || count > counted(state),
        })
    }

    fn said(self, visit: &Visit) -> String {
        let number = visit.number(self.number);
        if self.is_more {
            visit.say_with("queue-count-more", &[("count", number)])
        } else {
            number
        }
    }
}

fn only_group(query: &QueueQuery) -> QueueQuery {
    QueueQuery {
        group: query.group,
        plain: query.plain,
        ..QueueQuery::default()
    }
}

fn state_of(query: &QueueQuery) -> String {
    if query.all_states {
        return ALL.to_owned();
    }
    query.state.map_or("", model::State::code).to_owned()
}

/// Whether this agent orders payments for the group.
fn pays(view: &QueueView) -> bool {
    let mut listed = view.procedures.iter();
    let own = view
        .groups
        .iter()
        .find(|(group, _)| group.id == view.group.id);
    own.is_some_and(|(_, role)| *role == Role::Instructeur)
        && listed.any(|revision| revision.file.payment.is_some())
}

/// Whether a procedure of the group promises something.
fn promises(view: &QueueView) -> bool {
    let mut listed = view.procedures.iter();
    listed.any(|revision| revision.file.commitments.is_some())
}

fn procedures(visit: &Visit, query: &QueueQuery, view: &QueueView) -> Vec<Choice> {
    let choice = |revision: &std::sync::Arc<parvis_demarche::Revision>| {
        let title = Said::of(visit, &revision.file.title).text;
        Choice::new(revision.procedure.to_string(), title)
            .checked(query.procedure == Some(revision.procedure))
    };
    view.procedures.iter().map(choice).collect()
}

fn pager(visit: &Visit, query: &QueueQuery, view: &QueueView) -> Pager {
    let at = |after, before| {
        let query = QueueQuery {
            after,
            before,
            ..query.clone()
        };
        visit.url(&address_of(&query))
    };
    Pager {
        previous: view.previous.map(|cursor| at(None, Some(cursor))),
        next: view.next.map(|cursor| at(Some(cursor), None)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_counted_to_its_end_is_said_to_be_more() {
        let both = [(model::State::Deposited, 27), (model::State::Accepted, 101)];
        let open = Count::of(both.into_iter().take(1));
        assert_eq!((open.number, open.is_more), (27, false));
        let all = Count::of(both.into_iter());
        assert_eq!((all.number, all.is_more), (127, true));
        let many = Count::of([(model::State::Deposited, 501)].into_iter());
        assert_eq!((many.number, many.is_more), (500, true));
    }
}

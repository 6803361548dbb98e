//! The pages of views: those of a group, a new one, changing one, deleting one.

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use parvis_access::{Agent, Role, agent};
use parvis_kernel::{GroupId, ProcedureId, ViewId};
use parvis_web::{Choice, EntriesExt, Errors, Form, House, PageError, Visit};

use super::act::{deletable, own};
use super::{
    Column, SavedView, change, delete, move_column, offered, save, seen, set_default, views,
};
use crate::deletion::{DeletionPage, Words};
use crate::desk::Desk;
use crate::error::DossierError;
use crate::open::names;
use crate::queue::{QueueQuery, parameters_of, query_of};
use crate::request::{AgentVisit, DeskOf};
use crate::said::Said;

const VIEWS: &str = "/agent/vues";

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/agent/vues", get(list).post(create))
        .route("/agent/vues/nouvelle", get(new))
        .route("/agent/vues/{view}", get(show).post(write))
        .route("/agent/vues/{view}/supprimer", get(ask).post(remove))
}

/// The views of a group.
#[derive(Template)]
#[template(path = "views/list.html")]
struct List<'a> {
    visit: &'a Visit,
    own: String,
    group: String,
    lines: Vec<Line>,
    back: String,
}

/// A view, in words.
struct Line {
    name: String,
    about: String,
    href: String,
    change: Option<String>,
    /// The page that asks whether to delete it, for one whose maker left the group.
    delete: Option<String>,
    begin: String,
    is_default: bool,
}

/// A view to be named and to be changed.
#[derive(Template)]
#[template(path = "views/form.html")]
struct Sheet<'a> {
    visit: &'a Visit,
    own: String,
    title: String,
    action: String,
    back: String,
    errors: Errors,
    id: ViewId,
    hidden: Vec<(&'static str, String)>,
    called: String,
    may_share: bool,
    is_shared: bool,
    columns: Vec<Choice>,
    order: Vec<Place>,
    delete: Option<String>,
}

/// A chosen column, in its place.
struct Place {
    code: String,
    label: String,
    is_first: bool,
    is_last: bool,
}

/// What a page needs beside a view.
struct Around {
    own: String,
    role: Role,
    columns: Vec<(Column, String)>,
}

async fn list(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    Query(parameters): Query<HashMap<String, String>>,
) -> Result<Html<String>, PageError> {
    let group = query_of(&parameters).group;
    let group = group.ok_or_else(PageError::not_found)?;
    let ctx = visit.ctx.clone();
    let reading = house.store.read(move |tx| {
        let (views, default) = views(&ctx, tx, group)?;
        let own = ctx.actor.agent();
        let makers = views.iter().map(|view| view.agent).chain(own);
        let names = names(&ctx, tx, group, makers)?;
        let ids = views.iter().map(|view| view.id);
        let orphans: Vec<ViewId> = ids.filter(|id| deletable(&ctx, tx, *id).is_ok()).collect();
        let group = parvis_organisation::group(tx, ctx.organisation, group)?;
        Ok::<_, DossierError>((views, default, names, orphans, group))
    });
    let (views, default, names, orphans, group) = reading.await?;
    let own = visit.ctx.actor.agent();
    let line = |view: &SavedView| {
        let is_own = Some(view.agent) == own;
        let who = names.get(&view.agent).map(Agent::full_name);
        let who = who.unwrap_or_else(|| visit.say("queue-somebody").to_owned());
        let path = visit.url(&format!("{VIEWS}/{}", view.id));
        Line {
            name: view.name.clone(),
            about: match (is_own, view.is_shared) {
                (true, false) => visit.say("views-own").to_owned(),
                (true, true) => visit.say("views-own-shared").to_owned(),
                (false, _) => visit.say_with("views-shared-by", &[("who", who)]),
            },
            href: visit.url(&format!("/agent?vue={}", view.id)),
            change: is_own.then(|| path.clone()),
            delete: (!is_own && orphans.contains(&view.id)).then(|| format!("{path}/supprimer")),
            begin: path,
            is_default: default == Some(view.id),
        }
    };
    let page = List {
        visit: &visit,
        own: own
            .and_then(|own| names.get(&own))
            .map(Agent::full_name)
            .unwrap_or_default(),
        lines: views.iter().map(line).collect(),
        back: visit.url(&format!("/agent?groupe={}&vue=aucune", group.id)),
        group: group.name,
    };
    Ok(Html(page.render()?))
}

async fn new(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Query(parameters): Query<HashMap<String, String>>,
) -> Result<Response, PageError> {
    let mut view = drawn(&visit, &parameters)?;
    if view.procedure.is_none() {
        view.procedure = only_procedure(&house, &visit, &desk, view.group).await?;
    }
    sheet(&house, &visit, &desk, &view, true, Errors::none()).await
}

/// The procedure of a group that instructs a single one: its answers may then be columns.
async fn only_procedure(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    group: GroupId,
) -> Result<Option<ProcedureId>, PageError> {
    let (organisation, catalogue) = (visit.ctx.organisation, desk.catalogue.clone());
    let reading = house
        .store
        .read(move |tx| catalogue.list(tx, organisation).map_err(DossierError::from));
    let listed = reading.await?;
    let mut own = listed.iter().filter(|revision| revision.group == group);
    Ok(match (own.next(), own.next()) {
        (Some(only), None) => Some(only.procedure),
        _ => None,
    })
}

/// A view of what an address asks, not saved yet.
fn drawn(visit: &Visit, parameters: &HashMap<String, String>) -> Result<SavedView, PageError> {
    let query = query_of(parameters);
    let id = parameters.get("id").and_then(|id| id.parse().ok());
    let agent = visit.ctx.actor.agent();
    Ok(SavedView {
        id: id.unwrap_or_default(),
        group: query.group.ok_or_else(PageError::not_found)?,
        agent: agent.ok_or_else(PageError::not_found)?,
        name: String::new(),
        is_shared: false,
        state: query.state,
        all_states: query.all_states,
        mine: query.mine,
        procedure: query.procedure,
        columns: Column::USUAL.to_vec(),
    })
}

async fn create(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let parameters: HashMap<String, String> = entries
        .iter()
        .filter_map(|(name, values)| Some((name.clone(), values.first()?.clone())))
        .collect();
    let usual = drawn(&visit, &parameters)?;
    let view = SavedView {
        name: entries.first("nom").to_owned(),
        is_shared: entries.first("partage") == "oui",
        columns: Column::chosen(&usual.columns, entries.all("colonnes")),
        ..usual
    };
    let (ctx, wanted) = (visit.ctx.clone(), view.clone());
    let acting = house.store.write(move |tx| save(&ctx, tx, &wanted));
    match acting.await {
        Ok(()) => {
            let path = format!("/agent?vue={}", view.id);
            Ok(Redirect::to(&visit.url(&path)).into_response())
        }
        Err(error @ (DossierError::NameNeeded | DossierError::TooManyViews { .. })) => {
            let errors = refused(&visit, &error);
            sheet(&house, &visit, &desk, &view, true, errors).await
        }
        Err(error) => Err(error.into()),
    }
}

fn refused(visit: &Visit, error: &DossierError) -> Errors {
    let mut errors = Errors::none();
    let key = match error {
        DossierError::NameNeeded => "views-error-name",
        _ => "views-error-many",
    };
    errors.add("nom", visit.say(key).to_owned());
    errors
}

async fn show(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(view): Path<String>,
) -> Result<Response, PageError> {
    let id = id_of(&view)?;
    let ctx = visit.ctx.clone();
    let view = house.store.read(move |tx| own(&ctx, tx, id)).await?;
    sheet(&house, &visit, &desk, &view, false, Errors::none()).await
}

async fn write(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(view): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let id = id_of(&view)?;
    let ctx = visit.ctx.clone();
    let path = visit.url(&format!("{VIEWS}/{id}"));
    let (step, column) = match entries.first("etape").split_once(' ') {
        Some((step, column)) => (step, Column::of_code(column)),
        None => (entries.first("etape"), None),
    };
    match (step, column) {
        ("debut" | "sans-debut", _) => {
            let begins = step == "debut";
            let view = house
                .store
                .write(move |tx| {
                    set_default(&ctx, tx, id, begins)?;
                    seen(&ctx, tx, id)
                })
                .await?;
            let path = format!("{VIEWS}?groupe={}", view.group);
            return Ok(Redirect::to(&visit.url(&path)).into_response());
        }
        ("monter" | "descendre", Some(column)) => {
            let is_up = step == "monter";
            let moving = house
                .store
                .write(move |tx| move_column(&ctx, tx, id, &column, is_up));
            moving.await?;
            return Ok(Redirect::to(&format!("{path}#ordre")).into_response());
        }
        _ => {}
    }
    let name = entries.first("nom").to_owned();
    let is_shared = entries.first("partage") == "oui";
    let codes = entries.all("colonnes").to_vec();
    let wanted = name.clone();
    let acting = house
        .store
        .write(move |tx| change(&ctx, tx, id, &wanted, is_shared, &codes));
    match acting.await {
        Ok(()) => {
            let path = format!("/agent?vue={id}");
            Ok(Redirect::to(&visit.url(&path)).into_response())
        }
        Err(error @ DossierError::NameNeeded) => {
            let ctx = visit.ctx.clone();
            let view = house.store.read(move |tx| own(&ctx, tx, id)).await?;
            let view = SavedView { name, ..view };
            let errors = refused(&visit, &error);
            sheet(&house, &visit, &desk, &view, false, errors).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn ask(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(view): Path<String>,
) -> Result<Html<String>, PageError> {
    let id = id_of(&view)?;
    let ctx = visit.ctx.clone();
    let view = house.store.read(move |tx| deletable(&ctx, tx, id)).await?;
    let around = around(&house, &visit, &desk, &view).await?;
    let name = [("name", view.name.as_str())];
    let page = DeletionPage {
        words: Words {
            back: "views-title",
            text: "views-delete-text",
            confirm: "views-delete-confirm",
        },
        visit: &visit,
        own: around.own,
        title: visit.say_with("views-delete-title", &name),
        action: visit.url(&format!("{VIEWS}/{id}/supprimer")),
        back: visit.url(&format!("{VIEWS}?groupe={}", view.group)),
    };
    Ok(Html(page.render()?))
}

async fn remove(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    Path(view): Path<String>,
    Form(_): Form,
) -> Result<Redirect, PageError> {
    let id = id_of(&view)?;
    let ctx = visit.ctx.clone();
    let acting = house.store.write(move |tx| {
        let view = deletable(&ctx, tx, id)?;
        delete(&ctx, tx, id)?;
        Ok::<_, DossierError>(view.group)
    });
    let path = format!("{VIEWS}?groupe={}", acting.await?);
    Ok(Redirect::to(&visit.url(&path)))
}

fn id_of(text: &str) -> Result<ViewId, PageError> {
    text.parse().map_err(|_| PageError::not_found())
}

/// The names of the group and of the columns that may be chosen.
async fn around(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    view: &SavedView,
) -> Result<Around, PageError> {
    let (ctx, desk, wanted) = (visit.ctx.clone(), desk.clone(), view.clone());
    let reading = house.store.read(move |tx| {
        let own = ctx.actor.agent().ok_or(DossierError::NotFound)?;
        let memberships = agent::memberships(tx, ctx.organisation, own)?;
        let mut memberships = memberships.into_iter();
        let member = memberships.find(|of| of.group == wanted.group);
        let role = member.ok_or(DossierError::NotFound)?.role;
        let revisions = match wanted.procedure {
            Some(_) => desk.catalogue.every(tx, ctx.organisation)?,
            None => Vec::new(),
        };
        let name = agent::find(tx, ctx.organisation, own)?.full_name();
        Ok::<_, DossierError>((name, role, revisions))
    });
    let (own, role, revisions) = reading.await?;
    let fixed = Column::FIXED.iter().map(|column| {
        let key = format!("queue-column-{}", column.code());
        (column.clone(), visit.say(&key).to_owned())
    });
    let asked = offered(view.procedure, &revisions, role)
        .into_iter()
        .map(|(id, label)| (Column::Answer(id), Said::of(visit, &label).text));
    Ok(Around {
        own,
        role,
        columns: fixed.chain(asked).collect(),
    })
}

async fn sheet(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    view: &SavedView,
    is_new: bool,
    errors: Errors,
) -> Result<Response, PageError> {
    let around = around(house, visit, desk, view).await?;
    let choice = |(column, label): &(Column, String)| {
        Choice::new(column.code(), label.as_str()).checked(view.columns.contains(column))
    };
    let label = |column: &Column| {
        let found = around.columns.iter().find(|(own, _)| own == column);
        found.map_or_else(|| column.code(), |(_, label)| label.clone())
    };
    let last = view.columns.len().saturating_sub(1);
    let place = |(index, column): (usize, &Column)| Place {
        code: column.code(),
        label: label(column),
        is_first: index == 0,
        is_last: index == last,
    };
    let query = QueueQuery {
        group: Some(view.group),
        state: view.state,
        all_states: view.all_states,
        mine: view.mine,
        procedure: view.procedure,
        ..QueueQuery::default()
    };
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let path = format!("{VIEWS}/{}", view.id);
    let page = Sheet {
        title: match is_new {
            true => visit.say("views-new").to_owned(),
            false => visit.say_with("views-change", &[("name", view.name.as_str())]),
        },
        action: visit.url(if is_new { VIEWS } else { &path }),
        back: visit.url(&format!("{VIEWS}?groupe={}", view.group)),
        own: around.own.clone(),
        errors,
        id: view.id,
        hidden: match is_new {
            true => parameters_of(&query),
            false => Vec::new(),
        },
        called: view.name.clone(),
        may_share: around.role == Role::Instructeur,
        is_shared: view.is_shared,
        columns: around.columns.iter().map(choice).collect(),
        order: match is_new {
            true => Vec::new(),
            false => view.columns.iter().enumerate().map(place).collect(),
        },
        delete: (!is_new).then(|| visit.url(&format!("{path}/supprimer"))),
        visit,
    };
    Ok((status, Html(page.render()?)).into_response())
}

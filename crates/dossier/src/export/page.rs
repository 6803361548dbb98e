//! The pages of exports: asking, those of the agent, those that wait for an approval.

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use parvis_access::agent;
use parvis_kernel::{AgentId, Ctx, ExportId, GroupId, ProcedureId, ViewId};
use parvis_store::Tx;
use parvis_store::blobs::BlobError;
use parvis_web::{
    Choice, Entries, EntriesExt, Errors, Form, House, PageError, Row, Tag, Tone, Visit, headers,
};

use super::act::{own_exports, waiting};
use super::{
    Asked, Exported, Foreseen, Format, MASS, MASS_WITH_PIECES, Standing, answer, ask, delete,
    download, foresee,
};
use crate::desk::Desk;
use crate::error::DossierError;
use crate::queue::query_of;
use crate::request::{AgentVisit, DeskOf};
use crate::said::Said;
use crate::states;
use crate::store::ExportRow;
use crate::text::LONGEST_TEXT;
use crate::views::{Column, SavedView, seen};

const EXPORTS: &str = "/agent/exports";
/// How often the page is read again while an export is being written, in seconds.
const REFRESH: &str = "5";

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/agent/exports", get(list).post(send))
        .route("/agent/exports/nouveau", get(new))
        .route("/agent/exports/approbations", get(approvals))
        .route("/agent/exports/{export}/fichier", get(file))
        .route("/agent/exports/{export}/supprimer", post(remove))
        .route("/agent/exports/{export}/avis", post(reply))
}

/// What to export, and how.
#[derive(Template)]
#[template(path = "export/form.html")]
struct New<'a> {
    visit: &'a Visit,
    own: String,
    errors: Errors,
    id: ExportId,
    hidden: Vec<(&'static str, String)>,
    said: Vec<Row>,
    formats: Vec<Choice>,
    procedures: Vec<Choice>,
    columns: Option<ViewColumns>,
    needs_reason: bool,
    reason: String,
    most: usize,
    rule: String,
}

/// The columns of the view that is exported, instead of all of them.
struct ViewColumns {
    label: String,
    written: String,
    is_chosen: bool,
}

/// The exports of an agent.
#[derive(Template)]
#[template(path = "export/list.html")]
struct List<'a> {
    visit: &'a Visit,
    own: String,
    asked: bool,
    lines: Vec<Line>,
    approves: bool,
}

/// The exports that wait for an approval.
#[derive(Template)]
#[template(path = "export/approvals.html")]
struct Approvals<'a> {
    visit: &'a Visit,
    own: String,
    lines: Vec<Line>,
}

/// An export, in words.
struct Line {
    title: String,
    said: Vec<Row>,
    state: Tag,
    more: String,
    done: Option<i64>,
    total: i64,
    bar: String,
    file: Option<String>,
    delete: Option<String>,
    answer: String,
    is_own: bool,
}

/// What the pages need beside the exports: names.
struct Around {
    own: String,
    groups: HashMap<GroupId, String>,
    procedures: HashMap<ProcedureId, String>,
    agents: HashMap<AgentId, String>,
}

/// What a form or an address asks to export.
fn exported(parameters: &HashMap<String, String>, format: Format) -> Result<Exported, PageError> {
    let query = query_of(parameters);
    Ok(Exported {
        group: query.group.ok_or_else(PageError::not_found)?,
        state: query.state,
        all_states: query.all_states,
        mine: query.mine,
        procedure: query.procedure,
        columns: parameters
            .get("colonnes")
            .map(|written| Column::read(written)),
        format,
    })
}

async fn new(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Query(parameters): Query<HashMap<String, String>>,
) -> Result<Response, PageError> {
    let view = view_of(&house, &visit, query_of(&parameters).view).await?;
    let columns = view.as_ref().map(|view| view.columns.clone());
    let asked = Asked {
        id: ExportId::new(),
        exported: Exported {
            columns,
            ..exported(&parameters, Format::Xlsx)?
        },
        reason: String::new(),
    };
    form(&house, &visit, &desk, &asked, view, Errors::none()).await
}

async fn form(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    asked: &Asked,
    view: Option<SavedView>,
    errors: Errors,
) -> Result<Response, PageError> {
    let (ctx, desk, wanted) = (visit.ctx.clone(), desk.clone(), asked.exported.clone());
    let language = visit.language;
    let reading = house.store.read(move |tx| {
        let with_pieces = Exported {
            format: Format::Zip,
            ..wanted.clone()
        };
        // With pieces first: whatever anybody must approve in a table, they must approve here.
        let foreseen = foresee(&ctx, tx, &with_pieces)?;
        let around = around(&ctx, tx, &desk, language, &[])?;
        let mut revisions = desk.catalogue.list(tx, ctx.organisation)?;
        revisions.retain(|revision| revision.group == wanted.group);
        Ok::<_, DossierError>((foreseen, around, revisions))
    });
    let (foreseen, around, revisions) = reading.await?;
    let mut wanted = asked.exported.clone();
    if let (None, None, [only]) = (wanted.procedure, &view, revisions.as_slice()) {
        wanted.procedure = Some(only.procedure);
    }
    let procedures = match (wanted.procedure, &view) {
        (Some(_), _) | (None, Some(_)) => Vec::new(),
        (None, None) => revisions
            .iter()
            .map(|revision| {
                let title = Said::of(visit, &revision.file.title).text;
                Choice::new(revision.procedure.to_string(), title)
            })
            .collect(),
    };
    let format = |format: Format| {
        let key = format!("export-format-{}", format.code());
        Choice::new(format.code(), visit.say(&key).to_owned())
            .hint(visit.say(&format!("{key}-hint")).to_owned())
            .checked(format == wanted.format)
    };
    let mut query = wanted.query();
    query.view = view.as_ref().map(|view| view.id);
    if !procedures.is_empty() {
        query.procedure = None;
    }
    let columns = view.map(|view| ViewColumns {
        label: visit.say_with("export-view-columns", &[("name", view.name.as_str())]),
        written: Column::written(&view.columns),
        is_chosen: wanted.columns.is_some(),
    });
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let page = New {
        said: said(visit, &around, &wanted, Some(foreseen)),
        own: around.own.clone(),
        errors,
        id: asked.id,
        hidden: crate::queue::parameters_of(&query),
        formats: Format::ALL.into_iter().map(format).collect(),
        procedures,
        columns,
        needs_reason: foreseen.is_mass,
        reason: asked.reason.clone(),
        most: LONGEST_TEXT,
        rule: visit.say_with(
            "export-rule",
            &[
                ("count", visit.number(MASS)),
                ("pieces", visit.number(MASS_WITH_PIECES)),
            ],
        ),
        visit,
    };
    Ok((status, Html(page.render()?)).into_response())
}

async fn send(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let (asked, view) = typed(&entries)?;
    let view = view_of(&house, &visit, view).await?;
    let Some(format) = Format::of_code(entries.first("format")) else {
        let mut errors = Errors::none();
        errors.add("format", visit.say("export-error-format").to_owned());
        return form(&house, &visit, &desk, &asked, view, errors).await;
    };
    let asked = Asked {
        exported: Exported {
            format,
            ..asked.exported
        },
        ..asked
    };
    let (ctx, wanted) = (visit.ctx.clone(), asked.clone());
    let asking = house.store.write(move |tx| ask(&ctx, tx, &wanted));
    let key = match asking.await {
        Ok(()) => {
            house.wake.wake();
            let path = format!("{EXPORTS}?fait=demande");
            return Ok(Redirect::to(&visit.url(&path)).into_response());
        }
        Err(DossierError::ReasonNeeded) => "export-error-reason",
        Err(DossierError::Text { .. }) => "export-error-long",
        Err(error) => return Err(error.into()),
    };
    let mut errors = Errors::none();
    errors.add("motif", visit.say(key).to_owned());
    form(&house, &visit, &desk, &asked, view, errors).await
}

fn typed(entries: &Entries) -> Result<(Asked, Option<ViewId>), PageError> {
    let parameters: HashMap<String, String> = entries
        .iter()
        .filter_map(|(name, values)| Some((name.clone(), values.first()?.clone())))
        .collect();
    let asked = Asked {
        id: entries
            .first("export")
            .parse()
            .unwrap_or_else(|_| ExportId::new()),
        exported: exported(&parameters, Format::Xlsx)?,
        reason: entries.first("motif").to_owned(),
    };
    Ok((asked, query_of(&parameters).view))
}

/// The view that is exported, as far as the agent sees it.
async fn view_of(
    house: &House,
    visit: &Visit,
    id: Option<ViewId>,
) -> Result<Option<SavedView>, PageError> {
    let Some(id) = id else {
        return Ok(None);
    };
    let ctx = visit.ctx.clone();
    let reading = house.store.read(move |tx| seen(&ctx, tx, id));
    Ok(Some(reading.await?))
}

async fn list(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Query(parameters): Query<HashMap<String, String>>,
) -> Result<Response, PageError> {
    let (ctx, language) = (visit.ctx.clone(), visit.language);
    let reading = house.store.read(move |tx| {
        let rows = own_exports(&ctx, tx)?;
        let around = around(&ctx, tx, &desk, language, &rows)?;
        Ok::<_, DossierError>((rows, around))
    });
    let (rows, around) = reading.await?;
    let runs = |row: &ExportRow| {
        let standing = row.standing(visit.ctx.now);
        matches!(standing, Standing::Waiting | Standing::Running)
    };
    let is_running = rows.iter().any(runs);
    let line = |row: &ExportRow| Line::of(&visit, &around, row);
    let page = List {
        visit: &visit,
        own: around.own.clone(),
        asked: parameters.get("fait").map(String::as_str) == Some("demande"),
        lines: rows.iter().map(line).collect(),
        approves: visit.sees_administration(),
    };
    let mut response = Html(page.render()?).into_response();
    if is_running {
        // Read again by itself while there is something to see, without a script.
        let headers = response.headers_mut();
        headers.insert("refresh", HeaderValue::from_static(REFRESH));
    }
    Ok(response)
}

async fn approvals(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
) -> Result<Html<String>, PageError> {
    let (ctx, language) = (visit.ctx.clone(), visit.language);
    let reading = house.store.read(move |tx| {
        let rows = waiting(&ctx, tx)?;
        let around = around(&ctx, tx, &desk, language, &rows)?;
        Ok::<_, DossierError>((rows, around))
    });
    let (rows, around) = reading.await?;
    let line = |row: &ExportRow| Line::of(&visit, &around, row);
    let page = Approvals {
        visit: &visit,
        own: around.own.clone(),
        lines: rows.iter().map(line).collect(),
    };
    Ok(Html(page.render()?))
}

async fn reply(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    Path(export): Path<String>,
    Form(entries): Form,
) -> Result<Redirect, PageError> {
    let id = id_of(&export)?;
    let is_approved = match entries.first("avis") {
        "approuver" => true,
        "refuser" => false,
        _ => return Err(DossierError::NothingChosen.into()),
    };
    let ctx = visit.ctx.clone();
    let acting = house
        .store
        .write(move |tx| answer(&ctx, tx, id, is_approved));
    acting.await?;
    house.wake.wake();
    let path = format!("{EXPORTS}/approbations");
    Ok(Redirect::to(&visit.url(&path)))
}

async fn remove(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    Path(export): Path<String>,
    Form(_): Form,
) -> Result<Redirect, PageError> {
    let id = id_of(&export)?;
    let ctx = visit.ctx.clone();
    let acting = house.store.write(move |tx| delete(&ctx, tx, id));
    if let Some(blob) = acting.await?
        && let Err(error) = house.blobs.delete(&blob).await
    {
        tracing::warn!(%error, "the file of a deleted export stays until the next sweep: its key is gone");
    }
    Ok(Redirect::to(&visit.url(EXPORTS)))
}

/// The file, read as it is sent.
async fn file(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    Path(export): Path<String>,
) -> Result<Response, PageError> {
    let id = id_of(&export)?;
    let ctx = visit.ctx.clone();
    let acting = house.store.write(move |tx| download(&ctx, tx, id));
    let given = acting.await?;
    let stream = match house.blobs.get(&given.blob, &given.key).await {
        // A restored back-up holds no exports.
        Err(BlobError::NotFound) => return Err(PageError::not_found()),
        found => found.map_err(DossierError::from)?,
    };
    let day = parvis_web::format::day(given.asked_at, &visit.zone());
    let name = format!("dossiers-{day}.{}", given.format.code());
    let mut all = headers::of_piece(&name, "application/octet-stream", false);
    let media = HeaderValue::from_static(given.format.media_type());
    all.insert(CONTENT_TYPE, media);
    all.insert(CONTENT_LENGTH, HeaderValue::from(given.size));
    Ok((all, Body::from_stream(stream)).into_response())
}

fn id_of(text: &str) -> Result<ExportId, PageError> {
    text.parse().map_err(|_| PageError::not_found())
}

/// The names of groups, procedures and agents.
fn around(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    language: parvis_kernel::Language,
    rows: &[ExportRow],
) -> Result<Around, DossierError> {
    let own = ctx.actor.agent().ok_or(DossierError::NotFound)?;
    let mut agents = HashMap::new();
    for id in rows.iter().map(|row| row.agent).chain([own]) {
        let name = agent::find(tx, ctx.organisation, id)?.full_name();
        agents.insert(id, name);
    }
    let groups = parvis_organisation::groups(tx, ctx.organisation)?;
    let revisions = desk.catalogue.every(tx, ctx.organisation)?;
    let title = |revision: &std::sync::Arc<parvis_demarche::Revision>| {
        let title = revision.file.title.in_language(language).to_owned();
        (revision.procedure, title)
    };
    Ok(Around {
        own: agents.get(&own).cloned().unwrap_or_default(),
        groups: groups
            .into_iter()
            .map(|(group, _)| (group.id, group.name))
            .collect(),
        procedures: revisions.iter().map(title).collect(),
        agents,
    })
}

/// What is exported, in words.
fn said(
    visit: &Visit,
    around: &Around,
    exported: &Exported,
    foreseen: Option<Foreseen>,
) -> Vec<Row> {
    let row = |key: &str, text: &str| Row::new(visit.say(key), text);
    let state = match (exported.state, exported.all_states) {
        (Some(state), _) => visit.say(&states::key(state)).to_owned(),
        (None, true) => visit.say("export-every-state").to_owned(),
        (None, false) => visit.say("export-open").to_owned(),
    };
    let procedure = exported.procedure.and_then(|id| around.procedures.get(&id));
    let procedure = procedure.map_or(visit.say("export-every-procedure"), String::as_str);
    let group = around.groups.get(&exported.group);
    let mut rows = vec![
        row("export-said-group", group.map_or("", String::as_str)),
        row("export-said-procedure", &visit.typeset(procedure)),
        row("export-said-states", &state),
    ];
    if exported.mine {
        rows.push(row("export-said-agent", visit.say("export-mine")));
    }
    if let Some(foreseen) = foreseen {
        rows.push(row("export-said-count", &count(visit, foreseen.count)));
    }
    rows
}

fn count(visit: &Visit, count: i64) -> String {
    let number = visit.number(count.min(MASS));
    if count > MASS {
        visit.say_with("queue-count-more", &[("count", number)])
    } else {
        number
    }
}

impl Line {
    fn of(visit: &Visit, around: &Around, row: &ExportRow) -> Self {
        let standing = row.standing(visit.ctx.now);
        let exported = &row.exported;
        let format = format!("export-format-{}", exported.format.code());
        let own = visit.ctx.actor.agent();
        let group = around.groups.get(&exported.group);
        let values = [
            ("format", visit.say(&format).to_owned()),
            ("group", group.cloned().unwrap_or_default()),
        ];
        let mut rows = said(visit, around, exported, None);
        rows.push(Row::new(
            visit.say("export-said-count"),
            count(visit, row.expected).as_str(),
        ));
        if let Some(reason) = &row.reason {
            rows.push(Row::new(visit.say("export-said-reason"), reason.as_str()));
        }
        let name = around.agents.get(&row.agent);
        let asked = [
            ("who", name.cloned().unwrap_or_default()),
            ("at", visit.date_time(row.asked_at)),
        ];
        rows.push(Row::new(
            visit.say("export-said-asked"),
            visit.say_with("export-asked-by", &asked).as_str(),
        ));
        let path = |end: &str| visit.url(&format!("{EXPORTS}/{}/{end}", row.id));
        let running = standing == Standing::Running;
        Self {
            title: visit.say_with("export-title-of", &values),
            said: rows,
            state: state(visit, standing),
            more: more(visit, row, standing),
            done: running.then_some(row.written),
            total: row.expected.max(row.written).max(1),
            bar: visit.say("export-progress").to_owned(),
            file: (standing == Standing::Ready).then(|| path("fichier")),
            delete: (standing != Standing::Refused).then(|| path("supprimer")),
            answer: path("avis"),
            is_own: own == Some(row.agent),
        }
    }
}

fn state(visit: &Visit, standing: Standing) -> Tag {
    let (key, tone) = match standing {
        Standing::ToApprove => ("export-to-approve", Tone::Wait),
        Standing::Refused => ("export-refused", Tone::Bad),
        Standing::Waiting => ("export-waiting", Tone::Wait),
        Standing::Running => ("export-running", Tone::Wait),
        Standing::Ready => ("export-ready", Tone::Good),
        Standing::TooMany | Standing::NotAllowed | Standing::Failed => ("export-failed", Tone::Bad),
        Standing::Over => ("export-over", Tone::Quiet),
    };
    Tag::new(visit.say(key), tone)
}

/// What is to be known of its state.
fn more(visit: &Visit, row: &ExportRow, standing: Standing) -> String {
    let until = visit.date_time(row.expires_at);
    match standing {
        Standing::ToApprove => visit.say_with("export-more-to-approve", &[("until", until)]),
        Standing::Refused => visit.say("export-more-refused").to_owned(),
        Standing::Waiting => visit.say("export-more-waiting").to_owned(),
        Standing::Running => {
            let written = [("count", row.written)];
            visit.say_with("export-more-running", &written)
        }
        Standing::Ready => {
            let values = [
                ("count", visit.number(row.written)),
                ("size", visit.size(row.size)),
                ("until", until),
            ];
            visit.say_with("export-more-ready", &values)
        }
        Standing::TooMany => visit.say("export-more-too-many").to_owned(),
        Standing::NotAllowed => visit.say("export-more-not-allowed").to_owned(),
        Standing::Failed => visit.say("export-more-failed").to_owned(),
        Standing::Over => visit.say("export-more-over").to_owned(),
    }
}

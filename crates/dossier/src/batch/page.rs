//! The pages of a batch: what to say, what will change, how it goes on.

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use parvis_kernel::BatchId;
use parvis_web::{
    Choice, Entries, EntriesExt, Errors, Form, House, PageError, Row, Tag, Tone, Visit,
};

use super::typed::{Typed, signed_by};
use super::{BatchAct, BatchItem, BatchView, Chosen, MOST_DOSSIERS, Outcome, Wanted};
use crate::decide::signatures;
use crate::desk::Desk;
use crate::error::DossierError;
use crate::model::Number;
use crate::queue::query_of;
use crate::request::{AgentVisit, DeskOf};
use crate::said::Said;
use crate::states;
use crate::store::BatchLine;
use crate::text::LONGEST_TEXT;

/// Batches shown in the list.
const LISTED: i64 = 30;
/// How often the page of a batch that runs is read again, in seconds.
const REFRESH: &str = "3";

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/agent/lots", get(list).post(choose))
        .route("/agent/lots/{batch}", get(show).post(send))
}

/// What to say, before it is read.
#[derive(Template)]
#[template(path = "batch/form.html")]
struct Words<'a> {
    visit: &'a Visit,
    own: String,
    title: String,
    href: String,
    act: &'static str,
    count: String,
    errors: Errors,
    colleagues: Vec<Choice>,
    ways: Vec<Choice>,
    typed: Typed,
    conformity: Option<String>,
    signatures: Vec<Choice>,
    most: usize,
}

/// What will change, and what will not.
#[derive(Template)]
#[template(path = "batch/preview.html")]
struct Preview<'a> {
    visit: &'a Visit,
    own: String,
    title: String,
    href: String,
    plain: bool,
    said: Vec<Row>,
    warning: Option<String>,
    changing: Vec<Line>,
    caption: String,
    left_out: Vec<Line>,
    left_caption: String,
}

/// How it goes on, or how it ended.
#[derive(Template)]
#[template(path = "batch/progress.html")]
struct Progress<'a> {
    visit: &'a Visit,
    own: String,
    title: String,
    href: String,
    running: bool,
    done: usize,
    total: usize,
    status: String,
    said: Vec<Row>,
    lines: Vec<Line>,
    can_stop: bool,
    can_undo: Option<String>,
}

/// A dossier, in words.
struct Line {
    number: String,
    href: String,
    label: String,
    procedure: String,
    state: Tag,
    outcome: Tag,
    why: String,
}

/// The batches of an agent.
#[derive(Template)]
#[template(path = "batch/list.html")]
struct List<'a> {
    visit: &'a Visit,
    own: String,
    lines: Vec<ListLine>,
}

struct ListLine {
    title: String,
    href: String,
    at: String,
    state: Tag,
}

/// The list sends what was ticked, each with the version that it showed, or asks for all that it holds.
async fn choose(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let act = entries.first("acte").parse::<BatchAct>();
    let act = act.map_err(|_| DossierError::NothingChosen)?;
    let chosen = chosen(&entries)?;
    let ctx = visit.ctx.clone();
    let preparing = house
        .store
        .write(move |tx| super::prepare(&ctx, tx, act, &chosen));
    let batch = preparing.await?;
    Ok(Redirect::to(&visit.url(&format!("/agent/lots/{batch}"))).into_response())
}

/// The dossiers that a form of the list chose.
pub(crate) fn chosen(entries: &Entries) -> Result<Chosen, DossierError> {
    if entries.first("tout") == "oui" {
        let parameters: HashMap<String, String> = entries
            .iter()
            .filter_map(|(name, values)| Some((name.clone(), values.first()?.clone())))
            .collect();
        return Ok(Chosen::List(query_of(&parameters)));
    }
    let ticked = entries.all("choix").iter();
    let read = ticked.map(|text| {
        let (number, version) = text.split_once('.')?;
        Some((Number::parse(number)?, version.parse().ok()?))
    });
    let numbers: Option<Vec<_>> = read.collect();
    Ok(Chosen::These(numbers.ok_or(DossierError::NotFound)?))
}

async fn list(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
) -> Result<Html<String>, PageError> {
    let ctx = visit.ctx.clone();
    let reading = house.store.read(move |tx| {
        let own = ctx.actor.agent().ok_or(DossierError::NotFound)?;
        let lines = crate::store::batches_of_agent(tx, ctx.organisation, own, LISTED)?;
        let agent = parvis_access::agent::find(tx, ctx.organisation, own)?;
        Ok::<_, DossierError>((lines, agent.full_name()))
    });
    let (lines, own) = reading.await?;
    let line = |line: &BatchLine| ListLine {
        title: visit.say(&title_key(line.act)).to_owned(),
        href: visit.url(&format!("/agent/lots/{}", line.id)),
        at: visit.date_time(line.created_at),
        state: if line.is_over {
            Tag::new(visit.say("batch-over"), Tone::Quiet)
        } else {
            Tag::new(visit.say("batch-running"), Tone::Wait)
        },
    };
    let page = List {
        visit: &visit,
        own,
        lines: lines.iter().map(line).collect(),
    };
    Ok(Html(page.render()?))
}

async fn show(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(batch): Path<String>,
    Query(parameters): Query<HashMap<String, String>>,
) -> Result<Response, PageError> {
    let batch = id_of(&batch)?;
    let view = read(&house, &visit, &desk, batch).await?;
    let modifies = parameters.get("etape").map(String::as_str) == Some("modifier");
    if view.confirmed_at.is_some() {
        return progress(&visit, &view);
    }
    if view.wanted.is_none() || (modifies && !view.act.is_plain()) {
        let typed = offered(&house, &visit, &view).await?;
        return words(&visit, &view, typed, Errors::none());
    }
    preview(&visit, &view)
}

async fn send(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(batch): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let batch = id_of(&batch)?;
    let ctx = visit.ctx.clone();
    match entries.first("etape") {
        "confirmer" => {
            let acting = house.store.write(move |tx| super::confirm(&ctx, tx, batch));
            acting.await?;
        }
        "arreter" => {
            let acting = house.store.write(move |tx| super::stop(&ctx, tx, batch));
            acting.await?;
        }
        "reprendre" => {
            let acting = house.store.write(move |tx| super::undo(&ctx, tx, batch));
            acting.await?;
        }
        _ => {
            let view = read(&house, &visit, &desk, batch).await?;
            let typed = Typed::of(&entries, view.act);
            match typed.wanted(&visit, &desk, &view) {
                Err(errors) => return words(&visit, &view, typed, errors),
                Ok(wanted) => {
                    let acting = house
                        .store
                        .write(move |tx| super::set(&ctx, tx, batch, &wanted));
                    acting.await?;
                }
            }
        }
    }
    house.wake.wake();
    Ok(Redirect::to(&visit.url(&format!("/agent/lots/{batch}"))).into_response())
}

fn id_of(text: &str) -> Result<BatchId, PageError> {
    text.parse().map_err(|_| PageError::not_found())
}

async fn read(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    batch: BatchId,
) -> Result<BatchView, PageError> {
    let (ctx, desk) = (visit.ctx.clone(), desk.clone());
    let reading = house
        .store
        .write(move |tx| super::view(&ctx, tx, &desk, batch));
    Ok(reading.await?)
}

async fn offered(house: &House, visit: &Visit, view: &BatchView) -> Result<Typed, PageError> {
    let own = visit.ctx.actor.agent();
    let own = own.and_then(|own| view.colleagues.iter().find(|agent| agent.id == own));
    let service = match own.map(|own| own.service) {
        None => String::new(),
        Some(service) => {
            let organisation = visit.organisation.id;
            let reading = house
                .store
                .read(move |tx| parvis_organisation::service(tx, organisation, service));
            reading.await?.name
        }
    };
    Ok(Typed::offered(visit, view, own, &service))
}

fn words(
    visit: &Visit,
    view: &BatchView,
    typed: Typed,
    errors: Errors,
) -> Result<Response, PageError> {
    let status = if errors.any() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let conformity = visit.organisation.profile.conformity.clone();
    let page = Words {
        visit,
        own: own_name(visit, view),
        title: title(visit, view),
        href: href(visit, view),
        act: view.act.code(),
        count: counted(visit, "batch-count", view.items.len()),
        errors,
        colleagues: colleagues(view, &typed.to),
        ways: ways(visit, view, &typed.closing),
        signatures: signatures(visit, conformity.as_deref(), typed.decision.signed),
        conformity,
        typed,
        most: LONGEST_TEXT,
    };
    Ok((status, Html(page.render()?)).into_response())
}

fn preview(visit: &Visit, view: &BatchView) -> Result<Response, PageError> {
    let (changing, left_out): (Vec<&BatchItem>, Vec<&BatchItem>) = view
        .items
        .iter()
        .partition(|item| item.foreseen == Outcome::Done);
    let lines = |items: &[&BatchItem]| -> Vec<Line> {
        items
            .iter()
            .map(|item| Line::of(visit, item, item.foreseen))
            .collect()
    };
    let hold = visit.organisation.profile.hold_minutes;
    let page = Preview {
        visit,
        own: own_name(visit, view),
        title: title(visit, view),
        href: href(visit, view),
        plain: view.act.is_plain(),
        said: said(visit, view),
        warning: view
            .act
            .decides()
            .then(|| visit.say_with("batch-hold", &[("minutes", hold)])),
        caption: counted(visit, "batch-changing", changing.len()),
        changing: lines(&changing),
        left_caption: counted(visit, "batch-left-out", left_out.len()),
        left_out: lines(&left_out),
    };
    Ok(Html(page.render()?).into_response())
}

fn progress(visit: &Visit, view: &BatchView) -> Result<Response, PageError> {
    let tried = view.items.iter().filter(|item| item.result.is_some());
    let held = view.items.iter().filter(|item| item.is_held).count();
    let running = view.is_running();
    let page = Progress {
        visit,
        own: own_name(visit, view),
        title: title(visit, view),
        href: href(visit, view),
        running,
        done: tried.count(),
        total: view.items.len(),
        status: status(visit, view),
        said: said(visit, view),
        lines: view
            .items
            .iter()
            .map(|item| result_line(visit, view, item))
            .collect(),
        can_stop: running && view.stopped_at.is_none() && view.undo_at.is_none(),
        can_undo: (!running && view.undo_at.is_none() && held > 0)
            .then(|| counted(visit, "batch-undo", held)),
    };
    let mut response = Html(page.render()?).into_response();
    if running {
        // Read again by itself while there is something to see, without a script.
        let headers = response.headers_mut();
        headers.insert("refresh", HeaderValue::from_static(REFRESH));
    }
    Ok(response)
}

fn status(visit: &Visit, view: &BatchView) -> String {
    let results = view.results();
    let done = results.get(&Some(Outcome::Done)).copied().unwrap_or(0);
    let waiting = results.get(&None).copied().unwrap_or(0);
    let undone = view
        .items
        .iter()
        .filter(|item| item.undone == Some(Outcome::Done));
    let key = match (view.is_running(), view.undo_at, view.stopped_at) {
        (true, Some(_), _) => "batch-status-undoing",
        (true, None, Some(_)) => "batch-status-stopping",
        (true, None, None) => "batch-status-running",
        (false, Some(_), _) => "batch-status-undone",
        (false, None, Some(_)) if waiting > 0 => "batch-status-stopped",
        (false, None, _) => "batch-status-over",
    };
    let others = view.items.len() - done - waiting;
    let values = [
        ("done", done),
        ("waiting", waiting),
        ("others", others),
        ("undone", undone.count()),
    ];
    visit.say_with(key, &values)
}

fn result_line(visit: &Visit, view: &BatchView, item: &BatchItem) -> Line {
    match (item.result, item.undone) {
        (_, Some(undone)) => {
            let mut line = Line::of(visit, item, undone);
            if undone == Outcome::Done {
                line.outcome = Tag::new(visit.say("batch-taken-back"), Tone::Quiet);
            }
            line
        }
        (Some(result), None) => Line::of(visit, item, result),
        (None, None) => {
            let stopped = view.stopped_at.is_some();
            let key = if stopped {
                "batch-not-touched"
            } else {
                "batch-waiting"
            };
            let mut line = Line::of(visit, item, Outcome::Done);
            line.outcome = Tag::new(visit.say(key), Tone::Quiet);
            line
        }
    }
}

impl Line {
    fn of(visit: &Visit, item: &BatchItem, outcome: Outcome) -> Self {
        let tone = match outcome {
            Outcome::Done => Tone::Good,
            Outcome::Failed => Tone::Bad,
            _ => Tone::Wait,
        };
        let key = format!("batch-outcome-{}", outcome.code());
        let why = format!("batch-left-{}", outcome.code());
        Self {
            number: item.number.to_string(),
            href: visit.url(&format!("/agent/dossiers/{}", item.number)),
            label: if item.label.is_empty() {
                visit.say("queue-anonymous").to_owned()
            } else {
                item.label.clone()
            },
            procedure: Said::of(visit, &item.revision.file.title).text,
            state: states::tag(visit, item.state),
            outcome: Tag::new(visit.say(&key), tone),
            why: if outcome == Outcome::Done {
                String::new()
            } else {
                visit.say(&why).to_owned()
            },
        }
    }
}

fn title_key(act: BatchAct) -> String {
    format!("batch-title-{}", act.code())
}

fn title(visit: &Visit, view: &BatchView) -> String {
    visit.say(&title_key(view.act)).to_owned()
}

fn href(visit: &Visit, view: &BatchView) -> String {
    visit.url(&format!("/agent/lots/{}", view.id))
}

fn own_name(visit: &Visit, view: &BatchView) -> String {
    let own = visit.ctx.actor.agent();
    let own = own.and_then(|own| view.colleagues.iter().find(|agent| agent.id == own));
    own.map(parvis_access::Agent::full_name).unwrap_or_default()
}

fn counted(visit: &Visit, key: &str, count: usize) -> String {
    visit.say_with(key, &[("count", count)])
}

fn colleagues(view: &BatchView, to: &str) -> Vec<Choice> {
    let choice = |agent: &parvis_access::Agent| {
        let id = agent.id.to_string();
        let chosen = id == to;
        Choice::new(id, agent.full_name())
            .hint(&agent.quality)
            .checked(chosen)
    };
    view.colleagues.iter().map(choice).collect()
}

/// The ways in which the procedures of the selection close without a decision.
fn ways(visit: &Visit, view: &BatchView, chosen: &str) -> Vec<Choice> {
    let mut ways: Vec<(String, String)> = Vec::new();
    let files = view.items.iter().map(|item| &item.revision.file);
    for file in files.filter(|file| !file.asks_for_decision) {
        for way in &file.closing {
            if ways.iter().all(|(code, _)| *code != way.code) {
                ways.push((way.code.clone(), Said::of(visit, &way.label).text));
            }
        }
    }
    let choice = |(code, label): (String, String)| {
        let checked = code == chosen;
        Choice::new(code, label).checked(checked)
    };
    ways.into_iter().map(choice).collect()
}

/// What is done to each dossier, in words.
fn said(visit: &Visit, view: &BatchView) -> Vec<Row> {
    let row = |key: &str, text: &str| Row::new(visit.say(key), text);
    match &view.wanted {
        None | Some(Wanted::Instruct) => Vec::new(),
        Some(Wanted::Give(to)) => {
            let agent = view.colleagues.iter().find(|agent| agent.id == *to);
            let name = agent.map(parvis_access::Agent::full_name);
            let name = name.unwrap_or_else(|| visit.say("queue-somebody").to_owned());
            vec![row("batch-said-to", &name)]
        }
        Some(Wanted::Write(text)) => vec![row("batch-said-message", text)],
        Some(Wanted::Ask {
            text,
            pieces,
            due_on,
        }) => vec![
            row("batch-said-pieces", &pieces.join("\n")),
            row("batch-said-text", text),
            row("batch-said-due", &visit.date(*due_on)),
        ],
        Some(Wanted::Close(code)) => {
            let ways = ways(visit, view, code);
            let way = ways.into_iter().find(|way| way.checked);
            let label = way.map_or_else(|| code.clone(), |way| way.label.plain());
            vec![row("batch-said-closing", &label)]
        }
        Some(Wanted::Decide(draft)) => {
            let outcome = draft.outcome.map_or("", |outcome| visit.say(outcome.key()));
            let mut rows = vec![row("batch-said-decision", outcome)];
            let more = [
                ("batch-said-act", &draft.attached_act),
                ("batch-said-in-law", &draft.reason_in_law),
                ("batch-said-in-fact", &draft.reason_in_fact),
            ];
            for (key, text) in more {
                if let Some(text) = text {
                    rows.push(row(key, text));
                }
            }
            rows.push(row("batch-said-signed", &signed_by(draft)));
            rows
        }
    }
}

/// The acts that the list offers, each in words; `MOST_DOSSIERS` is told beside them.
pub(crate) fn offered_acts(visit: &Visit) -> (Vec<Choice>, String) {
    let choice = |act: &BatchAct| Choice::new(act.code(), visit.say(&title_key(*act)).to_owned());
    let most = visit.say_with("batch-most", &[("count", MOST_DOSSIERS)]);
    (BatchAct::ALL.iter().map(choice).collect(), most)
}

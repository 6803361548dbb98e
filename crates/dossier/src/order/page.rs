//! The pages of payments: what is to be checked and ordered, an order to confirm, an order.

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use parvis_access::agent;
use parvis_kernel::{AgentId, GroupId, PaymentOrderId, ProcedureId};
use parvis_law::Value;
use parvis_web::{
    Cell, Column, Entries, EntriesExt, Errors, Form, House, Link, PageError, Row, Table, Tag, Tone,
    Visit, headers,
};

use super::act::{self, Desktop, Shown, Waiting, desktop};
use super::document::Line;
use super::{Asked, MOST_LINES, Payable, cancel, order, payable, send};
use crate::desk::Desk;
use crate::error::DossierError;
use crate::model::Number;
use crate::payment;
use crate::request::{AgentVisit, DeskOf};
use crate::said::Said;
use crate::store::OrderRow;
use crate::text::LONGEST_TEXT;

const PAYMENTS: &str = "/agent/paiements";

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/agent/paiements", get(list).post(confirm))
        .route("/agent/paiements/nouveau", get(new))
        .route("/agent/paiements/{order}", get(one))
        .route("/agent/paiements/{order}/fichier", get(download))
        .route("/agent/paiements/{order}/transmettre", post(transmit))
        .route("/agent/paiements/{order}/annuler", post(annul))
}

/// What is to be done with the payments of a group.
#[derive(Template)]
#[template(path = "order/list.html")]
struct List<'a> {
    visit: &'a Visit,
    own: String,
    group: String,
    groups: Vec<(Link, bool)>,
    to_check: Option<Table>,
    for_others: Option<String>,
    to_order: Vec<Link>,
    orders: Option<Table>,
    older: Option<String>,
}

/// An order that is about to be made.
#[derive(Template)]
#[template(path = "order/new.html")]
struct New<'a> {
    visit: &'a Visit,
    own: String,
    back: String,
    errors: Errors,
    title: String,
    facts: Vec<Row>,
    table: Table,
    id: PaymentOrderId,
    group: GroupId,
    procedure: ProcedureId,
    numbers: String,
    total: i64,
}

/// An order.
#[derive(Template)]
#[template(path = "order/one.html")]
struct One<'a> {
    visit: &'a Visit,
    own: String,
    back: String,
    errors: Errors,
    done: Option<&'static str>,
    number: i64,
    state: Tag,
    facts: Vec<Row>,
    /// The sum, in figures and in letters.
    total: String,
    table: Option<Table>,
    href: String,
    /// Whether it may still be sent or cancelled.
    open: bool,
    reason: String,
    most: usize,
}

fn euros(visit: &Visit, cents: i64) -> String {
    Value::Amount(cents).say(visit.language)
}

fn group_of(parameters: &HashMap<String, String>) -> Option<GroupId> {
    parameters.get("groupe")?.parse().ok()
}

async fn own_name(house: &House, visit: &Visit) -> Result<String, PageError> {
    let Some(own) = visit.ctx.actor.agent() else {
        return Ok(String::new());
    };
    let organisation = visit.organisation.id;
    let reading = house
        .store
        .read(move |tx| Ok::<_, DossierError>(agent::find(tx, organisation, own)?));
    Ok(reading.await?.full_name())
}

async fn list(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Query(parameters): Query<HashMap<String, String>>,
) -> Result<Response, PageError> {
    let ctx = visit.ctx.clone();
    let group = group_of(&parameters);
    let before = parameters.get("avant").and_then(|it| it.parse().ok());
    let reading = house.store.read(move |tx| {
        let found = desktop(&ctx, tx, group, before)?;
        let revisions = desk.catalogue.list(tx, ctx.organisation)?;
        Ok::<_, DossierError>((found, revisions))
    });
    let (found, revisions) = reading.await?;
    let title = |procedure: ProcedureId| {
        let mut known = revisions.iter();
        let known = known.find(|revision| revision.procedure == procedure);
        known.map_or_else(
            || visit.say("order-other-procedure").to_owned(),
            |revision| Said::of(&visit, &revision.file.title).text,
        )
    };
    let own = own_name(&house, &visit).await?;
    Ok(Html(list_page(&visit, own, &found, title).render()?).into_response())
}

fn list_page<'a>(
    visit: &'a Visit,
    own: String,
    found: &Desktop,
    title: impl Fn(ProcedureId) -> String,
) -> List<'a> {
    let group = found.group.id;
    let ready = |(procedure, count): &(ProcedureId, i64)| {
        let values = [("title", title(*procedure)), ("count", count.to_string())];
        let href = format!("{PAYMENTS}/nouveau?groupe={group}&demarche={procedure}");
        Link::new(visit.say_with("order-ready", &values), visit.url(&href))
    };
    let switch = |own: &parvis_organisation::Group| {
        let href = visit.url(&format!("{PAYMENTS}?groupe={}", own.id));
        (Link::new(own.name.as_str(), href), own.id == group)
    };
    let many = found.groups.len() > 1;
    let older = found.orders.last().filter(|_| found.orders.len() >= 50);
    List {
        own,
        group: found.group.name.clone(),
        groups: found.groups.iter().filter(|_| many).map(switch).collect(),
        to_check: (!found.to_check.is_empty()).then(|| to_check(visit, &found.to_check)),
        for_others: (found.for_others > 0).then(|| {
            let count = [("count", found.for_others)];
            visit.say_with("order-for-others", &count)
        }),
        to_order: found.to_order.iter().map(ready).collect(),
        orders: (!found.orders.is_empty()).then(|| orders(visit, &found.orders, &title)),
        older: older
            .map(|row| visit.url(&format!("{PAYMENTS}?groupe={group}&avant={}", row.number))),
        visit,
    }
}

/// The accounts to check: each line leads to the page that shows one, and shows none itself.
fn to_check(visit: &Visit, rows: &[Waiting]) -> Table {
    let say = |key: &str| visit.say(key).to_owned();
    let row = |row: &Waiting| {
        let href = visit.url(&format!("/agent/dossiers/{}/compte", row.number));
        vec![
            Cell::link(row.number.as_str(), href).whole(),
            Cell::new(row.beneficiary.as_str()),
            Cell::new(visit.date(row.decided_on)),
            Cell::new(euros(visit, row.cents)).whole(),
        ]
    };
    Table {
        caption: say("order-to-check"),
        caption_hidden: true,
        columns: vec![
            Column::new(say("order-column-dossier")),
            Column::new(say("order-column-beneficiary")),
            Column::new(say("order-column-decided")),
            Column::numeric(say("order-column-amount")),
        ],
        rows: rows.iter().map(row).collect(),
    }
}

fn orders(visit: &Visit, rows: &[OrderRow], title: &impl Fn(ProcedureId) -> String) -> Table {
    let say = |key: &str| visit.say(key).to_owned();
    let row = |row: &OrderRow| {
        let number = [("number", row.number)];
        let href = visit.url(&format!("{PAYMENTS}/{}", row.id));
        vec![
            Cell::link(visit.say_with("order-number", &number), href).whole(),
            Cell::new(title(row.procedure)),
            Cell::new(visit.day(row.at)).whole(),
            Cell::new(row.lines.to_string()),
            Cell::new(euros(visit, row.total)).whole(),
            Cell::tag(state(visit, row)),
        ]
    };
    Table {
        caption: say("order-orders"),
        caption_hidden: true,
        columns: vec![
            Column::new(say("order-column-number")),
            Column::new(say("order-column-procedure")),
            Column::new(say("order-column-day")),
            Column::numeric(say("order-column-count")),
            Column::numeric(say("order-column-total")),
            Column::new(say("order-column-state")),
        ],
        rows: rows.iter().map(row).collect(),
    }
}

fn state(visit: &Visit, row: &OrderRow) -> Tag {
    let (key, tone) = match (row.sent, row.cancelled) {
        (Some(_), _) => ("order-state-sent", Tone::Good),
        (None, Some(_)) => ("order-state-cancelled", Tone::Quiet),
        (None, None) => ("order-state-made", Tone::Wait),
    };
    Tag::new(visit.say(key), tone)
}

async fn new(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Query(parameters): Query<HashMap<String, String>>,
) -> Result<Response, PageError> {
    let group = group_of(&parameters).ok_or_else(PageError::not_found)?;
    let procedure = parameters.get("demarche").and_then(|it| it.parse().ok());
    let procedure = procedure.ok_or_else(PageError::not_found)?;
    form(&house, &visit, &desk, group, procedure, Errors::none()).await
}

async fn form(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    group: GroupId,
    procedure: ProcedureId,
    errors: Errors,
) -> Result<Response, PageError> {
    let (ctx, own) = (visit.ctx.clone(), desk.clone());
    let reading = house.store.read(move |tx| {
        let found = payable(&ctx, tx, &own, group, procedure)?;
        let revisions = own.catalogue.list(tx, ctx.organisation)?;
        Ok::<_, DossierError>((found, revisions))
    });
    let (found, revisions) = reading.await?;
    let back = visit.url(&format!("{PAYMENTS}?groupe={group}"));
    if found.numbers.is_empty() && !errors.any() {
        return Ok(Redirect::to(&back).into_response());
    }
    let mut known = revisions.iter();
    let known = known.find(|revision| revision.procedure == procedure);
    let status = match errors.any() {
        true => StatusCode::CONFLICT,
        false => StatusCode::OK,
    };
    let page = New {
        own: own_name(house, visit).await?,
        back,
        errors,
        title: known.map_or_else(String::new, |revision| {
            Said::of(visit, &revision.file.title).text
        }),
        facts: facts(visit, &found),
        table: lines(visit, &found.lines, true),
        id: PaymentOrderId::new(),
        group,
        procedure,
        numbers: numbers(&found),
        total: found.total,
        visit,
    };
    Ok((status, Html(page.render()?)).into_response())
}

fn numbers(found: &Payable) -> String {
    let numbers: Vec<String> = found.numbers.iter().map(ToString::to_string).collect();
    numbers.join(" ")
}

fn facts(visit: &Visit, found: &Payable) -> Vec<Row> {
    let mut rows = vec![
        Row::new(visit.say("order-count"), &found.lines.len().to_string()),
        Row::new(
            visit.say("order-total"),
            &payment::in_letters(visit, found.total),
        ),
    ];
    rows.extend(budget(visit, &found.lines));
    rows
}

/// The line of the budget and the supporting documents, which a revision of the démarche may have changed in between.
fn budget(visit: &Visit, lines: &[Line]) -> Vec<Row> {
    let joined = |of: fn(&Line) -> &str| {
        let mut said: Vec<&str> = lines.iter().map(of).collect();
        said.dedup();
        said.join("\n")
    };
    vec![
        Row::new(
            visit.say("order-imputation"),
            &joined(|line| line.imputation.as_str()),
        ),
        Row::new(
            visit.say("order-justification"),
            &joined(|line| line.justification.as_str()),
        ),
    ]
}

/// The lines of an order. Before it is made, the accounts are masked: who orders does not need them.
fn lines(visit: &Visit, lines: &[Line], masked: bool) -> Table {
    let say = |key: &str| visit.say(key).to_owned();
    let row = |line: &Line| {
        let href = visit.url(&format!("/agent/dossiers/{}", line.number));
        let iban = match masked {
            true => line.account.hint(),
            false => line.account.grouped(),
        };
        vec![
            Cell::link(line.number.as_str(), href).whole(),
            Cell::new(line.beneficiary.as_str()),
            Cell::new(iban),
            Cell::new(euros(visit, line.cents)).whole(),
            Cell::new(visit.date(line.decided_on)),
            Cell::new(line.checked_by.as_str()),
        ]
    };
    Table {
        caption: say("order-lines"),
        caption_hidden: false,
        columns: vec![
            Column::new(say("order-column-dossier")),
            Column::new(say("order-column-beneficiary")),
            Column::new(say("order-column-iban")),
            Column::numeric(say("order-column-amount")),
            Column::new(say("order-column-decided")),
            Column::new(say("order-column-checked")),
        ],
        rows: lines.iter().map(row).collect(),
    }
}

fn asked_of(entries: &Entries) -> Option<Asked> {
    let numbers = entries.first("dossiers").split_whitespace();
    let numbers: Option<Vec<Number>> = numbers.take(MOST_LINES + 1).map(Number::parse).collect();
    Some(Asked {
        id: entries.first("ordre").parse().ok()?,
        group: entries.first("groupe").parse().ok()?,
        procedure: entries.first("demarche").parse().ok()?,
        numbers: numbers?,
        total: entries.first("total").parse().ok()?,
    })
}

async fn confirm(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let asked = asked_of(&entries).ok_or_else(PageError::not_found)?;
    let (group, procedure) = (asked.group, asked.procedure);
    let path = format!("{PAYMENTS}/{}?fait=ordre", asked.id);
    let (ctx, own) = (visit.ctx.clone(), desk.clone());
    let ordering = house.store.write(move |tx| order(&ctx, tx, &own, &asked));
    match ordering.await {
        Ok(()) => Ok(Redirect::to(&visit.url(&path)).into_response()),
        Err(DossierError::OrderChanged) => {
            let mut errors = Errors::none();
            errors.add("liste", visit.say("refusal-order-changed"));
            form(&house, &visit, &desk, group, procedure, errors).await
        }
        Err(error) => Err(error.into()),
    }
}

fn order_of(text: &str) -> Result<PaymentOrderId, PageError> {
    text.parse().map_err(|_| PageError::not_found())
}

async fn one(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    Path(order): Path<String>,
    Query(parameters): Query<HashMap<String, String>>,
) -> Result<Response, PageError> {
    let done = match parameters.get("fait").map(String::as_str) {
        Some("ordre") => Some("order-done-made"),
        Some("transmis") => Some("order-done-sent"),
        Some("annule") => Some("order-done-cancelled"),
        _ => None,
    };
    shown(&house, &visit, order_of(&order)?, done, None).await
}

async fn shown(
    house: &House,
    visit: &Visit,
    id: PaymentOrderId,
    done: Option<&'static str>,
    wrong: Option<(&'static str, String)>,
) -> Result<Response, PageError> {
    let ctx = visit.ctx.clone();
    let reading = house
        .store
        .write(move |tx| act::shown(&ctx, tx, id, "payment_order.read"));
    let found = reading.await?;
    let mut errors = Errors::none();
    let reason = wrong.map_or_else(String::new, |(key, typed)| {
        let most = [("most", LONGEST_TEXT)];
        errors.add("motif", visit.say_with(key, &most));
        typed
    });
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let page = One {
        own: own_name(house, visit).await?,
        back: visit.url(&format!("{PAYMENTS}?groupe={}", found.row.group)),
        errors,
        done,
        number: found.row.number,
        state: state(visit, &found.row),
        facts: order_facts(visit, &found),
        total: payment::in_letters(visit, found.row.total),
        table: found
            .document
            .as_ref()
            .map(|document| lines(visit, &document.lines, false)),
        href: visit.url(&format!("{PAYMENTS}/{id}")),
        open: found.row.sent.is_none() && found.row.cancelled.is_none(),
        reason,
        most: LONGEST_TEXT,
        visit,
    };
    Ok((status, Html(page.render()?)).into_response())
}

fn order_facts(visit: &Visit, found: &Shown) -> Vec<Row> {
    let row = &found.row;
    let by = |at, agent: AgentId| {
        let name = found.names.get(&agent);
        let name = name.map(agent::Agent::full_name).unwrap_or_default();
        let values = [("at", visit.date_time(at)), ("agent", name)];
        visit.say_with("order-by", &values)
    };
    let mut rows = vec![
        Row::new(visit.say("order-count"), &row.lines.to_string()),
        Row::new(
            visit.say("order-total"),
            &payment::in_letters(visit, row.total),
        ),
        Row::new(visit.say("order-made"), &by(row.at, row.agent)),
    ];
    if let Some((at, agent)) = row.sent {
        rows.push(Row::new(visit.say("order-sent"), &by(at, agent)));
    }
    if let Some((at, agent)) = row.cancelled {
        let reason = found.reason.as_deref().unwrap_or_default();
        let text = format!("{}\n{reason}", by(at, agent));
        rows.push(Row::new(visit.say("order-cancelled"), &text));
    }
    if let Some(document) = &found.document {
        rows.extend(budget(visit, &document.lines));
    }
    rows
}

async fn download(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    Path(order): Path<String>,
) -> Result<Response, PageError> {
    let (ctx, id) = (visit.ctx.clone(), order_of(&order)?);
    let reading = house.store.write(move |tx| act::file(&ctx, tx, id));
    let (number, csv) = reading.await?;
    let name = format!("ordre-de-paiement-{number}.csv");
    let own = headers::of_piece(&name, "text/csv; charset=utf-8", false);
    Ok((own, csv).into_response())
}

async fn transmit(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    Path(order): Path<String>,
    Form(_): Form,
) -> Result<Response, PageError> {
    let (ctx, id) = (visit.ctx.clone(), order_of(&order)?);
    let sending = house.store.write(move |tx| send(&ctx, tx, id));
    sending.await?;
    let path = format!("{PAYMENTS}/{id}?fait=transmis");
    Ok(Redirect::to(&visit.url(&path)).into_response())
}

async fn annul(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    Path(order): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let (ctx, id) = (visit.ctx.clone(), order_of(&order)?);
    let reason = entries.first("motif").to_owned();
    let typed = reason.clone();
    let cancelling = house.store.write(move |tx| cancel(&ctx, tx, id, &reason));
    let wrong = match cancelling.await {
        Ok(()) => {
            let path = format!("{PAYMENTS}/{id}?fait=annule");
            return Ok(Redirect::to(&visit.url(&path)).into_response());
        }
        Err(DossierError::ReasonNeeded) => "order-error-reason",
        Err(DossierError::Text { .. }) => "refusal-text",
        Err(error) => return Err(error.into()),
    };
    shown(&house, &visit, id, None, Some((wrong, typed))).await
}

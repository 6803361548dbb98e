//! The page of the keys: what each does, and choosing others. It is complete without script, though the keys need one.

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use parvis_access::agent;
use parvis_web::{EntriesExt, Errors, Form, House, PageError, Visit};

use super::{Act, KeyError, Shortcuts, choose, of_agent, restore};
use crate::error::DossierError;
use crate::request::AgentVisit;

const SHORTCUTS: &str = "/agent/raccourcis";

pub(crate) fn routes() -> Router<House> {
    Router::new().route(SHORTCUTS, get(show).post(change))
}

/// The keys, and a field for each.
#[derive(Template)]
#[template(path = "shortcuts/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    own: String,
    errors: Errors,
    done: bool,
    active: bool,
    lines: Vec<Line>,
}

/// One act and its key.
struct Line {
    name: String,
    about: String,
    key: String,
}

async fn show(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    Query(parameters): Query<HashMap<String, String>>,
) -> Result<Response, PageError> {
    let ctx = visit.ctx.clone();
    let own = house.store.read(move |tx| of_agent(&ctx, tx)).await?;
    let key = |act| own.key(act).map(String::from).unwrap_or_default();
    let done = parameters.get("fait").map(String::as_str) == Some("oui");
    page(&house, &visit, own.is_active, key, done, Errors::none()).await
}

async fn change(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let ctx = visit.ctx.clone();
    if entries.first("etape") == "retablir" {
        house.store.write(move |tx| restore(&ctx, tx)).await?;
        return Ok(kept(&visit));
    }
    let is_active = entries.first("actifs") == "oui";
    let typed = |act: Act| entries.first(&field(act)).to_owned();
    match Shortcuts::typed(is_active, typed) {
        Ok(chosen) => {
            house
                .store
                .write(move |tx| choose(&ctx, tx, &chosen))
                .await?;
            Ok(kept(&visit))
        }
        Err(refused) => {
            let mut errors = Errors::none();
            let key = match refused {
                KeyError::NotAKey(_) => "shortcuts-error-key",
                KeyError::Taken(_) => "shortcuts-error-taken",
            };
            let name = [("act", named(&visit, refused.act()))];
            errors.add(field(refused.act()), visit.say_with(key, &name));
            page(&house, &visit, is_active, typed, false, errors).await
        }
    }
}

fn kept(visit: &Visit) -> Response {
    Redirect::to(&visit.url(&format!("{SHORTCUTS}?fait=oui"))).into_response()
}

/// The field of an act.
fn field(act: Act) -> String {
    format!("touche-{}", act.code())
}

fn named(visit: &Visit, act: Act) -> String {
    let key = format!("shortcuts-act-{}", act.code());
    visit.say(&key).to_owned()
}

async fn page(
    house: &House,
    visit: &Visit,
    active: bool,
    key: impl Fn(Act) -> String,
    done: bool,
    errors: Errors,
) -> Result<Response, PageError> {
    let ctx = visit.ctx.clone();
    let reading = house.store.read(move |tx| {
        let own = ctx.actor.agent().ok_or(DossierError::NotFound)?;
        Ok::<_, DossierError>(agent::find(tx, ctx.organisation, own)?.full_name())
    });
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let line = |act: Act| Line {
        name: field(act),
        about: named(visit, act),
        key: key(act),
    };
    let page = Page {
        own: reading.await?,
        errors,
        done,
        active,
        lines: Act::ALL.into_iter().map(line).collect(),
        visit,
    };
    Ok((status, Html(page.render()?)).into_response())
}

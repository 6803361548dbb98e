//! Reading a dossier, and what changed since.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use parvis_access::Right;
use parvis_access::token::Scope;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_web::api::{Caller, Problem, json, with_version};
use parvis_web::{House, PageError};
use serde::Deserialize;
use serde_json::{Value, json as object};

use super::shown;
use crate::changes::{Changed, changes as changed_since};
use crate::desk;
use crate::error::DossierError;
use crate::request::{DeskOf, number_of};
use crate::store;

/// Dossiers of a page, when nothing else is asked.
const PAGE: u16 = 100;
/// Dossiers of a page at most.
const LONGEST_PAGE: u16 = 500;

/// What is asked of the list.
#[derive(Deserialize)]
pub(super) struct Since {
    after: Option<String>,
    limit: Option<u16>,
}

pub(super) async fn changes(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    caller: Caller,
    Query(since): Query<Since>,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::DossiersRead).await?;
    let after = number_of_cursor(since.after.as_deref())?;
    let limit = since.limit.unwrap_or(PAGE);
    if !(1..=LONGEST_PAGE).contains(&limit) {
        return Err(bad_request());
    }
    let (ctx, now) = (caller.ctx.clone(), caller.ctx.now);
    let read = house
        .store
        .write(move |tx| changed_since(&ctx, tx, &desk, after, limit));
    let page = read.await?;
    let items = page.changed.iter().map(|changed| item(changed, now));
    let told = object!({
        "items": items.collect::<Vec<_>>(),
        "next": format!("c{}", page.after),
        "more": page.more,
    });
    Ok(json(StatusCode::OK, &told))
}

fn item(changed: &Changed, now: parvis_kernel::Instant) -> Value {
    if shown::is_gone(&changed.dossier) {
        shown::tombstone(&changed.dossier)
    } else {
        Value::Object(shown::summary(&changed.dossier, &changed.revision, now))
    }
}

fn number_of_cursor(cursor: Option<&str>) -> Result<i64, PageError> {
    let Some(cursor) = cursor else {
        return Ok(0);
    };
    let digits = cursor.strip_prefix('c').unwrap_or_default();
    let fits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = digits.parse().ok().filter(|_| fits);
    number.ok_or_else(bad_request)
}

fn bad_request() -> PageError {
    Problem::new(
        StatusCode::BAD_REQUEST,
        "bad-request",
        "api-problem-bad-request",
    )
    .into()
}

pub(super) async fn one(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    caller: Caller,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::DossiersRead).await?;
    let number = number_of(&number)?;
    let ctx = caller.ctx.clone();
    let read = house.store.write(move |tx| {
        let opened = desk::open(&ctx, tx, &desk, &number, Right::ReadDossier)?;
        let id = opened.dossier.id;
        journal::consulted(&ctx, tx, "dossier.read", Subject::dossier(id), &[])?;
        let requests = store::requests(tx, ctx.organisation, id, &opened.key)?;
        Ok::<_, DossierError>((opened, requests))
    });
    let (opened, requests) = read.await?;
    let told = shown::whole(&opened.dossier, &opened.revision, &requests, caller.ctx.now);
    let response = json(StatusCode::OK, &Value::Object(told));
    Ok(with_version(response, opened.dossier.version))
}

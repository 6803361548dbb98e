//! What is offered, for applications: the published procedures, their revisions, the schema of the answers.

mod document;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Extension, Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use parvis_access::token::Scope;
use parvis_form::Text;
use parvis_kernel::RevisionId;
use parvis_web::api::{Caller, json};
use parvis_web::{House, PageError};
use serde_json::{Value, json as object};

use crate::catalogue::Catalogue;
use crate::error::DemarcheError;
use crate::model::Revision;

pub use document::part;

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/api/v1/procedures", get(list))
        .route("/api/v1/procedures/{slug}", get(published))
        .route("/api/v1/procedures/{slug}/revisions/{revision}", get(one))
        .route(
            "/api/v1/procedures/{slug}/revisions/{revision}/answers-schema",
            get(schema),
        )
}

async fn list(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    caller: Caller,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::ProceduresRead).await?;
    let organisation = caller.ctx.organisation;
    let read = house.store.read(move |tx| catalogue.list(tx, organisation));
    let all = read.await?;
    let reached = all
        .iter()
        .filter(|revision| caller.token.reaches_procedure(revision.procedure));
    let items: Vec<Value> = reached.map(|revision| shown(revision)).collect();
    Ok(json(StatusCode::OK, &object!({ "items": items })))
}

async fn published(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Path(slug): Path<String>,
    caller: Caller,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::ProceduresRead).await?;
    let organisation = caller.ctx.organisation;
    let read = house
        .store
        .read(move |tx| catalogue.published(tx, organisation, &slug));
    let found = read.await?.ok_or_else(PageError::not_found)?;
    let revision = reached(&caller, found)?;
    Ok(json(StatusCode::OK, &shown(&revision)))
}

async fn one(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Path((slug, revision)): Path<(String, String)>,
    caller: Caller,
) -> Result<Response, PageError> {
    let revision = revision_of(&house, catalogue, slug, &revision, &caller).await?;
    Ok(json(StatusCode::OK, &shown(&revision)))
}

async fn schema(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Path((slug, revision)): Path<(String, String)>,
    caller: Caller,
) -> Result<Response, PageError> {
    let revision = revision_of(&house, catalogue, slug, &revision, &caller).await?;
    Ok(json(StatusCode::OK, &revision.form.answers_schema()))
}

async fn revision_of(
    house: &House,
    catalogue: Catalogue,
    slug: String,
    revision: &str,
    caller: &Caller,
) -> Result<Arc<Revision>, PageError> {
    caller.needs(house, Scope::ProceduresRead).await?;
    let id: RevisionId = revision.parse().map_err(|_| PageError::not_found())?;
    let organisation = caller.ctx.organisation;
    let read = house
        .store
        .read(move |tx| catalogue.revision(tx, organisation, id));
    let found = read.await?;
    if found.slug != slug {
        return Err(DemarcheError::NotFound.into());
    }
    reached(caller, found)
}

fn reached(caller: &Caller, revision: Arc<Revision>) -> Result<Arc<Revision>, PageError> {
    if caller.token.reaches_procedure(revision.procedure) {
        Ok(revision)
    } else {
        Err(PageError::not_found())
    }
}

/// A revision as applications see it.
fn shown(revision: &Revision) -> Value {
    let file = &revision.file;
    object!({
        "procedure": revision.slug,
        "revision": revision.id,
        "number": revision.number,
        "published_at": revision.published_at.to_string(),
        "title": texts(&file.title),
        "summary": texts(&file.summary),
        "asks_for_decision": file.asks_for_decision,
        "anonymous_allowed": file.is_anonymous_allowed(),
        "made_here": file.is_made_here(),
        "declarations": file.declarations.iter().map(texts).collect::<Vec<_>>(),
    })
}

/// A text in each language in which it exists.
fn texts(text: &Text) -> Value {
    let versions = text.by_language();
    let versions = versions.map(|(language, words)| (language.to_string(), Value::from(words)));
    Value::Object(versions.collect())
}

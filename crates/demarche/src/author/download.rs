//! The texts themselves, to keep and to compare.

use axum::extract::{Path, State};
use axum::http::header::CONTENT_DISPOSITION;
use axum::http::{HeaderValue, header::CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use parvis_web::{House, PageError};

use super::act;
use super::request::Author;
use crate::error::DemarcheError;
use crate::store;

/// The draft of a procedure.
pub(super) async fn draft(
    State(house): State<House>,
    Author(visit): Author,
    Path(slug): Path<String>,
) -> Result<Response, PageError> {
    let (ctx, asked) = (visit.ctx.clone(), slug.clone());
    let found = house.store.read(move |tx| {
        act::writes(&ctx, tx)?;
        let draft = store::draft(tx, ctx.organisation, &asked)?;
        draft.ok_or(DemarcheError::NotFound)
    });
    let draft = found.await?;
    Ok(file(&format!("{slug}-brouillon.yaml"), draft.source))
}

/// A published revision, by number.
pub(super) async fn revision(
    State(house): State<House>,
    Author(visit): Author,
    Path((slug, number)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let number = number.strip_suffix(".yaml").unwrap_or(&number);
    let number: i64 = number.parse().map_err(|_| PageError::not_found())?;
    let (ctx, asked) = (visit.ctx.clone(), slug.clone());
    let found = house.store.read(move |tx| {
        act::writes(&ctx, tx)?;
        let standing = store::standing(tx, ctx.organisation, &asked)?;
        let standing = standing.ok_or(DemarcheError::NotFound)?;
        let source = store::source(tx, ctx.organisation, standing.procedure, number)?;
        source.ok_or(DemarcheError::NotFound)
    });
    let source = found.await?;
    Ok(file(&format!("{slug}-{number}.yaml"), source))
}

/// A text to keep under a name made of letters, figures and hyphens.
fn file(name: &str, text: String) -> Response {
    let kept = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    let kept = kept.unwrap_or(HeaderValue::from_static("attachment"));
    let media = HeaderValue::from_static("application/yaml; charset=utf-8");
    ([(CONTENT_TYPE, media), (CONTENT_DISPOSITION, kept)], text).into_response()
}

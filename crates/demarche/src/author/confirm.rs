//! « Je confirme ces faits »: a named agent answers for the dated facts of a draft, before it is published.

use axum::extract::{Extension, Path, State};
use axum::response::Response;
use parvis_web::{Form, House, PageError};

use super::act;
use super::request::{Author, done, path, version};
use super::seen::Seen;
use crate::catalogue::Catalogue;
use crate::error::DemarcheError;

pub(super) async fn confirm(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Author(visit): Author,
    Path(slug): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let (ctx, asked) = (visit.ctx.clone(), slug.clone());
    let read = house
        .store
        .read(move |tx| Seen::read(&ctx, tx, &catalogue, &asked));
    let Some(Ok(checked)) = read.await?.checked() else {
        return Err(DemarcheError::DraftChanged { slug }.into());
    };
    let (ctx, read) = (visit.ctx.clone(), version(&entries));
    let confirmed = house
        .store
        .write(move |tx| act::confirm_draft(&ctx, tx, &checked, read));
    confirmed.await?;
    Ok(done(&visit, &path(&slug), "confirmee"))
}

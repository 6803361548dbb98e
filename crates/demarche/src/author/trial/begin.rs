//! « Essayer »: a draft, or what is published, goes to the trial.

use axum::extract::{Extension, Path, State};
use axum::response::Response;
use parvis_web::{Form, House, PageError};

use super::super::request::{Author, done, version};
use super::super::seen::Seen;
use super::{PAGE, act};
use crate::catalogue::Catalogue;
use crate::error::DemarcheError;
use crate::file::{Checked, check};
use crate::store;

pub(super) async fn begin(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Author(visit): Author,
    Path(slug): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let read = version(&entries);
    let checked = match read {
        0 => published(&house, &visit.ctx, slug).await?,
        _ => {
            let (ctx, asked) = (visit.ctx.clone(), slug.clone());
            let seen = house
                .store
                .read(move |tx| Seen::read(&ctx, tx, &catalogue, &asked));
            let Some(Ok(checked)) = seen.await?.checked() else {
                return Err(DemarcheError::DraftChanged { slug }.into());
            };
            checked
        }
    };
    let ctx = visit.ctx.clone();
    let tried = house
        .store
        .write(move |tx| act::try_text(&ctx, tx, &checked, read));
    tried.await?;
    let refreshed = house.directory.refresh(&house.store).await;
    refreshed.map_err(DemarcheError::from)?;
    Ok(done(&visit, PAGE, "essayee"))
}

/// The text that is published, checked again: an earlier version of the house may have accepted what this one refuses.
async fn published(
    house: &House,
    ctx: &parvis_kernel::Ctx,
    slug: String,
) -> Result<Checked, PageError> {
    let (ctx, asked) = (ctx.clone(), slug.clone());
    let read = house.store.read(move |tx| {
        super::super::act::writes(&ctx, tx)?;
        let standing = store::standing(tx, ctx.organisation, &asked)?;
        let standing = standing.ok_or(DemarcheError::NotFound)?;
        let published = standing.published.ok_or(DemarcheError::NotFound)?;
        let editions = store::editions(tx, ctx.organisation, standing.procedure)?;
        let edition = editions.into_iter().find(|one| one.id == published);
        let number = edition.ok_or(DemarcheError::NotFound)?.number;
        let source = store::source(tx, ctx.organisation, standing.procedure, number)?;
        source.ok_or(DemarcheError::NotFound)
    });
    let source = read.await?;
    let checked = check(&format!("{slug}.yaml"), &source);
    checked.map_err(|_| DemarcheError::DraftChanged { slug }.into())
}

//! « Essayer »: a draft, or what is published, goes to the trial.

use axum::extract::{Extension, Path, State};
use axum::response::Response;
use parvis_web::{Form, House, PageError};

use super::super::request::{Author, done, version};
use super::super::seen::Seen;
use super::{PAGE, act};
use crate::catalogue::Catalogue;
use crate::error::DemarcheError;
use parvis_procedure::{Checked, check};

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
        super::super::act::published_text(&ctx, tx, &asked)
    });
    let source = read.await?;
    let checked = check(&format!("{slug}.yaml"), &source);
    checked.map_err(|_| DemarcheError::DraftChanged { slug }.into())
}

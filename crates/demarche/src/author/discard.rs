//! Throwing a draft away, once it is confirmed.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, Response};
use parvis_web::{Form, House, Link, PageError, Visit};

use super::request::{Author, done, path, version};
use super::{LIST, act};
use crate::error::DemarcheError;
use crate::store;

#[derive(Template)]
#[template(path = "author/discard.html")]
struct Page<'a> {
    visit: &'a Visit,
    back: Link,
    action: String,
    version: i64,
}

pub(super) async fn ask(
    State(house): State<House>,
    Author(visit): Author,
    Path(slug): Path<String>,
) -> Result<Html<String>, PageError> {
    let (ctx, asked) = (visit.ctx.clone(), slug.clone());
    let read = house.store.read(move |tx| {
        act::writes(&ctx, tx)?;
        let draft = store::draft(tx, ctx.organisation, &asked)?;
        draft.ok_or(DemarcheError::NotFound)
    });
    let draft = read.await?;
    let own = path(&slug);
    let page = Page {
        visit: &visit,
        back: Link::new(visit.say("author-back-procedure"), visit.url(&own)),
        action: visit.url(&format!("{own}/jeter")),
        version: draft.version,
    };
    Ok(Html(page.render()?))
}

pub(super) async fn discard(
    State(house): State<House>,
    Author(visit): Author,
    Path(slug): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let (ctx, read) = (visit.ctx.clone(), version(&entries));
    let (asked, own) = (slug.clone(), path(&slug));
    let left = house.store.write(move |tx| {
        act::discard_draft(&ctx, tx, &asked, read)?;
        Ok::<_, DemarcheError>(store::standing(tx, ctx.organisation, &asked)?)
    });
    // A procedure that was a draft only is gone with it.
    let published = left.await?.and_then(|standing| standing.published);
    let to = if published.is_some() { &own } else { LIST };
    Ok(done(&visit, to, "jete"))
}

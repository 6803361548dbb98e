//! Publishing a draft, once the author read what it changes.

use askama::Template;
use axum::extract::{Extension, Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use parvis_web::{Entries, EntriesExt, Errors, Form, House, Link, PageError, Visit};

use super::act;
use super::request::{Author, done, path, version};
use super::review;
use super::seen::Seen;
use super::show::{DraftSaid, draft};
use crate::catalogue::Catalogue;
use crate::error::DemarcheError;
use crate::prose::Said;
use parvis_procedure::Checked;

#[derive(Template)]
#[template(path = "author/publish.html")]
struct Page<'a> {
    visit: &'a Visit,
    title: Said,
    back: Link,
    action: String,
    version: i64,
    draft: DraftSaid,
    first: bool,
    closed: bool,
    confirm: bool,
    /// Nobody else approved it, where the organisation asks for that.
    unread: bool,
    /// Whoever looks at the page may publish it unread, with a reason.
    may_hurry: bool,
    because: String,
    longest: usize,
    errors: Errors,
}

/// A draft that is right, and what surrounds it.
struct Ready {
    seen: Seen,
    checked: Checked,
    /// Its dated facts want the word of the author.
    confirm: bool,
}

async fn ready(
    house: &House,
    visit: &Visit,
    catalogue: Catalogue,
    slug: String,
) -> Result<Ready, PageError> {
    let (ctx, asked) = (visit.ctx.clone(), slug.clone());
    let read = house
        .store
        .read(move |tx| Seen::read(&ctx, tx, &catalogue, &asked));
    let seen = read.await?;
    // What is not right any more is told by the page of the procedure.
    let Some(Ok(checked)) = seen.checked() else {
        return Err(DemarcheError::DraftChanged { slug }.into());
    };
    let asked = checked.file.to_confirm() && !visit.organisation.demonstration;
    let (ctx, text) = (visit.ctx.clone(), checked.clone());
    let confirmed = house
        .store
        .read(move |tx| crate::publish::confirmation(&ctx, tx, &text));
    Ok(Ready {
        confirm: asked && confirmed.await?.is_none(),
        seen,
        checked,
    })
}

fn page(
    visit: &Visit,
    ready: &Ready,
    entries: &Entries,
    errors: Errors,
) -> Result<Response, PageError> {
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let own = path(&ready.seen.slug);
    let standing = ready.seen.standing.as_ref();
    let page = Page {
        visit,
        title: Said::of(visit, &ready.checked.file.title),
        back: Link::new(visit.say("author-back-procedure"), visit.url(&own)),
        action: visit.url(&format!("{own}/publier")),
        version: ready.seen.draft.as_ref().map_or(0, |draft| draft.version),
        draft: draft(visit, &ready.seen, &Ok(ready.checked.clone())),
        first: ready.seen.published.is_none(),
        closed: standing.is_some_and(|standing| standing.closed_at.is_some()),
        confirm: ready.confirm,
        unread: is_unread(ready),
        may_hurry: visit.administers(),
        because: entries.first("raison").to_owned(),
        longest: review::LONGEST,
        errors,
    };
    Ok((status, Html(page.render()?)).into_response())
}

pub(super) async fn ask(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Author(visit): Author,
    Path(slug): Path<String>,
) -> Result<Response, PageError> {
    let ready = ready(&house, &visit, catalogue, slug).await?;
    page(&visit, &ready, &Entries::new(), Errors::none())
}

/// Whether the organisation asks for a second person, and none approved the draft as it is.
const fn is_unread(ready: &Ready) -> bool {
    ready.seen.second_reader && ready.seen.approval.is_none()
}

pub(super) async fn publish(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Author(visit): Author,
    Path(slug): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let ready = ready(&house, &visit, catalogue, slug.clone()).await?;
    let confirms = entries.first("confirme") == "oui";
    let hurries = entries.first("faire") == "sans-relecture" && is_unread(&ready);
    let because = entries.first("raison").to_owned();
    let mut errors = Errors::none();
    if ready.confirm && !confirms {
        errors.add("confirme", visit.say("author-publish-error-confirm"));
    }
    if hurries && (because.is_empty() || because.chars().count() > review::LONGEST) {
        errors.add("raison", visit.say("review-error-reason"));
    }
    if errors.any() {
        return page(&visit, &ready, &entries, errors);
    }
    let (ctx, checked, read) = (visit.ctx.clone(), ready.checked, version(&entries));
    let published = house.store.write(move |tx| match hurries {
        true => act::publish_unreviewed(&ctx, tx, &checked, read, confirms, &because),
        false => act::publish_draft(&ctx, tx, &checked, read, confirms),
    });
    published.await?;
    house.wake.wake();
    Ok(done(&visit, &path(&slug), "publiee"))
}

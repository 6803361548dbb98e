//! Closing a procedure, with what replaces it or why; opening it again.

use askama::Template;
use axum::extract::{Extension, Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use parvis_kernel::Ctx;
use parvis_store::Tx;
use parvis_web::{Choice, Entries, EntriesExt, Errors, Form, House, Link, PageError, Visit};

use super::act::{self, Closing};
use super::request::{Author, done, path};
use crate::catalogue::Catalogue;
use crate::error::DemarcheError;
use crate::offer::Offer;
use crate::prose::Said;
use crate::store;

/// Signs that the explanation may have.
const WORDS: usize = 1000;

#[derive(Template)]
#[template(path = "author/close.html")]
struct ClosePage<'a> {
    visit: &'a Visit,
    title: Said,
    back: Link,
    action: String,
    choices: Vec<Choice>,
    words: &'a str,
    most: usize,
    errors: Errors,
}

#[derive(Template)]
#[template(path = "author/reopen.html")]
struct ReopenPage<'a> {
    visit: &'a Visit,
    title: Said,
    back: Link,
    action: String,
}

/// The title of a procedure, and those that may replace it.
struct Around {
    title: Said,
    others: Vec<(String, Said)>,
}

fn around(
    visit: &Visit,
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    catalogue: &Catalogue,
    slug: &str,
    closed: bool,
) -> Result<Around, DemarcheError> {
    act::writes(ctx, tx)?;
    let standing = store::standing(tx, ctx.organisation, slug)?;
    let standing = standing.filter(|standing| standing.closed_at.is_some() == closed);
    let published = standing.and_then(|standing| standing.published);
    let published = published.ok_or(DemarcheError::NotFound)?;
    let revision = catalogue.revision(tx, ctx.organisation, published)?;
    let all = catalogue.list(tx, ctx.organisation)?;
    let others = all.iter().filter(|other| other.slug != slug);
    let others = others.map(|other| {
        let title = Offer::of(visit, other).title;
        (other.slug.clone(), title)
    });
    Ok(Around {
        title: Said::of(visit, &revision.file.title),
        others: others.collect(),
    })
}

async fn read(
    house: &House,
    visit: &Visit,
    catalogue: Catalogue,
    slug: &str,
    closed: bool,
) -> Result<Around, PageError> {
    let (visit, slug) = (visit.clone(), slug.to_owned());
    let read = house
        .store
        .read(move |tx| around(&visit, &visit.ctx, tx, &catalogue, &slug, closed));
    Ok(read.await?)
}

fn close_page(
    visit: &Visit,
    slug: &str,
    around: Around,
    entries: &Entries,
    errors: Errors,
) -> Result<Response, PageError> {
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let chosen = entries.first("remplacement");
    let others = around.others.into_iter().map(|(slug, title)| Choice {
        checked: slug == chosen,
        ..Choice::new(slug, title.text)
    });
    let none = Choice {
        checked: chosen == NONE,
        ..Choice::new(NONE, visit.say("author-close-none"))
    };
    let own = path(slug);
    let page = ClosePage {
        visit,
        title: around.title,
        back: Link::new(visit.say("author-back-procedure"), visit.url(&own)),
        action: visit.url(&format!("{own}/fermer")),
        choices: others.chain([none]).collect(),
        words: entries.first("explication"),
        most: WORDS,
        errors,
    };
    Ok((status, Html(page.render()?)).into_response())
}

/// No procedure replaces it: no name in addresses is made of one sign.
const NONE: &str = "-";

pub(super) async fn ask(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Author(visit): Author,
    Path(slug): Path<String>,
) -> Result<Response, PageError> {
    let around = read(&house, &visit, catalogue, &slug, false).await?;
    close_page(&visit, &slug, around, &Entries::new(), Errors::none())
}

pub(super) async fn close(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Author(visit): Author,
    Path(slug): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let around = read(&house, &visit, catalogue, &slug, false).await?;
    let errors = wrong(&visit, &around, &entries);
    if errors.any() {
        return close_page(&visit, &slug, around, &entries, errors);
    }
    let some = |name: &str| Some(entries.first(name).trim().to_owned());
    let closing = Closing {
        replacement: some("remplacement").filter(|chosen| chosen != NONE),
        words: some("explication").filter(|words| !words.is_empty()),
    };
    let (ctx, asked) = (visit.ctx.clone(), slug.clone());
    let closed = house
        .store
        .write(move |tx| act::close(&ctx, tx, &asked, &closing));
    closed.await?;
    Ok(done(&visit, &path(&slug), "fermee"))
}

fn wrong(visit: &Visit, around: &Around, entries: &Entries) -> Errors {
    let mut errors = Errors::none();
    let chosen = entries.first("remplacement");
    let words = entries.first("explication").trim();
    if chosen != NONE && !around.others.iter().any(|(slug, _)| slug == chosen) {
        errors.add("remplacement", visit.say("author-close-error-choose"));
    }
    if chosen == NONE && words.is_empty() {
        errors.add("explication", visit.say("author-close-error-words"));
    }
    if words.chars().count() > WORDS {
        errors.add("explication", visit.say("author-close-error-long"));
    }
    errors
}

pub(super) async fn ask_reopening(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Author(visit): Author,
    Path(slug): Path<String>,
) -> Result<Html<String>, PageError> {
    let around = read(&house, &visit, catalogue, &slug, true).await?;
    let own = path(&slug);
    let page = ReopenPage {
        visit: &visit,
        title: around.title,
        back: Link::new(visit.say("author-back-procedure"), visit.url(&own)),
        action: visit.url(&format!("{own}/rouvrir")),
    };
    Ok(Html(page.render()?))
}

pub(super) async fn reopen(
    State(house): State<House>,
    Author(visit): Author,
    Path(slug): Path<String>,
    Form(_): Form,
) -> Result<Response, PageError> {
    let (ctx, asked) = (visit.ctx.clone(), slug.clone());
    let reopened = house.store.write(move |tx| act::reopen(&ctx, tx, &asked));
    reopened.await?;
    Ok(done(&visit, &path(&slug), "rouverte"))
}

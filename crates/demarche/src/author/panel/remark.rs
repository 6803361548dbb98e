//! One remark: its author takes it into account or sets it aside, or erases it.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use parvis_kernel::RemarkId;
use parvis_web::{Choice, Entries, EntriesExt, Errors, Form, House, PageError, Visit};

use super::super::act::writes;
use super::super::request::{Author, done};
use super::act::{self, LONGEST};
use super::page::{RemarkSaid, label, said};
use super::page_of;
use crate::model::Remark;

#[derive(Template)]
#[template(path = "author/panel/remark.html")]
struct Page<'a> {
    visit: &'a Visit,
    errors: Errors,
    back: String,
    label: String,
    remark: RemarkSaid,
    cited: bool,
    answers: Vec<Choice>,
    words: String,
    longest: usize,
}

async fn found(
    house: &House,
    visit: &Visit,
    slug: &str,
    id: &str,
) -> Result<(RemarkId, Remark), PageError> {
    let id: RemarkId = id.parse().map_err(|_| PageError::not_found())?;
    let (ctx, slug) = (visit.ctx.clone(), slug.to_owned());
    let read = house.store.read(move |tx| {
        writes(&ctx, tx)?;
        act::own_remark(tx, ctx.organisation, &slug, id)
    });
    Ok((id, read.await?))
}

fn page(
    visit: &Visit,
    slug: &str,
    remark: &Remark,
    entries: &Entries,
    errors: Errors,
) -> Result<Response, PageError> {
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let settled = remark.settled.as_ref();
    let known = settled.map(|settled| if settled.kept { "garder" } else { "ecarter" });
    let typed = match entries.first("reponse") {
        "" => known.unwrap_or_default(),
        typed => typed,
    };
    let answer = |value: &str, key: &str, hint: &str| {
        Choice::new(value, visit.say(key))
            .hint(visit.say(hint))
            .checked(typed == value)
    };
    let words = match entries.get("mots") {
        Some(_) => entries.first("mots").to_owned(),
        None => settled.map_or_else(String::new, |settled| settled.words.clone()),
    };
    let page = Page {
        visit,
        errors,
        back: visit.url(&page_of(slug)),
        label: label(visit, remark),
        cited: remark.publication.is_some(),
        answers: vec![
            answer("garder", "panel-keep", "panel-keep-hint"),
            answer("ecarter", "panel-aside", "panel-aside-hint"),
        ],
        remark: said(visit, slug, remark),
        words,
        longest: LONGEST,
    };
    Ok((status, Html(page.render()?)).into_response())
}

pub(super) async fn show(
    State(house): State<House>,
    Author(visit): Author,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (_, remark) = found(&house, &visit, &slug, &id).await?;
    page(&visit, &slug, &remark, &Entries::new(), Errors::none())
}

pub(super) async fn settle(
    State(house): State<House>,
    Author(visit): Author,
    Path((slug, id)): Path<(String, String)>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let (id, remark) = found(&house, &visit, &slug, &id).await?;
    let (answer, words) = (entries.first("reponse"), entries.first("mots"));
    let mut errors = Errors::none();
    if !matches!(answer, "garder" | "ecarter") {
        errors.add("reponse", visit.say("panel-error-answer"));
    }
    if answer == "ecarter" && words.is_empty() {
        errors.add("mots", visit.say("panel-error-words"));
    }
    if words.chars().count() > LONGEST {
        errors.add(
            "mots",
            visit.say_with("review-error-long", &[("most", LONGEST)]),
        );
    }
    if errors.any() {
        return page(&visit, &slug, &remark, &entries, errors);
    }
    let said = (answer == "garder", words.to_owned());
    let (ctx, own) = (visit.ctx.clone(), slug.clone());
    let settled = house
        .store
        .write(move |tx| act::settle_remark(&ctx, tx, &own, id, (said.0, &said.1)));
    settled.await?;
    Ok(done(&visit, &page_of(&slug), "remarque-repondue"))
}

pub(super) async fn erase(
    State(house): State<House>,
    Author(visit): Author,
    Path((slug, id)): Path<(String, String)>,
    Form(_): Form,
) -> Result<Response, PageError> {
    let id: RemarkId = id.parse().map_err(|_| PageError::not_found())?;
    let (ctx, own) = (visit.ctx.clone(), slug.clone());
    let erased = house
        .store
        .write(move |tx| act::erase_remark(&ctx, tx, &own, id));
    erased.await?;
    Ok(done(&visit, &page_of(&slug), "remarque-effacee"))
}

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
use super::page::{RemarkSaid, label, mend_path, said};
use super::page_of;
use super::places::places;
use crate::error::DemarcheError;
use crate::model::Remark;
use crate::store;
use parvis_procedure::check;

#[derive(Template)]
#[template(path = "author/panel/remark.html")]
struct Page<'a> {
    visit: &'a Visit,
    errors: Errors,
    back: String,
    label: String,
    /// The page of the editor where its place is changed; nothing when the draft has it no more.
    mend: String,
    remark: RemarkSaid,
    cited: bool,
    answers: Vec<Choice>,
    words: String,
    longest: usize,
}

/// A remark, and where the draft says what it is about.
struct Found {
    id: RemarkId,
    remark: Remark,
    mend: String,
}

async fn found(house: &House, visit: &Visit, slug: &str, id: &str) -> Result<Found, PageError> {
    let id: RemarkId = id.parse().map_err(|_| PageError::not_found())?;
    let (ctx, asked) = (visit.ctx.clone(), slug.to_owned());
    let read = house.store.read(move |tx| {
        writes(&ctx, tx)?;
        let remark = act::own_remark(tx, ctx.organisation, &asked, id)?;
        Ok::<_, DemarcheError>((remark, store::draft(tx, ctx.organisation, &asked)?))
    });
    let (remark, draft) = read.await?;
    let checked = draft.and_then(|draft| check("demarche.yaml", &draft.source).ok());
    let all = checked.map_or_else(Vec::new, |checked| places(&checked));
    let own = all.iter().find(|place| place.name == remark.place);
    Ok(Found {
        id,
        mend: own.map_or_else(String::new, |place| visit.url(&mend_path(slug, place))),
        remark,
    })
}

fn page(
    visit: &Visit,
    slug: &str,
    found: &Found,
    entries: &Entries,
    errors: Errors,
) -> Result<Response, PageError> {
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let remark = &found.remark;
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
        mend: found.mend.clone(),
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
    let found = found(&house, &visit, &slug, &id).await?;
    page(&visit, &slug, &found, &Entries::new(), Errors::none())
}

pub(super) async fn settle(
    State(house): State<House>,
    Author(visit): Author,
    Path((slug, id)): Path<(String, String)>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let found = found(&house, &visit, &slug, &id).await?;
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
        return page(&visit, &slug, &found, &entries, errors);
    }
    let said = (answer == "garder", words.to_owned());
    let (ctx, own, id) = (visit.ctx.clone(), slug.clone(), found.id);
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

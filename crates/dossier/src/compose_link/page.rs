//! The page that makes a link.

use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use parvis_demarche::{Author, Revision};
use parvis_form::{Answers, Declined, Entries, EntryError, NoPieces, Proposed, Way, prefill};
use parvis_sources::Sources;
use parvis_web::{EntriesExt, Errors, Form, House, PageError, Roots, Visit, Wording, page};

use super::act::{LONGEST, Made, make_link, questions};
use crate::answer::fields::{self, Posted, Questions, Rendered, Shape};
use crate::desk::Desk;
use crate::error::DossierError;
use crate::model::Number;
use crate::prefill::Prefilled;
use crate::request::{DeskOf, encoded};
use crate::said::worded;
use crate::start::offered;

/// The input of the days: no question can have one of this name.
const DAYS: &str = "lien-jours";

pub(crate) fn routes() -> Router<House> {
    Router::new().route("/agent/demarches/{slug}/lien", get(show).post(send))
}

#[derive(Template)]
#[template(path = "compose_link/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    title: Wording,
    back: String,
    action: String,
    fields: Option<Rendered>,
    days: String,
    errors: Errors,
}

#[derive(Template)]
#[template(path = "compose_link/made.html")]
struct MadePage<'a> {
    visit: &'a Visit,
    title: Wording,
    back: String,
    again: String,
    about: String,
    /// The sealed link; nothing when its answers are too long for an address.
    sealed: Option<String>,
    /// The same in the clear, when nothing in it is sensitive.
    clear: Option<String>,
}

async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Author(visit): Author,
    Path(slug): Path<String>,
) -> Result<Response, PageError> {
    let revision = published(&house, &desk, slug).await?;
    let typed = Typed {
        days: "30".to_owned(),
        ..Typed::default()
    };
    shown(&visit, &desk, &revision, &typed)
}

/// What the author typed, and what is wrong with it.
#[derive(Default)]
struct Typed {
    entries: Entries,
    days: String,
    wrong: Vec<EntryError>,
    errors: Errors,
}

async fn send(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Author(visit): Author,
    Path(slug): Path<String>,
    Form(posted): Form,
) -> Result<Response, PageError> {
    let revision = published(&house, &desk, slug).await?;
    let root = Roots::new(&house.settings.public_url).of(&desk.organisation);
    let start = format!("{root}/demarches/{}/commencer", revision.slug);
    let ready = match ready(&visit, &desk, &revision, posted, &start) {
        Ok(ready) => ready,
        Err(typed) => return shown(&visit, &desk, &revision, &typed),
    };
    let (ctx, kept, given) = (visit.ctx.clone(), revision.clone(), ready.given);
    let made = house
        .store
        .write(move |tx| make_link(&ctx, tx, &kept, &given, ready.days));
    told(&visit, &revision, &start, made.await?, ready.clear)
}

/// What the link will hold.
struct Ready {
    given: Entries,
    days: u64,
    clear: Option<String>,
}

/// Reads what the author typed; what to correct when it is not right.
fn ready(
    visit: &Visit,
    desk: &Desk,
    revision: &Revision,
    posted: Entries,
    start: &str,
) -> Result<Ready, Box<Typed>> {
    let days = posted.first(DAYS).to_owned();
    let mut entries = match questions(&revision.form) {
        Some(step) => Posted::of(&step, posted).entries,
        None => Entries::new(),
    };
    entries.remove(parvis_form::ASKED_INPUT);
    let surroundings = desk.surroundings(&visit.ctx, &NoPieces);
    let read = prefill(&revision.form, &entries, Way::Sealed, &surroundings);
    let wrong = read.declined.iter().filter_map(|declined| match declined {
        Declined::Entry(error) => Some(error.clone()),
        _ => None,
    });
    let wrong: Vec<EntryError> = wrong.collect();
    let mut errors = Errors::none();
    let life = days
        .parse()
        .ok()
        .filter(|days| (1..=LONGEST).contains(days));
    if life.is_none() {
        errors.add(DAYS, visit.say("compose-link-error-days"));
    } else if read.proposed.is_empty() && wrong.is_empty() {
        errors.add(DAYS, visit.say("compose-link-error-nothing"));
    }
    let Some(life) = life.filter(|_| wrong.is_empty() && !errors.any()) else {
        return Err(Box::new(Typed {
            entries,
            days,
            wrong,
            errors,
        }));
    };
    let given = read.proposed.iter().flat_map(|own| own.entries.clone());
    let given: Entries = given.collect();
    Ok(Ready {
        clear: clear(start, &read.proposed, &given),
        given,
        days: life,
    })
}

/// The same answers in the clear, when nothing in them is sensitive.
fn clear(start: &str, proposed: &[Proposed<'_>], given: &Entries) -> Option<String> {
    if !proposed
        .iter()
        .all(|own| own.field.may_stand_in_an_address())
    {
        return None;
    }
    let pairs = given.iter().flat_map(|(name, values)| {
        let pair = move |value: &String| format!("{name}={}", encoded(value));
        values.iter().map(pair)
    });
    let pairs: Vec<String> = pairs.collect();
    Some(format!("{start}?{}", pairs.join("&")))
}

fn told(
    visit: &Visit,
    revision: &Revision,
    start: &str,
    made: Made,
    clear: Option<String>,
) -> Result<Response, PageError> {
    let own = format!("/agent/demarches/{}", revision.slug);
    let shown = MadePage {
        visit,
        title: worded(visit, &revision.file.title),
        back: visit.url(&own),
        again: visit.url(&format!("{own}/lien")),
        about: visit.say_with(
            "compose-link-sealed-text",
            &[("name", made.by), ("date", visit.day(made.until))],
        ),
        sealed: made.text.map(|text| format!("{start}?lien-scelle={text}")),
        clear,
    };
    Ok(page(&shown)?.into_response())
}

async fn published(house: &House, desk: &Desk, slug: String) -> Result<Arc<Revision>, PageError> {
    let desk = desk.clone();
    let found = house.store.read(move |tx| offered(tx, &desk, &slug));
    match found.await {
        Err(DossierError::ProcedureClosed | DossierError::MadeElsewhere) => {
            Err(PageError::not_found())
        }
        found => Ok(found?),
    }
}

fn shown(
    visit: &Visit,
    desk: &Desk,
    revision: &Revision,
    typed: &Typed,
) -> Result<Response, PageError> {
    let form = revision.form.without_conditions();
    let fields = match questions(&form) {
        None => None,
        Some(step) => Some(fields::render(
            visit,
            desk,
            &Questions {
                number: &Number::default(),
                form: &form,
                step: &step,
                answers: &Answers::default(),
                entries: Some(&typed.entries),
                errors: &typed.wrong,
                pieces: &[],
                own: false,
                anonymous: false,
                extra: &[],
                prefilled: &Prefilled::default(),
                sources: &Sources::default(),
                shape: Shape::InPlace,
            },
        )?),
    };
    let own = format!("/agent/demarches/{}", revision.slug);
    let mut errors = fields
        .as_ref()
        .map_or_else(Errors::none, |fields| fields.errors.clone());
    for error in typed.errors.list() {
        errors.add(error.name.clone(), error.message.clone());
    }
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let shown = Page {
        visit,
        title: worded(visit, &revision.file.title),
        back: visit.url(&own),
        action: visit.url(&format!("{own}/lien")),
        fields,
        days: typed.days.clone(),
        errors,
    };
    Ok((status, page(&shown)?).into_response())
}

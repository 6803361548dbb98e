//! Opening a démarche after a disaster: four answers make the draft, which is then tried and published as any other.

mod draft;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use parvis_kernel::Language;
use parvis_procedure::edit::name_after;
use parvis_web::{
    Choice, DateEntry, Entries, EntriesExt, Errors, Form, House, PageError, Visit, format,
};

use super::LIST;
use super::act::writes;
use super::editor::{Known, keep_new, known};
use super::request::{Author, done, path};
use crate::error::DemarcheError;
use crate::store;
use draft::{Crisis, day};

/// Letters of what happened, and of the places, at most: they stand in a title and in a sentence.
const LETTERS: usize = 120;

pub(super) fn routes() -> Router<House> {
    Router::new().route("/agent/nouvelle-demarche/crise", get(ask).post(open))
}

#[derive(Template)]
#[template(path = "author/crisis/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    errors: Errors,
    back: String,
    action: String,
    entries: &'a Entries,
    until: DateEntry,
    models: Vec<Choice>,
    services: Vec<Choice>,
    groups: Vec<Choice>,
}

async fn ask(State(house): State<House>, Author(visit): Author) -> Result<Response, PageError> {
    let known = known(&house, &visit).await?;
    page(&visit, &known, &Entries::new(), Errors::none())
}

fn page(
    visit: &Visit,
    known: &Known,
    entries: &Entries,
    errors: Errors,
) -> Result<Response, PageError> {
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let page = Page {
        visit,
        errors,
        back: visit.url(LIST),
        action: visit.url("/agent/nouvelle-demarche/crise"),
        entries,
        until: draft::day_typed(entries),
        models: draft::models(visit, entries.first("modele")),
        services: choices(&known.services, entries.first("service"), "service"),
        groups: choices(&known.groups, entries.first("groupe"), "group"),
    };
    Ok((status, Html(page.render()?)).into_response())
}

/// Those of the organisation; the one that the model names is chosen already, or the only one.
fn choices(known: &[(String, String)], chosen: &str, key: &str) -> Vec<Choice> {
    let own = draft::named_by_models(key);
    let choices = known.iter().map(|(slug, label)| {
        let expected = chosen.is_empty() && (known.len() == 1 || own.contains(slug));
        Choice::new(slug.clone(), label.clone()).checked(expected || slug == chosen)
    });
    choices.collect()
}

async fn open(
    State(house): State<House>,
    Author(visit): Author,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let known = known(&house, &visit).await?;
    let until = day(&entries);
    let errors = errors(
        &visit,
        &entries,
        until.is_some_and(|day| day >= visit.today()),
    );
    let (Some(until), false) = (until, errors.any()) else {
        return page(&visit, &known, &entries, errors);
    };
    let crisis = Crisis {
        model: entries.first("modele"),
        what: entries.first("quoi").trim(),
        places: entries.first("lieux").trim(),
        service: entries.first("service"),
        group: entries.first("groupe"),
        until: [
            format::date(Language::French, until),
            format::date(Language::English, until),
        ],
    };
    let base = name_after(&format!("aide {}", crisis.what), &[].into()).replace('_', "-");
    let (ctx, made) = (visit.ctx.clone(), crisis.drafts(&base)?);
    let opened = house.store.write(move |tx| {
        writes(&ctx, tx)?;
        for (slug, document) in &made {
            let begun = store::draft(tx, ctx.organisation, slug)?.is_some();
            if !begun && store::standing(tx, ctx.organisation, slug)?.is_none() {
                keep_new(&ctx, tx, slug, document)?;
                return Ok(slug.clone());
            }
        }
        Err(DemarcheError::DraftChanged {
            slug: made
                .first()
                .map(|(slug, _)| slug.clone())
                .unwrap_or_default(),
        })
    });
    Ok(done(&visit, &path(&opened.await?), "crise"))
}

fn errors(visit: &Visit, entries: &Entries, in_time: bool) -> Errors {
    let mut errors = Errors::none();
    for (name, key) in [
        ("quoi", "crisis-error-what"),
        ("lieux", "crisis-error-places"),
    ] {
        let letters = entries.first(name).trim().chars().count();
        if letters == 0 || letters > LETTERS {
            errors.add(name, visit.say(key));
        }
    }
    if draft::model(entries.first("modele")).is_none() {
        errors.add("modele", visit.say("crisis-error-model"));
    }
    if entries.first("service").is_empty() {
        errors.add("service", visit.say("editor-error-service"));
    }
    if entries.first("groupe").is_empty() {
        errors.add("groupe", visit.say("editor-error-group"));
    }
    if !in_time {
        errors.add("fin", visit.say("crisis-error-until"));
    }
    errors
}

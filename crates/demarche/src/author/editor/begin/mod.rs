//! A new procedure: from nothing, or from a file of the library.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use parvis_organisation as organisation;
use parvis_procedure::edit::{Content, Document, Operation, Path, Refused};
use parvis_procedure::{LIBRARY, is_word};
use parvis_web::{Choice, Entries, EntriesExt, Errors, Form, House, PageError, Visit};

use super::super::LIST;
use super::super::act::writes;
use super::super::request::Author;
use super::work::{go, refused};
use super::{act, outline_of};
use crate::error::DemarcheError;
use crate::store;

/// What every procedure says at first: what only its author can say is told as missing.
const NOTHING: &str = include_str!("nothing.yaml");

#[derive(Template)]
#[template(path = "author/editor/begin/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    errors: Errors,
    back: String,
    action: String,
    title: &'a str,
    slug: &'a str,
    models: Vec<Choice>,
    services: Vec<Choice>,
    groups: Vec<Choice>,
}

/// What a new procedure can point to: short names and names.
pub(in super::super) struct Known {
    pub services: Vec<(String, String)>,
    pub groups: Vec<(String, String)>,
}

pub(in super::super) async fn known(house: &House, visit: &Visit) -> Result<Known, PageError> {
    let ctx = visit.ctx.clone();
    let read = house.store.read(move |tx| {
        writes(&ctx, tx)?;
        let services = organisation::services(tx, ctx.organisation)?.into_iter();
        let services = services.filter(|(_, closed_at)| closed_at.is_none());
        let groups = organisation::groups(tx, ctx.organisation)?.into_iter();
        let groups = groups.filter(|(_, closed_at)| closed_at.is_none());
        Ok::<_, DemarcheError>(Known {
            services: services.map(|(one, _)| (one.slug, one.name)).collect(),
            groups: groups.map(|(one, _)| (one.slug, one.name)).collect(),
        })
    });
    Ok(read.await?)
}

pub(super) async fn ask(
    State(house): State<House>,
    Author(visit): Author,
) -> Result<Response, PageError> {
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
    let choices = |name: &str, known: &[(String, String)]| {
        let chosen = entries.first(name);
        let choices = known.iter().map(|(slug, label)| {
            let alone = known.len() == 1;
            Choice::new(slug.clone(), label.clone()).checked(alone || slug == chosen)
        });
        choices.collect::<Vec<_>>()
    };
    let page = Page {
        visit,
        errors,
        back: visit.url(LIST),
        action: visit.url("/agent/nouvelle-demarche/editeur"),
        title: entries.first("titre"),
        slug: entries.first("adresse"),
        models: models(visit, entries.first("modele")),
        services: choices("service", &known.services),
        groups: choices("groupe", &known.groups),
    };
    Ok((status, Html(page.render()?)).into_response())
}

/// Nothing, or one of the procedures that come with the house.
fn models(visit: &Visit, chosen: &str) -> Vec<Choice> {
    let nothing = Choice::new("", visit.say("editor-model-none")).checked(chosen.is_empty());
    let title = Path::root().child("title");
    let models = LIBRARY.iter().filter_map(|(name, text)| {
        let document = Document::read(text).ok()?;
        let label = super::outline::short(&document.words(&title), visit);
        Some(Choice::new(*name, label).checked(*name == chosen))
    });
    std::iter::once(nothing).chain(models).collect()
}

pub(super) async fn begin(
    State(house): State<House>,
    Author(visit): Author,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let known = known(&house, &visit).await?;
    let mut errors = missing(&visit, &entries);
    let slug = slug(&entries);
    if !errors.any() && !is_word(&slug) {
        errors.add("adresse", visit.say("editor-error-slug"));
    }
    if errors.any() {
        return page(&visit, &known, &entries, errors);
    }
    let document = match written(&slug, &entries) {
        Ok(document) => document,
        Err(why) => {
            errors.add("", refused(&visit, &why));
            return page(&visit, &known, &entries, errors);
        }
    };
    let (ctx, own) = (visit.ctx.clone(), slug.clone());
    let begun = house.store.write(move |tx| {
        writes(&ctx, tx)?;
        if store::standing(tx, ctx.organisation, &own)?.is_some() {
            return Err(DemarcheError::DraftChanged { slug: own.clone() });
        }
        act::edit(&ctx, tx, &own, &document, None, 0)
    });
    match begun.await {
        Ok(()) => Ok(go(&visit, &outline_of(&slug), "commence", "")),
        Err(DemarcheError::DraftChanged { .. }) => {
            errors.add("adresse", visit.say("editor-error-slug-taken"));
            page(&visit, &known, &entries, errors)
        }
        Err(error) => Err(error.into()),
    }
}

fn missing(visit: &Visit, entries: &Entries) -> Errors {
    let mut errors = Errors::none();
    for (name, key) in [
        ("titre", "editor-error-title"),
        ("service", "editor-error-service"),
        ("groupe", "editor-error-group"),
    ] {
        if entries.first(name).is_empty() {
            errors.add(name, visit.say(key));
        }
    }
    errors
}

/// The name in addresses: what was typed, or made from the title.
fn slug(entries: &Entries) -> String {
    match entries.first("adresse") {
        "" => {
            let name = parvis_procedure::edit::name_after(entries.first("titre"), &[].into());
            name.replace('_', "-")
        }
        typed => typed.to_owned(),
    }
}

fn written(slug: &str, entries: &Entries) -> Result<Document, Refused> {
    let model = entries.first("modele");
    let found = LIBRARY.iter().find(|(name, _)| *name == model);
    let text = found.map_or(NOTHING, |(_, text)| *text);
    let document = Document::read(text)?;
    let set = |key: &str, text: &str| Operation::Set {
        path: Path::root().child(key),
        content: Content::text(text),
    };
    let text = document.edited_by(&[
        set("slug", slug),
        set("title", entries.first("titre")),
        set("service", entries.first("service")),
        set("group", entries.first("groupe")),
    ])?;
    Document::read(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_procedure_can_be_read_and_tells_only_what_its_author_must_say() {
        let document = Document::read(NOTHING).unwrap();
        let problems = parvis_procedure::check("nothing.yaml", NOTHING).unwrap_err();
        for problem in &problems {
            let missing =
                problem.message.ends_with("is missing") || problem.message == "the step is empty";
            assert!(missing, "{problem}");
        }
        assert_eq!(document.items(&Path::root().child("steps")).len(), 1);
    }
}

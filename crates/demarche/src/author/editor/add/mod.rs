//! Adding a step, a question, a block or an explanation: its words first, the rest on its page.

use askama::Template;
use axum::extract::{Extension, Path as Address, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use parvis_procedure::edit::{Content, Document, Operation, Path, name_after};
use parvis_web::{Choice, Entries, EntriesExt, Errors, Form, House, PageError, Visit};
use serde::Deserialize;

use super::super::request::Author;
use super::work::{Work, answer, go};
use super::{kinds, outline_of, part_of};
use crate::catalogue::Catalogue;

/// Where something is added.
#[derive(Deserialize)]
pub(super) struct Inside {
    dans: Option<String>,
}

#[derive(Template)]
#[template(path = "author/editor/add/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    errors: Errors,
    title: &'a str,
    outline: String,
    action: String,
    version: i64,
    into: String,
    french: &'a str,
    english: &'a str,
    label: &'a str,
    label_hint: &'a str,
    /// What can be added; nothing when there is no choice.
    what: Vec<Choice>,
    kinds: Vec<Choice>,
}

/// What a list can hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    Steps,
    Elements,
    Fields,
}

fn holds(document: &Document, path: &Path) -> Option<Holds> {
    let holder = path.parent();
    let found = match path.last()? {
        "steps" if holder == Path::root() => Holds::Steps,
        "elements" => Holds::Elements,
        "fields" => Holds::Fields,
        _ => return None,
    };
    document.has(&holder).then_some(found)
}

pub(super) async fn ask(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Author(visit): Author,
    Address(slug): Address<String>,
    Query(into): Query<Inside>,
) -> Result<Response, PageError> {
    let work = Work::open(&house, &visit, catalogue, &slug).await?;
    let into = into.dans.unwrap_or_default();
    page(&visit, &work, &into, &Entries::new(), Errors::none())
}

fn page(
    visit: &Visit,
    work: &Work,
    into: &str,
    entries: &Entries,
    errors: Errors,
) -> Result<Response, PageError> {
    let slug = &work.seen.slug;
    let Ok(document) = &work.document else {
        return Ok(go(visit, &outline_of(slug), "", ""));
    };
    let path: Path = into.parse().map_err(|_| PageError::not_found())?;
    let holds = holds(document, &path).ok_or_else(PageError::not_found)?;
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let say = |key| visit.say(key);
    let (title, label, hint) = match holds {
        Holds::Steps => (
            "editor-add-step",
            "editor-add-step-title",
            "editor-add-step-hint",
        ),
        Holds::Elements => (
            "editor-add-element",
            "editor-add-words",
            "editor-add-words-hint",
        ),
        Holds::Fields => (
            "editor-add-field",
            "editor-ask-label",
            "editor-ask-label-hint",
        ),
    };
    let asked = entries.first("quoi");
    let what = |value: &'static str, words| Choice::new(value, say(words)).checked(asked == value);
    let page = Page {
        visit,
        errors,
        title: say(title),
        outline: visit.url(&outline_of(slug)),
        action: visit.url(&format!("{}/ajouter", outline_of(slug))),
        version: work.version,
        into: path.to_string(),
        french: entries.first("libelle.fr"),
        english: entries.first("libelle.en"),
        label: say(label),
        label_hint: say(hint),
        what: match holds {
            Holds::Elements => vec![
                what("question", "editor-what-field"),
                what("explication", "editor-what-explanation"),
                what("titre", "editor-what-heading"),
                what("bloc", "editor-what-block"),
            ],
            _ => Vec::new(),
        },
        kinds: match holds {
            Holds::Steps => Vec::new(),
            _ => {
                let asked = entries.first("kind");
                let kinds = kinds::KINDS.iter();
                let kinds = kinds.map(|line| {
                    Choice::new(line.term, say(line.words)).checked(line.term == asked)
                });
                kinds.collect()
            }
        },
    };
    Ok((status, Html(page.render()?)).into_response())
}

pub(super) async fn add(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Author(visit): Author,
    Address(slug): Address<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let work = Work::open(&house, &visit, catalogue, &slug).await?;
    let into = entries.first("dans");
    let Ok(document) = &work.document else {
        return Ok(go(&visit, &outline_of(&slug), "", ""));
    };
    let path: Path = into.parse().map_err(|_| PageError::not_found())?;
    let holds = holds(document, &path).ok_or_else(PageError::not_found)?;
    let errors = missing(&visit, holds, &entries);
    if errors.any() {
        return page(&visit, &work, into, &entries, errors);
    }
    let (name, content) = content(document, holds, &entries);
    let at = document.items(&path).len();
    let operation = Operation::Insert {
        list: path.clone(),
        at,
        content,
    };
    let own = path.child(name.unwrap_or_else(|| at.to_string()));
    let (to, anchor) = match holds {
        Holds::Steps => (outline_of(&slug), own.to_string()),
        _ => (part_of(&slug, &own), String::new()),
    };
    let kept = go(&visit, &to, "ajoute", &anchor);
    let asked = (&entries, &[operation][..]);
    answer(&house, &visit, &work, asked, kept, |why| {
        let mut errors = Errors::none();
        errors.add("", why);
        page(&visit, &work, into, &entries, errors)
    })
    .await
}

fn missing(visit: &Visit, holds: Holds, entries: &Entries) -> Errors {
    let mut errors = Errors::none();
    let what = entries.first("quoi");
    if holds == Holds::Elements && !["question", "explication", "titre", "bloc"].contains(&what) {
        errors.add("quoi", visit.say("editor-error-what"));
    }
    if entries.first("libelle.fr").is_empty() {
        errors.add("libelle.fr", visit.say("editor-error-words"));
    }
    let is_field = holds == Holds::Fields || (holds == Holds::Elements && what == "question");
    if is_field && kinds::of(entries.first("kind")).is_none() {
        errors.add("kind", visit.say("editor-error-kind"));
    }
    errors
}

/// What is added, and its name when it has one.
fn content(document: &Document, holds: Holds, entries: &Entries) -> (Option<String>, Content) {
    let french = entries.first("libelle.fr").to_owned();
    let english = entries.first("libelle.en").to_owned();
    let versions = [
        ("fr".to_owned(), french.clone()),
        ("en".to_owned(), english),
    ];
    let versions = versions.into_iter().filter(|(_, words)| !words.is_empty());
    let words = Content::words(versions.collect());
    let entry = |key: &str, content: Content| (key.to_owned(), content);
    let empty = || Content::List(Vec::new());
    let (name, parts) = match (holds, entries.first("quoi")) {
        (Holds::Steps, _) => {
            let name = name_after(&french, &document.step_names());
            let parts = vec![
                entry("step", Content::text(&name)),
                entry("title", words),
                entry("elements", empty()),
            ];
            (Some(name), parts)
        }
        (Holds::Elements, "explication") => (None, vec![entry("explanation", words)]),
        (Holds::Elements, "titre") => (None, vec![entry("heading", words)]),
        (Holds::Elements, "bloc") => {
            let name = name_after(&french, &document.field_names());
            let parts = vec![
                entry("block", Content::text(&name)),
                entry("title", words),
                entry("fields", empty()),
            ];
            (Some(name), parts)
        }
        _ => {
            let name = name_after(&french, &document.field_names());
            let parts = vec![
                entry("field", Content::text(&name)),
                entry("kind", Content::text(entries.first("kind"))),
                entry("label", words),
            ];
            (Some(name), parts)
        }
    };
    (name, Content::Map(parts))
}

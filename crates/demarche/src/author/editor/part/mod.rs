//! The page of one part: a step, a question, a block, an explanation, a heading, an answer that leads to others, or what the file says of
//! the procedure.

mod about;
mod change;
mod preview;
mod silence;
mod view;

use askama::Template;
use axum::extract::{Extension, Path as Address, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use parvis_procedure::edit::{Document, Operation, Path};
use parvis_web::{Entries, EntriesExt, Errors, Form, House, PageError, Visit, headers};

use super::super::request::{Author, Done, path as own_path};
use super::condition::Questions;
use super::controls::{Note, Shown, Typed};
use super::findings::{Found, found};
use super::work::{Work, answer, go, id};
use super::{condition_of, outline_of, part_of};
use crate::catalogue::Catalogue;
use about::{About, about};
use preview::Preview;
use silence::Silence;
use view::{Named, SectionShown, named, note, sections, title, told};

pub(super) use change::button;

#[derive(Template)]
#[template(path = "author/editor/part/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    notice: Option<&'static str>,
    errors: Errors,
    /// How many things of the page are to mend, and where the first is.
    wrong: usize,
    first_wrong: String,
    caption: String,
    title: String,
    outline: String,
    action: String,
    text_href: String,
    line: usize,
    version: i64,
    sections: Vec<SectionShown>,
    named: Option<Named>,
    /// What the linter says of it.
    found: &'a [Found],
    /// What was typed to keep one of them.
    keeping: Keeping,
    preview: Preview,
}

/// A reason that was typed and does not say why.
#[derive(Default)]
struct Keeping {
    number: usize,
    reason: String,
    error: String,
}

/// What is told at the top of the page.
#[derive(Default)]
struct Said {
    notice: Option<&'static str>,
    /// Why what was asked is not done.
    wrong: Option<String>,
    keeping: Keeping,
}

pub(super) async fn show(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Author(visit): Author,
    Address((slug, rest)): Address<(String, String)>,
    Done(notice): Done,
) -> Result<Response, PageError> {
    let work = Work::open(&house, &visit, catalogue, &slug).await?;
    let said = Said {
        notice,
        ..Said::default()
    };
    page(&visit, &work, &rest, said)
}

fn page(visit: &Visit, work: &Work, rest: &str, said: Said) -> Result<Response, PageError> {
    let slug = &work.seen.slug;
    let Ok(document) = &work.document else {
        // The outline says why nothing can be changed here.
        return Ok(go(visit, &outline_of(slug), "", ""));
    };
    let (about, path) = about(document, rest).ok_or_else(PageError::not_found)?;
    let noted = work.noted(visit);
    let found = of_page(found(visit, work), about, &path, rest);
    let shown = Shown {
        visit,
        document,
        noted: &noted,
        found: &found,
        parts: visit.url(&format!("{}/partie", outline_of(slug))),
        services: &work.seen.services,
        groups: &work.seen.groups,
    };
    let mut sections = sections(&shown, about, &path);
    if about.takes_condition() {
        let own = path.child("if");
        let name = id(&own.to_string());
        note(&mut sections, &name, condition(visit, document, slug, &own));
    }
    let named = named(&shown, about, &path);
    let mut errors = Errors::none();
    let mut to_mend = Errors::none();
    let all = sections.iter().flat_map(|section| &section.controls);
    for control in all.chain(named.iter().flat_map(|named| &named.controls)) {
        told(control, &mut to_mend);
    }
    let own = noted.iter().filter(|noted| noted.path == path);
    for noted in own.filter(|_| !matches!(about, About::File(..))) {
        errors.add("", noted.said.clone());
    }
    let Said {
        notice,
        wrong,
        keeping,
    } = said;
    let refused = wrong.is_some() || !keeping.error.is_empty();
    if let Some(wrong) = wrong {
        errors.add("", wrong);
    }
    if !keeping.error.is_empty() {
        errors.add(format!("raison-{}", keeping.number), keeping.error.clone());
    }
    let first_wrong = to_mend.list().first().map(|error| error.name.clone());
    let page = Page {
        visit,
        notice,
        errors,
        wrong: to_mend.list().len(),
        first_wrong: first_wrong.unwrap_or_default(),
        caption: visit.say(about.caption()).to_owned(),
        title: title(&shown, about, &path),
        outline: visit.url(&outline_of(slug)),
        action: visit.url(&part_of(slug, rest)),
        text_href: visit.url(&format!("{}/texte", own_path(slug))),
        line: match about {
            About::File(..) => 0,
            _ => document.line_of(&path),
        },
        version: work.version,
        sections,
        named,
        found: &found,
        keeping,
        preview: Preview::of(visit, work, about, &path),
    };
    let status = match refused {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    Ok((status, headers::framing(), Html(page.render()?)).into_response())
}

/// The findings that this page tells.
fn of_page(found: Vec<Found>, about: About, path: &Path, rest: &str) -> Vec<Found> {
    let own = found.into_iter().filter(|found| match about {
        About::File(..) => found.is_of_file(rest),
        _ => found.concerns(path),
    });
    own.collect()
}

/// The condition in words, and the page where it is chosen.
fn condition(visit: &Visit, document: &Document, slug: &str, own: &Path) -> Note {
    let said = Questions::of(document, visit).said(visit, document.word(own));
    Note {
        said: said
            .map(|said| visit.say_with("editor-condition-said", &[("said", said)]))
            .unwrap_or_default(),
        words: visit.say("editor-condition-build").to_owned(),
        href: visit.url(&condition_of(slug, &own.parent().to_string())),
    }
}

pub(super) async fn change(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Author(visit): Author,
    Address((slug, rest)): Address<(String, String)>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let work = Work::open(&house, &visit, catalogue, &slug).await?;
    let Ok(document) = &work.document else {
        return Ok(go(&visit, &outline_of(&slug), "", ""));
    };
    let typed_on = work.typed_on(&house, &visit, &entries).await?;
    let typed_on = typed_on.as_ref().unwrap_or(document);
    let (about, path) = about(typed_on, &rest).ok_or_else(PageError::not_found)?;
    let (operations, lands, done) = match silence::asked(typed_on, &entries) {
        Some(Silence::Unreasoned) => {
            let keeping = Keeping::unreasoned(&visit, &entries);
            let said = Said {
                keeping,
                ..Said::default()
            };
            return page(&visit, &work, &rest, said);
        }
        Some(Silence::Written(operation)) => (vec![operation], path, "tu"),
        None => {
            let (operations, lands) = change::operations(typed_on, about, &path, &entries);
            (operations, lands, "change")
        }
    };
    let to = match about {
        About::File(..) => part_of(&slug, &rest),
        _ => part_of(&slug, lands),
    };
    let kept = go(&visit, &to, done, &anchor(&operations, &entries));
    let again = |why| {
        let said = Said {
            wrong: Some(why),
            ..Said::default()
        };
        page(&visit, &work, &rest, said)
    };
    answer(&house, &visit, &work, (&entries, &operations), kept, again).await
}

/// Where the page stands once a button of a row was pressed.
fn anchor(operations: &[Operation], entries: &Entries) -> String {
    let button = entries.first("faire").split_once(':');
    match (operations, button) {
        ([], _) | (_, None) => String::new(),
        (_, Some((_, path))) => id(path),
    }
}

impl Keeping {
    fn unreasoned(visit: &Visit, entries: &Entries) -> Self {
        Self {
            number: entries.first("constat").parse().unwrap_or_default(),
            reason: silence::reason(entries).to_owned(),
            error: visit.say("editor-error-reason").to_owned(),
        }
    }
}

//! The outline of a procedure: what it says, its steps, their questions, and the buttons that order them.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Extension, Path as Address, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use parvis_procedure::edit::{Document, Item, Operation, Path, Words};
use parvis_web::{EntriesExt, Errors, Form, House, PageError, Visit};

use super::super::act::writes;
use super::super::request::{Author, Done, path as own_path, version};
use super::asked::FILES;
use super::condition::Questions;
use super::findings::{Found, Mark, found, mark};
use super::part::button;
use super::problems::Noted;
use super::work::{Work, answer, go, id, refused};
use super::{act, kinds, outline_of, part_of};
use crate::catalogue::Catalogue;
use crate::error::DemarcheError;

/// Letters of a title in a list.
const LETTERS: usize = 90;

#[derive(Template)]
#[template(path = "author/editor/outline/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    notice: Option<&'static str>,
    errors: Errors,
    title: String,
    own: String,
    action: String,
    add: String,
    add_step: String,
    version: i64,
    undo: bool,
    redo: bool,
    files: Vec<FileLine>,
    /// The page of what people said of it.
    panel: String,
    steps: Vec<Part>,
    wrong: usize,
    mark: Mark,
    readable: bool,
}

/// A group of what the file says of the procedure.
struct FileLine {
    title: String,
    href: String,
    wrong: usize,
    mark: Mark,
}

/// A step, a question, a block, an explanation.
struct Part {
    id: String,
    path: String,
    title: String,
    href: String,
    what: String,
    optional: bool,
    condition: String,
    /// The condition in words, when it is made of choices.
    said: String,
    wrong: Vec<String>,
    mark: Mark,
    first: bool,
    last: bool,
    /// Where something can be added inside; nothing when it holds nothing.
    inside: String,
    parts: Vec<Part>,
    /// What names it for those who say something of it in a panel.
    place: String,
    /// Their remarks that nobody answered, in words; nothing when there is none.
    remarks: String,
}

pub(super) async fn show(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Author(visit): Author,
    Address(slug): Address<String>,
    Done(notice): Done,
) -> Result<Response, PageError> {
    let work = Work::open(&house, &visit, catalogue, &slug).await?;
    page(&visit, &work, notice, None)
}

fn page(
    visit: &Visit,
    work: &Work,
    notice: Option<&'static str>,
    wrong: Option<String>,
) -> Result<Response, PageError> {
    let slug = &work.seen.slug;
    let mut errors = Errors::none();
    let noted = work.noted(visit);
    let found = found(visit, work);
    let wrong = wrong.or_else(|| work.document.as_ref().err().map(|why| refused(visit, why)));
    let status = match wrong.is_some() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    if let Some(wrong) = wrong {
        errors.add("", wrong);
    }
    let mut steps = match &work.document {
        Ok(document) => {
            let outline = Outline {
                visit,
                slug,
                document,
                noted: &noted,
                found: &found,
                questions: Questions::of(document, visit),
            };
            outline.parts(&Path::root().child("steps"))
        }
        Err(_) => Vec::new(),
    };
    tell(visit, &mut steps, &work.seen.remarks);
    let title = |document: &Document| short(&document.words(&Path::root().child("title")), visit);
    let page = Page {
        visit,
        notice,
        errors,
        title: work.document.as_ref().map_or_else(|_| slug.clone(), title),
        own: visit.url(&own_path(slug)),
        action: visit.url(&outline_of(slug)),
        add: visit.url(&format!("{}/ajouter", outline_of(slug))),
        add_step: visit.url(&format!("{}/ajouter?dans=steps", outline_of(slug))),
        version: work.version,
        undo: work.history.undo,
        redo: work.history.redo,
        files: files(visit, slug, &noted, &found),
        panel: visit.url(&format!("{}/panel", own_path(slug))),
        mark: mark(found.iter()),
        steps,
        wrong: if work.document.is_ok() {
            noted.len()
        } else {
            work.problems.len()
        },
        readable: work.document.is_ok(),
    };
    Ok((status, Html(page.render()?)).into_response())
}

fn files(visit: &Visit, slug: &str, noted: &[Noted], found: &[Found]) -> Vec<FileLine> {
    let lines = FILES.iter().map(|file| {
        let own = noted.iter().filter(|noted| {
            let top = noted.path.parts().first();
            top.is_some_and(|top| file.asks(top))
        });
        FileLine {
            title: visit.say(file.words).to_owned(),
            href: visit.url(&part_of(slug, file.part)),
            wrong: own.count(),
            mark: mark(found.iter().filter(|found| found.is_of_file(file.part))),
        }
    });
    lines.collect()
}

/// What the outline is made from.
struct Outline<'a> {
    visit: &'a Visit,
    slug: &'a str,
    document: &'a Document,
    noted: &'a [Noted],
    found: &'a [Found],
    questions: Questions,
}

impl Outline<'_> {
    fn parts(&self, list: &Path) -> Vec<Part> {
        let items = self.document.items(list);
        let last = items.len().saturating_sub(1);
        items.iter().map(|item| self.part(item, last)).collect()
    }

    fn part(&self, item: &Item, last: usize) -> Part {
        let (visit, document) = (self.visit, self.document);
        let has = |key: &str| item.keys.iter().any(|own| own == key);
        let kind = document.word(&item.path.child("kind"));
        let (label, what, inside) = match () {
            () if has("step") => ("title", "", "elements"),
            () if has("block") => ("title", visit.say("editor-block"), "fields"),
            () if has("explanation") => ("explanation", visit.say("editor-explanation"), ""),
            () if has("heading") => ("heading", visit.say("editor-heading"), ""),
            () => {
                let words = kinds::of(kind).map(|line| visit.say(line.words));
                ("label", words.unwrap_or(kind), "")
            }
        };
        let inner = match inside {
            "" => Vec::new(),
            inside => self.parts(&item.path.child(inside)),
        };
        let own = |noted: &&Noted| {
            let deeper = [item.path.child("elements"), item.path.child("fields")];
            let is_inner = deeper.iter().any(|inner| noted.path.is_within(inner));
            noted.path.is_within(&item.path) && !is_inner
        };
        let condition = document.word(&item.path.child("if"));
        Part {
            id: id(&item.path.to_string()),
            path: item.path.to_string(),
            title: short(&document.words(&item.path.child(label)), visit),
            href: visit.url(&part_of(self.slug, &item.path)),
            what: what.to_owned(),
            optional: document.flag(&item.path.child("optional")) == Some(true),
            condition: condition.to_owned(),
            said: self.questions.said(visit, condition).unwrap_or_default(),
            wrong: self
                .noted
                .iter()
                .filter(own)
                .map(|noted| noted.said.clone())
                .collect(),
            mark: mark(self.found.iter().filter(|found| found.concerns(&item.path))),
            first: item.index == 0,
            last: item.index == last,
            inside: match inside {
                "" => String::new(),
                inside => item.path.child(inside).to_string(),
            },
            parts: inner,
            place: place(document, &item.path),
            remarks: String::new(),
        }
    }
}

/// What names a step or a question for those who say something of it.
fn place(document: &Document, path: &Path) -> String {
    let word = |key: &str| document.word(&path.child(key)).to_owned();
    match (word("step"), word("field"), word("block")) {
        (step, ..) if !step.is_empty() => format!("etape/{step}"),
        (_, field, _) if !field.is_empty() => format!("question/{field}"),
        (.., block) if !block.is_empty() => format!("question/{block}"),
        _ => String::new(),
    }
}

/// Tells beside each part how many remarks wait for an answer.
fn tell(visit: &Visit, parts: &mut [Part], remarks: &BTreeMap<String, i64>) {
    for part in parts {
        if let Some(count) = remarks.get(&part.place) {
            part.remarks = visit.say_with("panel-show-count", &[("count", count)]);
        }
        tell(visit, &mut part.parts, remarks);
    }
}

/// Words in the language of the page, on one line; what is not said yet is told.
pub(in super::super) fn short(words: &Words, visit: &Visit) -> String {
    let own = words.in_language(visit.language.tag());
    let own = if own.is_empty() {
        words.in_language("fr")
    } else {
        own
    };
    let line = own.lines().next().unwrap_or_default();
    match line {
        "" => visit.say("editor-untitled").to_owned(),
        line if line.chars().count() > LETTERS => {
            let cut: String = line.chars().take(LETTERS).collect();
            format!("{cut}…")
        }
        line => line.to_owned(),
    }
}

/// A button of the outline: order, copy, removal, and back in time.
pub(super) async fn change(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Author(visit): Author,
    Address(slug): Address<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let travelled = match entries.first("faire") {
        "annuler" => Some((-1, "annule")),
        "retablir" => Some((1, "retabli")),
        _ => None,
    };
    if let Some((steps, said)) = travelled {
        let (ctx, own, read) = (visit.ctx.clone(), slug.clone(), version(&entries));
        let written = house.store.write(move |tx| {
            writes(&ctx, tx)?;
            act::travel(&ctx, tx, &own, read, steps)?;
            Ok::<_, DemarcheError>(())
        });
        written.await?;
        return Ok(go(&visit, &outline_of(&slug), said, ""));
    }
    let work = Work::open(&house, &visit, catalogue, &slug).await?;
    let Some(operation) = button(&entries) else {
        return Err(PageError::not_found());
    };
    let said = match operation {
        Operation::Remove { .. } => "retire",
        _ => "change",
    };
    let anchor = anchor(&work, &operation);
    let kept = go(&visit, &outline_of(&slug), said, &anchor);
    let asked = (&entries, &[operation][..]);
    let again = |why| page(&visit, &work, None, Some(why));
    answer(&house, &visit, &work, asked, kept, again).await
}

/// Where the page stands once something moved: where it went.
fn anchor(work: &Work, operation: &Operation) -> String {
    let path = match operation {
        Operation::Raise { path } | Operation::Lower { path } | Operation::Duplicate { path } => {
            path.clone()
        }
        Operation::Move { path, list, at } => {
            let name = path.last().filter(|name| name.parse::<usize>().is_err());
            return match name {
                Some(name) => list.child(name).to_string(),
                None => list.child(at).to_string(),
            };
        }
        _ => return String::new(),
    };
    let named = path
        .last()
        .is_some_and(|part| part.parse::<usize>().is_err());
    match (&work.document, named) {
        (Ok(document), true) => document.named(&path).to_string(),
        _ => path.parent().parent().to_string(),
    }
}

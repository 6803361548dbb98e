//! What changed in a procedure, revision by revision, and what each one answers of what people said of it.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Extension, Path, State};
use axum::response::Html;
use parvis_kernel::{Ctx, RevisionId};
use parvis_store::Tx;
use parvis_web::{House, Link, PageError, Visit};

use crate::author;
use crate::catalogue::Catalogue;
use crate::error::DemarcheError;
use crate::model::{Citation, Revision};
use crate::prose::Said;
use crate::store;
use parvis_procedure::is_word;

/// Revisions that the page tells: the latest.
const TOLD: usize = 20;

#[derive(Template)]
#[template(path = "changes/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    links: Vec<Link>,
    title: Said,
    revisions: Vec<RevisionSaid>,
}

struct RevisionSaid {
    name: String,
    published: String,
    /// What it changed.
    changes: Vec<String>,
    /// What is said of one that has none before it here; nothing for the others.
    alone: &'static str,
    answers: Vec<AnswerSaid>,
}

/// What a revision answers, as pages tell it.
pub(crate) struct AnswerSaid {
    /// The question, and how many remarks.
    pub about: String,
    /// What changes, in the words of the author.
    pub words: String,
}

/// What a revision answers of what people said.
pub(crate) fn answers(
    visit: &Visit,
    citations: &[Citation],
    revision: RevisionId,
) -> Vec<AnswerSaid> {
    let own = citations.iter().filter(|own| own.revision == revision);
    let said = own.map(|own| {
        let count = visit.say_with("panel-answers-count", &[("count", own.remarks)]);
        let values = [("label", own.label.as_str()), ("count", count.as_str())];
        AnswerSaid {
            about: visit.say_with("changes-answer", &values),
            words: own.words.clone(),
        }
    });
    said.collect()
}

/// The revisions of a procedure that is offered, the latest first, each with the one before it.
struct Read {
    revisions: Vec<Arc<Revision>>,
    citations: Vec<Citation>,
}

fn read(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    catalogue: &Catalogue,
    slug: &str,
) -> Result<Read, DemarcheError> {
    if !is_word(slug) {
        return Err(DemarcheError::NotFound);
    }
    let standing = store::standing(tx, ctx.organisation, slug)?;
    let offered = standing.filter(|own| own.published.is_some() && own.closed_at.is_none());
    let procedure = offered.ok_or(DemarcheError::NotFound)?.procedure;
    let editions = store::editions(tx, ctx.organisation, procedure)?;
    let mut revisions = Vec::new();
    for edition in editions.iter().take(TOLD + 1) {
        revisions.push(catalogue.revision(tx, ctx.organisation, edition.id)?);
    }
    Ok(Read {
        revisions,
        citations: store::citations(tx, ctx.organisation, procedure)?,
    })
}

pub(crate) async fn show(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Path(slug): Path<String>,
    visit: Visit,
) -> Result<Html<String>, PageError> {
    let (ctx, asked) = (visit.ctx.clone(), slug.clone());
    let read = house
        .store
        .read(move |tx| read(&ctx, tx, &catalogue, &asked));
    let read = read.await?;
    let latest = read.revisions.first().ok_or_else(PageError::not_found)?;
    let title = Said::of(&visit, &latest.file.title);
    let told = read.revisions.iter().enumerate().take(TOLD);
    let told = told.map(|(at, revision)| {
        let before = read.revisions.get(at + 1);
        RevisionSaid {
            name: visit.say_with("changes-revision", &[("number", revision.number)]),
            published: visit.day(revision.published_at),
            changes: before
                .map_or_else(Vec::new, |before| author::changes(&visit, before, revision)),
            alone: match (before, revision.number) {
                (Some(_), _) => "",
                (None, 1) => "changes-first",
                (None, _) => "changes-oldest",
            },
            answers: answers(&visit, &read.citations, revision.id),
        }
    });
    let page = Page {
        visit: &visit,
        links: vec![
            Link::new(visit.say("layout-home"), visit.url("/")),
            Link::new(visit.say("procedure-list-title"), visit.url("/demarches")),
            Link::new(&title.text, visit.url(&format!("/demarches/{slug}"))),
        ],
        revisions: told.collect(),
        title,
    };
    Ok(Html(page.render()?))
}

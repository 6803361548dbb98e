//! The presentation of a procedure: all that a person should know before they begin.

mod closed;

use std::sync::Arc;

use askama::Template;
use axum::extract::{Extension, Path, State};
use axum::response::{Html, IntoResponse, Response};
use parvis_kernel::OrganisationId;
use parvis_law::{EffectKind, SilenceEffect, Value};
use parvis_organisation::{self as organisation, Service};
use parvis_store::Tx;
use parvis_web::{House, Link, PageError, Visit};

use crate::catalogue::Catalogue;
use crate::error::DemarcheError;
use crate::file::{Cost, DoorKind, Paper, ProcedureFile, is_word};
use crate::model::Revision;
use crate::prose::{Passage, Said};
use crate::{retention, store};
use closed::Gone;

#[derive(Template)]
#[template(path = "presentation/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    /// The way back of an author who reads their draft.
    preview: Option<String>,
    links: Vec<Link>,
    slug: &'a str,
    title: Said,
    summary: Said,
    start: String,
    facts: Vec<Fact>,
    who_for: Said,
    what_you_get: Said,
    papers: Vec<PaperSaid>,
    silence: Silence,
    doors: Vec<Fact>,
    data: String,
    sources: Vec<SourceSaid>,
    service: Service,
}

/// A short question and its answer.
struct Fact {
    key: String,
    said: Said,
}

struct PaperSaid {
    name: Said,
    hint: Option<Said>,
}

struct SourceSaid {
    title: Said,
    date: String,
}

struct Silence {
    words: Said,
    legal_basis: Option<Said>,
}

/// How a draft is shown to its author: where its first step is, and the way back.
pub(crate) struct Preview {
    pub start: String,
    pub back: String,
}

/// A procedure that is offered, or that closed.
enum Found {
    Open(Arc<Revision>, Service),
    Closed(Box<Gone>),
}

pub(crate) async fn show(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Path(slug): Path<String>,
    visit: Visit,
) -> Result<Response, PageError> {
    let organisation = visit.organisation.id;
    let found = house
        .store
        .read(move |tx| find(tx, &catalogue, organisation, &slug));
    match found.await? {
        Found::Open(revision, service) => {
            Ok(Html(rendered(&visit, &revision, service, None)?).into_response())
        }
        Found::Closed(gone) => closed::page(&visit, *gone),
    }
}

fn find(
    tx: &mut Tx<'_>,
    catalogue: &Catalogue,
    organisation: OrganisationId,
    slug: &str,
) -> Result<Found, DemarcheError> {
    if let Some(revision) = catalogue.published(tx, organisation, slug)? {
        let service = organisation::service(tx, organisation, revision.service)?;
        return Ok(Found::Open(revision, service));
    }
    let closed = match is_word(slug) {
        true => store::closed_by_slug(tx, organisation, slug)?,
        false => None,
    };
    let closed = closed.ok_or(DemarcheError::NotFound)?;
    let revision = catalogue.revision(tx, organisation, closed.revision)?;
    let replacement = match &closed.replacement {
        Some(slug) => catalogue.published(tx, organisation, slug)?,
        None => None,
    };
    let service = organisation::service(tx, organisation, revision.service)?;
    Ok(Found::Closed(Box::new(Gone {
        closed,
        revision,
        replacement,
        service,
    })))
}

/// The presentation of a revision; that of a draft says that it is one.
pub(crate) fn rendered(
    visit: &Visit,
    revision: &Revision,
    service: Service,
    preview: Option<Preview>,
) -> Result<String, PageError> {
    let file = &revision.file;
    let said = |text| Said::of(text, visit.language);
    let (start, preview) = match preview {
        Some(preview) => (preview.start, Some(preview.back)),
        None => (format!("/demarches/{}/commencer", revision.slug), None),
    };
    let page = Page {
        visit,
        preview,
        links: vec![
            Link::new(visit.say("layout-home"), visit.url("/")),
            Link::new(visit.say("procedure-list-title"), visit.url("/demarches")),
        ],
        slug: &revision.slug,
        title: said(&file.title),
        summary: said(&file.summary),
        start,
        facts: facts(visit, file),
        who_for: said(&file.who_for),
        what_you_get: said(&file.what_you_get),
        papers: file
            .papers
            .iter()
            .map(|paper| paper_said(visit, paper))
            .collect(),
        silence: silence(visit, file),
        doors: doors(visit, file),
        data: data(visit, file),
        sources: sources(visit, file),
        service,
    };
    Ok(page.render()?)
}

fn facts(visit: &Visit, file: &ProcedureFile) -> Vec<Fact> {
    let minutes = visit.say_with("procedure-minutes", &[("minutes", file.minutes)]);
    let identity = if file.is_anonymous_allowed() {
        "procedure-anonymous"
    } else {
        "procedure-identified"
    };
    vec![
        fact(visit, "procedure-time", plain(minutes)),
        fact(visit, "procedure-cost", cost(visit, &file.cost)),
        fact(
            visit,
            "procedure-delay",
            Said::of(&file.delay.words, visit.language),
        ),
        fact(
            visit,
            "procedure-identity",
            plain(visit.say(identity).to_owned()),
        ),
    ]
}

fn fact(visit: &Visit, key: &'static str, said: Said) -> Fact {
    Fact {
        key: visit.say(key).to_owned(),
        said,
    }
}

/// Words of the house, which are in the language of the page.
const fn plain(text: String) -> Said {
    Said {
        text,
        foreign: false,
    }
}

fn cost(visit: &Visit, cost: &Cost) -> Said {
    match (&cost.words, cost.cents) {
        (Some(words), _) => Said::of(words, visit.language),
        (None, Some(0)) => plain(visit.say("procedure-free").to_owned()),
        (None, cents) => plain(visit.money(i64::from(cents.unwrap_or(0)))),
    }
}

fn paper_said(visit: &Visit, paper: &Paper) -> PaperSaid {
    PaperSaid {
        name: Said::of(&paper.name, visit.language),
        hint: paper
            .hint
            .as_ref()
            .map(|hint| Said::of(hint, visit.language)),
    }
}

/// What silence leads to, in words, and the text that says so.
fn silence(visit: &Visit, file: &ProcedureFile) -> Silence {
    let delay = file.silence.implied().map(|implied| implied.delay);
    let delay = delay
        .map(|delay| Value::Period(delay).say(visit.language))
        .unwrap_or_default();
    let decided = |key| plain(visit.say_with(key, &[("delay", delay.as_str())]));
    let words = match file.silence.kind() {
        EffectKind::Accepted => decided("procedure-silence-accepted"),
        EffectKind::Rejected => decided("procedure-silence-rejected"),
        EffectKind::None => file
            .silence_reason
            .as_ref()
            .map(|reason| Said::of(reason, visit.language))
            .unwrap_or_default(),
    };
    let cited = legal_basis(&file.silence);
    Silence {
        words,
        legal_basis: cited.map(|text| Said::french(text, visit.language)),
    }
}

fn legal_basis(effect: &SilenceEffect) -> Option<&str> {
    match effect {
        SilenceEffect::Accepted(implied) | SilenceEffect::Rejected(implied) => {
            Some(&implied.legal_basis)
        }
        SilenceEffect::None { legal_basis, .. } => legal_basis.as_deref(),
    }
}

fn doors(visit: &Visit, file: &ProcedureFile) -> Vec<Fact> {
    let mut doors = Vec::new();
    for door in &file.doors {
        let key = match door.kind {
            DoorKind::Counter => "procedure-door-counter",
            DoorKind::Phone => "procedure-door-phone",
            DoorKind::Post => "procedure-door-post",
        };
        doors.push(fact(visit, key, Said::of(&door.text, visit.language)));
    }
    doors
}

/// The short notice; the whole one is the page of personal data (RGPD art. 13).
fn data(visit: &Visit, file: &ProcedureFile) -> String {
    let kept = retention::in_words(visit, file.retention.after_decision);
    let values = [
        ("name", visit.organisation.name.as_str()),
        ("kept", kept.as_str()),
    ];
    visit.say_with("procedure-data-text", &values)
}

fn sources(visit: &Visit, file: &ProcedureFile) -> Vec<SourceSaid> {
    let mut sources = Vec::new();
    for source in &file.sources {
        let key = if source.to_confirm {
            "procedure-source-to-confirm"
        } else {
            "procedure-source-date"
        };
        sources.push(SourceSaid {
            title: Said::french(&source.title, visit.language),
            date: visit.say_with(key, &[("date", visit.date(source.date))]),
        });
    }
    sources
}

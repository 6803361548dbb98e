//! The presentation of a procedure: all that a person should know before they begin.

mod closed;
mod elsewhere;
mod promises;

use std::sync::Arc;

use askama::Template;
use axum::extract::{Extension, Path, State};
use axum::response::{Html, IntoResponse, Response};
use parvis_kernel::{Instant, OrganisationId};
use parvis_law::{EffectKind, SilenceEffect, Value};
use parvis_organisation::{self as organisation, Service};
use parvis_store::Tx;
use parvis_web::{House, Link, PageError, Readings, Visit};

use crate::catalogue::Catalogue;
use crate::describe::{Described, government_service};
use crate::error::DemarcheError;
use crate::measures::{Measures, measures};
use crate::model::Revision;
use crate::prose::{Passage, Said, Words};
use crate::{retention, store};
use closed::Gone;
use elsewhere::Elsewhere;
use parvis_procedure::{Cost, DoorKind, Paper, ProcedureFile, is_word};
use promises::Rules;

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
    /// Where the first question is; none when the démarche is made elsewhere.
    start: Option<String>,
    elsewhere: Option<Elsewhere>,
    facts: Vec<Fact>,
    who_for: Said,
    what_you_get: Said,
    papers: Vec<PaperSaid>,
    silence: Silence,
    rules: Option<Rules>,
    promises: Vec<String>,
    doors: Vec<Fact>,
    data: String,
    sources: Vec<SourceSaid>,
    service: Service,
    /// The procedure for search engines; none in a preview.
    data_block: Option<String>,
    /// In which languages it can be read.
    readings: Readings,
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

/// What stands around a revision on its page.
pub(crate) struct Around {
    pub service: Service,
    /// How far its promises were kept.
    pub measured: Option<Measures>,
    /// When a named agent confirmed this exact text.
    pub confirmed: Option<Instant>,
    pub preview: Option<Preview>,
}

/// A procedure that is offered, or that closed.
enum Found {
    Open(Arc<Revision>, Box<Around>),
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
        Found::Open(revision, around) => {
            Ok(Html(rendered(&house, &visit, &revision, *around)?).into_response())
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
        let measured = match revision.file.commitments {
            Some(_) => measures(tx, organisation, revision.procedure)?,
            None => None,
        };
        let around = Around {
            service,
            measured,
            confirmed: confirmed(tx, organisation, &revision)?,
            preview: None,
        };
        return Ok(Found::Open(revision, Box::new(around)));
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
        confirmed: confirmed(tx, organisation, &revision)?,
        closed,
        revision,
        replacement,
        service,
    })))
}

/// When an agent confirmed the text of a revision that asks for it.
fn confirmed(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    revision: &Revision,
) -> Result<Option<Instant>, DemarcheError> {
    if !revision.file.to_confirm() {
        return Ok(None);
    }
    let known = store::confirmations(tx, organisation, revision.procedure)?;
    let own = known.into_iter().find(|(id, ..)| *id == revision.id);
    Ok(own.map(|(.., at)| at))
}

/// The presentation of a revision; that of a draft says that it is one.
pub(crate) fn rendered(
    house: &House,
    visit: &Visit,
    revision: &Revision,
    around: Around,
) -> Result<String, PageError> {
    let Around {
        service,
        measured,
        confirmed,
        preview,
    } = around;
    let file = &revision.file;
    let words = Words {
        visit,
        confirmed: confirmed.is_some(),
    };
    let said = |text| words.of(text);
    let data_block = preview.is_none().then(|| {
        let described = Described::of(house, &visit.organisation, &service, revision);
        government_service(&described, visit.language)
    });
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
        start: file.is_made_here().then_some(start),
        elsewhere: elsewhere::of(&words, file),
        facts: facts(&words, file),
        who_for: said(&file.who_for),
        what_you_get: said(&file.what_you_get),
        papers: file
            .papers
            .iter()
            .map(|paper| paper_said(&words, paper))
            .collect(),
        silence: silence(&words, file),
        rules: promises::rules(&words, file),
        promises: promises::in_words(visit, file, measured),
        doors: doors(&words, file),
        data: data(visit, file),
        sources: sources(&words, file, confirmed),
        service,
        data_block,
        readings: visit.readings(&file.languages()),
    };
    Ok(page.render()?)
}

fn facts(words: &Words<'_>, file: &ProcedureFile) -> Vec<Fact> {
    let visit = words.visit;
    let mut facts = vec![
        fact(visit, "procedure-cost", cost(words, &file.cost)),
        fact(visit, "procedure-delay", words.of(&file.delay.words)),
    ];
    if file.is_made_here() {
        let minutes = visit.say_with("procedure-minutes", &[("minutes", file.minutes)]);
        facts.insert(0, fact(visit, "procedure-time", Said::house(minutes)));
        facts.push(fact(visit, "procedure-identity", identity(visit, file)));
    }
    facts
}

fn identity(visit: &Visit, file: &ProcedureFile) -> Said {
    let key = if file.is_anonymous_allowed() {
        "procedure-anonymous"
    } else {
        "procedure-identified"
    };
    Said::house(visit.say(key).to_owned())
}

fn fact(visit: &Visit, key: &'static str, said: Said) -> Fact {
    Fact {
        key: visit.say(key).to_owned(),
        said,
    }
}

fn cost(words: &Words<'_>, cost: &Cost) -> Said {
    let visit = words.visit;
    match (&cost.words, cost.cents) {
        (Some(text), _) => words.of(text),
        (None, Some(0)) => Said::house(visit.say("procedure-free").to_owned()),
        (None, cents) => Said::house(visit.money(i64::from(cents.unwrap_or(0)))),
    }
}

fn paper_said(words: &Words<'_>, paper: &Paper) -> PaperSaid {
    PaperSaid {
        name: words.of(&paper.name),
        hint: paper.hint.as_ref().map(|hint| words.of(hint)),
    }
}

/// What silence leads to, in words, and the text that says so.
fn silence(words: &Words<'_>, file: &ProcedureFile) -> Silence {
    let visit = words.visit;
    let delay = file.silence.implied().map(|implied| implied.delay);
    let delay = delay
        .map(|delay| Value::Period(delay).say(visit.language))
        .unwrap_or_default();
    let decided = |key| Said::house(visit.say_with(key, &[("delay", delay.as_str())]));
    let told = match file.silence.kind() {
        EffectKind::Accepted => decided("procedure-silence-accepted"),
        EffectKind::Rejected => decided("procedure-silence-rejected"),
        EffectKind::None => file
            .silence_reason
            .as_ref()
            .map(|reason| words.of(reason))
            .unwrap_or_default(),
    };
    let cited = legal_basis(&file.silence);
    Silence {
        words: told,
        legal_basis: cited.map(|text| words.french(text)),
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

fn doors(words: &Words<'_>, file: &ProcedureFile) -> Vec<Fact> {
    let mut doors = Vec::new();
    for door in &file.doors {
        let key = match door.kind {
            DoorKind::Counter => "procedure-door-counter",
            DoorKind::Phone => "procedure-door-phone",
            DoorKind::Post => "procedure-door-post",
        };
        doors.push(fact(words.visit, key, words.of(&door.text)));
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

/// Each source, with the day of its content; one that was to confirm says since when it is.
fn sources(words: &Words<'_>, file: &ProcedureFile, confirmed: Option<Instant>) -> Vec<SourceSaid> {
    let visit = words.visit;
    let mut sources = Vec::new();
    for source in &file.sources {
        let date = visit.date(source.date);
        let said = match (source.to_confirm, confirmed) {
            (false, _) => visit.say_with("procedure-source-date", &[("date", date)]),
            (true, None) => visit.say_with("procedure-source-to-confirm", &[("date", date)]),
            (true, Some(at)) => {
                let values = [("date", date), ("confirmed", visit.day(at))];
                visit.say_with("procedure-source-confirmed", &values)
            }
        };
        sources.push(SourceSaid {
            title: words.french(&source.title),
            date: said,
        });
    }
    sources
}

//! One procedure: what is published, what is drafted, what the draft changes, every revision.

use askama::Template;
use axum::extract::{Extension, Path, State};
use axum::response::Html;
use parvis_web::{House, PageError, Row, Tag, Visit};

use super::findings::{FindingsSaid, findings};
use super::list::state;
use super::request::{Author, Done, path};
use super::review;
use super::seen::Seen;
use super::words::{self, Wrong};
use crate::catalogue::Catalogue;
use crate::prose::Said;
use parvis_procedure::{Checked, ProcedureFile, marked};

#[derive(Template)]
#[template(path = "author/show.html")]
struct Page<'a> {
    visit: &'a Visit,
    notice: Option<&'static str>,
    title: Said,
    state: Tag,
    published: bool,
    own: String,
    publish: String,
    edit: String,
    editor: String,
    closed: bool,
    rows: Vec<Row>,
    draft: Option<DraftSaid>,
    editions: Vec<EditionSaid>,
    /// How its promises are kept, when what is published makes some.
    commitments: Option<String>,
}

/// The draft, as the page tells it.
pub(super) struct DraftSaid {
    pub written: String,
    /// When it was last tried, and by whom.
    pub tried: String,
    pub version: i64,
    pub warnings: Vec<String>,
    /// Remarks of panels that nobody answered, in words; nothing when there is none.
    pub remarks: String,
    /// How it stands with its second reader.
    pub review: Option<review::Told>,
    /// The facts that somebody must confirm, and who did.
    pub facts: Option<FactsSaid>,
    /// What it changes; none when nothing is published to compare with.
    pub differences: Option<Vec<String>>,
    pub wrong: Vec<Wrong>,
    /// What the linter says of it; nothing of a text that does not stand.
    pub findings: Option<FindingsSaid>,
    pub blocked: bool,
}

/// The dated facts of a draft.
pub(super) struct FactsSaid {
    /// Each source to confirm.
    pub sources: Vec<String>,
    /// Each text that its author marked « à confirmer »: the mark is not shown any more once they are.
    pub marked: Vec<String>,
    /// Who confirmed them, and when; nothing when nobody did.
    pub confirmed: String,
}

struct EditionSaid {
    name: String,
    /// Who wrote it, who read it, who confirmed its facts.
    told: Vec<String>,
    /// What it answers of what people said of it.
    answers: Vec<crate::changes::AnswerSaid>,
    current: bool,
    published: String,
    href: String,
}

pub(super) async fn show(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Author(visit): Author,
    Path(slug): Path<String>,
    Done(notice): Done,
) -> Result<Html<String>, PageError> {
    let ctx = visit.ctx.clone();
    let read = house
        .store
        .read(move |tx| Seen::read(&ctx, tx, &catalogue, &slug));
    let seen = read.await?;
    let checked = seen.checked();
    let file = seen.published.as_ref().map(|revision| &revision.file);
    let drafted = checked.as_ref().and_then(|checked| checked.as_ref().ok());
    let file = file.or(drafted.map(|checked| &checked.file));
    let title = match file {
        Some(file) => Said::of(&visit, &file.title),
        None => Said::french(&visit, &seen.slug),
    };
    let closed = seen.standing.as_ref();
    let closed = closed.is_some_and(|standing| standing.closed_at.is_some());
    let own = path(&seen.slug);
    let page = Page {
        visit: &visit,
        notice,
        title,
        state: state(&visit, seen.published.is_some(), closed),
        published: seen.published.is_some(),
        publish: visit.url(&format!("{own}/publier")),
        edit: visit.url(&format!("{own}/texte")),
        editor: visit.url(&format!("{own}/editeur")),
        own: visit.url(&own),
        closed,
        rows: rows(&visit, &seen, file),
        draft: checked
            .as_ref()
            .map(|checked| draft(&visit, &seen, checked)),
        editions: editions(&visit, &seen),
        commitments: commitments(&visit, &seen),
    };
    Ok(Html(page.render()?))
}

/// The page of the promises that are published.
fn commitments(visit: &Visit, seen: &Seen) -> Option<String> {
    let published = seen.published.as_ref()?;
    published.file.commitments?;
    Some(visit.url(&format!("/agent/engagements/{}", seen.slug)))
}

fn rows(visit: &Visit, seen: &Seen, file: Option<&ProcedureFile>) -> Vec<Row> {
    let mut rows = Vec::new();
    if let Some(revision) = &seen.published {
        let number = revision.number.to_string();
        let values = [
            ("number", number),
            ("date", visit.day(revision.published_at)),
        ];
        let published = visit.say_with("author-list-revision", &values);
        rows.push(Row::new(visit.say("author-list-published"), &published));
        let public = format!("/demarches/{}", seen.slug);
        let address = Row::new(visit.say("author-show-address"), "");
        rows.push(address.link(visit.url(&public), visit.url(&public)));
    }
    if let Some(at) = seen.standing.as_ref().and_then(|own| own.closed_at) {
        rows.push(Row::new(visit.say("author-show-closed"), &visit.day(at)));
    }
    if let Some(file) = file {
        let named = |known: &[(String, String)], slug: &str| {
            let found = known.iter().find(|(own, _)| own == slug);
            found.map_or_else(|| slug.to_owned(), |(_, name)| name.clone())
        };
        let service = named(&seen.services, &file.service);
        rows.push(Row::new(visit.say("author-part-service"), &service));
        let group = named(&seen.groups, &file.group);
        rows.push(Row::new(visit.say("author-part-group"), &group));
    }
    rows
}

/// What the page tells of a draft that was checked.
pub(super) fn draft(
    visit: &Visit,
    seen: &Seen,
    checked: &Result<Checked, Vec<parvis_form::Problem>>,
) -> DraftSaid {
    let draft = seen.draft.as_ref();
    let by = draft.and_then(|draft| seen.name(draft.written_by));
    let at = draft.map(|draft| visit.date_time(draft.written_at));
    let by = by.unwrap_or_else(|| visit.say("author-house"));
    let values = [("name", by), ("date", at.as_deref().unwrap_or_default())];
    let written = visit.say_with("author-show-written", &values);
    let tried = tried(visit, seen);
    let version = draft.map_or(0, |draft| draft.version);
    let source = draft.map_or("", |draft| draft.source.as_str());
    match checked {
        Ok(checked) => {
            let warnings = seen.warnings(checked);
            let found = seen.differences(checked);
            let told = |found: Vec<_>| {
                let told = found.iter().map(|one| words::difference(visit, one));
                told.collect()
            };
            DraftSaid {
                written,
                tried,
                version,
                blocked: Seen::is_blocked(&warnings),
                warnings: warnings
                    .iter()
                    .map(|warning| words::warning(visit, warning))
                    .collect(),
                remarks: remarks(visit, seen),
                review: review::told(visit, seen),
                facts: facts(visit, seen, checked),
                differences: found.map(told),
                wrong: Vec::new(),
                findings: Some(findings(visit, seen, checked)),
            }
        }
        Err(problems) => DraftSaid {
            written,
            tried,
            version,
            warnings: Vec::new(),
            remarks: remarks(visit, seen),
            review: None,
            facts: None,
            differences: None,
            wrong: problems
                .iter()
                .map(|problem| Wrong::of(visit, source, problem))
                .collect(),
            findings: None,
            blocked: true,
        },
    }
}

/// The remarks of panels that nobody answered; nothing when there is none.
fn remarks(visit: &Visit, seen: &Seen) -> String {
    match seen.remarks.values().sum::<i64>() {
        0 => String::new(),
        count => visit.say_with("panel-show-count", &[("count", count)]),
    }
}

/// The facts that somebody must confirm before the draft is published.
fn facts(visit: &Visit, seen: &Seen, checked: &Checked) -> Option<FactsSaid> {
    let sources = checked
        .file
        .sources
        .iter()
        .filter(|source| source.to_confirm);
    let sources: Vec<String> = sources
        .map(|source| {
            let values = [
                ("title", source.title.clone()),
                ("date", visit.date(source.date)),
            ];
            visit.say_with("author-facts-source", &values)
        })
        .collect();
    let confirmed = seen.confirmed.map(|(by, at)| {
        let name = seen.name(Some(by)).unwrap_or_default().to_owned();
        let values = [("name", name), ("date", visit.date_time(at))];
        visit.say_with("author-facts-confirmed", &values)
    });
    (!sources.is_empty()).then(|| FactsSaid {
        sources,
        marked: marked(checked),
        confirmed: confirmed.unwrap_or_default(),
    })
}

/// When the draft was last tried, and by whom.
fn tried(visit: &Visit, seen: &Seen) -> String {
    let draft = seen.draft.as_ref();
    let Some((draft, tried)) = draft.and_then(|draft| Some((draft, draft.tried.as_ref()?))) else {
        return visit.say("author-trial-never").to_owned();
    };
    let name = seen.name(tried.by);
    let name = name.unwrap_or_else(|| visit.say("author-house"));
    let at = visit.date_time(tried.at);
    let key = match tried.version == draft.version {
        true => "author-trial-tried",
        false => "author-trial-tried-before",
    };
    visit.say_with(key, &[("name", name), ("date", at.as_str())])
}

fn editions(visit: &Visit, seen: &Seen) -> Vec<EditionSaid> {
    let current = seen.published.as_ref().map(|revision| revision.id);
    let told = seen.editions.iter().map(|edition| {
        let by = seen.name(edition.published_by);
        let by = by.unwrap_or_else(|| visit.say("author-house")).to_owned();
        let values = [
            ("name", by),
            ("date", visit.date_time(edition.published_at)),
        ];
        let number = [("number", edition.number)];
        EditionSaid {
            name: visit.say_with("author-show-revision", &number),
            told: review::history(visit, seen, edition.id),
            answers: crate::changes::answers(visit, &seen.citations, edition.id),
            current: current == Some(edition.id),
            published: visit.say_with("author-show-published", &values),
            href: visit.url(&format!(
                "{}/revisions/{}.yaml",
                path(&seen.slug),
                edition.number
            )),
        }
    });
    told.collect()
}

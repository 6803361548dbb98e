//! Two authors at once: what the other one did, what this one wanted, and the way to do it on top. Nothing is overwritten.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use parvis_procedure::check;
use parvis_procedure::edit::{Document, Operation};
use parvis_web::{Entries, House, PageError, Visit};

use super::super::differences::differences;
use super::super::words;
use super::outline_of;
use super::work::{Work, typed_on};
use crate::error::DemarcheError;
use crate::model::Draft;
use crate::store;

#[derive(Template)]
#[template(path = "author/editor/conflict/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    said: String,
    outline: String,
    action: String,
    version: i64,
    /// The version on which it was typed.
    typed_on: i64,
    /// Whether it can be done on top.
    again: bool,
    sent: Vec<(&'a str, &'a str)>,
    theirs: Vec<String>,
    own: Vec<String>,
}

/// The page that tells it; the same entries can be sent again, to the version that it shows.
pub(super) async fn page(
    house: &House,
    visit: &Visit,
    work: &Work,
    entries: &Entries,
    operations: &[Operation],
) -> Result<Response, PageError> {
    let slug = work.seen.slug.clone();
    let typed_on = typed_on(entries);
    let (ctx, asked) = (visit.ctx.clone(), slug.clone());
    let kept = house.store.read(move |tx| {
        let draft = store::draft(tx, ctx.organisation, &asked)?;
        let before = store::text_of_version(tx, ctx.organisation, &asked, typed_on)?;
        Ok::<(Option<Draft>, Option<String>), DemarcheError>((draft, before))
    });
    let (draft, before) = kept.await?;
    let (version, now) = match &draft {
        Some(draft) => (draft.version, draft.source.as_str()),
        None => (0, work.text.as_str()),
    };
    let wanted = before.as_deref().and_then(|before| {
        let document = Document::read(before).ok()?;
        document.edited_by(operations).ok()
    });
    let changes = |from: Option<&str>, to: Option<&str>| {
        from.zip(to)
            .map(|(from, to)| changes(visit, from, to))
            .unwrap_or_default()
    };
    let page = Page {
        visit,
        said: said(visit, work, draft.as_ref()),
        outline: visit.url(&outline_of(&slug)),
        action: visit.url(visit.path()),
        version,
        typed_on,
        again: wanted.is_some(),
        sent: sent(entries),
        theirs: changes(before.as_deref(), Some(now)),
        own: changes(before.as_deref(), wanted.as_deref()),
    };
    Ok((StatusCode::CONFLICT, Html(page.render()?)).into_response())
}

/// What was sent, but what protects the form and the version.
fn sent(entries: &Entries) -> Vec<(&str, &str)> {
    let kept = entries
        .iter()
        .filter(|(name, _)| !["csrf", "version", "lu"].contains(&name.as_str()));
    let pairs = kept.flat_map(|(name, values)| {
        values
            .iter()
            .map(move |value| (name.as_str(), value.as_str()))
    });
    pairs.collect()
}

fn said(visit: &Visit, work: &Work, draft: Option<&Draft>) -> String {
    let Some(draft) = draft else {
        return visit.say("editor-conflict-gone").to_owned();
    };
    let name = work.seen.name(draft.written_by);
    let name = name.unwrap_or_else(|| visit.say("author-house"));
    let at = visit.date_time(draft.written_at);
    visit.say_with("editor-conflict-by", &[("name", name), ("date", &at)])
}

/// What one text changes of another, while both are right.
fn changes(visit: &Visit, from: &str, to: &str) -> Vec<String> {
    let checked = check("from.yaml", from).ok().zip(check("to.yaml", to).ok());
    let Some((from, to)) = checked else {
        return Vec::new();
    };
    let found = differences((&from.file, &from.form), (&to.file, &to.form));
    found
        .iter()
        .map(|one| words::difference(visit, one))
        .collect()
}

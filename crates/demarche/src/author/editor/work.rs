//! The text that an author works on, and what is done to it.

use axum::response::{IntoResponse, Redirect, Response};
use parvis_procedure::edit::{Document, Operation, Refused};
use parvis_procedure::{Checked, FILE_BYTES, check};
use parvis_web::{Entries, EntriesExt, House, PageError, Visit};

use super::super::seen::Seen;
use super::problems::{Noted, noted};
use super::{act, conflict};
use crate::catalogue::Catalogue;
use crate::error::DemarcheError;
use crate::store::{self, History};

/// The draft of a procedure, or what is published while there is none.
pub(super) struct Work {
    pub seen: Seen,
    /// The version of the draft; 0 while there is none.
    pub version: i64,
    pub text: String,
    /// Its places, or why it cannot be changed here.
    pub document: Result<Document, Refused>,
    pub problems: Vec<parvis_form::Problem>,
    /// What it says, when nothing is wrong.
    pub checked: Option<Checked>,
    pub history: History,
}

impl Work {
    pub async fn open(
        house: &House,
        visit: &Visit,
        catalogue: Catalogue,
        slug: &str,
    ) -> Result<Self, PageError> {
        let (ctx, asked) = (visit.ctx.clone(), slug.to_owned());
        let read = house.store.read(move |tx| {
            let seen = Seen::read(&ctx, tx, &catalogue, &asked)?;
            let history = store::history(tx, ctx.organisation, &asked)?;
            let text = match (&seen.draft, &seen.published, &seen.standing) {
                (Some(draft), _, _) => Some(draft.source.clone()),
                (None, Some(revision), Some(standing)) => {
                    store::source(tx, ctx.organisation, standing.procedure, revision.number)?
                }
                _ => None,
            };
            Ok::<_, DemarcheError>((seen, history, text.ok_or(DemarcheError::NotFound)?))
        });
        let (seen, history, text) = read.await?;
        let (checked, problems) = match check("demarche.yaml", &text) {
            Ok(checked) => (Some(checked), Vec::new()),
            Err(problems) => (None, problems),
        };
        Ok(Self {
            version: seen.draft.as_ref().map_or(0, |draft| draft.version),
            document: Document::read(&text),
            seen,
            problems,
            checked,
            text,
            history,
        })
    }

    /// What is wrong, each at its place.
    pub fn noted(&self, visit: &Visit) -> Vec<Noted> {
        match &self.document {
            Ok(document) => noted(visit, document, &self.problems),
            Err(_) => Vec::new(),
        }
    }
}

/// The version that the author had before their eyes when they typed. After a conflict, it is older than the one that they change.
pub(super) fn typed_on(entries: &Entries) -> i64 {
    match entries.first("lu").parse() {
        Ok(version) => version,
        Err(_) => super::super::request::version(entries),
    }
}

impl Work {
    /// The text that the author had before their eyes when they typed: what they changed is what differs from it, whatever
    /// another author did since. None when it is not kept any more.
    pub async fn typed_on(
        &self,
        house: &House,
        visit: &Visit,
        entries: &Entries,
    ) -> Result<Option<Document>, PageError> {
        let version = typed_on(entries);
        if version == self.version {
            return Ok(self.document.clone().ok());
        }
        let (organisation, slug) = (visit.ctx.organisation, self.seen.slug.clone());
        let read = house
            .store
            .read(move |tx| store::text_of_version(tx, organisation, &slug, version));
        let text = read.await.map_err(DemarcheError::from)?;
        Ok(text.and_then(|text| Document::read(&text).ok()))
    }
}

/// What came of a change.
enum Outcome {
    /// It is kept.
    Kept,
    /// Something else is answered: another author was there first.
    Answered(Response),
    /// It cannot be written.
    Refused(Refused),
}

/// Does operations to the version that the author had read.
async fn apply(
    house: &House,
    visit: &Visit,
    work: &Work,
    entries: &Entries,
    operations: &[Operation],
) -> Result<Outcome, PageError> {
    let read = super::super::request::version(entries);
    if read == work.version && typed_on(entries) != read {
        let before = work.typed_on(house, visit, entries).await?;
        let pair = before.as_ref().zip(work.document.as_ref().ok());
        if let Some(path) = pair.and_then(|(before, now)| before.mistaken(now, operations)) {
            return Ok(Outcome::Refused(Refused::NotThere { path }));
        }
    }
    if read != work.version {
        let page = conflict::page(house, visit, work, entries, operations).await?;
        return Ok(Outcome::Answered(page));
    }
    let document = match &work.document {
        Ok(document) => document,
        Err(refused) => return Ok(Outcome::Refused(refused.clone())),
    };
    let edited = document.edited_by(operations);
    let after = match edited.and_then(|text| Document::read(&text)) {
        Ok(after) => after,
        Err(refused) => return Ok(Outcome::Refused(refused)),
    };
    // A file that nobody could upload any more is not written either.
    if after.text().len() > FILE_BYTES {
        return Ok(Outcome::Refused(Refused::Unsafe));
    }
    if after.text() == document.text() {
        return Ok(Outcome::Kept);
    }
    let (ctx, slug, before) = (visit.ctx.clone(), work.seen.slug.clone(), work.text.clone());
    let written = house
        .store
        .write(move |tx| act::edit(&ctx, tx, &slug, &after, Some(&before), read));
    match written.await {
        Ok(()) => Ok(Outcome::Kept),
        Err(DemarcheError::DraftChanged { .. }) => {
            let page = conflict::page(house, visit, work, entries, operations).await?;
            Ok(Outcome::Answered(page))
        }
        Err(error) => Err(error.into()),
    }
}

/// Does what a page asks, and answers: what it leads to once it is kept, or the page again with why it cannot be.
pub(super) async fn answer(
    house: &House,
    visit: &Visit,
    work: &Work,
    asked: (&Entries, &[Operation]),
    kept: Response,
    again: impl FnOnce(String) -> Result<Response, PageError>,
) -> Result<Response, PageError> {
    let (entries, operations) = asked;
    match apply(house, visit, work, entries, operations).await? {
        Outcome::Kept => Ok(kept),
        Outcome::Answered(page) => Ok(page),
        Outcome::Refused(why) => again(refused(visit, &why)),
    }
}

/// Leads to a page, at the place of what was just done.
pub(super) fn go(visit: &Visit, path: &str, said: &str, anchor: &str) -> Response {
    let anchor = match anchor {
        "" => String::new(),
        anchor => format!("#{}", id(anchor)),
    };
    let to = visit.url(&format!("{path}?fait={said}{anchor}"));
    Redirect::to(&to).into_response()
}

/// A place as the id of what shows it.
pub(super) fn id(path: &str) -> String {
    path.replace('/', ".")
}

/// Why a change is not written, in a sentence.
pub(super) fn refused(visit: &Visit, refused: &Refused) -> String {
    let line = |key, line: &usize| visit.say_with(key, &[("line", line)]);
    let name = |key, name: &String| visit.say_with(key, &[("name", name)]);
    match refused {
        Refused::Unreadable { line: at } => line("editor-refused-unreadable", at),
        Refused::Anchor { line: at } => line("editor-refused-anchor", at),
        Refused::Tag { line: at } => line("editor-refused-tag", at),
        Refused::Shape { line: at } => line("editor-refused-shape", at),
        Refused::Comment { line: at } => line("editor-refused-comment", at),
        Refused::NotThere { .. } => visit.say("editor-refused-gone").to_owned(),
        Refused::Name { name: own } => name("editor-refused-name", own),
        Refused::Taken { name: own } => name("editor-refused-taken", own),
        Refused::Unsafe => visit.say("editor-refused-unsafe").to_owned(),
    }
}

//! The home page of an account: what is awaited from the person first.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use parvis_web::{House, PageError, PersonVisit, Tag, Task, Tone, Visit, page};
use serde::Deserialize;

use super::{Kept, kept};
use crate::addresses::Addresses;
use crate::model::State as Stands;
use crate::request::DeskOf;
use crate::said::worded;
use crate::states;

/// The page.
pub(crate) const HOME: &str = "/compte";

#[derive(Template)]
#[template(path = "account/home.html")]
struct Page<'a> {
    visit: &'a Visit,
    done: String,
    awaited: Vec<Task>,
    under_way: Vec<Task>,
    over: Vec<Task>,
    numbers: Vec<(String, String)>,
}

/// The query of the page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// What was just done.
    fait: String,
}

/// In which part of the page a dossier stands.
enum Part {
    Awaited,
    UnderWay,
    Over,
}

pub(super) async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Query(asked): Query<Asked>,
    person: PersonVisit,
) -> Result<Response, PageError> {
    let visit = &person.visit;
    let ctx = visit.ctx.clone();
    let read = house.store.read(move |tx| kept(&ctx, tx, &desk.catalogue));
    let read = read.await?;
    let mut shown = Page {
        visit,
        done: done(visit, &asked.fait),
        awaited: Vec::new(),
        under_way: Vec::new(),
        over: Vec::new(),
        numbers: read
            .iter()
            .map(|own| {
                let number = own.dossier.number.to_string();
                let remove = visit.url(&format!("/compte/dossiers/{number}/retirer"));
                (number, remove)
            })
            .collect(),
    };
    for own in &read {
        let (part, task) = task(visit, own);
        match part {
            Part::Awaited => shown.awaited.push(task),
            Part::UnderWay => shown.under_way.push(task),
            Part::Over => shown.over.push(task),
        }
    }
    Ok(page(&shown)?.into_response())
}

fn done(visit: &Visit, word: &str) -> String {
    let key = match word {
        "ouvert" => "kept-done-opened",
        "ajoute" => "kept-done-added",
        "retire" => "kept-done-removed",
        _ => return String::new(),
    };
    visit.say(key).to_owned()
}

/// A dossier as a line of the page: its part, where one goes on, and where it stands.
fn task(visit: &Visit, own: &Kept) -> (Part, Task) {
    let facts = &own.dossier.facts;
    let state = facts.state_for_person(visit.ctx.now);
    let at = Addresses::of(visit, &own.dossier.number);
    let unread = facts.shows_decision(visit.ctx.now) && facts.decision_read_at.is_none();
    let (part, href, status) = match state {
        Stands::Draft => (
            Part::Awaited,
            at.tasks(),
            Tag::new(visit.say("kept-draft"), Tone::Wait),
        ),
        Stands::Waiting => (
            Part::Awaited,
            at.complete(),
            Tag::new(visit.say("kept-waiting"), Tone::Wait),
        ),
        // Another account is asked of them before they are paid.
        Stands::Accepted if facts.waiting_since.is_some() => (
            Part::Awaited,
            at.complete(),
            Tag::new(visit.say("kept-waiting"), Tone::Wait),
        ),
        Stands::Accepted | Stands::Refused if unread => (
            Part::Awaited,
            at.decision(),
            Tag::new(visit.say("kept-answer"), Tone::Wait),
        ),
        Stands::Deposited | Stands::UnderInstruction => (
            Part::UnderWay,
            at.follow().to_owned(),
            states::tag(visit, state),
        ),
        _ => (
            Part::Over,
            at.follow().to_owned(),
            states::tag(visit, state),
        ),
    };
    let day = visit.day(facts.submitted_at.unwrap_or(facts.touched_at));
    let words = match facts.submitted_at {
        Some(_) => "kept-hint-deposited",
        None => "kept-hint-draft",
    };
    let number = own.dossier.number.to_string();
    let task = Task {
        title: worded(visit, &own.revision.file.title),
        href: Some(href),
        hint: visit.say_with(words, &[("number", number), ("day", day)]),
        status,
    };
    (part, task)
}

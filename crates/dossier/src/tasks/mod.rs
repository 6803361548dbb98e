//! The list of what is left to do on a draft: leaving, and coming back.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use parvis_demarche::Notice;
use parvis_form::{Journey, JourneyStep, StepState};
use parvis_web::{House, PageError, Readings, Tag, Task, Tone, Visit, Wording, page};
use serde::Deserialize;

use crate::addresses::Addresses;
use crate::answer::aside::Aside;
use crate::answer::{DraftView, view_draft};
use crate::error::DossierError;
use crate::model::Identification;
use crate::request::{DeskOf, number_of};
use crate::revise::{Met, meet};
use crate::said::worded;

pub(crate) fn routes() -> Router<House> {
    Router::new().route("/dossiers/{number}/taches", get(show))
}

#[derive(Template)]
#[template(path = "tasks/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    title: Wording,
    /// In which languages the texts can be read.
    readings: Readings,
    notice: &'a str,
    closed: Option<ClosedSaid>,
    /// Where it is told what a new revision changed, when the draft followed one.
    moved: Option<String>,
    /// Why the request cannot be made, and the page that says it.
    stopped: Option<(Wording, String)>,
    saved: bool,
    progress: String,
    tasks: Vec<Task>,
    ready: bool,
    check: String,
    until: String,
    come_back: &'a str,
    code: String,
    erase: String,
    aside: Aside,
}

/// Why the person comes to the list.
#[derive(Deserialize)]
struct Why {
    avis: Option<String>,
}

async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    Query(why): Query<Why>,
    visit: Visit,
) -> Result<Response, PageError> {
    let (ctx, number) = (visit.ctx.clone(), number_of(&number)?);
    if let Met::Choose(elsewhere) = meet(&house, &visit, &desk, &number).await? {
        return Ok(elsewhere);
    }
    let viewed = house.store.write(move |tx| {
        let view = view_draft(&ctx, tx, &desk, &number)?;
        let aside = Aside::of(&ctx, tx, &view.dossier)?;
        let procedure = view.dossier.procedure;
        let closing = desk.catalogue.closing(tx, ctx.organisation, procedure)?;
        Ok::<_, DossierError>((view, aside, closing))
    });
    let (view, aside, closing) = viewed.await?;
    let why = why.avis.unwrap_or_default();
    let closed = closing.map(|notice| ClosedSaid::of(&visit, &notice));
    let shown = page(&Page {
        closed,
        ..shown(&visit, &view, aside, &why)
    });
    Ok(shown?.into_response())
}

/// The procedure closed since the draft was begun.
struct ClosedSaid {
    text: String,
    /// What replaces it: its name and its address.
    replacement: Option<(Wording, String)>,
}

impl ClosedSaid {
    fn of(visit: &Visit, notice: &Notice) -> Self {
        let replacement = notice.replacement.as_ref().map(|revision| {
            let address = visit.url(&format!("/demarches/{}", revision.slug));
            (worded(visit, &revision.file.title), address)
        });
        Self {
            text: visit.say_with("tasks-closed", &[("date", visit.day(notice.at))]),
            replacement,
        }
    }
}

fn shown<'a>(visit: &'a Visit, view: &DraftView, aside: Aside, why: &str) -> Page<'a> {
    let number = &view.dossier.number;
    let journey = Journey::new(&view.revision.form, &view.answers, visit.today());
    let anonymous = view.dossier.identification == Identification::Anonymous;
    let known = anonymous || view.dossier.people.are_known();
    let ready = known && journey.is_complete();
    let by_email = view.dossier.identification == Identification::Email;
    let until = view.dossier.facts.expires_at.unwrap_or(visit.ctx.now);
    let left = left(view, &journey) + usize::from(!known);
    Page {
        visit,
        title: worded(visit, &view.revision.file.title),
        readings: visit.readings(&view.revision.file.languages()),
        notice: match why {
            "enregistre" => visit.say("tasks-saved"),
            "trop-tot" => visit.say("tasks-too-early"),
            "attente" => visit.say("tasks-waiting"),
            _ => "",
        },
        closed: None,
        moved: view
            .is_moved
            .then(|| Addresses::of(visit, number).revised()),
        stopped: journey.barrier().map(|barrier| {
            let address = visit.url(&format!("/dossiers/{number}/impossible"));
            (worded(visit, &barrier.why.message), address)
        }),
        saved: why == "enregistre",
        progress: visit.say_with("tasks-progress", &[("left", left)]),
        tasks: tasks(visit, view, &journey, (anonymous, known, ready)),
        ready,
        check: visit.url(&format!("/dossiers/{number}/verifier")),
        until: visit.say_with("tasks-until", &[("date", visit.day(until))]),
        come_back: match by_email {
            true => visit.say("tasks-come-back-email"),
            false => visit.say("tasks-come-back-code"),
        },
        code: match by_email {
            true => String::new(),
            false => visit.url(&format!("/dossiers/{number}/code-de-suivi")),
        },
        erase: visit.url(&format!("/dossiers/{number}/effacer")),
        aside,
    }
}

/// How many steps are still to be filled in.
fn left(view: &DraftView, journey: &Journey<'_>) -> usize {
    let is_left = |met: &&JourneyStep<'_>| {
        let filled = matches!(met.state, StepState::Complete | StepState::Optional);
        !filled || is_unfinished(view, met)
    };
    journey.steps().iter().filter(is_left).count()
}

/// Whether something typed on the step was not accepted yet.
fn is_unfinished(view: &DraftView, met: &JourneyStep<'_>) -> bool {
    view.unfinished.iter().any(|id| id == met.step.id.as_str())
}

fn tasks(
    visit: &Visit,
    view: &DraftView,
    journey: &Journey<'_>,
    (anonymous, known, ready): (bool, bool, bool),
) -> Vec<Task> {
    let root = format!("/dossiers/{}", view.dossier.number);
    let task = |title: Wording, path: Option<String>, status: Tag| Task {
        title,
        href: path.map(|path| visit.url(&format!("{root}{path}"))),
        hint: String::new(),
        status,
    };
    let mut tasks = Vec::with_capacity(journey.steps().len() + 2);
    if !anonymous {
        let title = visit.say("tasks-people").into();
        let path = Some("/pour-qui".to_owned());
        tasks.push(task(
            title,
            path,
            people_tag(visit, known, view.people_typed.is_some()),
        ));
    }
    for met in journey.steps() {
        let can_start = met.state != StepState::CannotStartYet;
        let path = can_start.then(|| format!("/etapes/{}", met.step.id));
        let status = step_tag(visit, met.state, is_unfinished(view, met));
        tasks.push(task(worded(visit, &met.step.title), path, status));
    }
    let path = ready.then(|| "/verifier".to_owned());
    let status = if ready {
        Tag::new(visit.say("tasks-to-do"), Tone::Wait)
    } else {
        Tag::new(visit.say("tasks-later"), Tone::Quiet)
    };
    tasks.push(task(visit.say("tasks-check").into(), path, status));
    tasks
}

fn people_tag(visit: &Visit, known: bool, unfinished: bool) -> Tag {
    if unfinished {
        Tag::new(visit.say("tasks-unfinished"), Tone::Wait)
    } else if known {
        Tag::new(visit.say("tasks-done"), Tone::Good)
    } else {
        Tag::new(visit.say("tasks-to-do"), Tone::Wait)
    }
}

fn step_tag(visit: &Visit, state: StepState, unfinished: bool) -> Tag {
    match state {
        StepState::CannotStartYet => Tag::new(visit.say("tasks-later"), Tone::Quiet),
        _ if unfinished => Tag::new(visit.say("tasks-unfinished"), Tone::Wait),
        StepState::Complete => Tag::new(visit.say("tasks-done"), Tone::Good),
        StepState::ToDo => Tag::new(visit.say("tasks-to-do"), Tone::Wait),
        StepState::Optional => Tag::new(visit.say("tasks-optional"), Tone::Plain),
    }
}

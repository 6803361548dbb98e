//! The page of a step.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use parvis_form::{Entries, EntryError, Journey, StepState};
use parvis_sources::Sources;
use parvis_web::{House, PageError, Readings, Visit, Wording, page};
use serde::Deserialize;

use super::act::{StepView, view_step};
use super::aside::Aside;
use super::fields::{self, Questions, Rendered, Shape};
use crate::addresses::Addresses;
use crate::desk::Desk;
use crate::error::DossierError;
use crate::model::{Identification, Number};
use crate::obtain::SourcesOf;
use crate::request::{DeskOf, number_of};
use crate::revise::{Met, meet};
use crate::said::{Said, worded};

#[derive(Template)]
#[template(path = "answer/step.html")]
struct Page<'a> {
    visit: &'a Visit,
    procedure: Wording,
    title: Wording,
    intro: Vec<Wording>,
    progress: String,
    notice: &'a str,
    back: String,
    action: String,
    tasks: String,
    to_check: bool,
    /// Where it is told what a new revision changed, when the draft just followed one.
    moved: Option<String>,
    /// The revision whose questions are shown.
    revision: String,
    fields: Rendered,
    aside: Aside,
    /// In which languages the texts can be read.
    readings: Readings,
}

/// Why the person comes to the step.
#[derive(Deserialize)]
pub(super) struct Why {
    /// `verifier`: from the page that checks the answers, to which they go back.
    retour: Option<String>,
    /// Questions appeared.
    nouveau: Option<String>,
    /// A row was said (its identifier), or taken away (`retiree`).
    ligne: Option<String>,
}

/// A step as it is in the store, with what stands beside it.
pub(super) struct Seen {
    pub(super) view: StepView,
    pub(super) aside: Aside,
    pub(super) step: String,
}

/// How a step is shown.
#[derive(Default)]
pub(super) struct Showing<'a> {
    /// What was typed, when it is not what the store keeps.
    pub(super) typed: Option<&'a Entries>,
    /// What must be corrected beside what the store knows: refused files.
    pub(super) refused: &'a [EntryError],
    /// What the person should know first.
    pub(super) notice: &'a str,
    /// Whether the person goes back to the page that checks the answers.
    pub(super) to_check: bool,
    /// Whether the draft just followed a new revision.
    pub(super) is_moved: bool,
    /// Who may be asked for answers instead of the person.
    pub(super) sources: Sources,
}

pub(super) async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    SourcesOf(sources): SourcesOf,
    Path((number, step)): Path<(String, String)>,
    Query(why): Query<Why>,
    visit: Visit,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let is_moved = match meet(&house, &visit, &desk, &number).await? {
        Met::Choose(elsewhere) => return Ok(elsewhere),
        Met::Moved => true,
        Met::Same => false,
    };
    let seen = match seen(&house, &visit, &desk, &number, &step).await {
        Err(DossierError::NotNow { .. }) => {
            let at = Addresses::of(&visit, &number);
            return Ok(Redirect::to(at.follow()).into_response());
        }
        // The step went away with the former revision.
        Err(DossierError::NoSuchStep) if is_moved => {
            let at = Addresses::of(&visit, &number);
            return Ok(Redirect::to(&at.tasks()).into_response());
        }
        seen => seen?,
    };
    let opened = why.nouveau.is_some() && seen.view.errors.is_empty();
    let showing = Showing {
        notice: match why.ligne.as_deref() {
            _ if opened => visit.say("step-new-questions"),
            Some("retiree") => visit.say("rows-removed"),
            Some(_) => visit.say("rows-saved"),
            None => "",
        },
        to_check: why.retour.as_deref() == Some("verifier"),
        is_moved,
        sources,
        ..Showing::default()
    };
    shown(&visit, &desk, seen, &showing)
}

/// The step, if this visit may fill it in.
pub(super) async fn seen(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    number: &Number,
    step: &str,
) -> Result<Seen, DossierError> {
    let (ctx, desk) = (visit.ctx.clone(), desk.clone());
    let (number, step) = (number.clone(), step.to_owned());
    let viewed = house.store.read(move |tx| {
        let view = view_step(&ctx, tx, &desk, &number, &step)?;
        let aside = Aside::of(&ctx, tx, &view.dossier)?;
        Ok::<_, DossierError>(Seen {
            view,
            aside,
            step: step.clone(),
        })
    });
    viewed.await
}

/// Shows a step; one that the answers hide, or that waits for others, leads to the list.
pub(super) fn shown(
    visit: &Visit,
    desk: &Desk,
    seen: Seen,
    showing: &Showing<'_>,
) -> Result<Response, PageError> {
    let Seen { view, aside, step } = seen;
    let at = Addresses::of(visit, &view.dossier.number);
    let form = &view.revision.form;
    let journey = Journey::new(form, &view.answers, visit.today());
    let met = journey
        .step(&step)
        .filter(|met| met.state != StepState::CannotStartYet);
    let (Some(met), Some((position, total))) = (met, journey.position(&step)) else {
        let elsewhere = match journey.barrier() {
            Some(_) => at.stopped(),
            None => format!("{}?avis=attente", at.tasks()),
        };
        return Ok(Redirect::to(&elsewhere).into_response());
    };
    let errors = [showing.refused, &view.errors].concat();
    let fields = fields::render(
        visit,
        desk,
        &Questions {
            number: &view.dossier.number,
            form,
            step: met.step,
            answers: &view.answers,
            entries: showing.typed.or(view.entries.as_ref()),
            errors: &errors,
            pieces: &view.pieces,
            own: !view.dossier.people.has_helper(),
            anonymous: view.dossier.identification == Identification::Anonymous,
            extra: &[],
            prefilled: &view.prefilled,
            sources: &showing.sources,
            shape: match met.step.paged() {
                Some(_) => Shape::List {
                    to_check: showing.to_check,
                },
                None => Shape::InPlace,
            },
        },
    )?;
    let status = match fields.errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let previous = journey.previous(&step);
    let intro = met.step.intro.as_ref();
    let shown = Page {
        visit,
        procedure: worded(visit, &view.revision.file.title),
        title: worded(visit, &met.step.title),
        intro: intro.map_or_else(Vec::new, |intro| Said::of(visit, intro).paragraphs()),
        progress: visit.say_with("step-progress", &[("number", position), ("total", total)]),
        notice: showing.notice,
        back: match previous {
            _ if showing.to_check => at.check(),
            Some(previous) => at.step(previous.step.id.as_str()),
            None => at.tasks(),
        },
        action: at.step(&step),
        tasks: at.tasks(),
        to_check: showing.to_check,
        moved: showing.is_moved.then(|| at.revised()),
        revision: view.dossier.revision.to_string(),
        fields,
        aside,
        readings: visit.readings(&view.revision.file.languages()),
    };
    Ok((status, page(&shown)?).into_response())
}

//! The page of one row.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use parvis_form::{Entries, EntryError, Journey, StepState};
use parvis_kernel::RowId;
use parvis_sources::Sources;
use parvis_web::{House, PageError, Visit, Wording, page};
use serde::Deserialize;

use super::super::aside::Aside;
use super::super::fields::{self, Questions, Rendered, Shape};
use super::super::page::{Seen, seen};
use super::act::RowPlace;
use crate::addresses::Addresses;
use crate::desk::Desk;
use crate::error::DossierError;
use crate::model::{Identification, Number};
use crate::request::{DeskOf, number_of};
use crate::revise::{Met, meet};
use crate::said::worded;

#[derive(Template)]
#[template(path = "answer/rows/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    step_title: Wording,
    title: Wording,
    notice: &'a str,
    back: String,
    action: String,
    /// Where the row is taken away, once the step has it.
    remove: Option<String>,
    to_check: bool,
    revision: String,
    fields: Rendered,
    aside: Aside,
}

/// Why the person comes to the page.
#[derive(Deserialize)]
pub(super) struct Why {
    /// `verifier`: from the page that checks the answers, to which they go back.
    pub(super) retour: Option<String>,
    /// Questions appeared.
    nouveau: Option<String>,
}

impl Why {
    pub(super) fn is_to_check(&self) -> bool {
        self.retour.as_deref() == Some("verifier")
    }
}

/// How the page of a row is shown.
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
}

/// The page of a row that does not exist yet. Its identifier is drawn with the page: sent twice, it is one row.
pub(super) async fn add(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path((number, step, block)): Path<(String, String, String)>,
    Query(why): Query<Why>,
    visit: Visit,
) -> Result<Response, PageError> {
    let row = RowId::new();
    let place = RowPlace { step, block, row };
    opened(&house, &visit, &desk, &number, &place, &why).await
}

pub(super) async fn change(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path((number, step, block, row)): Path<(String, String, String, String)>,
    Query(why): Query<Why>,
    visit: Visit,
) -> Result<Response, PageError> {
    let place = place_of(step, block, &row)?;
    opened(&house, &visit, &desk, &number, &place, &why).await
}

/// The place of an address; a text that is no row is no page.
pub(super) fn place_of(step: String, block: String, row: &str) -> Result<RowPlace, PageError> {
    let row = row.parse().map_err(|_| PageError::not_found())?;
    Ok(RowPlace { step, block, row })
}

async fn opened(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    number: &str,
    place: &RowPlace,
    why: &Why,
) -> Result<Response, PageError> {
    let number = number_of(number)?;
    if let Met::Choose(elsewhere) = meet(house, visit, desk, &number).await? {
        return Ok(elsewhere);
    }
    let seen = match seen_row(house, visit, desk, &number, place).await {
        Err(DossierError::NotNow { .. }) => {
            let at = Addresses::of(visit, &number);
            return Ok(Redirect::to(at.follow()).into_response());
        }
        seen => seen?,
    };
    let showing = Showing {
        notice: match why.nouveau {
            Some(_) if seen.view.errors.is_empty() => visit.say("step-new-questions"),
            _ => "",
        },
        to_check: why.is_to_check(),
        ..Showing::default()
    };
    shown(visit, desk, seen, place, &showing)
}

/// The step of a row, with only the errors of that row.
pub(super) async fn seen_row(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    number: &Number,
    place: &RowPlace,
) -> Result<Seen, DossierError> {
    let mut seen = seen(house, visit, desk, number, &place.step).await?;
    place.of(&seen.view.revision.form)?;
    seen.view.errors.retain(|error| place.is_of(error));
    Ok(seen)
}

/// Shows a row; one that the step has no room for leads to the list.
pub(super) fn shown(
    visit: &Visit,
    desk: &Desk,
    seen: Seen,
    place: &RowPlace,
    showing: &Showing<'_>,
) -> Result<Response, PageError> {
    let Seen { view, aside, step } = seen;
    let at = Addresses::of(visit, &view.dossier.number);
    let form = &view.revision.form;
    let journey = Journey::new(form, &view.answers, visit.today());
    let met = journey
        .step(&step)
        .filter(|met| met.state != StepState::CannotStartYet);
    let (_, block) = place.of(form)?;
    let Some(met) = met else {
        return Ok(Redirect::to(&at.step(&step)).into_response());
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
            own: false,
            anonymous: view.dossier.identification == Identification::Anonymous,
            extra: &[],
            prefilled: &view.prefilled,
            sources: &Sources::default(),
            shape: Shape::Row(place.row),
        },
    )?;
    let Some(stands) = fields.row else {
        return Ok(Redirect::to(&at.step(&step)).into_response());
    };
    if !stands.is_known && stands.number > block.max as usize {
        return Ok(Redirect::to(&at.step(&step)).into_response());
    }
    let status = match fields.errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let own = at.row(place);
    let shown = Page {
        visit,
        step_title: worded(visit, &met.step.title),
        title: worded(visit, &block.row_title).numbered(stands.number),
        notice: showing.notice,
        back: match showing.to_check {
            true => at.check(),
            false => at.step(&step),
        },
        remove: stands.is_known.then(|| format!("{own}/retirer")),
        action: own,
        to_check: showing.to_check,
        revision: view.dossier.revision.to_string(),
        fields,
        aside,
    };
    Ok((status, page(&shown)?).into_response())
}

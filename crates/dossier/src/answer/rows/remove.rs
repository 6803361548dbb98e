//! The page that asks before a row is taken away.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use parvis_sources::Sources;
use parvis_web::{EntriesExt, Form, House, PageError, Visit, Wording, page};

use super::super::aside::Aside;
use super::super::fields::{self, ListedRow, Questions, Shape};
use super::super::page::{Seen, seen};
use super::act::{RowPlace, remove_row};
use super::page::{Why, place_of};
use crate::addresses::Addresses;
use crate::desk::Desk;
use crate::error::DossierError;
use crate::model::{Identification, Number};
use crate::request::{DeskOf, again, number_of};
use crate::said::worded;

#[derive(Template)]
#[template(path = "answer/rows/remove.html")]
struct Page<'a> {
    visit: &'a Visit,
    step_title: Wording,
    title: Wording,
    lines: Vec<Wording>,
    back: String,
    action: String,
    to_check: bool,
    aside: Aside,
}

pub(super) async fn ask(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path((number, step, block, row)): Path<(String, String, String, String)>,
    Query(why): Query<Why>,
    visit: Visit,
) -> Result<Response, PageError> {
    let (number, place) = (number_of(&number)?, place_of(step, block, &row)?);
    let at = Addresses::of(&visit, &number);
    let seen = match seen(&house, &visit, &desk, &number, &place.step).await {
        Err(DossierError::NotNow { .. }) => return Ok(Redirect::to(at.follow()).into_response()),
        seen => seen?,
    };
    let Some(row) = row_of(&visit, &desk, &seen, &place)? else {
        return Ok(Redirect::to(&at.step(&place.step)).into_response());
    };
    let (step, _) = place.of(&seen.view.revision.form)?;
    let to_check = why.is_to_check();
    let shown = Page {
        visit: &visit,
        step_title: worded(&visit, &step.title),
        title: Wording::quoting(&row.name, |name| {
            visit.say_with("rows-remove-title", &[("row", name)])
        }),
        lines: row.lines,
        back: match to_check {
            true => at.check(),
            false => at.step(&place.step),
        },
        action: format!("{}/retirer", at.row(&place)),
        to_check,
        aside: seen.aside,
    };
    Ok(page(&shown)?.into_response())
}

pub(super) async fn remove(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path((number, step, block, row)): Path<(String, String, String, String)>,
    visit: Visit,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let (number, place) = (number_of(&number)?, place_of(step, block, &row)?);
    let removed = again(|| {
        let (ctx, desk, number) = (visit.ctx.clone(), desk.clone(), number.clone());
        let place = place.clone();
        house
            .store
            .write(move |tx| remove_row(&ctx, tx, &desk, &number, &place))
    });
    removed.await?;
    let at = Addresses::of(&visit, &number);
    let next = match entries.first("retour") {
        "verifier" => at.check(),
        _ => format!("{}?ligne=retiree", at.step(&place.step)),
    };
    Ok(Redirect::to(&next).into_response())
}

/// The row as the list names it.
fn row_of(
    visit: &Visit,
    desk: &Desk,
    seen: &Seen,
    place: &RowPlace,
) -> Result<Option<ListedRow>, PageError> {
    let view = &seen.view;
    let (step, _) = place.of(&view.revision.form)?;
    let number: &Number = &view.dossier.number;
    let rendered = fields::render(
        visit,
        desk,
        &Questions {
            number,
            form: &view.revision.form,
            step,
            answers: &view.answers,
            entries: view.entries.as_ref(),
            errors: &[],
            pieces: &view.pieces,
            own: false,
            anonymous: view.dossier.identification == Identification::Anonymous,
            extra: &[],
            prefilled: &view.prefilled,
            sources: &Sources::default(),
            shape: Shape::List { to_check: false },
        },
    )?;
    let row = place.row.to_string();
    Ok(rendered.listed.into_iter().find(|listed| listed.id == row))
}

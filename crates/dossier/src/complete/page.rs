//! The page that asks only what the service asked.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::{Agent, agent};
use parvis_form::{Entries, EntryError, Field, Step};
use parvis_sources::Sources;
use parvis_web::{House, PageError, Visit, page};

use super::act::{RequestView, view_request};
use super::send::taken_back;
use crate::addresses::Addresses;
use crate::answer::aside::Aside;
use crate::answer::fields::{self, Questions, Rendered, Shape};
use crate::desk::Desk;
use crate::error::DossierError;
use crate::follow::{self, COMPLETE};
use crate::message::files;
use crate::model::{Identification, Number};
use crate::request::{DeskOf, number_of};
use crate::said::Said;

/// Characters at most of the words that go with the answer: the list of the pieces is added to them.
pub(super) const LONGEST_COMMENT: usize = 2_000;

#[derive(Template)]
#[template(path = "complete/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    at: Addresses,
    title: Said,
    by: String,
    until: String,
    text: String,
    notice: &'a str,
    fields: Rendered,
    comment: &'a str,
    most: usize,
    aside: Aside,
}

/// A request as it is in the store, with what stands beside it.
pub(super) struct Seen {
    pub(super) view: RequestView,
    pub(super) aside: Aside,
    agent: Option<Agent>,
    /// The pieces asked for, as questions.
    pub(super) pieces: Vec<Field>,
}

/// How the page is shown.
#[derive(Default)]
pub(super) struct Showing<'a> {
    /// What was typed.
    pub(super) typed: Option<&'a Entries>,
    /// The words that go with it.
    pub(super) comment: &'a str,
    /// The questions, with those that the answer makes appear.
    pub(super) step: Option<&'a Step>,
    /// What must be corrected.
    pub(super) errors: Vec<EntryError>,
    /// What the person should know first.
    pub(super) notice: &'a str,
}

pub(super) async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    headers: HeaderMap,
    visit: Visit,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let kept = follow::kept_aside(&house, &visit, &desk, &number, COMPLETE, &headers);
    if let Some(entries) = kept.await? {
        return taken_back(&house, &visit, &desk, number, entries).await;
    }
    match seen(&house, &visit, &desk, &number).await {
        Ok(seen) => shown(&visit, &desk, seen, Showing::default()),
        Err(DossierError::NotNow { .. }) => Ok(elsewhere(&visit, &number)),
        Err(error) => Err(error.into()),
    }
}

/// Nothing is asked any more: the follow-up page says where the dossier stands.
pub(super) fn elsewhere(visit: &Visit, number: &Number) -> Response {
    Redirect::to(Addresses::of(visit, number).follow()).into_response()
}

pub(super) async fn seen(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    number: &Number,
) -> Result<Seen, DossierError> {
    let (ctx, desk, number) = (visit.ctx.clone(), desk.clone(), number.clone());
    let viewed = house.store.write(move |tx| {
        let view = view_request(&ctx, tx, &desk, &number)?;
        let aside = Aside::of(&ctx, tx, &view.dossier)?;
        let agent = agent::find(tx, ctx.organisation, view.request.agent).ok();
        let pieces = view.request.asked.pieces.iter().enumerate();
        let pieces = pieces.filter_map(|(index, label)| files::question(index, label, true));
        Ok::<_, DossierError>(Seen {
            pieces: pieces.collect(),
            view,
            aside,
            agent,
        })
    });
    viewed.await
}

pub(super) fn shown(
    visit: &Visit,
    desk: &Desk,
    seen: Seen,
    showing: Showing<'_>,
) -> Result<Response, PageError> {
    let Seen {
        view,
        aside,
        agent,
        pieces,
    } = seen;
    let dossier = &view.dossier;
    let fields = fields::render(
        visit,
        desk,
        &Questions {
            number: &dossier.number,
            form: &view.revision.form,
            step: showing.step.unwrap_or(&view.step),
            answers: &view.answers,
            entries: showing.typed,
            errors: &showing.errors,
            pieces: &view.pieces,
            own: !dossier.people.has_helper(),
            anonymous: dossier.identification == Identification::Anonymous,
            extra: &pieces,
            prefilled: &view.prefilled,
            sources: &Sources::default(),
            // One page asks all that the service asks, and keeps nothing before it is sent.
            shape: Shape::InPlace,
        },
    )?;
    let status = match fields.errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let service = &aside.service.name;
    let template = Page {
        visit,
        at: Addresses::of(visit, &dossier.number),
        title: Said::of(visit, &view.revision.file.title),
        by: agent.map_or_else(
            || service.clone(),
            |agent| format!("{}, {}, {service}", agent.full_name(), agent.quality),
        ),
        until: visit.date(view.request.due_on),
        text: view.request.asked.text.to_string(),
        notice: showing.notice,
        comment: showing.comment,
        most: LONGEST_COMMENT,
        fields,
        aside,
    };
    Ok((status, page(&template)?).into_response())
}

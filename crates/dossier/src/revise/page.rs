//! The page that tells what a new revision changes in a draft, question by question.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::Right;
use parvis_demarche::{Revision, what_changed};
use parvis_form::{Answer, Misfit, Why};
use parvis_kernel::RevisionId;
use parvis_web::{Choice, EntriesExt, Errors, Form, House, PageError, Row, Visit, Wording, page};

use super::act::{Newer, finish_former, is_moved, newer, take_newer};
use crate::addresses::Addresses;
use crate::answer::aside::Aside;
use crate::answer::fields::message;
use crate::desk::{self, Desk, Opened};
use crate::error::DossierError;
use crate::follow;
use crate::model::Number;
use crate::request::{DeskOf, again, number_of};
use crate::said::{Said, worded};
use crate::store;

/// The name of the choice, and its values.
const CHOICE: &str = "choix";
const NEWER: &str = "nouvelle";
const FORMER: &str = "ancienne";

#[derive(Template)]
#[template(path = "revise/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    at: Addresses,
    procedure: Wording,
    intro: String,
    /// What changed, in sentences.
    changes: Vec<String>,
    /// The answers that do not fit.
    misfits: Vec<Row>,
    /// The questions that appeared.
    asked: Vec<Wording>,
    closed: Option<Wording>,
    /// The ways to go on; none when the draft moved already, one when only the new revision can be deposited.
    choices: Vec<Choice>,
    revision: String,
    errors: Errors,
    aside: Aside,
}

/// What the page tells.
struct Told {
    opened: Opened,
    aside: Aside,
    newer: Option<Newer>,
    /// The revision from which the draft moved.
    from: Option<Arc<Revision>>,
}

pub(super) async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    visit: Visit,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    shown(&house, &visit, &desk, &number, Errors::none()).await
}

pub(super) async fn send(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    visit: Visit,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    if !follow::is_held(&house, &visit, &desk, &number).await? {
        return Err(PageError::not_found());
    }
    let Ok(revision) = entries.first("revision").parse::<RevisionId>() else {
        return Err(PageError::not_found());
    };
    let is_newer = match entries.first(CHOICE) {
        NEWER => true,
        FORMER => false,
        _ => {
            let mut errors = Errors::none();
            errors.add(CHOICE, visit.say("revise-error-choice"));
            return shown(&house, &visit, &desk, &number, errors).await;
        }
    };
    let done = again(|| {
        let (ctx, desk, number) = (visit.ctx.clone(), desk.clone(), number.clone());
        house.store.write(move |tx| match is_newer {
            true => take_newer(&ctx, tx, &desk, &number, revision),
            false => finish_former(&ctx, tx, &desk, &number, revision),
        })
    });
    let at = Addresses::of(&visit, &number);
    let next = match done.await {
        Ok(()) => at.tasks(),
        // Another tab chose, or yet another revision was published: the page tells where the draft stands.
        Err(DossierError::ChangedMeanwhile { .. } | DossierError::RevisionRequired) => at.revised(),
        Err(DossierError::NotNow { .. }) => at.follow().to_owned(),
        Err(error) => return Err(error.into()),
    };
    Ok(Redirect::to(&next).into_response())
}

async fn shown(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    number: &Number,
    errors: Errors,
) -> Result<Response, PageError> {
    let (ctx, own, asked) = (visit.ctx.clone(), desk.clone(), number.clone());
    let told = house.store.read(move |tx| {
        let opened = desk::open(&ctx, tx, &own, &asked, Right::HoldDossier)?;
        opened.allows(crate::rules::Act::Fill)?;
        let stored = store::draft(tx, ctx.organisation, opened.dossier.id, &opened.key)?;
        let from = is_moved(&stored)
            .map(|from| own.catalogue.revision(tx, ctx.organisation, from))
            .transpose()?;
        Ok::<_, DossierError>(Told {
            newer: newer(&ctx, tx, &own, &opened)?,
            aside: Aside::of(&ctx, tx, &opened.dossier)?,
            opened,
            from,
        })
    });
    let at = Addresses::of(visit, number);
    let told = match told.await {
        Err(DossierError::NotNow { .. }) => return Ok(Redirect::to(at.follow()).into_response()),
        told => told?,
    };
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let shown = match (&told.newer, &told.from) {
        (Some(newer), _) => to_choose(visit, at, &told, newer, errors),
        (None, Some(from)) => moved(visit, at, &told, from),
        (None, None) => return Ok(Redirect::to(&at.tasks()).into_response()),
    };
    Ok((status, page(&shown)?).into_response())
}

fn to_choose<'a>(
    visit: &'a Visit,
    at: Addresses,
    told: &Told,
    newer: &Newer,
    errors: Errors,
) -> Page<'a> {
    let carried = &newer.carried;
    let former = &told.opened.revision;
    let day = visit.day(newer.revision.published_at);
    let intro = match newer.is_required() {
        true => "revise-intro-required",
        false => "revise-intro",
    };
    Page {
        procedure: worded(visit, &newer.revision.file.title),
        intro: visit.say_with(intro, &[("date", day)]),
        changes: what_changed(visit, former, &newer.revision),
        misfits: carried
            .misfits
            .iter()
            .map(|misfit| misfit_row(visit, former, misfit))
            .collect(),
        asked: carried
            .asked
            .iter()
            .map(|asked| worded(visit, &asked.label))
            .collect(),
        closed: carried.closed.as_ref().map(|why| worded(visit, why)),
        choices: choices(visit, told, newer),
        revision: newer.revision.id.to_string(),
        aside: told.aside.clone(),
        errors,
        at,
        visit,
    }
}

fn moved<'a>(visit: &'a Visit, at: Addresses, told: &Told, from: &Revision) -> Page<'a> {
    let revision = &told.opened.revision;
    let day = visit.day(revision.published_at);
    Page {
        procedure: worded(visit, &revision.file.title),
        intro: visit.say_with("revise-intro-moved", &[("date", day)]),
        changes: what_changed(visit, from, revision),
        misfits: Vec::new(),
        asked: Vec::new(),
        closed: None,
        choices: Vec::new(),
        revision: revision.id.to_string(),
        errors: Errors::none(),
        aside: told.aside.clone(),
        at,
        visit,
    }
}

fn choices(visit: &Visit, told: &Told, newer: &Newer) -> Vec<Choice> {
    let take = Choice::new(NEWER, visit.say("revise-take")).hint(visit.say("revise-take-hint"));
    if newer.is_required() {
        return vec![take.checked(true)];
    }
    let until = told.opened.dossier.facts.expires_at;
    let until = visit.day(until.unwrap_or(visit.ctx.now));
    let hint = visit.say_with("revise-finish-hint", &[("date", until)]);
    vec![
        take,
        Choice::new(FORMER, visit.say("revise-finish")).hint(hint),
    ]
}

/// A question, what was answered, and why it does not fit.
fn misfit_row(visit: &Visit, former: &Revision, misfit: &Misfit) -> Row {
    let form = &former.form;
    let field = form.field(misfit.field.as_str());
    let label = match (field, form.block(misfit.field.as_str())) {
        (Some(field), _) => worded(visit, &field.label),
        (None, Some(block)) => worded(visit, &block.title),
        (None, None) => Wording::default(),
    };
    let mut row = Row::new(label, "");
    match (&misfit.answer, field) {
        (Answer::Pieces(pieces), _) => {
            row = pieces
                .files
                .iter()
                .fold(row, |row, file| row.line(&*file.name));
        }
        (answer, Some(field)) => {
            let words = field.in_words(answer, visit.tongues());
            row = words
                .into_iter()
                .fold(row, |row, words| row.line(Said::shown(visit, words)));
        }
        (_, None) => {}
    }
    row.line(match &misfit.why {
        Why::Gone => visit.say("revise-gone").into(),
        Why::Hidden => visit.say("revise-hidden").into(),
        Why::Refused(error) => message(visit, error),
    })
}

//! Posting the page of a row.

use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use parvis_form::Entries;
use parvis_store::StoreError;
use parvis_web::{House, PageError, Visit};

use super::super::fields::{Action, Posted};
use super::act::{RowIntent, RowPlace, RowRecorded, record_row};
use super::page::{Showing, place_of, seen_row, shown};
use crate::addresses::Addresses;
use crate::desk::Desk;
use crate::error::DossierError;
use crate::model::{Identification, Number};
use crate::piece::{self, Body, Place, Receiver, add_piece, name_in_entries, remove_piece};
use crate::request::{DeskOf, again, number_of};
use crate::{follow, revise};

pub(super) async fn send(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path((number, step, block, row)): Path<(String, String, String, String)>,
    visit: Visit,
    request: Request,
) -> Result<Response, PageError> {
    let (number, place) = (number_of(&number)?, place_of(step, block, &row)?);
    let seen = match seen_row(&house, &visit, &desk, &number, &place).await {
        Ok(seen) => seen,
        // The session ended, or it never held this dossier: what was typed is kept for who proves to hold it.
        Err(DossierError::NotFound | DossierError::Access(_)) => {
            let body = piece::read_body(&house, &visit, None, request).await?;
            return follow::set_aside(&house, &visit, &number, &place.step, body.entries).await;
        }
        // The step went away with a former revision, in another tab.
        Err(DossierError::NoSuchStep) => {
            let body = piece::read_body(&house, &visit, None, request).await?;
            let body = body.recognised(&visit)?;
            return revise::late(&house, &visit, &desk, &number, body.entries).await;
        }
        Err(error) => return Err(error.into()),
    };
    let (definition, _) = place.of(&seen.view.revision.form)?;
    let definition = definition.clone();
    let receiver = Receiver {
        desk: &desk,
        number: &number,
        step: &definition,
        anonymous: seen.view.dossier.identification == Identification::Anonymous,
        exchange: false,
    };
    let mut body = piece::read_body(&house, &visit, Some(&receiver), request).await?;
    if body.recognised && revise::is_late(&definition, &seen.view.dossier, &body.entries) {
        piece::forget(&house, &body.received).await;
        let entries = std::mem::take(&mut body.entries);
        return revise::late(&house, &visit, &desk, &number, entries).await;
    }
    let to_check = body
        .entries
        .remove("retour")
        .is_some_and(|value| value == ["verifier"]);
    let mut posted = Posted::of(&definition, std::mem::take(&mut body.entries));
    let prefix = format!("{}.{}.", place.block, place.row);
    posted
        .entries
        .retain(|name, _| name.starts_with(&prefix) || name == parvis_form::ASKED_INPUT);
    if !body.recognised {
        let whole = whole(&seen.view, &definition, &place, &posted.entries);
        let showing = Showing {
            typed: Some(&whole),
            notice: visit.say("step-sent-twice"),
            to_check,
            ..Showing::default()
        };
        let page = shown(&visit, &desk, seen, &place, &showing)?;
        return Ok((StatusCode::FORBIDDEN, page).into_response());
    }
    let sent = Sent {
        number,
        place,
        posted,
        body,
        to_check,
    };
    let recorded = record(&house, &visit, &desk, &sent).await?;
    answered(&house, &visit, &desk, &sent, recorded).await
}

/// What the page shows again: the row as it was posted, among the others.
fn whole(
    view: &super::super::StepView,
    step: &parvis_form::Step,
    place: &RowPlace,
    posted: &Entries,
) -> Entries {
    let stored = crate::store::StoredAnswers {
        answers: view.answers.clone(),
        entries: view
            .entries
            .iter()
            .map(|typed| {
                let draft = crate::store::StepDraft {
                    entries: typed.clone(),
                    ..crate::store::StepDraft::default()
                };
                (place.step.clone(), draft)
            })
            .collect(),
    };
    match step.paged() {
        Some(block) => super::merged(step, block, posted, &stored),
        None => posted.clone(),
    }
}

/// A row that was posted by who holds the dossier.
struct Sent {
    number: Number,
    place: RowPlace,
    posted: Posted,
    body: Body,
    to_check: bool,
}

impl Sent {
    fn intent(&self) -> RowIntent {
        match &self.posted.action {
            Action::Continue if self.body.refused.is_empty() => RowIntent::Finish,
            _ => RowIntent::Keep,
        }
    }
}

/// Records the row, received files included, at once. When that fails no file is left.
async fn record(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    sent: &Sent,
) -> Result<RowRecorded, PageError> {
    let mut entries = sent.posted.entries.clone();
    name_in_entries(&mut entries, &sent.body.received);
    let removed = match &sent.posted.action {
        Action::RemovePiece(piece) => Some(*piece),
        _ => None,
    };
    let recorded = again(|| {
        let (ctx, desk, number) = (visit.ctx.clone(), desk.clone(), sent.number.clone());
        let (place, entries, intent) = (sent.place.clone(), entries.clone(), sent.intent());
        let received = sent.body.received.clone();
        house.store.write(move |tx| {
            for file in &received {
                add_piece(&ctx, tx, &desk, &number, file)?;
            }
            let recorded = record_row(&ctx, tx, &desk, &number, &place, &entries, intent)?;
            if recorded == RowRecorded::Full {
                for file in &received {
                    remove_piece(&ctx, tx, &desk, &number, file.id)?;
                }
            }
            if let Some(piece) = removed {
                match remove_piece(&ctx, tx, &desk, &number, piece) {
                    Ok(()) | Err(DossierError::NotFound) => {}
                    Err(error) => return Err(error),
                }
            }
            Ok(recorded)
        })
    });
    match recorded.await {
        Ok(recorded) => Ok(recorded),
        // A database that went away may have kept the rows: their files are then left to the daily sweep.
        Err(error @ DossierError::Store(StoreError::Unavailable(_))) => Err(error.into()),
        Err(error) => {
            piece::forget(house, &sent.body.received).await;
            Err(error.into())
        }
    }
}

/// Where the person goes next.
async fn answered(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    sent: &Sent,
    recorded: RowRecorded,
) -> Result<Response, PageError> {
    let at = Addresses::of(visit, &sent.number);
    if !sent.body.refused.is_empty() {
        let now = seen_row(house, visit, desk, &sent.number, &sent.place).await?;
        let showing = Showing {
            refused: &sent.body.refused,
            to_check: sent.to_check,
            ..Showing::default()
        };
        return shown(visit, desk, now, &sent.place, &showing);
    }
    let here = |query: &str| {
        let back = match (sent.to_check, query) {
            (false, "") => String::new(),
            (false, query) => format!("?{query}"),
            (true, "") => "?retour=verifier".to_owned(),
            (true, query) => format!("?{query}&retour=verifier"),
        };
        format!("{}{back}", at.row(&sent.place))
    };
    let next = match (&sent.posted.action, recorded) {
        (_, RowRecorded::TooEarly) => format!("{}?avis=trop-tot", at.tasks()),
        (_, RowRecorded::Full) => at.step(&sent.place.step),
        (Action::SaveForLater, _) => format!("{}?avis=enregistre", at.tasks()),
        (Action::Upload, _) => format!("{}{}", here(""), first_file(sent)),
        (Action::RemovePiece(_), _) => here(""),
        (_, RowRecorded::Again) => here("nouveau=1"),
        (_, RowRecorded::Kept) if sent.to_check => at.check(),
        (_, RowRecorded::Kept) => format!("{}?ligne={}", at.step(&sent.place.step), sent.place.row),
    };
    Ok(Redirect::to(&next).into_response())
}

fn first_file(sent: &Sent) -> String {
    let first = sent.body.received.first();
    match first.map(|file| &file.place) {
        Some(Place::Field(name)) => format!("#{name}"),
        _ => String::new(),
    }
}

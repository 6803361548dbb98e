//! Posting a step.

use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use parvis_store::StoreError;
use parvis_web::{House, PageError, Visit};

use super::act::{Intent, Recorded, record_answers};
use super::fields::{Action, Posted};
use super::page::{Seen, Showing, seen, shown};
use crate::addresses::Addresses;
use crate::desk::Desk;
use crate::error::DossierError;
use crate::follow;
use crate::model::{Identification, Number};
use crate::obtain::SourcesOf;
use crate::piece::{self, Body, Receiver, add_piece, name_in_entries, remove_piece};
use crate::request::{DeskOf, again, number_of};
use crate::revise;

pub(super) async fn send(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    SourcesOf(sources): SourcesOf,
    Path((number, step)): Path<(String, String)>,
    visit: Visit,
    request: Request,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let seen = match seen(&house, &visit, &desk, &number, &step).await {
        Ok(seen) => seen,
        // The session ended, or it never held this dossier: what was typed is kept for who proves to hold it.
        Err(DossierError::NotFound | DossierError::Access(_)) => {
            let body = piece::read_body(&house, &visit, None, request).await?;
            return follow::set_aside(&house, &visit, &number, &step, body.entries).await;
        }
        // The step went away with a former revision, in another tab.
        Err(DossierError::NoSuchStep) => {
            let body = piece::read_body(&house, &visit, None, request).await?;
            let body = body.recognised(&visit)?;
            return revise::late(&house, &visit, &desk, &number, body.entries).await;
        }
        Err(error) => return Err(error.into()),
    };
    let Some(definition) = seen.view.revision.form.step(&step).cloned() else {
        return Err(PageError::not_found());
    };
    let receiver = Receiver {
        desk: &desk,
        number: &number,
        step: &definition,
        anonymous: seen.view.dossier.identification == Identification::Anonymous,
        exchange: false,
    };
    let mut body = piece::read_body(&house, &visit, Some(&receiver), request).await?;
    let to_check = body
        .entries
        .remove("retour")
        .is_some_and(|value| value == ["verifier"]);
    if body.recognised && revise::is_late(&definition, &seen.view.dossier, &body.entries) {
        piece::forget(&house, &body.received).await;
        let entries = std::mem::take(&mut body.entries);
        return revise::late(&house, &visit, &desk, &number, entries).await;
    }
    let posted = Posted::of(&definition, std::mem::take(&mut body.entries));
    if !body.recognised {
        let showing = Showing {
            typed: Some(&posted.entries),
            notice: visit.say("step-sent-twice"),
            to_check,
            sources,
            ..Showing::default()
        };
        let page = shown(&visit, &desk, seen, &showing)?;
        return Ok((StatusCode::FORBIDDEN, page).into_response());
    }
    let sent = Sent {
        number,
        step,
        posted,
        body,
    };
    let recorded = record(&house, &visit, &desk, &sent).await?;
    answered(&house, &visit, &desk, seen, &sent, &recorded, to_check).await
}

/// A step that was posted by who holds the dossier.
struct Sent {
    number: Number,
    step: String,
    posted: Posted,
    body: Body,
}

impl Sent {
    fn intent(&self) -> Intent {
        match &self.posted.action {
            Action::Continue if self.body.refused.is_empty() => Intent::Continue,
            Action::AddRow(block) => Intent::AddRow(block.clone()),
            Action::RemoveRow(block, row) => Intent::RemoveRow(block.clone(), *row),
            _ => Intent::SaveForLater,
        }
    }
}

/// Records all that was posted, received files included, at once. When that fails no file is left.
async fn record(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    sent: &Sent,
) -> Result<Recorded, PageError> {
    let mut entries = sent.posted.entries.clone();
    name_in_entries(&mut entries, &sent.body.received);
    let removed = match &sent.posted.action {
        Action::RemovePiece(piece) => Some(*piece),
        _ => None,
    };
    let recorded = again(|| {
        let (ctx, desk, number) = (visit.ctx.clone(), desk.clone(), sent.number.clone());
        let (step, entries, intent) = (sent.step.clone(), entries.clone(), sent.intent());
        let received = sent.body.received.clone();
        house.store.write(move |tx| {
            for file in &received {
                add_piece(&ctx, tx, &desk, &number, file)?;
            }
            let recorded = record_answers(&ctx, tx, &desk, &number, &step, &entries, &intent)?;
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
    before: Seen,
    sent: &Sent,
    recorded: &Recorded,
    to_check: bool,
) -> Result<Response, PageError> {
    let at = Addresses::of(visit, &sent.number);
    if *recorded == Recorded::TooEarly {
        let list = format!("{}?avis=trop-tot", at.tasks());
        return Ok(Redirect::to(&list).into_response());
    }
    if !sent.body.refused.is_empty() {
        let now = seen(house, visit, desk, &sent.number, &sent.step).await?;
        let showing = Showing {
            refused: &sent.body.refused,
            to_check,
            ..Showing::default()
        };
        return shown(visit, desk, now, &showing);
    }
    let here = |query: &str, anchor: &str| {
        let query = match (to_check, query) {
            (false, query) => query.to_owned(),
            (true, "") => "?retour=verifier".to_owned(),
            (true, query) => format!("{query}&retour=verifier"),
        };
        format!("{}{query}{anchor}", at.step(&sent.step))
    };
    let next = match (&sent.posted.action, recorded) {
        (Action::SaveForLater, _) => format!("{}?avis=enregistre", at.tasks()),
        (Action::AskSource(field), _) => at.source(&sent.step, field),
        (Action::AddRow(block), _) => here("", &format!("#{}", last_row(block))),
        (Action::RemoveRow(block, _), _) => here("", &format!("#{block}")),
        (Action::Upload, _) => here("", &first_file(sent)),
        (Action::RemovePiece(piece), _) => {
            let place = before.view.pieces.iter().find(|held| held.id == *piece);
            let place = place.and_then(|held| held.place.strip_prefix("field:"));
            here(
                "",
                &place.map(|name| format!("#{name}")).unwrap_or_default(),
            )
        }
        (Action::Continue, Recorded::Stopped) => at.stopped(),
        (Action::Continue, Recorded::Accepted { to_read: true, .. }) => here("?nouveau=1", ""),
        (Action::Continue, Recorded::Accepted { .. }) if to_check => at.check(),
        (
            Action::Continue,
            Recorded::Accepted {
                next: Some(next), ..
            },
        ) => at.step(next),
        (Action::Continue, Recorded::Accepted { next: None, .. }) => at.tasks(),
        (Action::Continue, _) => here("?nouveau=1", ""),
    };
    Ok(Redirect::to(&next).into_response())
}

/// The identifier of the last row of a block, on the page.
fn last_row(block: &str) -> String {
    format!("{block}-last")
}

fn first_file(sent: &Sent) -> String {
    let first = sent.body.received.first();
    match first.map(|file| &file.place) {
        Some(piece::Place::Field(name)) => format!("#{name}"),
        _ => String::new(),
    }
}

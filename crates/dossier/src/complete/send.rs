//! Posting the answer to a request.

use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use parvis_form::{Answer, At, Element, Entries, EntryError, Field, Step, normalise};
use parvis_kernel::{MessageId, RowId};
use parvis_store::StoreError;
use parvis_web::{EntriesExt, House, PageError, Visit};

use super::act::{Checked, Completed, check_answer, complete};
use super::page::{LONGEST_COMMENT, Seen, Showing, elsewhere, seen, shown};
use crate::addresses::Addresses;
use crate::answer::fields::{Action, Posted};
use crate::answer::held_pieces;
use crate::desk::Desk;
use crate::error::DossierError;
use crate::follow::{self, COMPLETE};
use crate::message::{files, write_message};
use crate::model::{Identification, Number};
use crate::piece::{self, Body, Place, Receiver, add_piece, name_in_entries};
use crate::request::{DeskOf, again, number_of};
use crate::text;

/// Characters at most of the name of a piece in the message that tells what was sent.
const LONGEST_LABEL: usize = 60;

pub(super) async fn send(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    visit: Visit,
    request: Request,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let now = match seen(&house, &visit, &desk, &number).await {
        Ok(seen) => seen,
        Err(DossierError::NotNow { .. }) => return Ok(elsewhere(&visit, &number)),
        // The session ended: what was typed is shown again once the person is known.
        Err(DossierError::NotFound | DossierError::Access(_)) => {
            let body = piece::read_body(&house, &visit, None, request).await?;
            return follow::set_aside(&house, &visit, &number, COMPLETE, body.entries).await;
        }
        Err(error) => return Err(error.into()),
    };
    let headers = request.headers().clone();
    let whole = whole(&now);
    let receiver = Receiver {
        desk: &desk,
        number: &number,
        step: &whole,
        anonymous: now.view.dossier.identification == Identification::Anonymous,
        exchange: true,
    };
    let mut body = piece::read_body(&house, &visit, Some(&receiver), request).await?;
    let comment = text::cleaned(body.entries.first("message"));
    let mut posted = Posted::of(&whole, std::mem::take(&mut body.entries));
    name_in_entries(&mut posted.entries, &body.received);
    keep(&house, &visit, &desk, &number, &body).await?;
    // The pieces just received are held now.
    let now = seen(&house, &visit, &desk, &number).await?;
    let sent = Sent {
        number,
        comment,
        entries: posted.entries,
    };
    if !body.recognised {
        let notice = visit.say("step-sent-twice");
        return again_with(&house, &visit, &desk, now, &sent, Vec::new(), notice).await;
    }
    if posted.action != Action::Continue {
        let sent = sent.after(&posted.action);
        let showing = Showing {
            typed: Some(&sent.entries),
            comment: &sent.comment,
            errors: body.refused,
            ..Showing::default()
        };
        return shown(&visit, &desk, now, showing);
    }
    let answer = finish(&house, &visit, &desk, now, sent, body.refused).await?;
    if !answer.status().is_redirection() {
        return Ok(answer);
    }
    let forget = follow::forget_aside(&house, &visit, &headers).await?;
    Ok((forget, answer).into_response())
}

/// The page with what was set aside when the session ended: to be read again, and sent.
pub(super) async fn taken_back(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    number: Number,
    entries: Entries,
) -> Result<Response, PageError> {
    let now = seen(house, visit, desk, &number).await?;
    let comment = text::cleaned(entries.first("message"));
    let entries = Posted::of(&whole(&now), entries).entries;
    let (ctx, own) = (visit.ctx.clone(), desk.clone());
    let read = entries.clone();
    let checked = house
        .store
        .read(move |tx| check_answer(&ctx, tx, &own, &number, &read));
    let step = checked.await?.step;
    let showing = Showing {
        typed: Some(&entries),
        comment: &comment,
        step: Some(&step),
        notice: visit.say("complete-kept"),
        ..Showing::default()
    };
    shown(visit, desk, now, showing)
}

/// What was posted.
struct Sent {
    number: Number,
    comment: String,
    entries: Entries,
}

impl Sent {
    /// What was typed, with a row more or less.
    fn after(mut self, action: &Action) -> Self {
        match action {
            Action::AddRow(block) => {
                let rows = self.entries.entry(block.clone()).or_default();
                rows.push(RowId::new().to_string());
            }
            Action::RemoveRow(block, row) => {
                let row = row.to_string();
                let prefix = format!("{block}.{row}.");
                self.entries.retain(|name, _| !name.starts_with(&prefix));
                if let Some(rows) = self.entries.get_mut(block) {
                    rows.retain(|id| *id != row);
                }
            }
            _ => {}
        }
        self
    }
}

/// All the questions that might be on the page: those of the form, and the pieces asked for.
fn whole(seen: &Seen) -> Step {
    let steps = seen.view.revision.form.steps().iter();
    let own = steps.flat_map(|step| &step.elements).cloned();
    let asked = seen.pieces.iter().cloned().map(Element::Field);
    Step {
        elements: own.chain(asked).collect(),
        ..seen.view.step.clone()
    }
}

/// Adds the received files to the dossier: they stay received if something else must be corrected.
async fn keep(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    number: &Number,
    body: &Body,
) -> Result<(), PageError> {
    let mut received = body.received.clone();
    for file in &mut received {
        if let Place::Field(name) = &file.place
            && files::is_input(name)
        {
            file.place = Place::Exchange;
        }
    }
    let (ctx, desk, number) = (visit.ctx.clone(), desk.clone(), number.clone());
    let kept = house.store.write(move |tx| {
        for file in &received {
            add_piece(&ctx, tx, &desk, &number, file)?;
        }
        Ok::<_, DossierError>(())
    });
    match kept.await {
        Ok(()) => Ok(()),
        // A database that went away may have kept the rows: their files are then left to the daily sweep.
        Err(error @ DossierError::Store(StoreError::Unavailable(_))) => Err(error.into()),
        Err(error) => {
            piece::forget(house, &body.received).await;
            Err(error.into())
        }
    }
}

async fn finish(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    now: Seen,
    sent: Sent,
    refused: Vec<EntryError>,
) -> Result<Response, PageError> {
    let (told, wrong) = pieces_told(visit, desk, &now, &sent.entries);
    let errors = [refused, wrong].concat();
    let too_long = sent.comment.chars().count() > LONGEST_COMMENT;
    if !errors.is_empty() || too_long {
        let notice = if too_long {
            visit.say("complete-comment-long")
        } else {
            ""
        };
        return again_with(house, visit, desk, now, &sent, errors, notice).await;
    }
    let message = [&[sent.comment.clone()][..], &told].concat();
    let message: Vec<String> = message
        .into_iter()
        .filter(|line| !line.is_empty())
        .collect();
    let message = message.join("\n");
    let id = MessageId::new();
    let completed = again(|| {
        let (ctx, desk, number) = (visit.ctx.clone(), desk.clone(), sent.number.clone());
        let (entries, message) = (sent.entries.clone(), message.clone());
        house.store.write(move |tx| {
            let completed = complete(&ctx, tx, &desk, &number, &entries)?;
            if completed == Completed::Done && !message.is_empty() {
                write_message(&ctx, tx, &desk, &number, id, &message)?;
            }
            Ok(completed)
        })
    });
    match completed.await {
        Ok(Completed::Done) => {
            house.wake.wake();
            let at = Addresses::of(visit, &sent.number);
            let next = format!("{}?fait=complement", at.follow());
            Ok(Redirect::to(&next).into_response())
        }
        Ok(Completed::Again(_)) => again_with(house, visit, desk, now, &sent, Vec::new(), "").await,
        // Another tab sent it already.
        Err(DossierError::NotNow { .. }) => Ok(elsewhere(visit, &sent.number)),
        Err(error) => Err(error.into()),
    }
}

/// What is told to the service of each piece asked for, and what is wrong with them.
fn pieces_told(
    visit: &Visit,
    desk: &Desk,
    now: &Seen,
    entries: &Entries,
) -> (Vec<String>, Vec<EntryError>) {
    let held = held_pieces(&now.view.pieces);
    let surroundings = desk.surroundings(&visit.ctx, &held);
    let (mut told, mut wrong) = (Vec::new(), Vec::new());
    for question in &now.pieces {
        match normalise(question, At::Form, entries, &surroundings) {
            Ok(Some(Answer::Pieces(pieces))) => {
                told.push(piece_told(visit, question, pieces.files.len()));
            }
            Ok(_) => {}
            Err(errors) => wrong.extend(errors),
        }
    }
    (told, wrong)
}

fn piece_told(visit: &Visit, question: &Field, count: usize) -> String {
    let label = text::line(question.label.in_language(visit.language), LONGEST_LABEL);
    let values = [("label", label), ("count", count.to_string())];
    match count {
        0 => visit.say_with("complete-piece-other-way", &values),
        _ => visit.say_with("complete-piece-sent", &values),
    }
}

/// Shows the page again with what was typed, and everything that must be corrected.
async fn again_with(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    now: Seen,
    sent: &Sent,
    of_pieces: Vec<EntryError>,
    notice: &str,
) -> Result<Response, PageError> {
    let (ctx, own) = (visit.ctx.clone(), desk.clone());
    let (number, entries) = (sent.number.clone(), sent.entries.clone());
    let checked = house
        .store
        .read(move |tx| check_answer(&ctx, tx, &own, &number, &entries));
    let Checked {
        step,
        errors,
        is_right,
        ..
    } = checked.await?;
    let revealed = !is_right && errors.is_empty();
    let notice = match notice {
        "" if revealed => visit.say("step-new-questions"),
        notice => notice,
    };
    let showing = Showing {
        typed: Some(&sent.entries),
        comment: &sent.comment,
        step: Some(&step),
        errors: [errors, of_pieces].concat(),
        notice,
    };
    shown(visit, desk, now, showing)
}

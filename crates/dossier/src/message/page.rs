//! Posting a message of the person, with its files.

use std::time::Duration;

use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use parvis_kernel::MessageId;
use parvis_store::StoreError;
use parvis_web::{EntriesExt, Errors, House, PageError, Rule, Visit};

use super::act::{may_write, write_message_once};
use super::files;
use crate::addresses::Addresses;
use crate::desk::Desk;
use crate::error::DossierError;
use crate::follow::{self, MESSAGE, Typed};
use crate::model::{Identification, Number};
use crate::piece::{self, Body, Place, Receiver, add_piece};
use crate::request::{DeskOf, number_of};
use crate::text::LONGEST_TEXT;

/// Messages of one device.
const MESSAGES: Rule = Rule {
    name: "message",
    burst: 20,
    every: Duration::from_secs(30),
};

pub(super) async fn send(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    visit: Visit,
    request: Request,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    visit.limit(&house, &MESSAGES, &visit.client.to_string())?;
    let (ctx, own, asked) = (visit.ctx.clone(), desk.clone(), number.clone());
    let dossier = house
        .store
        .read(move |tx| may_write(&ctx, tx, &own, &asked));
    let dossier = match dossier.await {
        Ok(dossier) => dossier,
        // The session ended: what was typed is sent once the person is known again.
        Err(DossierError::NotFound | DossierError::Access(_)) => {
            let body = piece::read_body(&house, &visit, None, request).await?;
            return follow::set_aside(&house, &visit, &number, MESSAGE, body.entries).await;
        }
        Err(error) => return Err(error.into()),
    };
    let anonymous = dossier.identification == Identification::Anonymous;
    let mut body = received(&house, &visit, &desk, &number, anonymous, request).await?;
    let typed = typed(&visit, &body);
    if typed.errors.any() {
        piece::forget(&house, &body.received).await;
        return follow::shown(&house, desk, &number, &visit, None, Some(typed)).await;
    }
    let id = typed.id.parse().unwrap_or_else(|_| MessageId::new());
    for file in &mut body.received {
        file.place = Place::Message(id);
    }
    match write(&house, &visit, &desk, &number, id, &typed.text, &body).await {
        Ok(is_new) => {
            if !is_new {
                piece::forget(&house, &body.received).await;
            }
            house.wake.wake();
            let at = Addresses::of(&visit, &number);
            let next = format!("{}?fait=message", at.follow());
            Ok(Redirect::to(&next).into_response())
        }
        // A database that went away may have kept the rows: their files are then left to the daily sweep.
        Err(error @ DossierError::Store(StoreError::Unavailable(_))) => Err(error.into()),
        Err(error) => {
            piece::forget(&house, &body.received).await;
            Err(error.into())
        }
    }
}

async fn received(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    number: &Number,
    anonymous: bool,
    request: Request,
) -> Result<Body, PageError> {
    let question = files::question(0, visit.say("follow-files"), false);
    let step = question.and_then(|question| files::step(vec![question]));
    let receiver = step.as_ref().map(|step| Receiver {
        desk,
        number,
        step,
        anonymous,
        exchange: true,
    });
    piece::read_body(house, visit, receiver.as_ref(), request).await
}

/// What was typed, and what must be corrected. Files need no words with them.
fn typed(visit: &Visit, body: &Body) -> Typed {
    let mut errors = Errors::none();
    let mut text = body.entries.first("message").to_owned();
    if !body.recognised {
        errors.add("message", visit.say("message-error-again"));
    } else if text.chars().count() > LONGEST_TEXT {
        let most = visit.number(i64::try_from(LONGEST_TEXT).unwrap_or(i64::MAX));
        errors.add(
            "message",
            visit.say_with("message-error-long", &[("most", most)]),
        );
    } else if text.is_empty() && body.received.is_empty() && body.refused.is_empty() {
        errors.add("message", visit.say("message-error-empty"));
    }
    for refused in &body.refused {
        let message = visit.say_with(&refused.key(), &refused.values(visit.language));
        errors.add(refused.input_name(), message);
    }
    if text.is_empty() && !body.received.is_empty() && !errors.any() {
        visit.say("message-files-only").clone_into(&mut text);
    }
    Typed {
        id: body.entries.first("identifiant").to_owned(),
        text,
        errors,
    }
}

async fn write(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    number: &Number,
    id: MessageId,
    text: &str,
    body: &Body,
) -> Result<bool, DossierError> {
    let (ctx, desk, number) = (visit.ctx.clone(), desk.clone(), number.clone());
    let (text, files) = (text.to_owned(), body.received.clone());
    let written = house.store.write(move |tx| {
        let is_new = write_message_once(&ctx, tx, &desk, &number, id, &text)?;
        for file in files.iter().filter(|_| is_new) {
            add_piece(&ctx, tx, &desk, &number, file)?;
        }
        Ok(is_new)
    });
    written.await
}

//! Messages, and the decision.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use parvis_access::Right;
use parvis_access::token::Scope;
use parvis_jobs::answer_once;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{MessageId, Personal};
use parvis_web::api::{Caller, IdempotencyKey, Sent, json};
use parvis_web::{House, PageError};
use serde::Deserialize;
use serde_json::{Value, json as object};

use super::begin::{call_of, claimed};
use super::shown;
use super::told::field;
use crate::desk;
use crate::error::DossierError;
use crate::message::write_message;
use crate::read_decision::read_decision;
use crate::request::{DeskOf, number_of};
use crate::store;

pub(super) async fn messages(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    caller: Caller,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::DossiersRead).await?;
    let (ctx, number) = (caller.ctx.clone(), number_of(&number)?);
    let read = house.store.write(move |tx| {
        let opened = desk::open(&ctx, tx, &desk, &number, Right::ReadDossier)?;
        let id = opened.dossier.id;
        journal::consulted(&ctx, tx, "messages.read", Subject::dossier(id), &[])?;
        store::messages(tx, ctx.organisation, id, &opened.key)
    });
    let messages = read.await?;
    let items: Vec<Value> = messages.iter().map(shown::message).collect();
    Ok(json(StatusCode::OK, &object!({ "items": items })))
}

/// A message for the service.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewMessage {
    text: Personal<String>,
}

pub(super) async fn write(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    caller: Caller,
    key: IdempotencyKey,
    sent: Sent<NewMessage>,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::MessagesWrite).await?;
    let number = number_of(&number)?;
    let call = call_of(
        &caller,
        key,
        &format!("/dossiers/{number}/messages"),
        &sent.bytes,
    );
    let (ctx, text) = (caller.ctx.clone(), sent.value.text);
    let written = house.store.write(move |tx| {
        if let Some(told) = claimed(tx, &call)? {
            return Ok(told);
        }
        let id = MessageId::new();
        write_message(&ctx, tx, &desk, &number, id, &text).map_err(|error| match error {
            DossierError::Text { .. } => field("/text", "text", "api-field-text"),
            error => error.into(),
        })?;
        // The text is not repeated: what is kept of a call holds nothing of a person.
        let told = object!({ "id": id, "sender": "usager", "at": shown::instant(ctx.now) });
        answer_once(tx, &call, &told.to_string())?;
        Ok::<_, PageError>(told)
    });
    let told = written.await?;
    house.wake.wake();
    Ok(json(StatusCode::CREATED, &told))
}

pub(super) async fn decision(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    caller: Caller,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::DecisionsRead).await?;
    let (ctx, number) = (caller.ctx.clone(), number_of(&number)?);
    let read = house
        .store
        .write(move |tx| read_decision(&ctx, tx, &desk, &number));
    let (_, decided) = read.await?;
    Ok(json(StatusCode::OK, &shown::decision(&decided, &caller)))
}

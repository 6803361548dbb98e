//! Beginning a dossier.

#![expect(
    clippy::indexing_slicing,
    reason = "setting a key of a JSON object adds it; only what is no object would panic"
)]

use axum::extract::State;
use axum::http::header::LOCATION;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use parvis_access::token::Scope;
use parvis_jobs::{Call, Once, answer_once, once};
use parvis_kernel::{Ctx, DossierId, Personal};
use parvis_store::Tx;
use parvis_web::api::{Caller, IdempotencyKey, Problem, Sent, json, with_version};
use parvis_web::{House, PageError};
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::shown;
use super::told::field;
use crate::desk::Desk;
use crate::follow::code_of;
use crate::request::DeskOf;
use crate::start::{MachineStart, is_address, start_by_machine};
use crate::store;

/// What a dossier begins with.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewDossier {
    procedure: String,
    #[serde(default)]
    anonymous: bool,
    email: Option<String>,
    language: Option<Tag>,
}

/// A language of the interface.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Tag {
    Fr,
    En,
}

pub(super) async fn begin(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    caller: Caller,
    key: IdempotencyKey,
    sent: Sent<NewDossier>,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::DossiersWrite).await?;
    let call = call_of(&caller, key, "/dossiers", &sent.bytes);
    let new = checked(&sent.value)?;
    let mut ctx = caller.ctx.clone();
    let tag = sent.value.language.map(|tag| match tag {
        Tag::Fr => "fr",
        Tag::En => "en",
    });
    ctx.language = shown::language(tag, ctx.language);
    let begun = house
        .store
        .write(move |tx| begun(&ctx, tx, &desk, &call, &new));
    let told = begun.await?;
    house.wake.wake();
    let version = told.get("version").and_then(Value::as_i64).unwrap_or(1);
    let number = told
        .get("number")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let place = caller.url(&format!("/dossiers/{number}"));
    let mut response = with_version(json(StatusCode::CREATED, &told), version);
    if let Ok(place) = HeaderValue::from_str(&place) {
        response.headers_mut().insert(LOCATION, place);
    }
    Ok(response)
}

fn checked(new: &NewDossier) -> Result<MachineStart, PageError> {
    let email = new.email.as_deref().map(str::trim);
    if email.is_some_and(|email| !is_address(email)) {
        return Err(field("/email", "email-invalid", "api-field-email"));
    }
    Ok(MachineStart {
        slug: new.procedure.clone(),
        anonymous: new.anonymous,
        email: email.map(|email| Personal::new(email.to_owned())),
    })
}

fn begun(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    call: &Call,
    new: &MachineStart,
) -> Result<Value, PageError> {
    let mut told = match claimed(tx, call)? {
        Some(told) => told,
        None => {
            let dossier = start_by_machine(ctx, tx, desk, new)?;
            let revision = desk
                .catalogue
                .revision(tx, ctx.organisation, dossier.revision)?;
            let told = Value::Object(shown::summary(&dossier, &revision, ctx.now));
            answer_once(tx, call, &told.to_string())?;
            told
        }
    };
    // The code of the person is derived, never stored: it is not in the answer that is kept.
    let id = told.get("id").and_then(Value::as_str);
    let id: Option<DossierId> = id.and_then(|id| id.parse().ok());
    if let Some(id) = id {
        let (dossier, _) = store::find(tx, ctx.organisation, id)?;
        let code = code_of(tx, &dossier);
        told["follow_up_code"] = code.map_or(Value::Null, |code| code.reveal().into());
    }
    Ok(told)
}

/// The call of an application that must happen once.
pub(super) fn call_of(caller: &Caller, key: IdempotencyKey, path: &str, bytes: &[u8]) -> Call {
    let mut hash = Sha256::new();
    hash.update(path.as_bytes());
    hash.update([0]);
    hash.update(bytes);
    let digest = hash.finalize();
    Call {
        organisation: caller.ctx.organisation,
        caller: caller.token.id.uuid(),
        key: key.0,
        fingerprint: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
        at: caller.ctx.now,
    }
}

/// The answer of a call that happened before; nothing when it happens now.
pub(super) fn claimed(tx: &mut Tx<'_>, call: &Call) -> Result<Option<Value>, PageError> {
    match once(tx, call)? {
        Once::First => Ok(None),
        Once::Again(answer) => serde_json::from_str(&answer).map(Some).map_err(|error| {
            parvis_kernel::Failure::new("reading the answer of a call", error).into()
        }),
        Once::Reused => Err(Problem::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "idempotency-reused",
            "api-problem-idempotency-reused",
        )
        .into()),
    }
}

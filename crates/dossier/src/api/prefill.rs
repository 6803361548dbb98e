//! Proposing answers to a person, who begins the dossier themselves.

#![expect(
    clippy::indexing_slicing,
    reason = "setting a key of a JSON object adds it; only what is no object would panic"
)]

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use parvis_access::token::Scope;
use parvis_jobs::{Call, answer_once};
use parvis_kernel::{Ctx, Language};
use parvis_store::Tx;
use parvis_web::api::{Caller, IdempotencyKey, Sent, json};
use parvis_web::{House, PageError, Roots};
use serde::Deserialize;
use serde_json::{Value, json as object};

use super::begin::{call_of, claimed};
use super::told::{field, unfit_below};
use crate::answer::AnswersPatch;
use crate::desk::Desk;
use crate::model::PrefillCode;
use crate::prefill::{LONGEST_LIFE, NewProposal, USUAL_LIFE, propose_by_machine};
use crate::request::DeskOf;

/// What is proposed.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SentProposal {
    procedure: String,
    answers: AnswersPatch,
    days: Option<u64>,
}

pub(super) async fn propose(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    caller: Caller,
    key: IdempotencyKey,
    sent: Sent<SentProposal>,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::DossiersWrite).await?;
    let call = call_of(&caller, key, "/prefills", &sent.bytes);
    let days = sent.value.days.unwrap_or(USUAL_LIFE);
    if !(1..=LONGEST_LIFE).contains(&days) {
        return Err(field("/days", "out-of-bounds", "api-field-days"));
    }
    let new = NewProposal {
        slug: sent.value.procedure,
        answers: sent.value.answers,
        name: caller.token.name.clone(),
        days,
        // The same call again is told the same code: it is made of the call, and never stored.
        code: code_of(&house, &call),
    };
    let root = Roots::new(&house.settings.public_url).of(&desk.organisation);
    let (path, code) = (path_of(&new), new.code.reveal().to_owned());
    let (ctx, language) = (caller.ctx.clone(), caller.language);
    let proposed = house
        .store
        .write(move |tx| proposed(&ctx, tx, &desk, &call, &new, language));
    let mut told = proposed.await?;
    told["code"] = code.into();
    told["link"] = format!("{root}{path}").into();
    Ok(json(StatusCode::CREATED, &told))
}

fn code_of(house: &House, call: &Call) -> PrefillCode {
    let organisation = call.organisation.uuid();
    let parts: [&[u8]; 4] = [
        organisation.as_bytes(),
        call.caller.as_bytes(),
        call.fingerprint.as_bytes(),
        call.key.as_bytes(),
    ];
    PrefillCode::of(house.store.vault(), &parts.concat())
}

fn path_of(new: &NewProposal) -> String {
    let code = new.code.reveal();
    format!("/demarches/{}/commencer?code-prerempli={code}", new.slug)
}

fn proposed(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    call: &Call,
    new: &NewProposal,
    language: Language,
) -> Result<Value, PageError> {
    if let Some(told) = claimed(tx, call)? {
        return Ok(told);
    }
    let done = propose_by_machine(ctx, tx, desk, new)?;
    let done = done.map_err(|refused| unfit_below("/answers", refused, &new.answers, language));
    let told = object!({ "procedure": new.slug, "expires_at": done?.to_string() });
    answer_once(tx, call, &told.to_string())?;
    Ok(told)
}

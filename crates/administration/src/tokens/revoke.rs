//! Taking a token back.

use axum::extract::{Path, State};
use axum::response::Response;
use parvis_access::AccessError;
use parvis_access::token::{self, Token};
use parvis_kernel::TokenId;
use parvis_web::{Errors, Form, House, PageError, Visit};

use super::TOKENS;
use crate::pages::{self, Frame, Part};
use crate::request::{Agent, done, id};
use crate::services::refuse_reader;

pub(super) async fn ask(
    State(house): State<House>,
    Agent(visit): Agent,
    Path(text): Path<String>,
) -> Result<Response, PageError> {
    refuse_reader(&visit)?;
    let own = live(&house, &visit, id(&text)?).await?;
    let form = pages::Form {
        frame: Frame::titled(visit.say_with("admin-token-revoke-title", &[("name", &own.name)]))
            .back(&visit, "admin-section-tokens", TOKENS),
        action: visit.url(&format!("{TOKENS}/{}/revoquer", own.id)),
        parts: vec![Part::Text(visit.say("admin-token-revoke-text").to_owned())],
        button: visit.say("admin-token-revoke").to_owned(),
        grave: true,
        ..pages::Form::default()
    };
    pages::form(&visit, &form, &Errors::none())
}

/// A token that can still be taken back.
async fn live(house: &House, visit: &Visit, id: TokenId) -> Result<Token, PageError> {
    let (organisation, now) = (visit.ctx.organisation, visit.ctx.now);
    let read = house
        .store
        .read(move |tx| token::find(tx, organisation, id));
    let found = read.await?;
    let found = found.filter(|own| own.is_live(now));
    Ok(found.ok_or(AccessError::NotFound)?)
}

pub(super) async fn revoke(
    State(house): State<House>,
    Agent(visit): Agent,
    Path(text): Path<String>,
    Form(_): Form,
) -> Result<Response, PageError> {
    let (ctx, id) = (visit.ctx.clone(), id(&text)?);
    house
        .store
        .write(move |tx| token::revoke(&ctx, tx, id))
        .await?;
    Ok(done(&visit, TOKENS, "revoque"))
}

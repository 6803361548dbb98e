//! The visit of a signed-in agent.

use axum::extract::FromRequestParts;
use axum::response::{IntoResponse, Redirect, Response};
use http::request::Parts;

use super::visit::encoded;
use super::{EntriesExt, Visit, parse_entries};
use crate::error::PageError;
use crate::house::House;

/// The visit of a signed-in agent. Anybody else is led to the sign-in page, and back.
#[derive(Debug, Clone)]
pub struct AgentVisit(pub Visit);

impl FromRequestParts<House> for AgentVisit {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Response> {
        let visit = Visit::from_request_parts(parts, house)
            .await
            .map_err(IntoResponse::into_response)?;
        if visit.ctx.actor.agent().is_some() {
            return Ok(Self(visit));
        }
        // What was sent cannot be sent again after signing in: the page that sent it is shown.
        Err(to_sign_in(&visit, visit.path()))
    }
}

/// Leads to the sign-in page of agents, and back to a path once they are in.
#[must_use]
pub fn to_sign_in(visit: &Visit, back: &str) -> Response {
    let address = format!("/agent/connexion?retour={}", encoded(back));
    Redirect::to(&visit.url(&address)).into_response()
}

/// Leads to a page that says what was just done.
#[must_use]
pub fn done(visit: &Visit, path: &str, said: &str) -> Response {
    Redirect::to(&visit.url(&format!("{path}?fait={said}"))).into_response()
}

/// What [`done`] made the address of a page say, among the words that may be told: a key of the words.
///
/// # Errors
/// An address that cannot be read.
pub fn just_done(
    parts: &Parts,
    told: &[(&str, &'static str)],
) -> Result<Option<&'static str>, PageError> {
    let query = parts.uri.query().unwrap_or_default();
    let entries = parse_entries(query.as_bytes())?;
    let said = entries.first("fait");
    let found = told.iter().find(|(word, _)| *word == said);
    Ok(found.map(|(_, key)| *key))
}

//! The visit of a signed-in agent.

use axum::extract::FromRequestParts;
use axum::response::{IntoResponse, Redirect, Response};
use http::request::Parts;

use super::Visit;
use super::visit::encoded;
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
        let back = encoded(visit.path());
        let address = visit.url(&format!("/agent/connexion?retour={back}"));
        Err(Redirect::to(&address).into_response())
    }
}

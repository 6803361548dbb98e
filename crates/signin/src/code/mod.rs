//! The code that confirms an e-mail address.

mod ask;
mod confirm;
mod mask;
mod page;

use axum::Router;
use axum::routing::{get, post};
use parvis_access::AccessError;
use parvis_access::challenge::{self, Challenge, MAX_TRIES};
use parvis_kernel::{ChallengeId, Instant};
use parvis_web::{House, PageError, Visit};
use serde::Deserialize;

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/code", get(page::show).post(confirm::confirm))
        .route("/code/nouveau", post(ask::ask_again))
}

/// The query of these pages.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    /// The challenge.
    c: String,
    /// Present when a new code was just asked.
    #[serde(rename = "nouveau")]
    renewed: Option<String>,
}

/// The challenge that this browser asked for; nothing for an unknown one, or one of another browser.
async fn own_challenge(
    house: &House,
    visit: &Visit,
    asked: &Asked,
) -> Result<Option<Challenge>, PageError> {
    let (Ok(id), Some(session)) = (asked.c.parse::<ChallengeId>(), &visit.session) else {
        return Ok(None);
    };
    let (organisation, session) = (visit.organisation.id, session.id);
    let found = house
        .store
        .read(move |tx| challenge::find(tx, organisation, id))
        .await;
    match found {
        Ok(challenge) => Ok(Some(challenge).filter(|challenge| challenge.session == session)),
        Err(AccessError::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Whether no code opens it any more.
fn is_over(challenge: &Challenge, now: Instant) -> bool {
    now >= challenge.expires_at || challenge.tries >= MAX_TRIES
}

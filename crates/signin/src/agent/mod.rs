//! How agents sign in and out.

mod enrolment;
mod password;
mod qr;
mod second_factor;
mod sign_out;

use axum::Router;
use axum::extract::FromRequestParts;
use axum::response::Redirect;
use axum::routing::{get, post};
use http::request::Parts;
use parvis_access::AccessError;
use parvis_access::agent::{self, Credentials};
use parvis_access::session::{self, Token};
use parvis_kernel::{AgentId, SessionId};
use parvis_store::Tx;
use parvis_web::{EntriesExt, House, PageError, Visit};

use crate::way::Way;

pub(crate) const PASSWORD: &str = "/agent/connexion";
pub(crate) const SECOND_FACTOR: &str = "/agent/connexion/code";
pub(crate) const ENROLMENT: &str = "/agent/connexion/premiere-fois";

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route(PASSWORD, get(password::show).post(password::sign_in))
        .route(
            SECOND_FACTOR,
            get(second_factor::show).post(second_factor::confirm),
        )
        .route(ENROLMENT, get(enrolment::show).post(enrolment::enrol))
        .route("/agent/connexion/premiere-fois/qr.svg", get(qr::show))
        .route("/agent/deconnexion", post(sign_out::sign_out))
}

/// Where the agent goes on once signed in (`?retour=`), and whether they just signed out (`?fin`).
#[derive(Debug, Default)]
pub(crate) struct Next {
    way: Option<Way>,
    signed_out: bool,
}

impl<S: Send + Sync> FromRequestParts<S> for Next {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, PageError> {
        let query = parts.uri.query().unwrap_or_default();
        let entries = parvis_web::parse_entries(query.as_bytes())?;
        Ok(Self {
            way: Way::below(entries.first("retour"), "/agent"),
            signed_out: entries.contains_key("fin"),
        })
    }
}

impl Next {
    /// A page of this room that keeps the way back.
    fn page(&self, visit: &Visit, path: &str) -> String {
        page_with(visit, self.way.as_ref(), path)
    }

    /// The way back, as a row keeps it.
    pub(crate) fn way_path(&self) -> &str {
        self.way.as_ref().map_or("", Way::path)
    }

    /// The page where the agent goes on.
    pub(crate) fn onward(&self, visit: &Visit) -> String {
        visit.url(self.way.as_ref().map_or("/agent", Way::path))
    }
}

/// A page of this room that keeps a way back.
pub(crate) fn page_with(visit: &Visit, way: Option<&Way>, path: &str) -> String {
    match way {
        Some(way) => visit.url(&format!("{path}?retour={}", way.encoded())),
        None => visit.url(path),
    }
}

/// An agent who gave the right password in this session, and not yet the second factor.
struct Half {
    session: SessionId,
    agent: AgentId,
}

/// Who is halfway; or else the page where they must go: the password, or on when they are through.
fn halfway(visit: &Visit, next: &Next) -> Result<Half, Redirect> {
    let session = visit.session.as_ref();
    let Some((session, agent)) = session.and_then(|own| Some((own, own.agent?))) else {
        return Err(Redirect::to(&next.page(visit, PASSWORD)));
    };
    if !session.awaits_second_factor() {
        return Err(Redirect::to(&next.onward(visit)));
    }
    Ok(Half {
        session: session.id,
        agent,
    })
}

/// What the second step needs to know of the agent.
async fn credentials(house: &House, visit: &Visit, half: &Half) -> Result<Credentials, PageError> {
    let (organisation, agent) = (visit.organisation.id, half.agent);
    let found = house
        .store
        .read(move |tx| agent::credentials_of(tx, organisation, agent));
    Ok(found.await?)
}

/// Counts a wrong code.
async fn wrong_code(
    house: &House,
    visit: &Visit,
    credentials: Credentials,
) -> Result<(), PageError> {
    let ctx = visit.ctx.clone();
    let counted = house
        .store
        .write(move |tx| agent::record_wrong_try(&ctx, tx, &credentials));
    Ok(counted.await?)
}

/// Completes the sign-in of a session, which gets a new token. False when the time step was used before.
fn complete(
    ctx: &parvis_kernel::Ctx,
    tx: &mut Tx<'_>,
    half: &Half,
    step: i64,
    token: &Token,
) -> Result<bool, AccessError> {
    if !agent::complete_sign_in(ctx, tx, half.session, half.agent, step)? {
        return Ok(false);
    }
    session::rotate(ctx, tx, half.session, token)?;
    Ok(true)
}

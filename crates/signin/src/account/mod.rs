//! The account of a person: opening it, signing in, what protects it. Nobody has to have one.

mod activity;
mod address;
mod code;
mod confirm;
mod devices;
mod enrolment;
mod lost;
mod open;
mod passkey;
mod password;
mod second_factor;
mod security;
mod sheet;
mod sign_in;

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use http::request::Parts;
use parvis_access::account::{self, SignIn, SignedIn};
use parvis_access::challenge::{self, NewChallenge};
use parvis_access::session::Token;
use parvis_access::{AccessError, password as rules};
use parvis_kernel::{AccountId, ChallengeId, Personal};
use parvis_web::{
    EntriesExt, House, PageError, Rule, Visit, device_name, hash_password, session_of,
};
use std::time::Duration;

use crate::gate;
use crate::way::Way;

const HOME: &str = "/compte";
const SIGN_IN: &str = "/compte/connexion";
const SECOND_FACTOR: &str = "/compte/connexion/second-facteur";
const SECURITY: &str = "/compte/securite";

/// Codes sent to one address; shared with the pages that send others.
const CODES: Rule = Rule {
    name: "code",
    burst: 5,
    every: Duration::from_secs(120),
};
/// Letters at most of an address (RFC 5321).
const LONGEST_ADDRESS: usize = 254;

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/compte/connexion", get(sign_in::show).post(sign_in::send))
        .route("/compte/connexion/code", get(code::show).post(code::send))
        .route("/compte/connexion/suite", get(code::confirmed))
        .route(
            "/compte/connexion/second-facteur",
            get(second_factor::show).post(second_factor::send),
        )
        .route("/compte/connexion/aide", get(lost::help))
        .route("/compte/deconnexion", post(sign_in::sign_out))
        .route("/compte/ouvrir", get(open::show).post(open::send))
        .route(
            "/compte/ouvrir/suite",
            get(open::confirmed).post(open::open),
        )
        .route("/compte/confirmer", get(confirm::show).post(confirm::send))
        .route("/compte/confirmer/code", post(confirm::ask_code))
        .route("/compte/confirmer/suite", get(confirm::confirmed))
        .route("/compte/securite", get(security::show))
        .route(
            "/compte/mot-de-passe",
            get(password::show).post(password::send),
        )
        .route("/compte/adresse", get(address::show).post(address::send))
        .route(
            "/compte/adresse/suite",
            get(address::confirmed).post(address::change),
        )
        .route(
            "/compte/adresse/annuler",
            get(address::show_cancel).post(address::cancel),
        )
        .route(
            "/compte/second-facteur",
            get(enrolment::show).post(enrolment::send),
        )
        .route("/compte/second-facteur/qr.svg", get(enrolment::drawing))
        .route(
            "/compte/second-facteur/codes",
            get(enrolment::show_codes).post(enrolment::draw_codes),
        )
        .route(
            "/compte/second-facteur/retirer",
            get(enrolment::show_removal).post(enrolment::remove),
        )
        .route(
            "/compte/second-facteur/annuler",
            get(lost::show_cancel).post(lost::cancel),
        )
        .route("/compte/second-facteur/garder", post(lost::keep))
        .route("/compte/appareils", get(devices::show).post(devices::end))
        .route("/compte/activite", get(activity::show))
        .route(
            "/agent/comptes/second-facteur",
            get(lost::show_request).post(lost::ask),
        )
        .merge(passkey::routes())
}

/// Where the person goes on (`?retour=`), and what the query says besides.
#[derive(Debug, Default)]
struct Next {
    way: Option<Way>,
    challenge: Option<ChallengeId>,
    /// What was just done.
    done: String,
}

impl<S: Send + Sync> FromRequestParts<S> for Next {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, PageError> {
        let query = parts.uri.query().unwrap_or_default();
        let entries = parvis_web::parse_entries(query.as_bytes())?;
        Ok(Self {
            way: way(entries.first("retour")),
            challenge: entries.first("c").parse().ok(),
            done: entries.first("fait").to_owned(),
        })
    }
}

/// A page of persons; never one of agents.
fn way(text: &str) -> Option<Way> {
    Way::of(text).filter(|_| Way::below(text, "/agent").is_none())
}

impl Next {
    /// A path that keeps the way back.
    fn path(&self, path: &str) -> String {
        match &self.way {
            Some(way) => format!("{path}?retour={}", way.encoded()),
            None => path.to_owned(),
        }
    }

    /// Where the person goes on.
    fn onward(&self, visit: &Visit) -> Redirect {
        Redirect::to(&visit.url(self.way.as_ref().map_or(HOME, Way::path)))
    }
}

fn is_address(text: &str) -> bool {
    let parts = text.rsplit_once('@');
    let parts = parts.filter(|(name, domain)| !name.is_empty() && domain.contains('.'));
    parts.is_some() && text.len() <= LONGEST_ADDRESS && !text.contains(char::is_whitespace)
}

/// Sends a code to an address and leads to the page that asks for it; `decoy` says, in the transaction, that none is sent.
async fn ask_code(
    house: &House,
    visit: &Visit,
    address: &str,
    purpose: String,
    decoy: fn(
        &mut parvis_store::Tx<'_>,
        parvis_kernel::OrganisationId,
        &str,
    ) -> Result<bool, AccessError>,
) -> Result<Response, PageError> {
    gate::take_device(house, visit)?;
    visit.limit(house, &CODES, &address.to_lowercase())?;
    let (session, cookie) = session_of(house, visit).await?;
    let (ctx, address) = (visit.ctx.clone(), Personal::new(address.to_owned()));
    let asked = house.store.write(move |tx| {
        let new = NewChallenge {
            session: session.id,
            address: address.clone(),
            purpose: purpose.clone(),
            dossier: None,
            decoy: decoy(tx, ctx.organisation, &address)?,
        };
        let id = challenge::create(&ctx, tx, &new)?;
        parvis_jobs::publish(tx, &challenge::asked(&ctx, id))?;
        Ok::<_, AccessError>(id)
    });
    let id = asked.await?;
    house.wake.wake();
    let next = Redirect::to(&visit.url(&format!("/code?c={id}")));
    Ok((cookie, next).into_response())
}

/// Opens a session for the person of an account, and leads on: through, or to the second factor.
async fn enter(
    house: &House,
    visit: &Visit,
    next: &Next,
    headers: &HeaderMap,
    account: AccountId,
) -> Result<Response, PageError> {
    let new = SignIn {
        account,
        older: visit.session.clone(),
        token: Token::draw()?,
        device: device_name(headers).unwrap_or_default(),
    };
    let (ctx, given) = (visit.ctx.clone(), new.clone());
    let signed = house
        .store
        .write(move |tx| account::sign_in(&ctx, tx, &given));
    let onward = match signed.await? {
        SignedIn::Through => next.onward(visit),
        SignedIn::Half => Redirect::to(&visit.url(&next.path(SECOND_FACTOR))),
    };
    Ok((visit.keep(&new.token), onward).into_response())
}

/// The hash of a new password, or the key of what is wrong with it.
async fn new_password(
    given: String,
    address: &str,
) -> Result<Result<String, &'static str>, PageError> {
    if let Err(refusal) = rules::check(&given, &[address]) {
        return Ok(Err(refusal.key()));
    }
    hash_password(Personal::new(given)).await.map(Ok)
}

//! Agents who sign in by the provider of their organisation: leaving for it, and coming back.

mod come_back;
mod leave;
mod trouble;

use axum::Router;
use axum::routing::get;
use parvis_identity::{Journey, Keys};
use parvis_web::{Cookie, House, Roots, Visit};

pub(crate) use leave::offered;

/// Where somebody leaves for the provider.
pub(crate) const LEAVE: &str = "/agent/connexion/fournisseur";
/// Where it leads back to.
const BACK: &str = "/agent/connexion/fournisseur/retour";
/// Where who administers tries it out.
const TRIAL: &str = "/agent/connexion/fournisseur/essai";

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route(LEAVE, get(leave::leave))
        .route(TRIAL, get(leave::try_out))
        .route(BACK, get(come_back::come_back))
}

/// Where the pages of the organisation are, for the outside.
pub(crate) fn root(house: &House, visit: &Visit) -> String {
    Roots::new(&house.settings.public_url).of(&visit.organisation)
}

/// What is asked of the provider, and what is expected of its answer.
fn journey(house: &House, visit: &Visit, keys: &Keys) -> Journey {
    let vault = house.store.vault();
    Journey {
        redirect: format!("{}{BACK}", root(house, visit)),
        state: keys.state.reveal().to_owned(),
        nonce: keys.nonce(vault),
        verifier: keys.verifier(vault).into(),
        now: visit.ctx.now,
    }
}

/// The name of the cookie that binds an attempt to its browser.
fn cookie_name(visit: &Visit) -> String {
    format!("{}_fournisseur", visit.site.cookie_name(visit.secure))
}

/// Gives the browser its half of an attempt, or takes it back.
fn cookie(visit: &Visit, value: &str) -> Cookie {
    let life = u32::try_from(parvis_identity::LIFE.as_secs()).unwrap_or(0);
    let age = if value.is_empty() { 0 } else { life };
    let path = visit.site.cookie_path();
    Cookie::new(&cookie_name(visit), value, path, visit.secure, Some(age))
}

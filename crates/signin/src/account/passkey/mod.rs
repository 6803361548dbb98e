//! Passkeys of an account: adding them, naming them, removing them, and signing in with one. The pages that offer them are complete
//! without: what only a script can do is hidden until a script can do it.

mod add;
mod enter;
mod list;
mod own;

use axum::Router;
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_TYPE, HOST};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use parvis_access::account::{self, Ceremony, CeremonyKind};
use parvis_access::session::Token;
use parvis_kernel::{AccountId, Failure};
use parvis_passkey::{Begun, Credential, PasskeyError, RelyingParty};
use parvis_web::{House, PageError, Visit};

use super::Next;
use super::sheet::{Asked, Device};
use crate::provider::root;

pub(super) const PAGE: &str = "/compte/cles";
const ADD: &str = "/compte/cles/ajouter";
const NEW: &str = "/compte/cles/options";
const ENTER: &str = "/compte/connexion/cle";
const PROOF: &str = "/compte/connexion/cle/options";

pub(super) fn routes() -> Router<House> {
    Router::new()
        .route("/compte/cles", get(list::show))
        .route("/compte/cles/options", post(add::options))
        .route("/compte/cles/ajouter", get(add::show).post(add::send))
        .route("/compte/cles/{key}", get(own::show).post(own::rename))
        .route(
            "/compte/cles/{key}/retirer",
            get(own::show_removal).post(own::remove),
        )
        .route("/compte/connexion/cle", post(enter::send))
        .route("/compte/connexion/cle/options", post(enter::options))
}

/// This site as devices know it; none where no browser offers passkeys.
pub(super) fn party(house: &House, visit: &Visit, headers: &HeaderMap) -> Option<RelyingParty> {
    let name = &visit.organisation.name;
    let root = root(house, visit);
    RelyingParty::at(&root, name)
        .or_else(|| RelyingParty::at(&on_this_machine(&root, headers)?, name))
}

/// A demonstration says that it is at 127.0.0.1, an address that can have no passkey: its pages have them when they are opened as
/// `localhost`, on the same machine and nowhere else.
fn on_this_machine(root: &str, headers: &HeaderMap) -> Option<String> {
    let rest = root.strip_prefix("http://127.0.0.1:")?;
    let local = format!("localhost:{}", rest.split('/').next()?);
    let asked = headers.get(HOST)?.to_str().ok()?;
    (asked == local).then(|| format!("http://{local}"))
}

/// The button that signs in, or proves again, with a passkey; none where no browser offers them.
pub(super) fn offer(
    house: &House,
    visit: &Visit,
    headers: &HeaderMap,
    next: &Next,
) -> Option<Asked> {
    let party = party(house, visit, headers)?;
    let asked = Asked::new(visit, &next.path(ENTER), "passkey-enter-button").styled("secondary");
    Some(asked.by_device(Device {
        options: visit.url(PROOF),
        origin: party.origin().to_owned(),
    }))
}

/// Keeps what a device is asked, and tells it to the browser.
async fn begin(
    house: &House,
    visit: &Visit,
    kind: CeremonyKind,
    account: Option<AccountId>,
    begun: Begun,
) -> Result<Response, PageError> {
    let browser = visit.token().cloned().ok_or_else(PageError::forged)?;
    let (ctx, state) = (visit.ctx.clone(), begun.state);
    let kept = house.store.write(move |tx| {
        let ceremony = Ceremony {
            account,
            state: state.clone(),
        };
        account::begin_ceremony(&ctx, tx, &browser, kind, &ceremony)
    });
    kept.await?;
    Ok(([(CONTENT_TYPE, "application/json")], begun.options).into_response())
}

/// What this browser began, once.
async fn take(
    house: &House,
    visit: &Visit,
    kind: CeremonyKind,
) -> Result<Option<Ceremony>, PageError> {
    let browser: Token = visit.token().cloned().ok_or_else(PageError::forged)?;
    let ctx = visit.ctx.clone();
    let taken = house
        .store
        .write(move |tx| account::take_ceremony(&ctx, tx, &browser, kind));
    Ok(taken.await?)
}

/// The passkeys of an account, as they were kept.
async fn known(
    house: &House,
    visit: &Visit,
    account: AccountId,
) -> Result<Vec<Credential>, PageError> {
    let organisation = visit.organisation.id;
    let kept = house
        .store
        .read(move |tx| account::credentials_kept(tx, organisation, account));
    let all: Result<Vec<_>, _> = kept
        .await?
        .iter()
        .map(|bytes| Credential::from_bytes(bytes))
        .collect();
    all.map_err(|error| broken(&error))
}

/// Why an answer proves nothing, in words; what this house kept and cannot read is its own failure.
fn said(error: &PasskeyError) -> Result<&'static str, PageError> {
    Ok(match error {
        PasskeyError::Elsewhere => "passkey-error-elsewhere",
        PasskeyError::NotVerified => "passkey-error-not-verified",
        PasskeyError::WentBack => "passkey-error-went-back",
        PasskeyError::Unreadable | PasskeyError::Refused(_) => "passkey-error-unknown",
        PasskeyError::Kept(_) => return Err(broken(error)),
    })
}

fn broken(error: &PasskeyError) -> PageError {
    Failure::new("reading a passkey", error.to_string()).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    #[test]
    fn only_a_demonstration_opened_as_localhost_has_passkeys_without_a_name() {
        let at = |root: &str, host: &str| {
            let headers = HeaderMap::from_iter([(HOST, HeaderValue::from_str(host).unwrap())]);
            on_this_machine(root, &headers)
        };
        let here = "http://127.0.0.1:8080/rochebrune";
        let local = Some("http://localhost:8080".to_owned());
        assert_eq!(at(here, "localhost:8080"), local);
        for host in [
            "127.0.0.1:8080",
            "localhost:80",
            "localhost",
            "ville.fr:8080",
            "",
        ] {
            assert_eq!(at(here, host), None, "{host}");
        }
        assert_eq!(at("https://ville.fr", "localhost:8080"), None);
        assert_eq!(at("http://192.0.2.7:8080/a", "localhost:8080"), None);
    }
}

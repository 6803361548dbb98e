//! Opening an account: the address is confirmed by a code, then a password is chosen.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::AccessError;
use parvis_access::account;
use parvis_kernel::{ChallengeId, Personal};
use parvis_web::{EntriesExt, Form, House, PageError, Visit};

use super::sheet::{Asked, Line, Sheet};
use super::{Next, ask_code, enter, is_address, new_password};

const PAGE: &str = "/compte/ouvrir";
const CHOOSE: &str = "/compte/ouvrir/suite";

pub(super) async fn show(visit: Visit) -> Result<Response, PageError> {
    page(&visit, "", None)
}

fn page(visit: &Visit, email: &str, error: Option<&str>) -> Result<Response, PageError> {
    Sheet::new(visit, "account-open-title")
        .text(visit.say("account-open-why"))
        .text(visit.say("account-open-optional"))
        .ask(Asked::new(visit, PAGE, "account-open-button").line(Line::email(visit, email)))
        .link(visit, "account-open-have", "/compte/connexion")
        .error(visit, "email", error)
        .show(visit)
}

pub(super) async fn send(
    State(house): State<House>,
    visit: Visit,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let email = entries.first("email");
    if !is_address(email) {
        return page(&visit, email, Some("account-error-email"));
    }
    ask_code(&house, &visit, email, CHOOSE.to_owned(), |_, _, _| {
        Ok(false)
    })
    .await
}

/// Back from the code: the person reads this address, so they may know whether it has an account.
pub(super) async fn confirmed(
    State(house): State<House>,
    visit: Visit,
    next: Next,
) -> Result<Response, PageError> {
    match proved(&house, &visit, &next).await? {
        Some((_, address, true)) => taken(&visit, &address),
        Some((challenge, _, false)) => choose(&visit, challenge, None),
        None => Ok(Redirect::to(&visit.url(PAGE)).into_response()),
    }
}

/// The code, the address that it confirmed, and whether it has an account.
async fn proved(
    house: &House,
    visit: &Visit,
    next: &Next,
) -> Result<Option<(ChallengeId, Personal<String>, bool)>, PageError> {
    let Some(challenge) = next.challenge else {
        return Ok(None);
    };
    let ctx = visit.ctx.clone();
    let found = house.store.read(move |tx| {
        let address = account::confirmed_address(&ctx, tx, challenge)?;
        let taken = account::exists(tx, ctx.organisation, &address)?;
        Ok::<_, AccessError>((challenge, address, taken))
    });
    match found.await {
        Ok(found) => Ok(Some(found)),
        Err(AccessError::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn taken(visit: &Visit, address: &str) -> Result<Response, PageError> {
    Sheet::new(visit, "account-open-taken-title")
        .text(visit.say_with("account-open-taken-text", &[("address", address)]))
        .link(visit, "account-open-have", "/compte/connexion")
        .link(visit, "account-sign-in-code", "/compte/connexion/code")
        .show(visit)
}

fn choose(
    visit: &Visit,
    challenge: ChallengeId,
    error: Option<&str>,
) -> Result<Response, PageError> {
    let path = format!("{CHOOSE}?c={challenge}");
    Sheet::new(visit, "account-choose-title")
        .text(visit.say("account-choose-text"))
        .ask(Asked::new(visit, &path, "account-choose-button").line(Line::new_password(visit)))
        .error(visit, "password", error)
        .show(visit)
}

pub(super) async fn open(
    State(house): State<House>,
    visit: Visit,
    next: Next,
    headers: HeaderMap,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let (challenge, address) = match proved(&house, &visit, &next).await? {
        Some((_, address, true)) => return taken(&visit, &address),
        Some((challenge, address, false)) => (challenge, address),
        None => return Ok(Redirect::to(&visit.url(PAGE)).into_response()),
    };
    let given = entries.all("password").first().cloned().unwrap_or_default();
    let hash = match new_password(given, &address).await? {
        Ok(hash) => hash,
        Err(key) => return choose(&visit, challenge, Some(key)),
    };
    let ctx = visit.ctx.clone();
    let opened = house
        .store
        .write(move |tx| account::open(&ctx, tx, challenge, &hash));
    match opened.await {
        Ok(account) => {
            house.wake.wake();
            let welcome = Next {
                way: super::way("/compte?fait=ouvert"),
                ..Next::default()
            };
            enter(&house, &visit, &welcome, &headers, account).await
        }
        Err(AccessError::AddressTaken) => taken(&visit, &address),
        Err(error) => Err(error.into()),
    }
}

//! Signing in with a passkey, giving it as the second factor, or proving again with it who one is.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use parvis_access::AccessError;
use parvis_access::account::{self, Ceremony, CeremonyKind, Held, Proved, SignIn};
use parvis_access::session::Token;
use parvis_kernel::AccountId;
use parvis_passkey::{Claim, Credential, PasskeyError, RelyingParty};
use parvis_web::{EntriesExt, Errors, Form, House, PageError, Visit, device_name};

use super::{broken, party, said};
use crate::account::{Next, confirm, second_factor, sign_in};
use crate::gate;

/// What the device is asked. Nobody is named unless the session already knows whose account it is.
pub(super) async fn options(
    State(house): State<House>,
    visit: Visit,
    headers: HeaderMap,
    Form(_): Form,
) -> Result<Response, PageError> {
    gate::take_device(&house, &visit)?;
    let party = party(&house, &visit, &headers).ok_or_else(PageError::not_found)?;
    let account = expected(&visit);
    let known = match account {
        Some(account) => super::known(&house, &visit, account).await?,
        None => Vec::new(),
    };
    let begun = party.ask(&known).map_err(|error| broken(&error))?;
    super::begin(&house, &visit, CeremonyKind::Proof, account, begun).await
}

/// The account that the session of the browser is of, whether its person is through or halfway.
fn expected(visit: &Visit) -> Option<AccountId> {
    visit.session.as_ref().and_then(|own| own.account)
}

pub(super) async fn send(
    State(house): State<House>,
    visit: Visit,
    next: Next,
    headers: HeaderMap,
    Form(entries): Form,
) -> Result<Response, PageError> {
    gate::take_device(&house, &visit)?;
    let party = party(&house, &visit, &headers).ok_or_else(PageError::not_found)?;
    let answer = entries.first("reponse");
    let entered = match proof(&house, &visit, &party, answer).await? {
        Ok(proved) => through(&house, &visit, &headers, proved).await?,
        Err(key) => Err(key),
    };
    match entered {
        Ok(token) => {
            house.wake.wake();
            Ok((visit.keep(&token), next.onward(&visit)).into_response())
        }
        Err(key) => back(&house, &visit, &headers, &next, key).await,
    }
}

/// The passkey that an answer proves, or the key of why it proves none.
async fn proof(
    house: &House,
    visit: &Visit,
    party: &RelyingParty,
    answer: &str,
) -> Result<Result<Proved, &'static str>, PageError> {
    let Some(begun) = super::take(house, visit, CeremonyKind::Proof).await? else {
        refuse(house, visit, None, "late").await?;
        return Ok(Err("passkey-error-late"));
    };
    let held = match Claim::of(answer) {
        Ok(claim) => held(house, visit, &begun, &claim).await?,
        Err(_) => None,
    };
    let Some(held) = held else {
        refuse(house, visit, None, "unknown").await?;
        return Ok(Err("passkey-error-unknown"));
    };
    let known = Credential::from_bytes(&held.credential).map_err(|error| broken(&error))?;
    match party.proved(&begun.state, &known, answer) {
        Ok(proved) => {
            let credential = proved.to_bytes().map_err(|error| broken(&error))?;
            Ok(Ok(Proved { held, credential }))
        }
        Err(error) => {
            let key = said(&error)?;
            if matches!(error, PasskeyError::WentBack) {
                suspect(house, visit, held.clone()).await?;
            }
            refuse(house, visit, Some(held), error.code()).await?;
            Ok(Err(key))
        }
    }
}

/// The passkey that an answer claims to be, when it is of the account that may answer. A device that was not told whose must say it.
async fn held(
    house: &House,
    visit: &Visit,
    begun: &Ceremony,
    claim: &Claim,
) -> Result<Option<Held>, PageError> {
    let (organisation, id) = (visit.organisation.id, claim.credential.clone());
    let found = house
        .store
        .read(move |tx| account::find_passkey(tx, organisation, &id));
    let own = expected(visit);
    Ok(found.await?.filter(|held| {
        let is_said = match claim.person {
            Some(person) => person == held.account.uuid(),
            None => begun.account.is_some(),
        };
        let may = |account: Option<AccountId>| account.is_none_or(|own| own == held.account);
        is_said && may(begun.account) && may(own)
    }))
}

async fn refuse(
    house: &House,
    visit: &Visit,
    held: Option<Held>,
    cause: &'static str,
) -> Result<(), PageError> {
    let ctx = visit.ctx.clone();
    let refused = house
        .store
        .write(move |tx| account::refuse_passkey(&ctx, tx, held.as_ref(), cause));
    Ok(refused.await?)
}

async fn suspect(house: &House, visit: &Visit, held: Held) -> Result<(), PageError> {
    let ctx = visit.ctx.clone();
    let told = house
        .store
        .write(move |tx| account::suspect_passkey(&ctx, tx, &held));
    told.await?;
    house.wake.wake();
    Ok(())
}

/// Opens the account, or renews the proof of a session that is through; the new token of the browser.
async fn through(
    house: &House,
    visit: &Visit,
    headers: &HeaderMap,
    proved: Proved,
) -> Result<Result<Token, &'static str>, PageError> {
    let token = Token::draw()?;
    let signed = visit.session.as_ref().and_then(|own| own.signed_account());
    let new = SignIn {
        account: proved.held.account,
        older: visit.session.clone(),
        token: token.clone(),
        device: device_name(headers).unwrap_or_default(),
    };
    let ctx = visit.ctx.clone();
    let entered = house.store.write(move |tx| match signed {
        Some(_) => account::prove_again_with_passkey(&ctx, tx, &proved, &new.token),
        None => account::enter_with_passkey(&ctx, tx, &new, &proved),
    });
    match entered.await {
        Ok(()) => Ok(Ok(token)),
        // Removed, or used by another request, in between.
        Err(AccessError::Ended) => Ok(Err("passkey-error-unknown")),
        Err(error) => Err(error.into()),
    }
}

/// The page from which the person came, with what happened.
async fn back(
    house: &House,
    visit: &Visit,
    headers: &HeaderMap,
    next: &Next,
    key: &str,
) -> Result<Response, PageError> {
    let mut errors = Errors::none();
    errors.add("", visit.say(key));
    let offer = super::offer(house, visit, headers, next);
    let session = visit.session.as_ref();
    match session.and_then(|own| Some((own.account?, own.signed_account()))) {
        Some((_, Some(_))) => confirm::page(visit, next, offer, errors),
        Some((account, None)) => {
            second_factor::page(house, visit, next, account, offer, errors).await
        }
        None => sign_in::page(visit, next, "", offer, errors),
    }
}

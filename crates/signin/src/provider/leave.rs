//! Leaving for the provider.

use axum::Extension;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::AccessError;
use parvis_identity::{Identity, IdentityError, Keys, Provider, begin, find, with_secret};
use parvis_web::{House, PageError, Visit};

use super::{cookie, journey, trouble};
use crate::agent::Next;
use crate::gate;

/// What the button of the sign-in page says; nothing when the provider is not open to agents.
pub(crate) async fn offered(house: &House, visit: &Visit) -> Result<Option<String>, PageError> {
    let organisation = visit.organisation.id;
    let read = house
        .store
        .read(move |tx| parvis_identity::offered(tx, organisation));
    Ok(read.await?)
}

pub(super) async fn leave(
    State(house): State<House>,
    Extension(identity): Extension<Identity>,
    visit: Visit,
    next: Next,
) -> Result<Response, PageError> {
    if visit.ctx.actor.agent().is_some() {
        return Ok(Redirect::to(&next.onward(&visit)).into_response());
    }
    gate::take_device(&house, &visit)?;
    let organisation = visit.organisation.id;
    let read = house.store.read(move |tx| with_secret(tx, organisation));
    let provider = match read.await {
        Ok((provider, _)) if provider.enabled_at.is_some() => provider,
        Ok(_) | Err(IdentityError::Access(AccessError::NotFound)) => {
            return Err(PageError::not_found());
        }
        Err(error) => return Err(PageError::from_outcome(error.refusal())),
    };
    depart(&house, &identity, &visit, provider, next.way_path(), false).await
}

/// Who administers tries the provider out, before it is open to agents.
pub(super) async fn try_out(
    State(house): State<House>,
    Extension(identity): Extension<Identity>,
    visit: Visit,
) -> Result<Response, PageError> {
    gate::take_device(&house, &visit)?;
    let ctx = visit.ctx.clone();
    let found = house.store.read(move |tx| find(&ctx, tx)).await;
    let found = found.map_err(|error| PageError::from_outcome(error.refusal()))?;
    let provider = found.ok_or_else(PageError::not_found)?;
    if !visit.administers() {
        return Err(PageError::from_outcome(AccessError::Forbidden.refusal()));
    }
    depart(&house, &identity, &visit, provider, "", true).await
}

async fn depart(
    house: &House,
    identity: &Identity,
    visit: &Visit,
    provider: Provider,
    way: &str,
    trial: bool,
) -> Result<Response, PageError> {
    let keys = Keys::draw()?;
    let journey = journey(house, visit, &keys);
    let url = match identity.leave(&provider, &journey).await {
        Ok(url) => url,
        Err(own) => return trouble::met(house, visit, &provider, own, trial).await,
    };
    let (ctx, way, drawn) = (visit.ctx.clone(), way.to_owned(), keys.clone());
    let begun = house
        .store
        .write(move |tx| begin(&ctx, tx, &provider, &drawn, &way, trial));
    let begun = begun.await;
    begun.map_err(|error: IdentityError| PageError::from_outcome(error.refusal()))?;
    let kept = cookie(visit, keys.browser.reveal());
    Ok((kept, Redirect::to(url.as_str())).into_response())
}

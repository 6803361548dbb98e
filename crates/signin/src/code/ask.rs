//! Asking for another code.

use std::time::Duration;

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::AccessError;
use parvis_access::challenge::{self, NewChallenge};
use parvis_web::{Form, House, PageError, Rule, Visit};

use super::{Asked, own_challenge, page};

/// Codes sent to one address.
const CODES: Rule = Rule {
    name: "code",
    burst: 5,
    every: Duration::from_secs(120),
};

/// Sends another code to the same address, for the same purpose.
pub(super) async fn ask_again(
    State(house): State<House>,
    Query(asked): Query<Asked>,
    visit: Visit,
    Form(_): Form,
) -> Result<Response, PageError> {
    let Some(old) = own_challenge(&house, &visit, &asked).await? else {
        return page::unknown(&visit);
    };
    if old.confirmed_at.is_some() {
        return Ok(Redirect::to(&page::onward(&visit, &old)).into_response());
    }
    visit.limit(&house, &CODES, &old.address.to_lowercase())?;
    let ctx = visit.ctx.clone();
    let new = NewChallenge {
        session: old.session,
        address: old.address,
        purpose: old.purpose,
        dossier: old.dossier,
        decoy: old.decoy,
    };
    let asked = house.store.write(move |tx| {
        let id = challenge::create(&ctx, tx, &new)?;
        parvis_jobs::publish(tx, &challenge::asked(&ctx, id))?;
        Ok::<_, AccessError>(id)
    });
    let id = asked.await?;
    house.wake.wake();
    let next = visit.url(&format!("/code?c={id}&nouveau=1"));
    Ok(Redirect::to(&next).into_response())
}

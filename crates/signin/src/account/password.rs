//! Choosing another password.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::AccessError;
use parvis_access::account;
use parvis_web::{EntriesExt, Form, House, PageError, RecentVisit, Visit};

use super::sheet::{Asked, Line, Sheet};
use super::{SECURITY, new_password};
use crate::gate;

const PAGE: &str = "/compte/mot-de-passe";

pub(super) async fn show(RecentVisit(person): RecentVisit) -> Result<Response, PageError> {
    page(&person.visit, None)
}

fn page(visit: &Visit, error: Option<&str>) -> Result<Response, PageError> {
    Sheet::new(visit, "account-password-title")
        .of_security(visit)
        .text(visit.say("account-password-text"))
        .ask(Asked::new(visit, PAGE, "account-password-button").line(Line::new_password(visit)))
        .error(visit, "password", error)
        .show(visit)
}

pub(super) async fn send(
    State(house): State<House>,
    RecentVisit(person): RecentVisit,
    Form(entries): Form,
) -> Result<Response, PageError> {
    gate::take_device(&house, &person.visit)?;
    let (organisation, id) = (person.visit.organisation.id, person.account);
    let known = house
        .store
        .read(move |tx| account::find(tx, organisation, id));
    let address = known.await?.address;
    let given = entries.all("password").first().cloned().unwrap_or_default();
    let hash = match new_password(given, &address).await? {
        Ok(hash) => hash,
        Err(key) => return page(&person.visit, Some(key)),
    };
    let ctx = person.visit.ctx.clone();
    let changed = house
        .store
        .write(move |tx| account::change_password(&ctx, tx, &hash));
    match changed.await {
        Ok(()) => {
            house.wake.wake();
            let to = person.visit.url(&format!("{SECURITY}?fait=mot-de-passe"));
            Ok(Redirect::to(&to).into_response())
        }
        Err(AccessError::ProveAgain) => Ok(person.prove_again().into_response()),
        Err(error) => Err(error.into()),
    }
}

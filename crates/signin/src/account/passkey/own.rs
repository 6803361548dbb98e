//! Renaming a passkey, and removing it.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::AccessError;
use parvis_access::account::{self, Passkey};
use parvis_kernel::Personal;
use parvis_web::{EntriesExt, Errors, Form, House, PageError, PersonVisit, RecentVisit, Visit};
use uuid::Uuid;

use super::PAGE;
use crate::account::sheet::{Asked, Line, Sheet};

/// A passkey of the person who acts, and whether it is the last thing asked besides the password.
async fn found(
    house: &House,
    person: &PersonVisit,
    key: &str,
) -> Result<(Passkey, bool), PageError> {
    let id: Uuid = key.parse().map_err(|_| PageError::not_found())?;
    let (ctx, account) = (person.visit.ctx.clone(), person.account);
    let read = house.store.read(move |tx| {
        let all = account::passkeys(&ctx, tx)?;
        let own = account::find(tx, ctx.organisation, account)?;
        let is_last = all.len() == 1 && own.second_factor_since.is_none();
        Ok::<_, AccessError>((all, is_last))
    });
    let (all, is_last) = read.await?;
    let one = all.into_iter().find(|own| own.id == id);
    Ok((one.ok_or_else(PageError::not_found)?, is_last))
}

pub(super) async fn show(
    State(house): State<House>,
    person: PersonVisit,
    Path(key): Path<String>,
) -> Result<Response, PageError> {
    let (own, _) = found(&house, &person, &key).await?;
    page(&person.visit, own.id, &own.name, Errors::none())
}

fn page(visit: &Visit, id: Uuid, name: &str, errors: Errors) -> Result<Response, PageError> {
    let mut line = Line::text(visit, "nom", "passkey-name", "passkey-name-hint");
    line.value = name.to_owned();
    let action = format!("{PAGE}/{id}");
    let mut sheet = Sheet::new(visit, "passkey-rename-title")
        .of(visit, "passkey-title", PAGE)
        .ask(Asked::new(visit, &action, "passkey-rename-button").line(line));
    sheet.errors = errors;
    sheet.show(visit)
}

pub(super) async fn rename(
    State(house): State<House>,
    person: PersonVisit,
    Path(key): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let id: Uuid = key.parse().map_err(|_| PageError::not_found())?;
    let visit = &person.visit;
    let typed = entries.first("nom").to_owned();
    let (ctx, name) = (visit.ctx.clone(), Personal::new(typed.clone()));
    let renamed = house
        .store
        .write(move |tx| account::rename_passkey(&ctx, tx, id, &name));
    match renamed.await {
        Ok(()) => Ok(Redirect::to(&visit.url(&format!("{PAGE}?fait=renommee"))).into_response()),
        Err(AccessError::PasskeyName { most }) => {
            let mut errors = Errors::none();
            errors.add(
                "nom",
                visit.say_with("passkey-error-name", &[("most", most)]),
            );
            page(visit, id, &typed, errors)
        }
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn show_removal(
    State(house): State<House>,
    RecentVisit(person): RecentVisit,
    Path(key): Path<String>,
) -> Result<Response, PageError> {
    let (own, is_last) = found(&house, &person, &key).await?;
    let visit = &person.visit;
    let name = own.name.as_str();
    let action = format!("{PAGE}/{}/retirer", own.id);
    let mut sheet = Sheet::new(visit, "passkey-remove-title")
        .of(visit, "passkey-title", PAGE)
        .text(visit.say_with("passkey-remove-text", &[("name", name)]))
        .text(visit.say("passkey-remove-device"))
        .ask(Asked::new(visit, &action, "passkey-remove-button").styled("warning"));
    if is_last {
        sheet.warning = visit.say("passkey-remove-last").to_owned();
    }
    sheet.show(visit)
}

pub(super) async fn remove(
    State(house): State<House>,
    RecentVisit(person): RecentVisit,
    Path(key): Path<String>,
    Form(_): Form,
) -> Result<Response, PageError> {
    let id: Uuid = key.parse().map_err(|_| PageError::not_found())?;
    let visit = &person.visit;
    let ctx = visit.ctx.clone();
    let removed = house
        .store
        .write(move |tx| account::remove_passkey(&ctx, tx, id));
    match removed.await {
        Ok(()) => {
            house.wake.wake();
            let to = visit.url(&format!("{PAGE}?fait=retiree"));
            Ok(Redirect::to(&to).into_response())
        }
        Err(AccessError::ProveAgain) => Ok(person.prove_again().into_response()),
        Err(error) => Err(error.into()),
    }
}

//! Depositing, and the receipt.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use parvis_access::token::Scope;
use parvis_jobs::answer_once;
use parvis_web::api::{Caller, IdempotencyKey, Problem, Sent, if_match, json};
use parvis_web::{House, PageError};
use serde::Deserialize;

use super::begin::{call_of, claimed};
use super::fill::missing;
use super::shown;
use super::told::{field, on_version};
use crate::check::view_check;
use crate::desk::{self, Desk};
use crate::error::DossierError;
use crate::model::Number;
use crate::request::{DeskOf, number_of};

/// What the person declares.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Declared {
    declared: bool,
}

/// Deposits again when another call acted on the same dossier at the same moment.
const TRIES: usize = 3;

pub(super) async fn deposit(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    caller: Caller,
    key: IdempotencyKey,
    headers: HeaderMap,
    sent: Sent<Declared>,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::DossiersWrite).await?;
    let (number, version) = (number_of(&number)?, if_match(&headers)?);
    if !sent.value.declared {
        return Err(field("/declared", "not-declared", "api-field-declared"));
    }
    let call = call_of(
        &caller,
        key,
        &format!("/dossiers/{number}/deposit"),
        &sent.bytes,
    );
    let mut tries = 1;
    let told = loop {
        let (caller, call) = (caller.clone(), call.clone());
        let (desk, number) = (desk.clone(), number.clone());
        let done = house.store.write(move |tx| {
            if let Some(told) = claimed(tx, &call).map_err(Refused::Told)? {
                return Ok(told);
            }
            if let Some(version) = version {
                let right = parvis_access::Right::HoldDossier;
                desk::open(&caller.ctx, tx, &desk, &number, right)?.is_still_at(version)?;
            }
            let given = crate::deposit::deposit(&caller.ctx, tx, &desk, &number, true)?;
            let told = shown::receipt(&given, &caller);
            answer_once(tx, &call, &told.to_string()).map_err(DossierError::from)?;
            Ok(told)
        });
        match done.await {
            Err(Refused::Act(DossierError::ChangedMeanwhile { .. }))
                if tries < TRIES && version.is_none() =>
            {
                tries += 1;
            }
            outcome => break outcome,
        }
    };
    match told {
        Ok(told) => {
            house.wake.wake();
            Ok(json(StatusCode::OK, &told))
        }
        Err(Refused::Told(error)) => Err(error),
        Err(Refused::Act(DossierError::Incomplete { .. })) => {
            Err(incomplete(&house, &caller, desk, number).await)
        }
        Err(Refused::Act(error)) => Err(on_version(error, version)),
    }
}

/// Why the transaction of a deposit keeps nothing.
enum Refused {
    /// The act says no.
    Act(DossierError),
    /// What is told of the call itself.
    Told(PageError),
}

impl From<DossierError> for Refused {
    fn from(error: DossierError) -> Self {
        Self::Act(error)
    }
}

impl From<parvis_store::StoreError> for Refused {
    fn from(error: parvis_store::StoreError) -> Self {
        Self::Act(error.into())
    }
}

/// What is missing or wrong, place by place.
async fn incomplete(house: &House, caller: &Caller, desk: Desk, number: Number) -> PageError {
    let ctx = caller.ctx.clone();
    let read = house
        .store
        .write(move |tx| view_check(&ctx, tx, &desk, &number));
    match read.await {
        Ok(view) => Problem {
            errors: missing(&view, caller),
            ..Problem::new(StatusCode::CONFLICT, "incomplete", "api-problem-incomplete")
        }
        .into(),
        Err(error) => error.into(),
    }
}

pub(super) async fn receipt(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    caller: Caller,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::DossiersRead).await?;
    let (ctx, number) = (caller.ctx.clone(), number_of(&number)?);
    let read = house
        .store
        .write(move |tx| crate::deposit::receipt(&ctx, tx, &desk, &number));
    let (_, given) = read.await?;
    Ok(json(StatusCode::OK, &shown::receipt(&given, &caller)))
}

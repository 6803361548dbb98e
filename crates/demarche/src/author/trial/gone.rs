//! What answers under the address of a trial when there is none.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use parvis_organisation::trial;
use parvis_web::{House, PageError, Visit};

use crate::error::DemarcheError;

pub(super) async fn gone(State(house): State<House>, visit: Visit) -> Result<Response, PageError> {
    let organisation = visit.organisation.id;
    let read = house.store.read(move |tx| trial::find(tx, organisation));
    let found = read.await.map_err(DemarcheError::from)?;
    // Another server on the same database opened it: this one had not heard of it yet.
    if found.is_some() && house.directory.trial_of(organisation).is_none() {
        let refreshed = house.directory.refresh(&house.store).await;
        refreshed.map_err(DemarcheError::from)?;
        return Ok(Redirect::to(&visit.url(visit.path())).into_response());
    }
    Ok(parvis_web::trial::closed(&visit, StatusCode::NOT_FOUND))
}

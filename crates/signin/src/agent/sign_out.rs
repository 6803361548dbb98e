//! Signing out.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use parvis_web::{Form, House, PageError, Visit};

use super::PASSWORD;
use crate::leave;

pub(super) async fn sign_out(
    State(house): State<House>,
    visit: Visit,
    Form(_): Form,
) -> Result<Response, PageError> {
    leave::close(&house, &visit).await?;
    let end = Redirect::to(&visit.url(&format!("{PASSWORD}?fin=1")));
    Ok((visit.forget(), end).into_response())
}

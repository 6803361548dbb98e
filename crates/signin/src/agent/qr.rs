//! The QR code of the enrolment.

use axum::extract::State;
use axum::response::Response;
use parvis_web::{House, PageError, Visit};

use super::{Next, credentials, enrolment, halfway};
use crate::qr;

pub(super) async fn show(
    State(house): State<House>,
    visit: Visit,
    next: Next,
) -> Result<Response, PageError> {
    let Ok(half) = halfway(&visit, &next) else {
        return Err(PageError::not_found());
    };
    let known = credentials(&house, &visit, &half).await?;
    if known.totp_secret.is_some() {
        return Err(PageError::not_found());
    }
    let address = enrolment::address(&house, &visit, &half, &known)?;
    qr::image(&address)
}

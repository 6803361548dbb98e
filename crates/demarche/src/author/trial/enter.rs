//! From the pages of the organisation to the side of agents of its trial, without signing in again.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::session::Token;
use parvis_web::{Cookie, EntriesExt, Form, House, PageError, trial};
use std::sync::Arc;

use super::super::request::Author;
use super::act;
use crate::error::DemarcheError;

/// Where one may go at once.
const PAGES: &[&str] = &["/agent", "/agent/courriels"];

pub(super) async fn enter(
    State(house): State<House>,
    Author(visit): Author,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let token = Token::draw()?;
    let (ctx, kept) = (visit.ctx.clone(), token.clone());
    let entered = house
        .store
        .write(move |tx| act::enter_trial(&ctx, tx, &kept));
    let there = Arc::new(entered.await?);
    let refreshed = house.directory.refresh(&house.store).await;
    refreshed.map_err(DemarcheError::from)?;
    let site = visit.site.of_trial(there);
    let asked = entries.first("vers");
    let page = PAGES.iter().find(|page| **page == asked);
    let to = format!("{}{}", site.base, page.unwrap_or(&"/agent"));
    let secure = house.settings.secure;
    let name = site.cookie_name(secure);
    let session = Cookie::new(&name, token.reveal(), site.cookie_path(), secure, None);
    Ok((session, trial::admit(&house, &site), Redirect::to(&to)).into_response())
}

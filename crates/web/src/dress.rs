//! The frame of every request for an organisation: who visits, forged forms, error pages, cookies, protections.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use futures::FutureExt;
use http::header::SET_COOKIE;
use parvis_kernel::Failure;

use crate::api;
use crate::assets::asset_routes;
use crate::compress::compress;
use crate::crowd;
use crate::error::{self, PageError};
use crate::headers;
use crate::house::House;
use crate::request::{self, Site, Visit, language_routes};
use crate::trial;

/// The pages of all rooms, in the frame of the house.
///
/// `server` finds the organisation of each request, puts its [`Site`](crate::Site) in the extensions, strips the base
/// from the path and hands the request to this router.
pub fn dress(routes: Router<House>, house: &House) -> Router {
    routes
        .merge(language_routes())
        .merge(asset_routes())
        .fallback(|| async { PageError::not_found() })
        .method_not_allowed_fallback(|| async { http::StatusCode::METHOD_NOT_ALLOWED })
        .layer(from_fn_with_state(house.clone(), frame))
        .layer(from_fn(compress))
        .with_state(house.clone())
}

/// Protects every response of a router that is not in the frame: health, assets at the root.
pub fn protected(router: Router, secure: bool) -> Router {
    router.layer(from_fn(move |request: Request, next: Next| async move {
        let mut response = next.run(request).await;
        headers::protect(response.headers_mut(), secure);
        response
    }))
}

async fn frame(State(house): State<House>, request: Request, next: Next) -> Response {
    let secure = house.settings.secure;
    let site = request.extensions().get::<Site>().cloned();
    let trial = site.filter(|site| site.organisation.trial.is_some());
    let stopped = trial
        .as_ref()
        .and_then(|site| trial::barrier(&house, site, request.uri().path(), request.headers()));
    let mut response = if let Some(stopped) = stopped {
        stopped
    } else if api::is_under(request.uri().path()) {
        api::answered(&house, request, next).await
    } else {
        answered(&house, request, next).await
    };
    headers::protect(response.headers_mut(), secure);
    if trial.is_some() {
        trial::mark(response.headers_mut());
    }
    response
}

async fn answered(house: &House, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let Some(visit) = Visit::arrive(house, &parts) else {
        return error::bare();
    };
    if let Some(error) = crowd::turned_away(&parts, &visit) {
        return error::finished(error.into_response(), &visit);
    }
    if request::comes_from_elsewhere(&parts.method, &parts.headers) {
        return error::finished(PageError::forged().into_response(), &visit);
    }
    parts.extensions.insert(visit.clone());
    parts.extensions.insert(Arc::clone(visit.browser()));
    let running = next.run(Request::from_parts(parts, body));
    let response = AssertUnwindSafe(running).catch_unwind().await;
    let response = response.unwrap_or_else(|_| {
        PageError::from(Failure::new("answering a request", "panic")).into_response()
    });
    let mut response = error::finished(response, &visit);
    headers::open_to(
        visit.needs(),
        house.settings.ground.as_ref(),
        response.headers_mut(),
    );
    give_token(&mut response, &visit);
    response
}

/// Gives a browser the token that a form of the page was tied to, unless the handler gave it another one.
fn give_token(response: &mut Response, visit: &Visit) {
    let Some(token) = visit.browser().drawn() else {
        return;
    };
    let name = visit.site.cookie_name(visit.secure);
    if !request::is_set(response.headers(), &name) {
        let cookie = visit.keep(token);
        response
            .headers_mut()
            .append(SET_COOKIE, cookie.header().clone());
    }
}

//! The frame of every call of a machine.

use std::panic::AssertUnwindSafe;

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures::FutureExt;
use http::header::{ALLOW, RETRY_AFTER};
use http::{HeaderName, HeaderValue, Method};
use parvis_kernel::{Failure, Language};

use super::caller::{CALLS, Found, found};
use super::{ROOT, told_problem};
use crate::error::{PageError, Told, told};
use crate::house::House;
use crate::limits::Quota;
use crate::request::{Visit, language_of};

/// Headers of an error that its problem keeps.
const KEPT: [HeaderName; 2] = [RETRY_AFTER, ALLOW];

/// Whether a path is one of the interface of machines, whatever its version.
pub(crate) fn is_under(path: &str) -> bool {
    let rest = path.strip_prefix("/api");
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// What anybody may read: the document of the interface.
fn is_public(method: &Method, path: &str) -> bool {
    let document = path.strip_prefix(ROOT) == Some("/openapi.json");
    document && (method == Method::GET || method == Method::HEAD)
}

/// Answers a call: known by its token, counted, every error told as RFC 9457 says.
pub(crate) async fn answered(house: &House, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let language = language_of(&parts.headers);
    let Some(visit) = Visit::arrive(house, &parts) else {
        let nowhere = PageError::not_found().into_response();
        return finished(nowhere, house, language);
    };
    let mut quota = None;
    if !is_public(&parts.method, parts.uri.path()) {
        match found(house, &visit, &parts.headers).await {
            Found::Known(caller, left) => {
                parts.extensions.insert(*caller);
                quota = Some(left);
            }
            Found::Refused(error, left) => {
                return counted(finished(error.into_response(), house, language), left);
            }
        }
    }
    let running = next.run(Request::from_parts(parts, body));
    let response = AssertUnwindSafe(running).catch_unwind().await;
    let response = response.unwrap_or_else(|_| {
        PageError::from(Failure::new("answering a call", "panic")).into_response()
    });
    counted(finished(response, house, language), quota)
}

/// The response as it leaves: a problem in place of an error.
fn finished(response: Response, house: &House, language: Language) -> Response {
    let Some(told) = told(&response) else {
        return response;
    };
    let mut problem = told_problem(&told, &house.words, language);
    for name in KEPT {
        if let Some(value) = response.headers().get(&name) {
            problem.headers_mut().insert(name, value.clone());
        }
    }
    if let Told::Problem(_) = told {
        // What a handler said beside the problem (an offset, a version) stays.
        for (name, value) in response.headers() {
            if !problem.headers().contains_key(name) && name != http::header::CONTENT_LENGTH {
                problem.headers_mut().insert(name.clone(), value.clone());
            }
        }
    }
    problem
}

/// Tells what the token may still call (draft-ietf-httpapi-ratelimit-headers).
fn counted(mut response: Response, quota: Option<Quota>) -> Response {
    let Some(quota) = quota else {
        return response;
    };
    let policy = format!("\"{}\";q={};w={}", CALLS.name, quota.limit, quota.window);
    let left = format!("\"{}\";r={};t={}", CALLS.name, quota.left, quota.reset);
    for (name, value) in [("ratelimit-policy", policy), ("ratelimit", left)] {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response
                .headers_mut()
                .insert(HeaderName::from_static(name), value);
        }
    }
    response
}

//! The page that tells it.

use askama::Template;
use axum::body::Body;
use axum::response::{Html, IntoResponse, Redirect, Response};
use http::header::{ALLOW, CONTENT_LENGTH, CONTENT_TYPE, LOCATION, RETRY_AFTER};
use http::{HeaderName, StatusCode};
use parvis_kernel::RefusalKind;

use super::Told;
use crate::request::Visit;

/// A page of error in the frame of the organisation.
#[derive(Template)]
#[template(path = "error.html")]
struct Page<'a> {
    visit: &'a Visit,
    title: &'a str,
    text: String,
    incident: Option<&'a str>,
    /// The page that was asked for, when asking again is what helps.
    again: Option<String>,
}

/// A page of error on the side of agents: it leads back to their requests.
#[derive(Template)]
#[template(path = "error_agent.html")]
struct AgentPage<'a> {
    visit: &'a Visit,
    title: &'a str,
    text: String,
    incident: Option<&'a str>,
}

/// The page of an address under which there is no organisation.
#[derive(Template)]
#[template(path = "bare.html")]
struct Bare;

/// Headers of the empty response that the page keeps.
const KEPT: [HeaderName; 2] = [RETRY_AFTER, ALLOW];

/// The response as it leaves: a page in place of an error that has none yet.
pub(crate) fn finished(response: Response, visit: &Visit) -> Response {
    let Some(told) = told(&response) else {
        return response;
    };
    if let Told::Refused(refusal) = &told
        && refusal.kind == RefusalKind::Unauthenticated
    {
        return Redirect::to(&sign_in(visit)).into_response();
    }
    let mut page = (told.status(), shown(&told, visit)).into_response();
    for name in KEPT {
        if let Some(value) = response.headers().get(&name) {
            page.headers_mut().insert(name, value.clone());
        }
    }
    page
}

/// What a response has to tell: what a handler said, or a bare error of the framework.
pub(crate) fn told(response: &Response) -> Option<Told> {
    if let Some(told) = response.extensions().get::<Told>() {
        return Some(told.clone());
    }
    let status = response.status();
    let is_error = status.is_client_error() || status.is_server_error();
    let media = response.headers().get(CONTENT_TYPE);
    let is_bare = media.is_none_or(|value| value.as_bytes().starts_with(b"text/plain"));
    (is_error && is_bare && !response.headers().contains_key(LOCATION))
        .then_some(Told::Plain(status))
}

/// Where one signs in: agents with a password, persons with the code of their dossier.
fn sign_in(visit: &Visit) -> String {
    visit.url(if visit.is_at("/agent") {
        "/agent/connexion"
    } else {
        "/suivi"
    })
}

fn shown(told: &Told, visit: &Visit) -> Response {
    let is_agent = visit.is_at("/agent");
    let (title, text) = if is_agent && told.status() == StatusCode::NOT_FOUND {
        let text = visit.say("error-agent-not-found-text").to_owned();
        (visit.say("error-agent-not-found-title"), text)
    } else {
        let (title, text) = words(told);
        (visit.say(title), text_of(told, text, visit))
    };
    let incident = match told {
        Told::Broken { incident } => Some(incident.as_str()),
        _ => None,
    };
    let written = if is_agent {
        let page = AgentPage {
            visit,
            title,
            text,
            incident,
        };
        page.render()
    } else {
        let page = Page {
            visit,
            title,
            text,
            incident,
            again: matches!(told, Told::Crowded(_)).then(|| visit.url(visit.path())),
        };
        page.render()
    };
    match written {
        Ok(html) => Html(html).into_response(),
        Err(error) => {
            tracing::error!(%error, "an error page could not be written");
            Body::from(title.to_owned()).into_response()
        }
    }
}

fn text_of(told: &Told, key: &'static str, visit: &Visit) -> String {
    match told {
        Told::Refused(refusal) if visit.words.knows(refusal.key) => {
            visit.say_with(refusal.key, &refusal.values)
        }
        Told::TooMany(wait) => {
            let minutes = wait.as_secs().div_ceil(60).max(1);
            visit.say_with(key, &[("minutes", minutes)])
        }
        Told::Crowded(wait) => visit.say_with(key, &[("seconds", wait.as_secs())]),
        _ => visit.say(key).to_owned(),
    }
}

/// The keys of the title and of the text.
fn words(told: &Told) -> (&'static str, &'static str) {
    match told {
        Told::Forged => ("error-forged-title", "error-forged-text"),
        Told::Full => ("error-full-title", "error-full-text"),
        Told::Unavailable => ("error-unavailable-title", "error-unavailable-text"),
        Told::Crowded(_) => ("error-crowded-title", "error-crowded-text"),
        Told::Broken { .. } => ("error-failure-title", "error-failure-text"),
        other => words_of(other.status()),
    }
}

fn words_of(status: StatusCode) -> (&'static str, &'static str) {
    match status {
        StatusCode::NOT_FOUND => ("error-not-found-title", "error-not-found-text"),
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => {
            ("error-forbidden-title", "error-forbidden-text")
        }
        StatusCode::METHOD_NOT_ALLOWED => ("error-method-title", "error-method-text"),
        StatusCode::CONFLICT => ("error-conflict-title", "error-conflict-text"),
        StatusCode::PAYLOAD_TOO_LARGE => ("error-too-large-title", "error-too-large-text"),
        StatusCode::TOO_MANY_REQUESTS => ("error-too-many-title", "error-too-many-text"),
        StatusCode::SERVICE_UNAVAILABLE => ("error-unavailable-title", "error-unavailable-text"),
        status if status.is_server_error() => ("error-failure-title", "error-failure-text"),
        _ => ("error-invalid-title", "error-invalid-text"),
    }
}

/// The page of an address that no organisation has.
pub(crate) fn bare() -> Response {
    let mut response = match Bare.render() {
        Ok(html) => Html(html).into_response(),
        Err(_) => Body::empty().into_response(),
    };
    *response.status_mut() = StatusCode::NOT_FOUND;
    response.headers_mut().remove(CONTENT_LENGTH);
    response
}

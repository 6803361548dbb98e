//! A link that leads nowhere, or no longer.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use parvis_web::{PageError, Visit};

use super::{Closed, ROBOTS};

#[derive(Template)]
#[template(path = "panel/over.html")]
struct Page<'a> {
    visit: &'a Visit,
    title: &'static str,
    text: &'static str,
}

pub(super) fn page(visit: &Visit, closed: &Closed) -> Result<Response, PageError> {
    let (status, title, text) = match closed {
        Closed::Unknown => (
            StatusCode::NOT_FOUND,
            "avis-unknown-title",
            "avis-unknown-text",
        ),
        Closed::Over => (StatusCode::GONE, "avis-over-title", "avis-over-text"),
    };
    let page = Page { visit, title, text };
    Ok((status, [ROBOTS], Html(page.render()?)).into_response())
}

//! The page of a procedure that closed: since when, why, what replaces it, the other ways.

use std::sync::Arc;

use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use parvis_kernel::Instant;
use parvis_organisation::Service;
use parvis_web::{Link, PageError, Visit};

use super::{Fact, doors};
use crate::model::{Closed, Revision};
use crate::offer::Offer;
use crate::prose::{Passage, Said, Words};

#[derive(Template)]
#[template(path = "presentation/closed.html")]
struct Page<'a> {
    visit: &'a Visit,
    links: Vec<Link>,
    title: Said,
    since: String,
    words: Option<Said>,
    replacement: Option<Offer>,
    doors: Vec<Fact>,
    service: Service,
}

/// A closed procedure, what replaces it, and the service that answered.
pub(super) struct Gone {
    pub closed: Closed,
    pub revision: Arc<Revision>,
    pub replacement: Option<Arc<Revision>>,
    pub service: Service,
    /// When a named agent confirmed its text.
    pub confirmed: Option<Instant>,
}

pub(super) fn page(visit: &Visit, gone: Gone) -> Result<Response, PageError> {
    let words = gone.closed.words.as_deref();
    let own = Words {
        visit,
        confirmed: gone.confirmed.is_some(),
    };
    let replacement = gone.replacement.as_deref();
    let since = [("date", visit.day(gone.closed.at))];
    let page = Page {
        visit,
        links: vec![
            Link::new(visit.say("layout-home"), visit.url("/")),
            Link::new(visit.say("procedure-list-title"), visit.url("/demarches")),
        ],
        title: Said::of(visit, &gone.revision.file.title),
        since: visit.say_with("procedure-closed-since", &since),
        words: words.map(|words| Said::french(visit, words)),
        replacement: replacement.map(|revision| Offer::of(visit, revision)),
        doors: doors(&own, &gone.revision.file),
        service: gone.service,
    };
    Ok(Html(page.render()?).into_response())
}

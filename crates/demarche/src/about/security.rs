//! Where a weakness is reported: a page for people, a file for tools (RFC 9116).

use askama::Template;
use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse, Response};
use jiff::{SignedDuration, Unit};
use parvis_kernel::Instant;
use parvis_web::{PageError, Visit};

/// How long the file may be believed: less than the year that RFC 9116 recommends as a limit.
const VALID: SignedDuration = SignedDuration::from_hours(24 * 180);

#[derive(Template)]
#[template(path = "about/security.html")]
struct Page<'a> {
    visit: &'a Visit,
    contact: &'a str,
}

pub(super) async fn show(visit: Visit) -> Result<Html<String>, PageError> {
    let page = Page {
        contact: &visit.organisation.profile.security_contact,
        visit: &visit,
    };
    Ok(Html(page.render()?))
}

/// `/.well-known/security.txt`; unknown as long as the organisation has no contact, since the file requires one.
pub(super) async fn file(visit: Visit) -> Result<Response, PageError> {
    let contact = &visit.organisation.profile.security_contact;
    if contact.is_empty() {
        return Err(PageError::not_found());
    }
    let text = text(contact, visit.ctx.now);
    Ok(([(CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response())
}

fn text(contact: &str, now: Instant) -> String {
    let contact = if contact.contains(':') {
        contact.to_owned()
    } else {
        format!("mailto:{contact}")
    };
    let expires = now.saturating_add(VALID).unwrap_or(Instant::MAX);
    let expires = expires.round(Unit::Second).unwrap_or(expires);
    format!("Contact: {contact}\nExpires: {expires}\nPreferred-Languages: fr, en\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_says_who_to_write_to_and_until_when() {
        let now: Instant = "2026-11-22T08:00:00.123456Z".parse().unwrap();
        assert_eq!(
            text("securite@rochebrune.example", now),
            "Contact: mailto:securite@rochebrune.example\nExpires: 2027-05-21T08:00:00Z\nPreferred-Languages: fr, en\n"
        );
    }

    #[test]
    fn an_address_of_a_page_is_kept_as_it_is() {
        let now = Instant::UNIX_EPOCH;
        assert!(
            text("https://example.org/signaler", now)
                .starts_with("Contact: https://example.org/signaler\n")
        );
    }
}

//! What the handlers of the room take from a request, and what they send back.

use axum::extract::FromRequestParts;
use axum::response::{IntoResponse, Response};
use http::request::Parts;
use parvis_kernel::Purpose;
pub(crate) use parvis_web::done;
use parvis_web::{House, PageError, Visit, just_done, to_sign_in};

/// The visit of a signed-in agent, who administers or reads how their organisation is administered; acts and readings ask
/// whether they may. Anybody else is led to the sign-in page, and back.
pub(crate) struct Agent(pub(crate) Visit);

impl FromRequestParts<House> for Agent {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Response> {
        let visit = Visit::from_request_parts(parts, house).await;
        let mut visit = visit.map_err(IntoResponse::into_response)?;
        if visit.ctx.actor.agent().is_none() {
            // What these pages filter on is not worth keeping.
            return Err(to_sign_in(&visit, parts.uri.path()));
        }
        visit.ctx.purpose = Purpose::Administration;
        Ok(Self(visit))
    }
}

/// What a page just did, told by the page that follows (`?fait=`): a key of the words.
pub(crate) struct Done(pub(crate) Option<&'static str>);

/// What may be told, and how an address says it.
const TOLD: [(&str, &str); 16] = [
    ("enregistre", "admin-done-saved"),
    ("cree", "admin-done-created"),
    ("ferme", "admin-done-closed"),
    ("retire", "admin-done-removed"),
    ("invite", "admin-done-invited"),
    ("session", "agent-account-done-ended"),
    ("mot-de-passe", "agent-account-done-password"),
    ("revue", "admin-done-reviewed"),
    ("essai", "admin-done-pinged"),
    ("suspendu", "admin-done-suspended"),
    ("repris", "admin-done-resumed"),
    ("renvoye", "admin-done-replayed"),
    ("publie", "admin-done-published"),
    ("revoque", "admin-done-revoked"),
    ("ouvert", "admin-done-provider-opened"),
    ("referme", "admin-done-provider-closed"),
];

impl<S: Send + Sync> FromRequestParts<S> for Done {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, PageError> {
        just_done(parts, &TOLD).map(Self)
    }
}

/// An identifier of an address; what is none is no page.
pub(crate) fn id<T: std::str::FromStr>(text: &str) -> Result<T, PageError> {
    text.parse().map_err(|_| PageError::not_found())
}

/// A text that may be absent.
pub(crate) fn optional(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// The lines of a text, without the empty ones.
pub(crate) fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether a text looks like an address: something, one @, a domain.
pub(crate) fn is_address(text: &str) -> bool {
    let Some((who, domain)) = text.split_once('@') else {
        return false;
    };
    let plain = text
        .chars()
        .all(|sign| !sign.is_whitespace() && !sign.is_control());
    plain
        && text.len() <= 254
        && !who.is_empty()
        && !domain.contains('@')
        && domain.contains('.')
        && !domain.starts_with('.')
        && !domain.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_somebody_and_a_domain() {
        for good in ["claire@rochebrune.example", "a.b+c@d.e.fr"] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "", "claire", "@b.fr", "a@b", "a@.fr", "a@b.", "a b@c.fr", "a@b@c.fr", "a@b.fr\n",
        ] {
            assert!(!is_address(bad), "{bad:?}");
        }
    }

    #[test]
    fn empty_lines_say_nothing() {
        assert_eq!(lines(" Mairie \n\n1 place\n"), ["Mairie", "1 place"]);
    }
}

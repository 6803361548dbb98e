//! What the handlers of authors take from a request.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use parvis_access::AccessError;
use parvis_kernel::Purpose;
pub(super) use parvis_web::done;
use parvis_web::{Entries, EntriesExt, House, PageError, Visit, just_done, to_sign_in};

/// The visit of a signed-in agent who writes procedures. Others are led to the sign-in page, or told no.
pub struct Author(pub Visit);

impl FromRequestParts<House> for Author {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Response> {
        let visit = Visit::from_request_parts(parts, house).await;
        let mut visit = visit.map_err(IntoResponse::into_response)?;
        if visit.ctx.actor.agent().is_none() {
            return Err(to_sign_in(&visit, parts.uri.path()));
        }
        if !visit.writes_procedures() {
            return Err(PageError::from(AccessError::Forbidden).into_response());
        }
        visit.ctx.purpose = Purpose::Administration;
        Ok(Self(visit))
    }
}

/// What a page just did, told by the page that follows (`?fait=`): a key of the words.
pub(super) struct Done(pub(super) Option<&'static str>);

const TOLD: [(&str, &str); 24] = [
    ("brouillon", "author-done-kept"),
    ("jete", "author-done-discarded"),
    ("publiee", "author-done-published"),
    ("fermee", "author-done-closed"),
    ("rouverte", "author-done-reopened"),
    ("essayee", "author-done-tried"),
    ("effacee", "author-done-erased"),
    ("change", "editor-done"),
    ("retire", "editor-done-removed"),
    ("ajoute", "editor-done-added"),
    ("annule", "editor-done-undone"),
    ("retabli", "editor-done-redone"),
    ("commence", "editor-done-begun"),
    ("confirmee", "author-done-confirmed"),
    ("relecture-demandee", "review-done-asked"),
    ("relecture-retiree", "review-done-withdrawn"),
    ("relecture-approuvee", "review-done-approved"),
    ("relecture-renvoyee", "review-done-sent-back"),
    ("panel-ouvert", "panel-done-opened"),
    ("panel-ferme", "panel-done-closed"),
    ("remarque-repondue", "panel-done-settled"),
    ("remarque-effacee", "panel-done-erased"),
    ("tu", "editor-done-silenced"),
    ("crise", "crisis-done"),
];

impl<S: Send + Sync> FromRequestParts<S> for Done {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, PageError> {
        just_done(parts, &TOLD).map(Self)
    }
}

/// The version that the author had before their eyes; 0 for none.
pub(super) fn version(entries: &Entries) -> i64 {
    entries.first("version").parse().unwrap_or_default()
}

/// The pages of a procedure.
pub(super) fn path(slug: &str) -> String {
    format!("{}/{slug}", super::LIST)
}

//! The visit of a person who is signed in to their account.

use axum::extract::FromRequestParts;
use axum::response::{IntoResponse, Redirect, Response};
use http::Method;
use http::request::Parts;
use parvis_kernel::AccountId;

use super::Visit;
use crate::error::PageError;
use crate::house::House;

/// A visit, and the account. Anybody else is led to the sign-in page, and back.
#[derive(Debug, Clone)]
pub struct PersonVisit {
    /// The visit.
    pub visit: Visit,
    /// The account to which the person is signed in.
    pub account: AccountId,
}

/// The same, of a person who proved who they are a moment ago: anybody else is led to where they do it, and back.
#[derive(Debug, Clone)]
pub struct RecentVisit(pub PersonVisit);

impl PersonVisit {
    /// Where the person proves again who they are, then comes back to this page.
    pub fn prove_again(&self) -> Redirect {
        Redirect::to(&led(&self.visit, "/compte/confirmer", &Method::GET))
    }
}

impl FromRequestParts<House> for PersonVisit {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Response> {
        let visit = Visit::from_request_parts(parts, house)
            .await
            .map_err(PageError::into_response)?;
        let account = visit.session.as_ref().and_then(|own| own.signed_account());
        match account {
            Some(account) => Ok(Self { visit, account }),
            None => {
                let to = led(&visit, "/compte/connexion", &parts.method);
                Err(Redirect::to(&to).into_response())
            }
        }
    }
}

impl FromRequestParts<House> for RecentVisit {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Response> {
        let person = PersonVisit::from_request_parts(parts, house).await?;
        let visit = &person.visit;
        let session = visit.session.as_ref();
        if session.is_some_and(|own| own.is_recently_proved(visit.ctx.now)) {
            return Ok(Self(person));
        }
        let to = led(visit, "/compte/confirmer", &parts.method);
        Err(Redirect::to(&to).into_response())
    }
}

/// A page that leads back here afterwards. What was posted cannot be posted again: the way leads to the account.
fn led(visit: &Visit, page: &str, method: &Method) -> String {
    let back = match *method {
        Method::GET | Method::HEAD => visit.path(),
        _ => "/compte",
    };
    visit.url(&format!("{page}?retour={}", super::visit::encoded(back)))
}

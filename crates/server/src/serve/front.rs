//! Which organisation a request is for: by host name, or by first path segment in a demonstration.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Redirect, Response};
use http::header::HOST;
use http::uri::PathAndQuery;
use http::{Request, StatusCode, Uri};
use parvis_demarche::Catalogue;
use parvis_organisation::Organisation;
use parvis_web::{House, Site, dress, headers, protected};
use tower::ServiceExt;

use super::health;
use super::measures::{Requests, measured};
use crate::config::Config;
use crate::{demonstration, house};

/// The whole house behind one door. Cheap to clone.
#[derive(Clone)]
pub struct Front {
    house: House,
    /// The pages of organisations.
    pages: Router,
    /// What belongs to no organisation: health, assets, the pages of the demonstration.
    own: Router,
    requests: Requests,
    demonstration: bool,
}

impl Front {
    /// Wires the pages of every room.
    #[must_use]
    pub fn new(house: &House, catalogue: &Catalogue, config: &Config, demonstration: bool) -> Self {
        let mut own = health::routes(house.clone()).merge(parvis_web::assets::asset_routes());
        if demonstration {
            own = own.merge(demonstration::routes(house, config));
        }
        let requests = Requests::default();
        let measured = from_fn_with_state(requests.clone(), measured);
        Self {
            pages: dress(house::routes(catalogue, config.webhooks.policy()), house)
                .layer(measured.clone()),
            own: protected(own, house.settings.secure).layer(measured),
            house: house.clone(),
            requests,
            demonstration,
        }
    }

    /// The requests that it answered.
    pub(super) fn requests(&self) -> Requests {
        self.requests.clone()
    }

    /// Answers a request.
    pub async fn answer(self, mut request: Request<Body>) -> Response {
        if request.headers().get_all(HOST).iter().count() > 1 {
            return self.protected((StatusCode::BAD_REQUEST, "one host only\n"));
        }
        if !self.comes_through_a_trusted_door(&request) {
            return self.protected((StatusCode::MISDIRECTED_REQUEST, "https only\n"));
        }
        match self.place(&mut request) {
            Place::Own => infallible(self.own.oneshot(request).await),
            Place::Organisation => infallible(self.pages.oneshot(request).await),
            Place::Slash(to) => self.protected(Redirect::permanent(&to)),
        }
    }

    /// An answer of the door itself, protected like those of the pages.
    fn protected(&self, answer: impl IntoResponse) -> Response {
        let mut response = answer.into_response();
        headers::protect(response.headers_mut(), self.house.settings.secure);
        response
    }

    /// Behind a proxy, a request that did not come through HTTPS is refused, except for health.
    fn comes_through_a_trusted_door(&self, request: &Request<Body>) -> bool {
        if !self.house.settings.secure || request.uri().path().starts_with("/health/") {
            return true;
        }
        let scheme = request.headers().get("x-forwarded-proto");
        scheme.is_some_and(|scheme| scheme.as_bytes().eq_ignore_ascii_case(b"https"))
    }

    /// Finds the organisation, says it to the pages, and takes its name off the path.
    fn place(&self, request: &mut Request<Body>) -> Place {
        let path = request.uri().path().to_owned();
        let first = path.trim_start_matches('/').split('/').next().unwrap_or("");
        if first == "health" || first == "assets" {
            return Place::Own;
        }
        if let Some(organisation) =
            host(request).and_then(|host| self.house.directory.by_host(&host))
        {
            request.extensions_mut().insert(Site {
                organisation,
                base: String::new(),
            });
            return Place::Organisation;
        }
        if self.demonstration && (first.is_empty() || first == "dev") {
            return Place::Own;
        }
        self.place_by_segment(request, &path, first)
    }

    fn place_by_segment(&self, request: &mut Request<Body>, path: &str, first: &str) -> Place {
        let Some(organisation) = self.by_segment(first) else {
            return Place::Organisation;
        };
        let base = format!("/{first}");
        let Some(rest) = path.strip_prefix(&base).filter(|rest| !rest.is_empty()) else {
            return Place::Slash(format!("{base}/"));
        };
        let query = request
            .uri()
            .query()
            .map(|query| format!("?{query}"))
            .unwrap_or_default();
        let Ok(stripped) = format!("{rest}{query}").parse::<PathAndQuery>() else {
            return Place::Organisation;
        };
        *request.uri_mut() = Uri::from(stripped);
        request.extensions_mut().insert(Site { organisation, base });
        Place::Organisation
    }

    /// By first path segment: the organisations of a demonstration, and those that have no host name.
    fn by_segment(&self, segment: &str) -> Option<Arc<Organisation>> {
        self.house
            .directory
            .by_slug(segment)
            .filter(|organisation| self.demonstration || organisation.host.is_none())
    }
}

enum Place {
    /// A page of no organisation.
    Own,
    /// A page of an organisation, or of none that exists: the frame answers.
    Organisation,
    /// The home of an organisation, asked without its final slash.
    Slash(String),
}

/// The host name of a request, without port.
fn host(request: &Request<Body>) -> Option<String> {
    let authority = match request.uri().authority() {
        Some(authority) => authority.as_str(),
        None => request.headers().get(HOST)?.to_str().ok()?,
    };
    let name = match authority.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => authority,
    };
    Some(name.to_owned())
}

fn infallible(response: Result<Response, std::convert::Infallible>) -> Response {
    response.unwrap_or_else(|never| match never {})
}

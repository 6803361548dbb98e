//! Which organisation a request is for: by host name, or by first path segment in a demonstration.

use std::sync::Arc;

use axum::body::Body;
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, Router};
use http::header::{CONNECTION, CONTENT_TYPE, HOST, RETRY_AFTER};
use http::uri::PathAndQuery;
use http::{HeaderValue, Method, Request, StatusCode, Uri, Version};
use parvis_administration::establish::{self, Founding, NOT_OPEN, OVER, SETUP};
use parvis_demarche::Catalogue;
use parvis_dossier::examine::Watch;
use parvis_kernel::Language;
use parvis_notify::{NotifyError, Writer};
use parvis_organisation::{Organisation, installation};
use parvis_sources::Sources;
use parvis_web::crowd::{Crowd, turns_away};
use parvis_web::{House, Roots, Site, TRIAL, dress, headers, protected};
use tower::ServiceExt;

use super::health;
use super::measures::{Requests, measured};
use crate::config::Config;
use crate::{antivirus, demonstration, doctor, house, letters};

/// The whole house behind one door. Cheap to clone.
#[derive(Clone)]
pub struct Front {
    house: House,
    /// The pages of organisations.
    pages: Router,
    /// What belongs to no organisation: health, assets, the pages of the demonstration.
    own: Router,
    /// The pages that set up an installation where there is no organisation; none in a demonstration.
    setup: Option<Setup>,
    requests: Requests,
    crowd: Crowd,
    demonstration: bool,
}

#[derive(Clone)]
struct Setup {
    founding: Founding,
    pages: Router,
}

impl Front {
    /// Wires the pages of every room.
    ///
    /// # Errors
    /// A malformed template of a mail.
    pub fn new(
        house: &House,
        catalogue: &Catalogue,
        config: &Config,
        watch: &Watch,
        demonstration: bool,
    ) -> Result<Self, NotifyError> {
        let roots = Roots::new(config.public_url.as_deref().unwrap_or_default());
        let writer = Writer::new(letters::composers(&house.words, catalogue), roots)?;
        let mut own = health::routes(house.clone()).merge(parvis_web::assets::asset_routes());
        if demonstration {
            own = own.merge(demonstration::routes(house, config));
        }
        let requests = Requests::default();
        let measured = from_fn_with_state(requests.clone(), measured);
        Ok(Self {
            pages: dress(
                house::routes(
                    catalogue,
                    config.webhooks.policy(),
                    config.identity.identity(),
                    writer,
                )
                .layer(Extension(doctor::around(config)))
                .layer(Extension(antivirus::standing(watch)))
                .layer(Extension(config.antivirus.guard())),
                house,
            )
            .layer(measured.clone()),
            own: protected(own, house.settings.secure).layer(measured.clone()),
            setup: (!demonstration)
                .then(|| setup(house, config))
                .flatten()
                .map(|(founding, pages)| Setup {
                    founding,
                    pages: pages.layer(measured),
                }),
            house: house.clone(),
            requests,
            crowd: Crowd::new(config.crowd),
            demonstration,
        })
    }

    /// The same, with the administrations that may be asked for answers.
    #[must_use]
    pub fn asking(mut self, sources: Sources) -> Self {
        self.pages = self.pages.layer(Extension(sources));
        self
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
        if let Some(setup) = &self.setup
            && let Some(path) = self
                .path_of_setup(request.uri().path().to_owned(), host(&request))
                .await
        {
            return match path {
                Path::Machine => self.not_open_to_machines(),
                path => set_up(setup.pages.clone(), request, path).await,
            };
        }
        match self.place(&mut request) {
            Place::Own => infallible(self.own.oneshot(request).await),
            Place::Organisation => self.shown(request).await,
            Place::Slash(to) => self.protected(Redirect::permanent(&to)),
        }
    }

    /// A page of an organisation; newcomers are turned away when too many are shown at once.
    async fn shown(self, mut request: Request<Body>) -> Response {
        let Some((shown, crowded)) = self.crowd.enter(request.method()) else {
            return infallible(self.pages.oneshot(request).await);
        };
        if let Some(crowded) = crowded {
            request.extensions_mut().insert(crowded);
        }
        let keeps_alive = request.version() <= Version::HTTP_11;
        let mut response = infallible(self.pages.oneshot(request).await);
        if keeps_alive && turns_away(response.status(), crowded) {
            let headers = response.headers_mut();
            headers.insert(CONNECTION, HeaderValue::from_static("close"));
        }
        drop(shown);
        response
    }

    /// What is answered on a connection that comes when no place is left: in no language and of no organisation yet.
    pub(super) fn full(&self) -> Response {
        let headers = [
            (CONTENT_TYPE, "text/html; charset=utf-8".to_owned()),
            (RETRY_AFTER, self.crowd.later().as_secs().to_string()),
            (CONNECTION, "close".to_owned()),
        ];
        let page = include_str!("full.html");
        self.protected((StatusCode::SERVICE_UNAVAILABLE, headers, page))
    }

    /// The code that the console says, as long as nobody has set the installation up.
    #[must_use]
    pub fn founding(&self) -> Option<&Founding> {
        let open = self.house.directory.all().is_empty();
        let setup = self.setup.as_ref().filter(|_| open);
        setup.map(|setup| &setup.founding)
    }

    /// The page of the set-up that answers a request; none when it is for an organisation, or for the house itself.
    async fn path_of_setup(&self, path: String, host: Option<String>) -> Option<Path> {
        let path = path.as_str();
        let of_setup = path == SETUP || path.starts_with(&format!("{SETUP}/"));
        let of_house = path.starts_with("/health/") || path.starts_with("/assets/");
        if of_house || !self.is_empty().await {
            let served = host.and_then(|host| self.house.directory.by_host(&host));
            return (of_setup && served.is_none()).then_some(Path::Over);
        }
        let of_language = path == "/langue";
        match path {
            "/" => Some(Path::Asked),
            NOT_OPEN | OVER => Some(Path::NotOpen),
            _ if of_setup || of_language => Some(Path::Asked),
            _ if path.starts_with("/api/") => Some(Path::Machine),
            _ => Some(Path::NotOpen),
        }
    }

    /// Whether nobody has set the installation up: another server on the same database may just have.
    async fn is_empty(&self) -> bool {
        if !self.house.directory.all().is_empty() {
            return false;
        }
        match self.house.store.read(installation::is_set_up).await {
            Ok(false) => true,
            Ok(true) => {
                if let Err(error) = self.house.directory.refresh(&self.house.store).await {
                    tracing::error!(%error, "the organisations were not read");
                }
                false
            }
            Err(error) => {
                tracing::error!(%error, "whether the installation is set up is not known");
                false
            }
        }
    }

    /// The installation is not set up, as RFC 9457 says it.
    fn not_open_to_machines(&self) -> Response {
        let words = &self.house.words;
        let say = |key| words.say(Language::French, key);
        let problem = serde_json::json!({
            "type": "urn:parvis:problem:not-open",
            "title": say("establish-not-open"),
            "status": 503,
            "detail": say("establish-not-open-text"),
        });
        let headers = [
            (CONTENT_TYPE, "application/problem+json"),
            (RETRY_AFTER, "300"),
        ];
        self.protected((
            StatusCode::SERVICE_UNAVAILABLE,
            headers,
            problem.to_string(),
        ))
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
            let site = Site {
                organisation,
                base: String::new(),
            };
            return self.enter(request, site, &path);
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
        let rest = rest.to_owned();
        if !strip(request, &rest) {
            return Place::Organisation;
        }
        self.enter(request, Site { organisation, base }, &rest)
    }

    /// Says to the pages which place the request is for: the organisation, or its trial when the path is below that.
    fn enter(&self, request: &mut Request<Body>, site: Site, path: &str) -> Place {
        let below = path.strip_prefix(TRIAL);
        let below = below.filter(|rest| rest.is_empty() || rest.starts_with('/'));
        let trial = self.house.directory.trial_of(site.organisation.id);
        let (Some(rest), Some(trial)) = (below, trial) else {
            request.extensions_mut().insert(site);
            return Place::Organisation;
        };
        let site = site.of_trial(trial);
        if rest.is_empty() {
            return Place::Slash(format!("{}/", site.base));
        }
        if strip(request, rest) {
            request.extensions_mut().insert(site);
        }
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

/// Puts a path in the place of that of a request, before its query.
fn strip(request: &mut Request<Body>, path: &str) -> bool {
    let query = request.uri().query();
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    let Ok(stripped) = format!("{path}{query}").parse::<PathAndQuery>() else {
        return false;
    };
    *request.uri_mut() = Uri::from(stripped);
    true
}

/// The pages that set an installation up, unless the code of this start cannot be drawn.
fn setup(house: &House, config: &Config) -> Option<(Founding, Router)> {
    let behind_proxies = !config.trusted_proxies.is_empty() || config.public_url.is_some();
    match Founding::new(behind_proxies) {
        Ok(founding) => {
            let pages = dress(establish::routes(founding.clone()), house);
            Some((founding, pages))
        }
        Err(failure) => {
            tracing::error!(%failure, "the set-up page has no code");
            None
        }
    }
}

/// Which page of the set-up answers.
#[derive(Clone, Copy)]
enum Path {
    /// The one that was asked.
    Asked,
    /// The house is not open.
    NotOpen,
    /// The same, to a machine.
    Machine,
    /// It is set up.
    Over,
}

/// Answers from the pages of the set-up.
async fn set_up(pages: Router, mut request: Request<Body>, path: Path) -> Response {
    let shown = match path {
        Path::Asked => None,
        Path::NotOpen | Path::Machine => Some(NOT_OPEN),
        Path::Over => Some(OVER),
    };
    if let Some(shown) = shown {
        *request.uri_mut() = Uri::from_static(shown);
        *request.method_mut() = Method::GET;
        *request.body_mut() = Body::empty();
    }
    request.extensions_mut().insert(establish::site());
    infallible(pages.oneshot(request).await)
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

//! Setting up an installation that is empty: the first organisation, its service, its administrator.
//!
//! The pages stand in the frame of an organisation that does not exist yet. `server` leads every request here while nobody has set the
//! installation up, and none afterwards.

mod act;
mod answers;
mod gate;

use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::{Extension, FromRequestParts, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use http::header::{HOST, RETRY_AFTER};
use http::request::Parts;
use http::{HeaderMap, StatusCode};
use parvis_access::session::Token;
use parvis_kernel::{Channel, Ctx, OrganisationId, Personal, Purpose};
use parvis_organisation::{Organisation, OrganisationError, Profile};
use parvis_web::{
    Entries, EntriesExt, Errors, Form, House, Link, PageError, Rule, Site, Visit, device_name,
    hash_password,
};

use crate::error::AdministrationError;
use crate::pages::{Field, Part};
use act::{Establishment, establish};
pub use gate::Founding;
use gate::Tried;

/// Under this path stands everything that sets the installation up.
pub const SETUP: &str = "/installation";
/// What is shown to those who come before the house is open.
pub const NOT_OPEN: &str = "/installation/pas-encore";
/// What is shown to those who come to set up what is set up.
pub const OVER: &str = "/installation/faite";
const CODE: &str = "/installation/code";
const ORGANISATION: &str = "/installation/organisation";
const SERVICE: &str = "/installation/service";
const ADMINISTRATOR: &str = "/installation/administrateur";
/// Where the administrator goes on.
const BEGIN: &str = "/agent/administration/mise-en-route";
/// A supervisor or a search engine comes back later.
const LATER: u64 = 300;

/// Tries of a code from one device.
const DEVICE: Rule = Rule {
    name: "set-up-code",
    burst: 5,
    every: std::time::Duration::from_secs(10),
};

/// The pages that set an installation up.
pub fn routes(founding: Founding) -> Router<House> {
    Router::new()
        .route("/", get(show))
        .route("/installation/pas-encore", get(not_open))
        .route("/installation/faite", get(over))
        .route("/installation/code", post(try_code))
        .route(
            "/installation/organisation",
            get(show_organisation).post(answer_organisation),
        )
        .route(
            "/installation/service",
            get(show_service).post(answer_service),
        )
        .route(
            "/installation/administrateur",
            get(show_administrator).post(create),
        )
        .layer(Extension(founding))
}

/// The place of the pages: an organisation that is nobody's.
#[must_use]
pub fn site() -> Site {
    let organisation = Organisation {
        id: OrganisationId::from_uuid(uuid::Uuid::nil()),
        slug: "installation".to_owned(),
        host: None,
        name: "Parvis".to_owned(),
        profile: Profile::default(),
        demonstration: false,
        trial: None,
    };
    Site {
        organisation: Arc::new(organisation),
        base: String::new(),
    }
}

/// Somebody who may set the installation up; anybody else is led to where the code is asked.
struct Founder {
    visit: Visit,
    founding: Founding,
}

impl FromRequestParts<House> for Founder {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Response> {
        let visit = Visit::from_request_parts(parts, house).await;
        let visit = visit.map_err(IntoResponse::into_response)?;
        match parts.extensions.get::<Founding>().cloned() {
            Some(founding) if may_found(&founding, &visit, parts) => Ok(Self { visit, founding }),
            _ => Err(Redirect::to(&visit.url("/")).into_response()),
        }
    }
}

fn may_found(founding: &Founding, visit: &Visit, parts: &Parts) -> bool {
    founding.is_beside(parts) || visit.token().is_some_and(|token| founding.knows(token))
}

/// A page of the set-up.
#[derive(Template)]
#[template(path = "establish/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    title: &'a str,
    /// How far this is, for the steps.
    step: String,
    texts: Vec<String>,
    /// A link instead of a form.
    link: Option<Link>,
    action: &'a str,
    parts: Vec<Part>,
    send: &'a str,
    errors: &'a Errors,
}

impl<'a> Page<'a> {
    fn titled(visit: &'a Visit, title: &'a str, errors: &'a Errors) -> Self {
        Self {
            visit,
            title: visit.say(title),
            step: String::new(),
            texts: Vec::new(),
            link: None,
            action: "",
            parts: Vec::new(),
            send: visit.say("establish-next"),
            errors,
        }
    }

    fn step(mut self, number: u8) -> Self {
        let values = [("number", number)];
        self.step = self.visit.say_with("establish-step", &values);
        self
    }

    fn text(mut self, key: &str) -> Self {
        self.texts.push(self.visit.say(key).to_owned());
        self
    }

    fn asking(mut self, action: &'a str, parts: Vec<Part>) -> Self {
        self.action = action;
        self.parts = parts;
        self
    }

    fn leading(mut self, key: &str, href: impl Into<String>) -> Self {
        self.link = Some(Link::new(self.visit.say(key), href));
        self
    }

    fn answer(&self, status: StatusCode) -> Result<Response, PageError> {
        let status = match self.errors.any() {
            true => StatusCode::UNPROCESSABLE_ENTITY,
            false => status,
        };
        Ok((status, Html(self.render()?)).into_response())
    }
}

async fn show(visit: Visit, parts: Parts) -> Result<Response, PageError> {
    let founding = parts.extensions.get::<Founding>();
    if founding.is_some_and(|founding| may_found(founding, &visit, &parts)) {
        let errors = Errors::none();
        let page = Page::titled(&visit, "establish-title", &errors);
        let page = page.text("establish-text").text("establish-needed");
        return page
            .leading("establish-begin", ORGANISATION)
            .answer(StatusCode::OK);
    }
    ask_code(&visit, &Errors::none())
}

fn ask_code(visit: &Visit, errors: &Errors) -> Result<Response, PageError> {
    let code = Field::new("code", visit.say("establish-code"));
    let code = code.hint(visit.say("establish-code-hint")).width("30");
    Page::titled(visit, "establish-title", errors)
        .text("establish-code-text")
        .asking(CODE, vec![Part::Input(code.autocomplete("one-time-code"))])
        .answer(StatusCode::OK)
}

async fn try_code(
    State(house): State<House>,
    Extension(founding): Extension<Founding>,
    visit: Visit,
    Form(entries): Form,
) -> Result<Response, PageError> {
    visit.limit(&house, &DEVICE, &visit.client.to_string())?;
    let key = match founding.try_code(entries.first("code")) {
        Tried::Right => {
            let token = Token::draw()?;
            founding.keep(&token, Entries::new());
            return Ok((visit.keep(&token), Redirect::to(ORGANISATION)).into_response());
        }
        Tried::Wrong => "establish-code-wrong",
        Tried::Spent => "establish-code-spent",
        Tried::Closed => "establish-code-closed",
    };
    let errors: Errors = [("code".to_owned(), visit.say(key))].into_iter().collect();
    ask_code(&visit, &errors)
}

async fn show_organisation(Founder { visit, founding }: Founder) -> Result<Response, PageError> {
    let entries = founding.kept(visit.token());
    organisation_page(&visit, &entries, &Errors::none())
}

fn organisation_page(
    visit: &Visit,
    entries: &Entries,
    errors: &Errors,
) -> Result<Response, PageError> {
    Page::titled(visit, "establish-organisation", errors)
        .step(1)
        .asking(ORGANISATION, answers::organisation_parts(visit, entries))
        .answer(StatusCode::OK)
}

async fn answer_organisation(
    Founder { visit, founding }: Founder,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let errors = answers::organisation_errors(&visit, &entries);
    if errors.any() {
        return organisation_page(&visit, &entries, &errors);
    }
    keep(&visit, &founding, entries, SERVICE)
}

/// Keeps what was answered, and leads on.
fn keep(
    visit: &Visit,
    founding: &Founding,
    entries: Entries,
    next: &str,
) -> Result<Response, PageError> {
    match visit.token() {
        Some(token) if founding.keep(token, entries) => Ok(Redirect::to(next).into_response()),
        _ => Err(PageError::forged()),
    }
}

async fn show_service(Founder { visit, founding }: Founder) -> Result<Response, PageError> {
    let entries = founding.kept(visit.token());
    if entries.first("nom").is_empty() {
        return Ok(Redirect::to(ORGANISATION).into_response());
    }
    service_page(&visit, &entries, &Errors::none())
}

fn service_page(visit: &Visit, entries: &Entries, errors: &Errors) -> Result<Response, PageError> {
    Page::titled(visit, "establish-service-title", errors)
        .step(2)
        .text("establish-service-text")
        .asking(SERVICE, answers::service_parts(visit, entries))
        .answer(StatusCode::OK)
}

async fn answer_service(
    Founder { visit, founding }: Founder,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let errors = answers::service_errors(&visit, &entries);
    if errors.any() {
        return service_page(&visit, &entries, &errors);
    }
    keep(&visit, &founding, entries, ADMINISTRATOR)
}

async fn show_administrator(Founder { visit, founding }: Founder) -> Result<Response, PageError> {
    let entries = founding.kept(visit.token());
    if entries.first("service").is_empty() {
        return Ok(Redirect::to(SERVICE).into_response());
    }
    administrator_page(&visit, &entries, &Errors::none())
}

fn administrator_page(
    visit: &Visit,
    entries: &Entries,
    errors: &Errors,
) -> Result<Response, PageError> {
    let mut page = Page::titled(visit, "establish-administrator", errors)
        .step(3)
        .text("establish-administrator-text")
        .asking(ADMINISTRATOR, answers::administrator_parts(visit, entries));
    page.send = visit.say("establish-create");
    page.answer(StatusCode::OK)
}

async fn create(
    State(house): State<House>,
    Founder { visit, founding }: Founder,
    headers: HeaderMap,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let mut all = founding.kept(visit.token());
    if all.first("service").is_empty() {
        return Ok(Redirect::to(ORGANISATION).into_response());
    }
    let errors = answers::administrator_errors(&visit, &entries);
    if errors.any() {
        return administrator_page(&visit, &entries, &errors);
    }
    let password_hash = hash_password(Personal::new(answers::password(&entries))).await?;
    all.extend(entries);
    let (organisation, service, group, administrator) = answers::created(&all);
    let new = Establishment {
        organisation,
        service,
        group,
        administrator,
        password_hash,
        token: Token::draw()?,
        device: device_name(&headers),
    };
    let ctx = Ctx {
        purpose: Purpose::Administration,
        channel: Channel::Web,
        language: visit.language,
        ..Ctx::house(new.organisation.id, visit.ctx.now)
    };
    let made = new.clone();
    let established = house.store.write(move |tx| establish(&ctx, tx, &new));
    match established.await {
        Ok(()) => {}
        Err(AdministrationError::Organisation(OrganisationError::AlreadySetUp)) => {
            house.directory.refresh(&house.store).await?;
            return told_over(&visit, StatusCode::CONFLICT);
        }
        Err(error) => return Err(error.into()),
    }
    house.directory.refresh(&house.store).await?;
    opened(&visit, &made, &headers)
}

/// Leads the administrator to the enrolment of their second factor, or says where it is when this browser is not there.
fn opened(visit: &Visit, made: &Establishment, headers: &HeaderMap) -> Result<Response, PageError> {
    let organisation = Arc::new(made.organisation.clone());
    let base = match &organisation.host {
        None => format!("/{}", organisation.slug),
        Some(host) if is_asked_at(headers, host) => String::new(),
        Some(host) => {
            let href = format!("https://{host}/agent/connexion?retour={BEGIN}");
            return Page::titled(visit, "establish-done", &Errors::none())
                .text("establish-done-elsewhere")
                .leading("establish-done-go", href)
                .answer(StatusCode::OK);
        }
    };
    let mut there = visit.clone();
    there.site = Site { organisation, base };
    let to = format!("/agent/connexion/premiere-fois?retour={BEGIN}");
    Ok((there.keep(&made.token), Redirect::to(&there.url(&to))).into_response())
}

fn is_asked_at(headers: &HeaderMap, host: &str) -> bool {
    let asked = headers.get(HOST).and_then(|value| value.to_str().ok());
    let name = asked.and_then(|asked| asked.split(':').next());
    name.is_some_and(|name| name.eq_ignore_ascii_case(host))
}

async fn not_open(visit: Visit) -> Result<Response, PageError> {
    let mut answer = Page::titled(&visit, "establish-not-open", &Errors::none())
        .text("establish-not-open-text")
        .leading("establish-not-open-go", "/")
        .answer(StatusCode::SERVICE_UNAVAILABLE)?;
    answer.headers_mut().insert(RETRY_AFTER, LATER.into());
    Ok(answer)
}

async fn over(visit: Visit) -> Result<Response, PageError> {
    told_over(&visit, StatusCode::NOT_FOUND)
}

fn told_over(visit: &Visit, status: StatusCode) -> Result<Response, PageError> {
    Page::titled(visit, "establish-over", &Errors::none())
        .text("establish-over-text")
        .answer(status)
}

//! The barrier before the pages of a trial: who falls on one by chance is told that nothing can be asked for there.

use askama::Template;
use axum::response::{Html, IntoResponse, Redirect, Response};
use http::header::HeaderName;
use http::{HeaderMap, HeaderValue, Request, StatusCode};
use parvis_organisation::{Organisation, Trial};
use parvis_store::Vault;
use subtle::ConstantTimeEq;

use crate::api::Problem;
use crate::error::{PageError, Told};
use crate::house::House;
use crate::request::{Cookie, Site, TRIAL, Visit, language_of, read_cookie};

/// The path of the link that lets somebody in: `/entrer/{key}`, then the procedure to try.
const ENTRY: &str = "/entrer/";
/// Pages of agents that a trial does not have: they are on the side of the organisation itself.
const ELSEWHERE: &[&str] = &[
    "/agent/connexion",
    "/agent/invitation",
    "/agent/mot-de-passe",
    "/agent/sessions",
    "/agent/administration",
    "/agent/demarches",
    "/agent/nouvelle-demarche",
    "/agent/essai",
];
/// No search engine keeps a page of a trial.
const ROBOTS: (HeaderName, HeaderValue) = (
    HeaderName::from_static("x-robots-tag"),
    HeaderValue::from_static("noindex, nofollow"),
);

/// What a browser carries that was let in: it is that of one trial, and worth nothing once that trial is erased.
#[must_use]
pub fn pass(vault: &Vault, trial: &Organisation) -> String {
    let secret = vault.derive("pass of a trial", trial.id.uuid().as_bytes());
    let mut text = String::with_capacity(32);
    for byte in secret.iter().take(16) {
        text.push_str(&format!("{byte:02x}"));
    }
    text
}

/// The link that lets somebody in, from the address of the organisation itself: to a procedure, or to the home page of the trial.
#[must_use]
pub fn entry(vault: &Vault, trial: &Organisation, slug: Option<&str>) -> String {
    let end = slug.map(|slug| format!("/{slug}")).unwrap_or_default();
    format!("{TRIAL}{ENTRY}{}{end}", pass(vault, trial))
}

/// Lets a browser into the trial of an organisation.
#[must_use]
pub fn admit(house: &House, site: &Site) -> Cookie {
    let secure = house.settings.secure;
    let pass = pass(house.store.vault(), &site.organisation);
    let age = u32::try_from(parvis_organisation::trial::LIFE.as_secs()).ok();
    Cookie::new(
        &cookie_name(site, secure),
        &pass,
        site.cookie_path(),
        secure,
        age,
    )
}

fn cookie_name(site: &Site, secure: bool) -> String {
    format!("{}_entree", site.cookie_name(secure))
}

/// What answers in the place of a page of a trial; nothing when the page may answer, or when it is the page of no trial.
pub(crate) fn barrier(
    house: &House,
    site: &Site,
    path: &str,
    headers: &HeaderMap,
) -> Option<Response> {
    let trial = site.organisation.trial.as_ref()?;
    if crate::api::is_under(path) {
        return Some(no_api(house, headers));
    }
    if trial.is_over(house.clock.now()) {
        return Some(stranger(house, site, trial, headers));
    }
    if let Some(rest) = path.strip_prefix(ENTRY) {
        return Some(match entered(house, site, rest) {
            Some(admitted) => admitted,
            None => stranger(house, site, trial, headers),
        });
    }
    let secure = house.settings.secure;
    let carried = read_cookie(headers, &cookie_name(site, secure));
    if !carried.is_some_and(|carried| is_pass(house, site, carried)) {
        return Some(stranger(house, site, trial, headers));
    }
    let is_elsewhere = |page: &&str| {
        let rest = path.strip_prefix(*page);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    if ELSEWHERE.iter().any(is_elsewhere) {
        let to = format!("{}/agent/essai", site.real_base());
        return Some(Redirect::to(&to).into_response());
    }
    None
}

/// What every answer of a trial says, beside what those of an organisation say.
pub(crate) fn mark(headers: &mut HeaderMap) {
    let (name, value) = ROBOTS;
    headers.insert(name, value);
}

fn is_pass(house: &House, site: &Site, carried: &str) -> bool {
    let expected = pass(house.store.vault(), &site.organisation);
    expected.as_bytes().ct_eq(carried.as_bytes()).into()
}

/// Follows a right link: the browser keeps the pass, and the address that it shows does not hold it.
fn entered(house: &House, site: &Site, rest: &str) -> Option<Response> {
    let (key, slug) = rest.split_once('/').unwrap_or((rest, ""));
    if !is_pass(house, site, key) {
        return None;
    }
    let is_word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let page = match slug.chars().all(is_word) && !slug.is_empty() {
        true => format!("{}/demarches/{slug}", site.base),
        false => format!("{}/", site.base),
    };
    Some((admit(house, site), Redirect::to(&page)).into_response())
}

#[derive(Template)]
#[template(path = "trial/page.html")]
struct Page<'a> {
    visit: &'a Visit,
}

/// Says, in the pages of the organisation itself, that this is a trial where nothing is deposited.
fn stranger(house: &House, site: &Site, trial: &Trial, headers: &HeaderMap) -> Response {
    let Some(real) = house.directory.by_id(trial.of) else {
        return crate::error::bare();
    };
    let base = site.real_base().to_owned();
    let place = Site {
        organisation: real,
        base,
    };
    let mut request = Request::new(());
    *request.headers_mut() = headers.clone();
    request.extensions_mut().insert(place);
    let (parts, ()) = request.into_parts();
    let visit = Visit::arrive(house, &parts);
    visit.map_or_else(crate::error::bare, |visit| {
        closed(&visit, StatusCode::FORBIDDEN)
    })
}

/// The page, among those of the organisation itself, of who is not let into its trial, or asks for one that is over.
#[must_use]
pub fn closed(visit: &Visit, status: StatusCode) -> Response {
    match (Page { visit }).render() {
        Ok(page) => (status, Html(page)).into_response(),
        Err(error) => PageError::from(error).into_response(),
    }
}

fn no_api(house: &House, headers: &HeaderMap) -> Response {
    let problem = Problem::new(StatusCode::NOT_FOUND, "trial", "trial-no-api");
    let told = Told::Problem(std::sync::Arc::new(problem));
    crate::api::told_problem(&told, &house.words, language_of(headers))
}

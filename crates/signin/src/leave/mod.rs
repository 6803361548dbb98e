//! Leave and erase this computer.

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::http::header::{COOKIE, SET_COOKIE};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use parvis_access::{AccessError, session};
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_web::{Cookie, Form, House, PageError, Visit, headers};
use serde::Deserialize;

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/quitter", get(ask).post(leave))
        .route("/quitter/fin", get(done))
}

#[derive(Template)]
#[template(path = "leave/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    /// Where the draft that the person comes from can be erased.
    erase: Option<String>,
}

/// Where the person comes from.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct From {
    /// The number of a draft.
    brouillon: String,
}

impl From {
    /// The page that erases the draft, which says itself whether it may be; nothing for what looks like no number.
    fn erase(&self, visit: &Visit) -> Option<String> {
        let number = &self.brouillon;
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        let is_number = (1..=12).contains(&number.len()) && number.bytes().all(plain);
        is_number.then(|| visit.url(&format!("/dossiers/{number}/effacer")))
    }
}

#[derive(Template)]
#[template(path = "leave/done.html")]
struct Done<'a> {
    visit: &'a Visit,
}

async fn ask(Query(from): Query<From>, visit: Visit) -> Result<Html<String>, PageError> {
    let erase = from.erase(&visit);
    let visit = &visit;
    Ok(Html(Page { visit, erase }.render()?))
}

/// Closes the session and asks the browser to erase all that it keeps of this site. Only here: a page that any site
/// could load must not erase anything.
async fn leave(
    State(house): State<House>,
    visit: Visit,
    sent: HeaderMap,
    Form(_): Form,
) -> Result<Response, PageError> {
    close(&house, &visit).await?;
    let end = Redirect::to(&visit.url("/quitter/fin"));
    let mut response = (visit.forget(), headers::erasing(), end).into_response();
    for cookie in others(&visit, &sent) {
        let header = cookie.header().clone();
        response.headers_mut().append(SET_COOKIE, header);
    }
    Ok(response)
}

/// What forgets the other cookies of this organisation: a browser that does not know `Clear-Site-Data` keeps no key of what was
/// set aside.
fn others(visit: &Visit, sent: &HeaderMap) -> Vec<Cookie> {
    let own = visit.site.cookie_name(visit.secure);
    let lines = sent.get_all(COOKIE).iter();
    let lines = lines.filter_map(|line| line.to_str().ok());
    let names = lines
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, _)| name.trim());
    let is_other = |name: &&str| {
        let rest = name.strip_prefix(own.as_str());
        rest.is_some_and(|rest| rest.starts_with('_'))
    };
    let path = visit.site.cookie_path();
    names
        .filter(is_other)
        .map(|name| Cookie::new(name, "", path, visit.secure, Some(0)))
        .collect()
}

/// Closes the session of the browser, if it has one, and says so in the journal of security: of the agent, or of the
/// session of somebody who has no account.
pub(crate) async fn close(house: &House, visit: &Visit) -> Result<(), PageError> {
    let Some(session) = &visit.session else {
        return Ok(());
    };
    let (ctx, id) = (visit.ctx.clone(), session.id);
    let (verb, subject) = match (session.agent, session.account) {
        (Some(agent), _) => ("agent.signed_out", Subject::new("agent", agent.uuid())),
        (None, Some(account)) => (
            "account.signed_out",
            Subject::new("account", account.uuid()),
        ),
        (None, None) => ("session.closed", Subject::new("session", id.uuid())),
    };
    let closed = house.store.write(move |tx| {
        session::close(&ctx, tx, id)?;
        journal::security(&ctx, tx, verb, subject.clone(), &[])?;
        Ok::<_, AccessError>(())
    });
    Ok(closed.await?)
}

async fn done(visit: Visit) -> Result<Html<String>, PageError> {
    Ok(Html(Done { visit: &visit }.render()?))
}

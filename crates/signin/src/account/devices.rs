//! Where the account is open, and closing it there.

use askama::Template;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Redirect, Response};
use parvis_access::AccessError;
use parvis_access::account::{self, OpenSession};
use parvis_web::{EntriesExt, Form, House, Link, PageError, PersonVisit, Visit};

const PAGE: &str = "/compte/appareils";

/// A device, in words.
struct Device {
    name: String,
    seen: String,
    opened: String,
    id: String,
    here: bool,
}

#[derive(Template)]
#[template(path = "account/devices.html")]
struct Page<'a> {
    visit: &'a Visit,
    back: Link,
    action: String,
    others: bool,
    devices: Vec<Device>,
}

pub(super) async fn show(
    State(house): State<House>,
    person: PersonVisit,
) -> Result<Response, PageError> {
    let visit = &person.visit;
    let ctx = visit.ctx.clone();
    let sessions = house.store.read(move |tx| account::sessions(&ctx, tx));
    let sessions = sessions.await?;
    let here = visit.session.as_ref().map(|own| own.id);
    let page = Page {
        visit,
        back: Link::new(
            visit.say("account-back-security"),
            visit.url(super::SECURITY),
        ),
        action: visit.url(PAGE),
        others: sessions.len() > 1,
        devices: sessions
            .into_iter()
            .map(|own| device(visit, Some(own.id) == here, &own))
            .collect(),
    };
    Ok(Html(page.render()?).into_response())
}

fn device(visit: &Visit, here: bool, own: &OpenSession) -> Device {
    let name = match own.device.as_str() {
        "" => visit.say("account-devices-unknown").to_owned(),
        name => name.to_owned(),
    };
    let seen = visit.date_time(own.last_seen_at);
    let opened = visit.date_time(own.opened_at);
    Device {
        name,
        seen: visit.say_with("account-devices-seen", &[("at", seen)]),
        opened: visit.say_with("account-devices-opened", &[("at", opened)]),
        id: own.id.to_string(),
        here,
    }
}

/// Ends one session, or all the others.
pub(super) async fn end(
    State(house): State<House>,
    person: PersonVisit,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let (ctx, one) = (
        person.visit.ctx.clone(),
        entries.first("session").parse().ok(),
    );
    let ended = house.store.write(move |tx| match one {
        Some(session) => account::end_session(&ctx, tx, session),
        None => account::end_other_sessions(&ctx, tx),
    });
    match ended.await {
        // A session that ended by itself meanwhile: what was asked for is so.
        Ok(()) | Err(AccessError::NotFound) => {
            Ok(Redirect::to(&person.visit.url(PAGE)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

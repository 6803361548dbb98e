//! The passkeys of the account.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{Html, IntoResponse, Response};
use parvis_access::account::{self, Passkey};
use parvis_web::{House, Link, PageError, PersonVisit, Visit};

use super::{ADD, PAGE, party};
use crate::account::{Next, SECURITY};

/// A passkey, in words.
struct Shown {
    name: String,
    added: String,
    used: String,
    rename: String,
    remove: String,
}

#[derive(Template)]
#[template(path = "account/passkey/list.html")]
struct Page<'a> {
    visit: &'a Visit,
    back: Link,
    done: String,
    keys: Vec<Shown>,
    /// Where passkeys serve; empty when no browser offers them at this address.
    origin: String,
    add: String,
}

pub(super) async fn show(
    State(house): State<House>,
    person: PersonVisit,
    headers: HeaderMap,
    next: Next,
) -> Result<Response, PageError> {
    let visit = &person.visit;
    let ctx = visit.ctx.clone();
    let own = house.store.read(move |tx| account::passkeys(&ctx, tx));
    let own = own.await?;
    let party = party(&house, visit, &headers);
    let page = Page {
        visit,
        back: Link::new(visit.say("account-back-security"), visit.url(SECURITY)),
        done: done(visit, &next.done).to_owned(),
        keys: own.iter().map(|own| shown(visit, own)).collect(),
        origin: party
            .map(|party| party.origin().to_owned())
            .unwrap_or_default(),
        add: visit.url(ADD),
    };
    Ok(Html(page.render()?).into_response())
}

/// What was just done, by its word in the address.
fn done<'a>(visit: &'a Visit, word: &str) -> &'a str {
    match word {
        "ajoutee" => visit.say("passkey-done-added"),
        "renommee" => visit.say("passkey-done-renamed"),
        "retiree" => visit.say("passkey-done-removed"),
        _ => "",
    }
}

fn shown(visit: &Visit, own: &Passkey) -> Shown {
    let used = match own.last_used_at {
        Some(at) => visit.say_with("passkey-used", &[("at", visit.date_time(at))]),
        None => visit.say("passkey-never-used").to_owned(),
    };
    let page = format!("{PAGE}/{}", own.id);
    Shown {
        name: own.name.as_str().to_owned(),
        added: visit.say_with("passkey-added", &[("day", visit.day(own.created_at))]),
        used,
        rename: visit.url(&page),
        remove: visit.url(&format!("{page}/retirer")),
    }
}

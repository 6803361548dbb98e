//! What protects the account: everything in one place.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{Html, IntoResponse, Response};
use parvis_access::AccessError;
use parvis_access::account::{self, Account, OpenSession, Reset};
use parvis_web::{House, Link, PageError, PersonVisit, Row, Visit};

use super::{Next, passkey};

#[derive(Template)]
#[template(path = "account/security.html")]
struct Page<'a> {
    visit: &'a Visit,
    back: Link,
    done: String,
    waiting: String,
    rows: Vec<Row>,
}

/// What the page reads.
struct Read {
    account: Account,
    codes: i64,
    sessions: Vec<OpenSession>,
    waiting: Option<Reset>,
}

pub(super) async fn show(
    State(house): State<House>,
    person: PersonVisit,
    headers: HeaderMap,
    next: Next,
) -> Result<Response, PageError> {
    let visit = &person.visit;
    let (ctx, id) = (visit.ctx.clone(), person.account);
    let read = house.store.read(move |tx| {
        Ok::<_, AccessError>(Read {
            account: account::find(tx, ctx.organisation, id)?,
            codes: account::recovery_codes_left(&ctx, tx)?,
            sessions: account::sessions(&ctx, tx)?,
            waiting: account::waiting_reset(&ctx, tx)?,
        })
    });
    let read = read.await?;
    let offered = passkey::party(&house, visit, &headers).is_some();
    let waiting = read.waiting.map(|waiting| {
        let day = visit.date_time(waiting.effective_at);
        visit.say_with("account-security-waiting", &[("day", day)])
    });
    let page = Page {
        visit,
        back: Link::new(visit.say("account-back-home"), visit.url(super::HOME)),
        done: done(visit, &next.done),
        waiting: waiting.unwrap_or_default(),
        rows: rows(visit, &read, offered),
    };
    Ok(Html(page.render()?).into_response())
}

/// What was just done, by its word in the address.
fn done(visit: &Visit, word: &str) -> String {
    let key = match word {
        "mot-de-passe" => "account-done-password",
        "adresse" => "account-done-address",
        "retire" => "account-done-factor-removed",
        "application" => "passkey-done-application",
        "application-retiree" => "passkey-done-application-removed",
        "garde" => "account-done-kept",
        _ => return String::new(),
    };
    visit.say(key).to_owned()
}

fn rows(visit: &Visit, read: &Read, offered: bool) -> Vec<Row> {
    let change = visit.say("account-change");
    let to = |path: &str| visit.url(path);
    let mut rows = vec![
        Row::new(visit.say("account-email"), &read.account.address)
            .change(change, to("/compte/adresse")),
        Row::new(
            visit.say("account-password"),
            visit.say("account-security-password"),
        )
        .change(change, to("/compte/mot-de-passe")),
    ];
    let factor = visit.say("account-security-factor");
    rows.push(match read.account.second_factor_since {
        Some(since) => {
            let day = visit.day(since);
            let on = visit.say_with("account-security-factor-on", &[("day", day)]);
            Row::new(factor, &on).change(
                visit.say("account-remove"),
                to("/compte/second-facteur/retirer"),
            )
        }
        None => Row::new(factor, visit.say(without_codes(&read.account)))
            .change(visit.say("account-add"), to("/compte/second-facteur")),
    });
    let keys = read.account.passkeys;
    if offered || keys > 0 {
        let count = visit.say_with("passkey-security-count", &[("count", keys)]);
        rows.push(
            Row::new(visit.say("passkey-title"), &count)
                .change(visit.say("account-see"), to(passkey::PAGE)),
        );
    }
    if read.account.has_second_factor() {
        let left = visit.say_with("account-security-codes-left", &[("count", read.codes)]);
        rows.push(Row::new(visit.say("account-security-codes"), &left).change(
            visit.say("account-renew"),
            to("/compte/second-facteur/codes"),
        ));
    }
    let count = i64::try_from(read.sessions.len()).unwrap_or(i64::MAX);
    let devices = visit.say_with("account-security-devices-count", &[("count", count)]);
    rows.push(
        Row::new(visit.say("account-devices-title"), &devices)
            .change(visit.say("account-see"), to("/compte/appareils")),
    );
    rows
}

/// What stands in the place of an application: a passkey is asked besides the password too.
const fn without_codes(account: &Account) -> &'static str {
    match account.passkeys {
        0 => "account-security-factor-off",
        _ => "passkey-security-factor",
    }
}

//! Coming back to a dossier: its number, then a code sent to its address or its follow-up code.

use std::time::Duration;

use askama::Template;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::challenge::{self, NewChallenge};
use parvis_access::session::{self, Token};
use parvis_access::{AccessError, Right};
use parvis_kernel::{ChallengeId, Personal};
use parvis_web::{
    Choice, Entries, EntriesExt, Errors, Form, House, PageError, Rule, Visit, page, session_of,
};
use serde::Deserialize;

use super::act::{address_matches, open_by_challenge, open_by_code};
use super::aside::take_back;
use crate::addresses::Addresses;
use crate::desk::{self, Desk};
use crate::error::DossierError;
use crate::model::{Dossier, Number, State as Stands};
use crate::request::DeskOf;

/// Codes sent to one address; shared with the pages that send others.
pub(crate) const CODES: Rule = Rule {
    name: "code",
    burst: 5,
    every: Duration::from_secs(120),
};
/// Tries of one device.
pub(crate) const TRIES: Rule = Rule {
    name: "follow",
    burst: 30,
    every: Duration::from_secs(30),
};
/// Follow-up codes tried on one number.
pub(crate) const TRIES_OF_NUMBER: Rule = Rule {
    name: "follow-number",
    burst: 10,
    every: Duration::from_secs(60),
};
/// Letters at most of an address (RFC 5321).
const LONGEST_ADDRESS: usize = 254;
/// Where a person goes once the code is given.
const BACK: &str = "/suivi/retour";

#[derive(Template)]
#[template(path = "follow/enter.html")]
struct Page<'a> {
    visit: &'a Visit,
    number: &'a str,
    choices: Vec<Choice>,
    email: &'a str,
    kept: bool,
    errors: Errors,
}

/// The query of the page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// The number of the dossier, from the link of a mail.
    numero: String,
    /// `etape` when something typed on a step is kept until the person is back.
    retour: String,
}

impl Asked {
    fn keeps(&self) -> bool {
        self.retour == "etape"
    }
}

/// The query of the way back from the code.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Confirmed {
    c: String,
}

/// The page; somebody who already follows this dossier is led to it.
pub(super) async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    visit: Visit,
) -> Result<Response, PageError> {
    if let Some(number) = Number::parse(&asked.numero)
        && let Some(dossier) = held(&house, &visit, &desk, number).await?
    {
        return onward(&house, &visit, &desk, &dossier, &headers).await;
    }
    let kept = asked.keeps();
    let mut entries = Entries::new();
    entries.insert("numero".to_owned(), vec![asked.numero]);
    shown(&visit, &entries, kept, Errors::none())
}

pub(super) async fn send(
    State(house): State<House>,
    Query(asked): Query<Asked>,
    visit: Visit,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let kept = asked.keeps();
    match read(&visit, &entries) {
        Err(errors) => shown(&visit, &entries, kept, errors),
        Ok((number, Proof::Email(address))) => ask_code(&house, &visit, number, address).await,
        Ok((number, Proof::Code(code))) => match open(&house, &visit, number, code).await? {
            Some(response) => Ok(response),
            None => {
                let mut errors = Errors::none();
                errors.add("code", visit.say("enter-error-together"));
                shown(&visit, &entries, kept, errors)
            }
        },
    }
}

/// How the person proves that the dossier is theirs.
pub(crate) enum Proof {
    Email(Personal<String>),
    Code(Personal<String>),
}

/// What a form says: the number, and the proof.
pub(crate) fn read(visit: &Visit, entries: &Entries) -> Result<(Number, Proof), Errors> {
    let mut errors = Errors::none();
    let number = Number::parse(entries.first("numero"));
    if number.is_none() {
        errors.add("numero", visit.say("enter-error-number"));
    }
    let (email, code) = (entries.first("courriel"), entries.first("code"));
    let way = match entries.first("moyen") {
        "courriel" if is_address(email) => Some(Proof::Email(email.to_owned().into())),
        "courriel" => {
            errors.add("courriel", visit.say("enter-error-email"));
            None
        }
        "code" if !code.is_empty() => Some(Proof::Code(code.to_owned().into())),
        "code" => {
            errors.add("code", visit.say("enter-error-code"));
            None
        }
        _ => {
            errors.add("moyen", visit.say("enter-error-way"));
            None
        }
    };
    number.zip(way).ok_or(errors)
}

fn is_address(text: &str) -> bool {
    let parts = text.rsplit_once('@');
    let parts = parts.filter(|(name, domain)| !name.is_empty() && domain.contains('.'));
    parts.is_some() && text.len() <= LONGEST_ADDRESS && !text.contains(char::is_whitespace)
}

/// Sends a code to the address, if it is the one of the dossier. The answer is the same if it is not.
async fn ask_code(
    house: &House,
    visit: &Visit,
    number: Number,
    address: Personal<String>,
) -> Result<Response, PageError> {
    visit.limit(house, &TRIES, &visit.client.to_string())?;
    visit.limit(house, &CODES, &address.to_lowercase())?;
    let (session, cookie) = session_of(house, visit).await?;
    let ctx = visit.ctx.clone();
    let asked = house.store.write(move |tx| {
        let dossier = address_matches(&ctx, tx, &number, &address)?;
        let new = NewChallenge {
            session: session.id,
            address: address.clone(),
            purpose: BACK.to_owned(),
            decoy: dossier.is_none(),
            dossier,
        };
        let id = challenge::create(&ctx, tx, &new)?;
        parvis_jobs::publish(tx, &challenge::asked(&ctx, id))?;
        Ok::<_, DossierError>(id)
    });
    let id = asked.await?;
    house.wake.wake();
    let next = Redirect::to(&visit.url(&format!("/code?c={id}")));
    Ok((cookie, next).into_response())
}

/// Opens the dossier to its number and its follow-up code; nothing when they do not go together.
async fn open(
    house: &House,
    visit: &Visit,
    number: Number,
    code: Personal<String>,
) -> Result<Option<Response>, PageError> {
    visit.limit(house, &TRIES, &visit.client.to_string())?;
    visit.limit(house, &TRIES_OF_NUMBER, number.as_str())?;
    let (session, _) = session_of(house, visit).await?;
    let token = Token::draw()?;
    let (ctx, new, asked) = (visit.ctx.clone(), token.clone(), number.clone());
    let opened = house.store.write(move |tx| {
        let opened = open_by_code(&ctx, tx, session.id, &asked, &code)?;
        if opened {
            session::rotate(&ctx, tx, session.id, &new)?;
        }
        Ok::<_, DossierError>(opened)
    });
    if !opened.await? {
        return Ok(None);
    }
    let next = visit.url(&format!("/suivi?numero={number}"));
    Ok(Some(
        (visit.keep(&token), Redirect::to(&next)).into_response(),
    ))
}

/// Back from the code: the session may now open the dossier.
pub(super) async fn confirmed(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Query(confirmed): Query<Confirmed>,
    headers: HeaderMap,
    visit: Visit,
) -> Result<Response, PageError> {
    let begin_again = Redirect::to(&visit.url("/suivi")).into_response();
    let (Some(session), Ok(id)) = (&visit.session, confirmed.c.parse::<ChallengeId>()) else {
        return Ok(begin_again);
    };
    let (ctx, session) = (visit.ctx.clone(), session.id);
    let opened = house
        .store
        .write(move |tx| open_by_challenge(&ctx, tx, session, id))
        .await;
    match opened {
        Ok(dossier) => onward(&house, &visit, &desk, &dossier, &headers).await,
        Err(DossierError::NotFound | DossierError::Access(AccessError::NotFound)) => {
            Ok(begin_again)
        }
        Err(error) => Err(error.into()),
    }
}

/// The dossier, if this session may open it.
async fn held(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    number: Number,
) -> Result<Option<Dossier>, PageError> {
    if visit.session.is_none() {
        return Ok(None);
    }
    let (ctx, desk) = (visit.ctx.clone(), desk.clone());
    let opened = house.store.read(move |tx| {
        let opened = desk::open(&ctx, tx, &desk, &number, Right::HoldDossier)?;
        Ok::<_, DossierError>(opened.dossier)
    });
    match opened.await {
        Ok(dossier) => Ok(Some(dossier)),
        Err(error @ (DossierError::Store(_) | DossierError::Document(_))) => Err(error.into()),
        Err(_) => Ok(None),
    }
}

/// Goes on with a dossier that the session holds: on the step whose answers were set aside, if any.
async fn onward(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    dossier: &Dossier,
    headers: &HeaderMap,
) -> Result<Response, PageError> {
    let taken = take_back(house, &visit.ctx, visit, desk, &dossier.number, headers);
    match taken.await? {
        Some((forget, step)) => Ok((forget, Redirect::to(&step)).into_response()),
        None => Ok(Redirect::to(&home(visit, dossier)).into_response()),
    }
}

/// Where a person goes on with a dossier: the list of steps of a draft, or the follow-up page.
fn home(visit: &Visit, dossier: &Dossier) -> String {
    let at = Addresses::of(visit, &dossier.number);
    match dossier.state() {
        Stands::Draft => at.tasks(),
        _ => at.follow().to_owned(),
    }
}

fn shown(
    visit: &Visit,
    entries: &Entries,
    kept: bool,
    errors: Errors,
) -> Result<Response, PageError> {
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let chosen = entries.first("moyen");
    let choice = |value: &str, label: &str, hint: &str| {
        Choice::new(value, visit.say(label))
            .hint(visit.say(hint))
            .checked(chosen == value)
            .revealing()
    };
    let template = Page {
        visit,
        number: entries.first("numero"),
        choices: vec![
            choice("courriel", "enter-by-email", "enter-by-email-hint"),
            choice("code", "enter-by-code", "enter-by-code-hint"),
        ],
        email: entries.first("courriel"),
        kept,
        errors,
    };
    Ok((status, page(&template)?).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_looks_like_one() {
        for right in ["zoe@example.org", "a.b+c@sub.example.fr"] {
            assert!(is_address(right), "{right}");
        }
        for wrong in [
            "",
            "zoe",
            "@example.org",
            "zoe@",
            "zoe@local",
            "zoe @example.org",
        ] {
            assert!(!is_address(wrong), "{wrong}");
        }
        assert!(!is_address(&format!("{}@example.org", "a".repeat(300))));
    }
}

//! The second factor is lost: recovery codes, then a human path.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use parvis_access::account::{self, WAIT_HOURS};
use parvis_access::{AccessError, Right, Target, authorize};
use parvis_web::{Choice, EntriesExt, Errors, Form, House, PageError, PersonVisit, Visit};

use super::SECURITY;
use super::address::{ended, link, query};
use super::sheet::{Asked, Sheet};
use crate::gate;

const CANCEL: &str = "/compte/second-facteur/annuler";
const REQUEST: &str = "/agent/comptes/second-facteur";

/// Whom to see, with what proof.
pub(super) async fn help(visit: Visit) -> Result<Response, PageError> {
    let mut sheet = Sheet::new(&visit, "account-lost-title")
        .text(visit.say("account-lost-codes"))
        .text(visit.say("account-lost-desk"))
        .text(visit.say_with("account-lost-wait", &[("hours", WAIT_HOURS)]))
        .text(visit.say("account-lost-without"))
        .link(&visit, "account-sign-in-follow", "/suivi");
    let contact = &visit.organisation.profile.contact;
    let mut where_to = vec![visit.organisation.name.clone()];
    where_to.extend(contact.postal_address.iter().cloned());
    sheet.texts.insert(2, where_to.join(", "));
    sheet
        .texts
        .extend(contact.hours.iter().map(|line| visit.typeset(line)));
    sheet.show(&visit)
}

/// The page of the link: it changes nothing by being read.
pub(super) async fn show_cancel(visit: Visit) -> Result<Response, PageError> {
    let path = link(&visit, CANCEL)?;
    Sheet::new(&visit, "account-keep-title")
        .text(visit.say("account-keep-text"))
        .ask(Asked::new(&visit, &path, "account-keep-button"))
        .show(&visit)
}

pub(super) async fn cancel(
    State(house): State<House>,
    visit: Visit,
    Form(_): Form,
) -> Result<Response, PageError> {
    gate::take_device(&house, &visit)?;
    let entries = query(&visit)?;
    let token = entries.first("j").to_owned();
    let Ok(id) = entries.first("d").parse() else {
        return ended(&visit);
    };
    let ctx = visit.ctx.clone();
    let cancelled = house
        .store
        .write(move |tx| account::cancel_reset_by_link(&ctx, tx, id, &token));
    match cancelled.await {
        Ok(()) => {
            house.wake.wake();
            Sheet::new(&visit, "account-kept-title")
                .text(visit.say("account-done-kept"))
                .link(&visit, "account-open-have", "/compte/connexion")
                .show(&visit)
        }
        Err(AccessError::Ended) => ended(&visit),
        Err(error) => Err(error.into()),
    }
}

/// The person, signed in, keeps their second factor.
pub(super) async fn keep(
    State(house): State<House>,
    person: PersonVisit,
    Form(_): Form,
) -> Result<Response, PageError> {
    let ctx = person.visit.ctx.clone();
    let kept = house.store.write(move |tx| account::cancel_reset(&ctx, tx));
    match kept.await {
        Ok(()) | Err(AccessError::Ended) => {
            house.wake.wake();
            let to = person.visit.url(&format!("{SECURITY}?fait=garde"));
            Ok(Redirect::to(&to).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

#[derive(Template)]
#[template(path = "account/request.html")]
struct Request<'a> {
    visit: &'a Visit,
    action: String,
    email: &'a str,
    done: String,
    errors: Errors,
}

/// Nobody but an administrator; others are led to where agents sign in, or refused.
async fn administrator(house: &House, visit: &Visit) -> Result<Option<Redirect>, PageError> {
    if visit.ctx.actor.agent().is_none() {
        let to = visit.url(&format!("/agent/connexion?retour={REQUEST}"));
        return Ok(Some(Redirect::to(&to)));
    }
    let ctx = visit.ctx.clone();
    let allowed = house
        .store
        .read(move |tx| authorize(&ctx, tx, Right::Administer, Target::Organisation));
    allowed.await?;
    Ok(None)
}

pub(super) async fn show_request(
    State(house): State<House>,
    visit: Visit,
) -> Result<Response, PageError> {
    match administrator(&house, &visit).await? {
        Some(elsewhere) => Ok(elsewhere.into_response()),
        None => request(&visit, "", String::new(), None),
    }
}

fn request(
    visit: &Visit,
    email: &str,
    done: String,
    error: Option<(&str, &str)>,
) -> Result<Response, PageError> {
    let mut errors = Errors::none();
    if let Some((name, key)) = error {
        errors.add(name, visit.say(key));
    }
    let status = match error {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let page = Request {
        visit,
        action: visit.url(REQUEST),
        email,
        done,
        errors,
    };
    Ok((status, Html(page.render()?)).into_response())
}

pub(super) async fn ask(
    State(house): State<House>,
    visit: Visit,
    Form(entries): Form,
) -> Result<Response, PageError> {
    if let Some(elsewhere) = administrator(&house, &visit).await? {
        return Ok(elsewhere.into_response());
    }
    let email = entries.first("email").to_owned();
    if !super::is_address(&email) {
        return request(
            &visit,
            &email,
            String::new(),
            Some(("email", "account-error-email")),
        );
    }
    if entries.first("identite") != "oui" {
        let error = Some(("identite", "account-request-error-identity"));
        return request(&visit, &email, String::new(), error);
    }
    let (ctx, address) = (visit.ctx.clone(), email.clone());
    let asked = house
        .store
        .write(move |tx| account::ask_reset(&ctx, tx, &address));
    match asked.await {
        Ok(reset) => {
            house.wake.wake();
            let day = visit.date_time(reset.effective_at);
            let done = visit.say_with("account-request-done", &[("day", day)]);
            request(&visit, "", done, None)
        }
        Err(AccessError::NotFound) => {
            let error = Some(("email", "account-request-error-unknown"));
            request(&visit, &email, String::new(), error)
        }
        Err(error) => Err(error.into()),
    }
}

impl Request<'_> {
    /// What the agent attests.
    fn identity(&self) -> Vec<Choice> {
        vec![Choice::new(
            "oui",
            self.visit.say("account-request-identity"),
        )]
    }
}

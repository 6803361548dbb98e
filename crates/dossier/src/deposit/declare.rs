//! The page where the person declares, and deposits.

use std::time::Duration;

use askama::Template;
use axum::extract::{FromRequest, Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use parvis_form::Text;
use parvis_law::SilenceEffect;
use parvis_law::deadline::silence_period;
use parvis_web::{
    Entries, EntriesExt, Errors, Form, House, PageError, Readings, Rule, Visit, page,
};

use super::act::deposit;
use crate::addresses::Addresses;
use crate::answer::aside::Aside;
use crate::check::{CheckView, Undone, aside_of, undone, view_check};
use crate::desk::Desk;
use crate::error::DossierError;
use crate::follow;
use crate::model::Number;
use crate::request::{DeskOf, again, number_of};
use crate::revise::{Met, meet};
use crate::said::Said;
use crate::text::masked_address;

/// Deposits from one device. A town hall that helps people may make many from one address.
const DEPOSITS: Rule = Rule {
    name: "deposit",
    burst: 60,
    every: Duration::from_secs(20),
};
/// The name of the box and its value.
const BOX: &str = "declaration";
const TICKED: &str = "oui";

#[derive(Template)]
#[template(path = "deposit/declare.html")]
struct Page<'a> {
    visit: &'a Visit,
    at: Addresses,
    title: Said,
    undone: Vec<Undone>,
    aside: Aside,
    declarations: Vec<Said>,
    receipt: String,
    delay: Said,
    silence: Said,
    errors: Errors,
    readings: Readings,
}

pub(super) async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    visit: Visit,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    if let Met::Choose(elsewhere) = meet(&house, &visit, &desk, &number).await? {
        return Ok(elsewhere);
    }
    shown(
        &house,
        desk,
        &number,
        &visit,
        Errors::none(),
        StatusCode::OK,
    )
    .await
}

/// Deposits. A second post, from a double click or another tab, leads to the same receipt.
pub(super) async fn send(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    visit: Visit,
    request: Request,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    // The session ended: the draft waits, and a declaration is made again.
    if !follow::is_held(&house, &visit, &desk, &number).await? {
        return follow::set_aside(&house, &visit, &number, "", Entries::new()).await;
    }
    let Form(entries) = Form::from_request(request, &house).await?;
    visit.limit(&house, &DEPOSITS, &visit.client.to_string())?;
    let declared = entries.first(BOX) == TICKED;
    let deposited = again(|| {
        let (ctx, desk, number) = (visit.ctx.clone(), desk.clone(), number.clone());
        house
            .store
            .write(move |tx| deposit(&ctx, tx, &desk, &number, declared))
    });
    let mut errors = Errors::none();
    match deposited.await {
        Ok(_) => {
            house.wake.wake();
            return Ok(to_receipt(&visit, &number));
        }
        Err(DossierError::NotDeclared) => errors.add(BOX, visit.say("declare-error")),
        Err(DossierError::Incomplete { .. } | DossierError::PeopleUnknown) => {}
        Err(DossierError::RevisionRequired) => {
            let at = Addresses::of(&visit, &number);
            return Ok(Redirect::to(&at.revised()).into_response());
        }
        Err(error) => return Err(error.into()),
    }
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    shown(&house, desk, &number, &visit, errors, status).await
}

fn to_receipt(visit: &Visit, number: &Number) -> Response {
    Redirect::to(&Addresses::of(visit, number).receipt()).into_response()
}

async fn shown(
    house: &House,
    desk: Desk,
    number: &Number,
    visit: &Visit,
    errors: Errors,
    status: StatusCode,
) -> Result<Response, PageError> {
    let (ctx, asked) = (visit.ctx.clone(), number.clone());
    let view = house
        .store
        .write(move |tx| view_check(&ctx, tx, &desk, &asked))
        .await;
    let view = match view {
        Ok(view) => view,
        Err(DossierError::NotNow { .. }) => return Ok(to_receipt(visit, number)),
        Err(error) => return Err(error.into()),
    };
    let file = &view.revision.file;
    let declarations = file.declarations.iter();
    let template = Page {
        visit,
        at: Addresses::of(visit, number),
        title: Said::of(visit, &file.title),
        undone: undone(visit, &view),
        aside: aside_of(&view),
        declarations: declarations.map(|text| Said::of(visit, text)).collect(),
        receipt: receipt(visit, &view),
        delay: Said::of(visit, &file.delay.words),
        silence: silence(visit, &view),
        errors,
        readings: visit.readings(&file.languages()),
    };
    Ok((status, page(&template)?).into_response())
}

/// How the receipt comes.
fn receipt(visit: &Visit, view: &CheckView) -> String {
    match &view.dossier.people.contact.email {
        Some(email) => {
            let address = masked_address(email);
            visit.say_with("declare-receipt-by-email", &[("address", address)])
        }
        None => visit.say("declare-receipt-by-code").to_owned(),
    }
}

/// What no answer would mean, with its day if the request leaves today and is complete.
fn silence(visit: &Visit, view: &CheckView) -> Said {
    let file = &view.revision.file;
    if !file.asks_for_decision {
        return Said::house(visit.say("declare-no-decision").to_owned());
    }
    let (key, implied) = match &file.silence {
        SilenceEffect::Accepted(implied) => ("declare-silence-accepts", implied),
        SilenceEffect::Rejected(implied) => ("declare-silence-rejects", implied),
        SilenceEffect::None { reason, .. } => {
            return match &file.silence_reason {
                Some(reason) => Said::of(visit, reason),
                None => Said::of(visit, &Text::french(reason)),
            };
        }
    };
    let day = silence_period(visit.today(), implied.delay);
    Said::house(visit.say_with(key, &[("day", visit.date(day))]))
}

//! What somebody says of a place of a panel.

use std::time::Duration;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use parvis_demarche::DemarcheError;
use parvis_demarche::panel::{self, LONGEST, LONGEST_NAME, Place, WHOLE};
use parvis_web::{Entries, EntriesExt, Errors, Form, House, PageError, Rule, Visit, Wording};
use serde::Deserialize;

use super::walk::anchor;
use super::{Closed, ROBOTS, Shown, over, shown};
use crate::said::worded;

/// Remarks from one device.
const REMARKS: Rule = Rule {
    name: "remark",
    burst: 20,
    every: Duration::from_secs(60),
};
/// A box that nobody sees: what fills it is no person.
const TRAP: &str = "site";

#[derive(Template)]
#[template(path = "panel/say.html")]
struct Page<'a> {
    visit: &'a Visit,
    errors: Errors,
    back: String,
    action: String,
    place: &'a str,
    whole: bool,
    label: Wording,
    text: String,
    who: String,
    longest: usize,
    privacy: String,
}

#[derive(Template)]
#[template(path = "panel/said.html")]
struct Said<'a> {
    visit: &'a Visit,
    label: Wording,
    back: String,
    remark: String,
}

#[derive(Deserialize)]
pub(super) struct About {
    #[serde(default)]
    lieu: String,
    /// It was kept.
    #[serde(default)]
    merci: String,
}

/// The place that is asked; the whole procedure when none is.
fn place(shown: &Shown, asked: &str) -> Result<Place, PageError> {
    let asked = if asked.is_empty() { WHOLE } else { asked };
    let mut all = panel::places(&shown.checked).into_iter();
    all.find(|place| place.name == asked)
        .ok_or_else(PageError::not_found)
}

/// Where one comes from and goes back to: the question itself.
fn back(visit: &Visit, shown: &Shown, place: &Place) -> String {
    match &place.step {
        Some(step) => {
            let page = format!("/etapes/{step}#{}", anchor(&place.name));
            shown.url(visit, &page)
        }
        None => shown.url(visit, ""),
    }
}

pub(super) async fn ask(
    State(house): State<House>,
    visit: Visit,
    Path(code): Path<String>,
    Query(about): Query<About>,
) -> Result<Response, PageError> {
    let shown = match shown(&house, &visit, &code).await? {
        Ok(shown) => shown,
        Err(closed) => return over::page(&visit, &closed),
    };
    let place = place(&shown, &about.lieu)?;
    if about.merci == "oui" {
        let said = Said {
            visit: &visit,
            label: worded(&visit, &place.label),
            back: back(&visit, &shown, &place),
            remark: shown.remark(&visit, &place.name),
        };
        return Ok(([ROBOTS], Html(said.render()?)).into_response());
    }
    page(&visit, &shown, &place, &Entries::new(), Errors::none())
}

fn page(
    visit: &Visit,
    shown: &Shown,
    place: &Place,
    entries: &Entries,
    errors: Errors,
) -> Result<Response, PageError> {
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let page = Page {
        visit,
        errors,
        back: back(visit, shown, place),
        action: shown.url(visit, "/remarque"),
        place: &place.name,
        whole: place.name == WHOLE,
        label: worded(visit, &place.label),
        text: entries.first("texte").to_owned(),
        who: entries.first("nom").to_owned(),
        longest: LONGEST,
        privacy: visit.url("/donnees-personnelles"),
    };
    Ok((status, [ROBOTS], Html(page.render()?)).into_response())
}

pub(super) async fn say(
    State(house): State<House>,
    visit: Visit,
    Path(code): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    visit.limit(&house, &REMARKS, &visit.client.to_string())?;
    let shown = match shown(&house, &visit, &code).await? {
        Ok(shown) => shown,
        Err(closed) => return over::page(&visit, &closed),
    };
    let place = place(&shown, entries.first("lieu"))?;
    let thanks = Redirect::to(&format!("{}&merci=oui", shown.remark(&visit, &place.name)));
    if !entries.first(TRAP).is_empty() {
        return Ok(thanks.into_response());
    }
    let errors = errors(&visit, &entries);
    if errors.any() {
        return page(&visit, &shown, &place, &entries, errors);
    }
    let said = (
        entries.first("texte").to_owned(),
        entries.first("nom").to_owned(),
    );
    let ctx = visit.ctx.clone();
    let kept = house
        .store
        .write(move |tx| panel::remark(&ctx, tx, &code, &place, (&said.0, &said.1)));
    match kept.await {
        Ok(()) => Ok(thanks.into_response()),
        Err(DemarcheError::PanelOver) => over::page(&visit, &Closed::Over),
        Err(error) => Err(error.into()),
    }
}

fn errors(visit: &Visit, entries: &Entries) -> Errors {
    let mut errors = Errors::none();
    let letters = |name: &str| entries.first(name).chars().count();
    match letters("texte") {
        0 => errors.add("texte", visit.say("avis-error-text")),
        long if long > LONGEST => {
            let most = [("most", LONGEST)];
            errors.add("texte", visit.say_with("avis-error-long", &most));
        }
        _ => {}
    }
    if letters("nom") > LONGEST_NAME {
        let most = [("most", LONGEST_NAME)];
        errors.add("nom", visit.say_with("avis-error-long", &most));
    }
    errors
}

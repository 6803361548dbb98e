//! The page that says what taking a request back means, before it is done.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::Right;
use parvis_web::{Form, House, PageError, Visit, page};

use super::act::withdraw;
use crate::addresses::Addresses;
use crate::desk::{self, Opened};
use crate::error::DossierError;
use crate::request::{DeskOf, again, number_of};
use crate::rules::{Act, after};
use crate::said::Said;

#[derive(Template)]
#[template(path = "withdraw/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    at: Addresses,
    number: &'a str,
    title: Said,
}

pub(super) async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    visit: Visit,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let ctx = visit.ctx.clone();
    let opened = house.store.read(move |tx| {
        let opened = desk::open(&ctx, tx, &desk, &number, Right::HoldDossier)?;
        Ok::<_, DossierError>(opened)
    });
    let Opened {
        dossier, revision, ..
    } = opened.await?;
    let at = Addresses::of(&visit, &dossier.number);
    if after(dossier.state(), Act::Withdraw).is_none() {
        return Ok(Redirect::to(at.follow()).into_response());
    }
    let template = Page {
        visit: &visit,
        at,
        number: dossier.number.as_str(),
        title: Said::of(&visit, &revision.file.title),
    };
    Ok(page(&template)?.into_response())
}

pub(super) async fn send(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    visit: Visit,
    Form(_): Form,
) -> Result<Redirect, PageError> {
    let number = number_of(&number)?;
    let withdrawn = again(|| {
        let (ctx, desk, number) = (visit.ctx.clone(), desk.clone(), number.clone());
        house
            .store
            .write(move |tx| withdraw(&ctx, tx, &desk, &number))
    });
    let dossier = withdrawn.await?;
    house.wake.wake();
    let at = Addresses::of(&visit, &dossier.number);
    Ok(Redirect::to(&format!("{}?fait=retrait", at.follow())))
}

//! The page that says what erasing a draft means, before it is done; and the one that says it is done.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::Right;
use parvis_web::{Form, House, PageError, Visit, page};

use super::act::{Erased, erase, erased};
use crate::addresses::Addresses;
use crate::desk::{self, Opened};
use crate::error::DossierError;
use crate::model::Number;
use crate::request::{DeskOf, again, number_of};
use crate::rules::{Act, after};
use crate::said::Said;

#[derive(Template)]
#[template(path = "erase/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    at: Addresses,
    number: &'a str,
    title: Said,
}

#[derive(Template)]
#[template(path = "erase/done.html")]
struct Done<'a> {
    visit: &'a Visit,
    number: &'a str,
    title: Said,
    begin: String,
}

/// The draft as it stands.
enum Stands {
    Erased(Erased),
    There(Box<Opened>),
}

pub(super) async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    visit: Visit,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let (ctx, asked) = (visit.ctx.clone(), number.clone());
    let found = house.store.read(move |tx| {
        if let Some(erased) = erased(&ctx, tx, &desk, &asked)? {
            return Ok(Stands::Erased(erased));
        }
        let opened = desk::open(&ctx, tx, &desk, &asked, Right::HoldDossier)?;
        Ok::<_, DossierError>(Stands::There(Box::new(opened)))
    });
    match found.await? {
        Stands::Erased(erased) => done(&visit, &number, &erased),
        Stands::There(opened) => ask(&visit, &opened),
    }
}

fn ask(visit: &Visit, opened: &Opened) -> Result<Response, PageError> {
    let dossier = &opened.dossier;
    let at = Addresses::of(visit, &dossier.number);
    if after(dossier.state(), Act::Erase).is_none() {
        return Ok(Redirect::to(at.follow()).into_response());
    }
    let template = Page {
        visit,
        at,
        number: dossier.number.as_str(),
        title: Said::of(visit, &opened.revision.file.title),
    };
    Ok(page(&template)?.into_response())
}

fn done(visit: &Visit, number: &Number, erased: &Erased) -> Result<Response, PageError> {
    let template = Done {
        visit,
        number: number.as_str(),
        title: Said::of(visit, &erased.revision.file.title),
        begin: visit.url(&format!("/demarches/{}", erased.revision.slug)),
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
    let erased = again(|| {
        let (ctx, desk, number) = (visit.ctx.clone(), desk.clone(), number.clone());
        house.store.write(move |tx| erase(&ctx, tx, &desk, &number))
    });
    let at = Addresses::of(&visit, &number);
    match erased.await {
        Ok(_) => Ok(Redirect::to(&at.erase())),
        // Deposited in another tab: it can be withdrawn from there.
        Err(DossierError::NotNow { .. }) => Ok(Redirect::to(at.follow())),
        Err(error) => Err(error.into()),
    }
}

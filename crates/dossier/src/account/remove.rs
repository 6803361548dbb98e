//! Taking a dossier out of the account: it stays where it is.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::Right;
use parvis_access::account as access;
use parvis_web::{Form, House, PageError, PersonVisit, Visit, Wording, page};

use super::HOME;
use crate::desk;
use crate::error::DossierError;
use crate::follow::code_of;
use crate::model::Number;
use crate::request::{DeskOf, number_of};
use crate::said::worded;

#[derive(Template)]
#[template(path = "account/remove.html")]
struct Page<'a> {
    visit: &'a Visit,
    action: String,
    back: String,
    title: Wording,
    number: String,
    code: String,
}

pub(super) async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    person: PersonVisit,
) -> Result<Response, PageError> {
    let visit = &person.visit;
    let (ctx, number) = (visit.ctx.clone(), number_of(&number)?);
    let found = house.store.read(move |tx| {
        let opened = desk::open(&ctx, tx, &desk, &number, Right::HoldDossier)?;
        let code = code_of(tx, &opened.dossier);
        Ok::<_, DossierError>((opened.dossier.number, opened.revision, code))
    });
    let (number, revision, code) = found.await?;
    let shown = Page {
        visit,
        action: visit.url(&format!("/compte/dossiers/{number}/retirer")),
        back: visit.url(HOME),
        title: worded(visit, &revision.file.title),
        number: number.to_string(),
        code: code
            .as_ref()
            .map(|code| code.reveal().to_owned())
            .unwrap_or_default(),
    };
    Ok(page(&shown)?.into_response())
}

pub(super) async fn remove(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    person: PersonVisit,
    Form(_): Form,
) -> Result<Response, PageError> {
    let (ctx, number): (_, Number) = (person.visit.ctx.clone(), number_of(&number)?);
    let removed = house.store.write(move |tx| {
        let opened = desk::open(&ctx, tx, &desk, &number, Right::HoldDossier)?;
        access::remove_dossier(&ctx, tx, opened.dossier.id)?;
        Ok::<_, DossierError>(())
    });
    removed.await?;
    let to = person.visit.url(&format!("{HOME}?fait=retire"));
    Ok(Redirect::to(&to).into_response())
}

//! Closing the account: what becomes of drafts and dossiers is said before.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::AccessError;
use parvis_access::account as access;
use parvis_kernel::Ctx;
use parvis_store::Tx;
use parvis_web::{Choice, EntriesExt, Form, House, PageError, RecentVisit, Visit, page};

use super::{HOME, kept};
use crate::desk::Desk;
use crate::erase::erase;
use crate::error::DossierError;
use crate::model::State as Stands;
use crate::request::{DeskOf, again};

#[derive(Template)]
#[template(path = "account/close.html")]
struct Page<'a> {
    visit: &'a Visit,
    action: String,
    back: String,
    drafts: String,
    choices: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "account/closed.html")]
struct Done<'a> {
    visit: &'a Visit,
}

pub(super) async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    RecentVisit(person): RecentVisit,
) -> Result<Response, PageError> {
    let visit = &person.visit;
    let ctx = visit.ctx.clone();
    let read = house.store.read(move |tx| kept(&ctx, tx, &desk.catalogue));
    let kept = read.await?;
    let drafts = kept
        .iter()
        .filter(|own| own.dossier.state() == Stands::Draft);
    let count = drafts.count();
    let choices = match count {
        0 => Vec::new(),
        _ => vec![Choice::new("oui", visit.say("kept-close-erase"))],
    };
    let shown = Page {
        visit,
        action: visit.url("/compte/supprimer"),
        back: visit.url(HOME),
        drafts: visit.say_with("kept-close-drafts", &[("count", count)]),
        choices,
    };
    Ok(page(&shown)?.into_response())
}

pub(super) async fn close(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    RecentVisit(person): RecentVisit,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let visit = &person.visit;
    let erases = entries.first("brouillons") == "oui";
    let closed = again(|| {
        let (ctx, desk) = (visit.ctx.clone(), desk.clone());
        house
            .store
            .write(move |tx| close_account(&ctx, tx, &desk, erases))
    });
    match closed.await {
        Ok(()) => {
            house.wake.wake();
            let end = Redirect::to(&visit.url("/compte/supprime"));
            Ok((visit.forget(), end).into_response())
        }
        Err(DossierError::Access(AccessError::ProveAgain)) => {
            Ok(person.prove_again().into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// Closes the account of the person who acts, and erases its drafts if they ask for it: all or nothing.
fn close_account(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    erases: bool,
) -> Result<(), DossierError> {
    access::signed_recently(ctx, tx)?;
    if erases {
        for own in kept(ctx, tx, &desk.catalogue)? {
            if own.dossier.state() == Stands::Draft {
                erase(ctx, tx, desk, &own.dossier.number)?;
            }
        }
    }
    access::delete(ctx, tx)?;
    Ok(())
}

pub(super) async fn done(visit: Visit) -> Result<Response, PageError> {
    Ok(page(&Done { visit: &visit })?.into_response())
}

//! Everything that the account holds, in a file that other services can read (RGPD art. 20).

use askama::Template;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use parvis_access::account as access;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{AccountId, Ctx};
use parvis_store::Tx;
use parvis_web::{Form, House, PageError, RecentVisit, Visit, page};
use serde_json::{Value, json};

use super::{HOME, Kept, kept};
use crate::desk::Desk;
use crate::error::DossierError;
use crate::request::DeskOf;
use crate::store;

#[derive(Template)]
#[template(path = "account/export.html")]
struct Page<'a> {
    visit: &'a Visit,
    back: String,
    action: String,
}

pub(super) async fn show(RecentVisit(person): RecentVisit) -> Result<Response, PageError> {
    let visit = &person.visit;
    let shown = Page {
        visit,
        back: visit.url(HOME),
        action: visit.url("/compte/donnees"),
    };
    Ok(page(&shown)?.into_response())
}

pub(super) async fn download(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    RecentVisit(person): RecentVisit,
    Form(_): Form,
) -> Result<Response, PageError> {
    let (ctx, account) = (person.visit.ctx.clone(), person.account);
    let traced = person.visit.ctx.clone();
    let written = house.store.write(move |tx| {
        let subject = Subject::new("account", account.uuid());
        journal::security(&traced, tx, "account.exported", subject, &[])?;
        Ok::<_, DossierError>(())
    });
    written.await?;
    let read = house.store.read(move |tx| export(&ctx, tx, &desk, account));
    let text = read.await?.to_string();
    let headers = [
        (CONTENT_TYPE, "application/json; charset=utf-8"),
        (
            CONTENT_DISPOSITION,
            "attachment; filename=\"mon-compte.json\"",
        ),
    ];
    Ok((headers, text).into_response())
}

/// The account, its sessions, what happened to it, and its dossiers with their answers.
fn export(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    account: AccountId,
) -> Result<Value, DossierError> {
    access::signed_recently(ctx, tx)?;
    let own = access::find(tx, ctx.organisation, account)?;
    let sessions = access::sessions(ctx, tx)?.into_iter().map(|session| {
        json!({
            "device": session.device,
            "opened_at": session.opened_at.to_string(),
            "last_seen_at": session.last_seen_at.to_string(),
        })
    });
    let sessions: Vec<Value> = sessions.collect();
    let passkeys = access::passkeys(ctx, tx)?.into_iter().map(|passkey| {
        json!({
            "name": passkey.name.as_str(),
            "added_at": passkey.created_at.to_string(),
            "last_used_at": passkey.last_used_at.map(|at| at.to_string()),
        })
    });
    let passkeys: Vec<Value> = passkeys.collect();
    let activity = access::activity(ctx, tx)?.into_iter().map(
        |entry| json!({ "at": entry.at.to_string(), "what": entry.verb, "by": entry.actor_kind }),
    );
    let activity: Vec<Value> = activity.collect();
    let mut dossiers = Vec::new();
    for own in kept(ctx, tx, &desk.catalogue)? {
        dossiers.push(dossier(ctx, tx, &own)?);
    }
    Ok(json!({
        "format": "parvis-account/1",
        "exported_at": ctx.now.to_string(),
        "organisation": desk.organisation.name,
        "account": {
            "address": own.address.as_str(),
            "language": own.language.tag(),
            "opened_at": own.created_at.to_string(),
            "second_factor_since": own.second_factor_since.map(|at| at.to_string()),
        },
        "passkeys": passkeys,
        "sessions": sessions,
        "activity": activity,
        "dossiers": dossiers,
    }))
}

fn dossier(ctx: &Ctx, tx: &mut Tx<'_>, own: &Kept) -> Result<Value, DossierError> {
    let (dossier, key) = (&own.dossier, &own.key);
    let answers = match dossier.facts.submitted_at {
        Some(_) => {
            let version = dossier.answers_version;
            store::answers(tx, ctx.organisation, dossier.id, version, key)?
        }
        None => store::draft(tx, ctx.organisation, dossier.id, key)?.answers,
    };
    let at = |at: Option<parvis_kernel::Instant>| at.map(|at| at.to_string());
    Ok(json!({
        "number": dossier.number.to_string(),
        "procedure": own.revision.slug,
        "state": dossier.facts.state_for_person(ctx.now).code(),
        "begun_at": dossier.facts.created_at.to_string(),
        "deposited_at": at(dossier.facts.submitted_at),
        "people": dossier.people,
        "answers": answers,
    }))
}

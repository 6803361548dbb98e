//! Depositing a dossier, and the receipt that is owed at once (CRPA L112-11, R112-11-1).

use parvis_access::Right;
use parvis_form::Answers;
use parvis_jobs as jobs;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, Fact};
use parvis_law::ServiceContact;
use parvis_store::Tx;

use super::route;
use crate::check::{are_people_unknown, left_undone};
use crate::desk::{self, Desk, Opened};
use crate::error::DossierError;
use crate::facts;
use crate::model::{GivenReceipt, NO_DUE_DATE, Number};
use crate::revise;
use crate::rules::Act;
use crate::store;

/// Deposits a dossier and gives its receipt. A second time, from a double click, a second tab or a lost answer: the same
/// receipt, and nothing else happens.
///
/// # Errors
/// `NotDeclared`, `PeopleUnknown`, `Incomplete`; `RevisionRequired` when only a revision published since can be deposited; `NotNow` when it expired or was withdrawn.
pub fn deposit(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    declared: bool,
) -> Result<GivenReceipt, DossierError> {
    let mut opened = desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    if opened.dossier.facts.submitted_at.is_some() {
        return store::receipt(tx, ctx.organisation, opened.dossier.id, &opened.key);
    }
    opened.allows(Act::Deposit)?;
    if !declared {
        return Err(DossierError::NotDeclared);
    }
    if are_people_unknown(&opened.dossier) {
        return Err(DossierError::PeopleUnknown);
    }
    if let Some(newer) = revise::newer(ctx, tx, desk, &opened)?
        && newer.is_required()
    {
        return Err(DossierError::RevisionRequired);
    }
    let answers = complete_answers(ctx, tx, desk, &opened)?;
    let route = route::find(ctx, tx, &mut opened, &answers)?;
    let given = receipt_of(ctx, tx, desk, &opened)?;
    let due = given.receipt().silence_on();
    opened.dossier.answers_version = 1;
    opened.dossier.facts.submitted_at = Some(ctx.now);
    opened.dossier.facts.expires_at = None;
    opened.dossier.silence_due = due.map_or(NO_DUE_DATE, store::day_number);
    // First: of two deposits at the same moment, one is told that the other came before, and finds its receipt.
    opened.save(ctx, tx)?;
    store::freeze_answers(tx, ctx, opened.dossier.id, &answers, &opened.key)?;
    store::insert_receipt(tx, ctx, opened.dossier.id, &given, &opened.key)?;
    let label = opened.dossier.people.label();
    store::replace_names(tx, ctx.organisation, opened.dossier.id, &label)?;
    let subject = Subject::dossier(opened.dossier.id);
    journal::record(ctx, tx, "dossier.submitted", subject, &[])?;
    route.write(ctx, tx, &opened)?;
    let id = opened.dossier.id.uuid();
    jobs::publish(
        tx,
        &Fact::new(ctx.organisation, facts::SUBMITTED, id, ctx.now),
    )?;
    Ok(given)
}

/// The receipt that was given.
///
/// # Errors
/// `NotFound` when the dossier is not deposited, or not this actor's.
pub fn receipt(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
) -> Result<(crate::model::Dossier, GivenReceipt), DossierError> {
    let opened = desk::open(ctx, tx, desk, number, Right::ReadDossier)?;
    let given = store::receipt(tx, ctx.organisation, opened.dossier.id, &opened.key)?;
    journal::consulted(
        ctx,
        tx,
        "receipt.read",
        Subject::dossier(opened.dossier.id),
        &[],
    )?;
    Ok((opened.dossier, given))
}

/// The answers that are deposited: pruned, complete and valid as a whole, nothing typed being left beside them.
fn complete_answers(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    opened: &Opened,
) -> Result<Answers, DossierError> {
    let pieces = store::pieces(tx, ctx.organisation, opened.dossier.id, &opened.key)?;
    let left = left_undone(ctx, tx, desk, opened, &pieces)?;
    match left.count() {
        0 => Ok(left.answers),
        count => Err(DossierError::Incomplete { count }),
    }
}

fn receipt_of(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    opened: &Opened,
) -> Result<GivenReceipt, DossierError> {
    let service = parvis_organisation::service(tx, ctx.organisation, opened.dossier.service)?;
    let profile = &desk.organisation.profile;
    let file = &opened.revision.file;
    Ok(GivenReceipt {
        version: 1,
        number: opened.dossier.number.to_string(),
        received_at: ctx.now,
        zone: profile.time_zone.clone(),
        departement: profile.departement.clone().unwrap_or_default(),
        service: ServiceContact {
            name: service.name,
            postal_address: joined(&service.contact.postal_address),
            email: service.contact.email,
            phone: service.contact.phone,
        },
        request: file.asks_for_decision,
        silence: Some(file.silence.clone()),
        remedies: desk.remedies(&opened.revision),
    })
}

fn joined(lines: &[String]) -> Option<String> {
    (!lines.is_empty()).then(|| lines.join(", "))
}

//! Keeping a proposal until a dossier begins, and writing it into its draft.

use std::time::Duration;

use parvis_access::{AccessError, Right, Target, authorize, token};
use parvis_form::{Declined, Element, Entries, NoPieces, Proposed, Step, Way, prefill};
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, DossierId, Instant, SessionId};
use parvis_store::sealing::SealingKey;
use parvis_store::{Due, Tx, Vault};
use serde::{Deserialize, Serialize};

use super::model::{Brought, Provenance};
use crate::answer::fields::accepted_entries;
use crate::answer::{AnswersPatch, Unfit, as_entries};
use crate::desk::Desk;
use crate::error::DossierError;
use crate::model::PrefillCode;
use crate::start::offered;
use crate::store::{self, StepDraft, StoredAnswers};

/// What is proposed for a dossier of a procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// The procedure.
    pub procedure: String,
    /// By whom.
    pub from: Provenance,
    /// Texts by input, as a person would type them.
    pub given: Entries,
    /// The code under which the same proposal waits, when there is one: it is used up with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

impl Proposal {
    /// Through what it came.
    #[must_use]
    pub const fn way(&self) -> Way {
        match self.from {
            Provenance::Link => Way::Clear,
            Provenance::Sealed { .. }
            | Provenance::Application { .. }
            | Provenance::Source { .. } => Way::Sealed,
        }
    }
}

/// Days during which an application's proposal waits, usually and at most.
pub(crate) const USUAL_LIFE: u64 = 7;
pub(crate) const LONGEST_LIFE: u64 = 30;

/// What an application proposes.
#[derive(Debug, Clone)]
pub struct NewProposal {
    /// The procedure.
    pub slug: String,
    /// Typed answers, by question.
    pub answers: AnswersPatch,
    /// The name of the application, which the person is told.
    pub name: String,
    /// How many days it waits.
    pub days: u64,
    /// The code under which it waits.
    pub code: PrefillCode,
}

/// Keeps what an application proposes until the person takes it, or its days are over; all of it is right, or nothing is kept.
///
/// # Errors
/// `NotFound` outside of the limits of the token; `ProcedureClosed`. What is refused is told beside.
pub fn propose_by_machine(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    new: &NewProposal,
) -> Result<Result<Instant, Vec<Unfit>>, DossierError> {
    ctx.actor.token().ok_or(AccessError::SignInFirst)?;
    let revision = offered(tx, desk, &new.slug)?;
    authorize(ctx, tx, Right::HoldDossier, Target::Group(revision.group))?;
    token::check_procedure(ctx, tx, revision.procedure)?;
    let given = match as_entries(&revision.form, &new.answers) {
        Ok(given) => given,
        Err(unfit) => return Ok(Err(unfit)),
    };
    let surroundings = desk.surroundings(ctx, &NoPieces);
    let read = prefill(&revision.form, &given, Way::Sealed, &surroundings);
    if !read.declined.is_empty() {
        return Ok(Err(read.declined.into_iter().map(unfit).collect()));
    }
    let proposal = Proposal {
        procedure: new.slug.clone(),
        from: Provenance::Application {
            name: new.name.clone(),
        },
        given,
        code: None,
    };
    let life = Duration::from_secs(new.days * 24 * 3600);
    let until = keep(ctx, tx, new.code.reveal(), &proposal, life)?;
    let count = [("count", read.proposed.len().to_string())];
    let subject = Subject::procedure(revision.procedure);
    journal::record(ctx, tx, "prefill.proposed", subject, &count)?;
    Ok(Ok(until))
}

fn unfit(declined: Declined<'_>) -> Unfit {
    match declined {
        Declined::Unknown { name } => Unfit::Unknown(name),
        Declined::OwnAnswer(field) | Declined::Exposed(field) => {
            Unfit::NotProposed(field.id.to_string())
        }
        Declined::Entry(error) => Unfit::Entry(error),
    }
}

/// Keeps a proposal under a text that only who may use it holds: a code, or what identifies the beginning of a draft.
///
/// # Errors
/// Those of the store.
pub fn keep(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    under: &str,
    proposal: &Proposal,
    life: Duration,
) -> Result<Instant, DossierError> {
    let vault = tx.vault().clone();
    let sealed = store::seal(&key_of(&vault, ctx, under), CONTEXT, proposal)?;
    let expires_at = ctx.now.saturating_add(life).unwrap_or(Instant::MAX);
    store::keep_prefill(tx, ctx, handle_of(&vault, ctx, under), sealed, expires_at)?;
    Ok(expires_at)
}

/// A proposal that waits.
pub(crate) fn kept(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    under: &str,
) -> Result<Option<Proposal>, DossierError> {
    let vault = tx.vault().clone();
    let Some(sealed) = store::kept_prefill(tx, ctx, handle_of(&vault, ctx, under))? else {
        return Ok(None);
    };
    store::open(&key_of(&vault, ctx, under), CONTEXT, &sealed).map(Some)
}

/// Takes a proposal away with the one that waits under its code: it serves once.
pub(crate) fn take(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    under: &str,
) -> Result<Option<Proposal>, DossierError> {
    let Some(proposal) = kept(ctx, tx, under)? else {
        return Ok(None);
    };
    let mut is_first = forget(ctx, tx, under)?;
    // Copied to a session when its code was given: whoever begins first takes it.
    if let Some(code) = &proposal.code {
        is_first &= forget(ctx, tx, code)?;
    }
    Ok(is_first.then_some(proposal))
}

/// Under what a proposal waits while a person says how they will be known again: their session, for one procedure.
pub(crate) fn beginning(session: SessionId, procedure: &str) -> String {
    format!("{session} {procedure}")
}

/// Removes what waits; false when nothing did.
pub(crate) fn forget(ctx: &Ctx, tx: &mut Tx<'_>, under: &str) -> Result<bool, DossierError> {
    let handle = handle_of(&tx.vault().clone(), ctx, under);
    store::forget_prefill(tx, ctx.organisation, handle)
}

/// The proposals whose time is over.
///
/// # Errors
/// Those of the store.
pub fn over(tx: &mut Tx<'_>, now: Instant) -> Result<Due, DossierError> {
    store::old_prefills(tx, now)
}

/// Removes the proposals whose time is over.
///
/// # Errors
/// Those of the store.
pub fn purge(tx: &mut Tx<'_>, now: Instant) -> Result<u64, DossierError> {
    store::delete_old_prefills(tx, now)
}

/// Writes a proposal into a draft that just began: each step shows it as what was typed and not sent yet, so that nothing of it is an
/// answer before the person sends the step. What the form does not take is left out.
///
/// # Errors
/// Those of the store.
pub fn propose(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    dossier: DossierId,
    proposal: &Proposal,
) -> Result<(), DossierError> {
    let (opened, key) = store::find(tx, ctx.organisation, dossier)?;
    let revision = desk
        .catalogue
        .revision(tx, ctx.organisation, opened.revision)?;
    let surroundings = desk.surroundings(ctx, &NoPieces);
    let read = prefill(
        &revision.form,
        &proposal.given,
        proposal.way(),
        &surroundings,
    );
    if read.proposed.is_empty() {
        return Ok(());
    }
    let mut stored = store::draft(tx, ctx.organisation, dossier, &key)?;
    let mut prefilled = store::prefilled(tx, ctx.organisation, dossier, &key)?;
    for proposed in &read.proposed {
        if let Some(step) = step_of(revision.form.steps(), proposed) {
            show(&mut stored, step, proposed);
            let brought = Brought {
                from: proposal.from.clone(),
                at: ctx.now,
                given: proposed.answer.clone(),
            };
            prefilled.answers.insert(proposed.field.id.clone(), brought);
        }
    }
    store::write_draft(tx, ctx, dossier, &stored, &key)?;
    store::write_prefilled(tx, ctx, dossier, &prefilled, &key)?;
    let mut detail = vec![
        ("from", proposal.from.term().to_owned()),
        ("count", read.proposed.len().to_string()),
    ];
    detail.extend(proposal.from.name().map(|name| ("name", name.to_owned())));
    let subject = Subject::dossier(dossier);
    Ok(journal::record(
        ctx,
        tx,
        "draft.prefilled",
        subject,
        &detail,
    )?)
}

fn step_of<'f>(steps: &'f [Step], proposed: &Proposed<'_>) -> Option<&'f Step> {
    let asks = |element: &Element| matches!(element, Element::Field(field) if field.id == proposed.field.id);
    steps.iter().find(|step| step.elements.iter().any(asks))
}

/// Puts a proposal where the page of the step shows what was typed.
pub(crate) fn show(stored: &mut StoredAnswers, step: &Step, proposed: &Proposed<'_>) {
    let answers = &stored.answers;
    let draft = stored
        .entries
        .entry(step.id.to_string())
        .or_insert_with(|| StepDraft {
            entries: accepted_entries(step.elements.iter(), answers),
            ..StepDraft::default()
        });
    for name in proposed.field.kind.input_names(&proposed.field.id) {
        draft.entries.remove(&name);
    }
    draft.entries.extend(proposed.entries.clone());
}

const CONTEXT: &str = "prefill";

fn handle_of(vault: &Vault, ctx: &Ctx, under: &str) -> i64 {
    vault.blind(ctx.organisation, "prefill", under)
}

fn key_of(vault: &Vault, ctx: &Ctx, under: &str) -> SealingKey {
    let organisation = ctx.organisation.uuid();
    let context = [organisation.as_bytes().as_slice(), under.as_bytes()].concat();
    SealingKey::kept_elsewhere(vault.derive("prefill", &context))
}

//! A second agent looks at the account before anything is ordered: never who decided, never who received the person.

use jiff::ToSpan;
use parvis_access::{Right, guichet};
use parvis_jobs as jobs;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{AgentId, Ctx, Fact};
use parvis_store::Tx;
use uuid::Uuid;

use crate::desk::{self, Desk, Opened};
use crate::error::DossierError;
use crate::facts;
use crate::model::{Asked, Dossier, Number, Piece, Request};
use crate::payment::{self, Account, AccountCheck, Owed, Proved};
use crate::{store, text};

/// Days that the person has to give another account.
const DELAY: i32 = 15;

/// What the agent who checks reads.
#[derive(Debug, Clone)]
pub(crate) struct AccountView {
    pub(crate) account: Account,
    /// What is granted, in euro cents.
    pub(crate) cents: i64,
    pub(crate) pieces: Vec<Piece>,
}

/// What the second agent says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Compared {
    /// The account is the person's.
    Matches(ComparedWith),
    /// It is not, or cannot be told: another one is asked, with these words.
    Differs(String),
}

/// With what the account was compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ComparedWith(pub(crate) Proved);

impl ComparedWith {
    /// A file of the dossier: the RIB.
    pub const PIECE: Self = Self(Proved::Piece);
    /// A RIB that was shown at the desk.
    pub const SHOWN: Self = Self(Proved::Shown);
    /// The answer of the bank, or of the comptable.
    pub const BANK: Self = Self(Proved::Bank);
}

/// The account of a dossier, whole. Leaves the trace of a consultation of its own.
///
/// # Errors
/// `NothingToCheck`; `DecisionHeld`; `OwnDecision` and `OwnCounter` for who may not be the second agent; `Forbidden` for a reader.
pub(crate) fn view_account(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
) -> Result<AccountView, DossierError> {
    let opened = desk::open(ctx, tx, desk, number, Right::CheckAccount)?;
    let _ = checkable(ctx, tx, &opened)?;
    let id = opened.dossier.id;
    journal::consulted(ctx, tx, "account.read", Subject::dossier(id), &[])?;
    let decided = store::decision(tx, ctx.organisation, id, &opened.key)?;
    let decided = decided.ok_or(DossierError::NothingToCheck)?;
    Ok(AccountView {
        account: account(ctx, tx, &opened)?.ok_or(DossierError::NothingToCheck)?,
        cents: decided.decision.amount.unwrap_or_default(),
        pieces: store::pieces(tx, ctx.organisation, id, &opened.key)?,
    })
}

/// Says whether the account is the person's. When it is not, another one is asked of them: the decision stays.
///
/// # Errors
/// Those of reading the account; `ChangedMeanwhile` when it changed since it was read; `Text`.
pub fn check_account(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    version: i64,
    compared: &Compared,
) -> Result<Dossier, DossierError> {
    let mut opened = desk::open(ctx, tx, desk, number, Right::CheckAccount)?;
    opened.is_still_at(version)?;
    let _ = checkable(ctx, tx, &opened)?;
    let agent = ctx.actor.agent().ok_or(DossierError::NotFound)?;
    let account = account(ctx, tx, &opened)?.ok_or(DossierError::NothingToCheck)?;
    let kept = match compared {
        Compared::Matches(with) => Some(AccountCheck {
            account,
            by: with.0,
        }),
        Compared::Differs(_) => None,
    };
    let whose = (opened.dossier.id, agent);
    if !store::keep_check(tx, ctx, whose, kept.as_ref(), &opened.key)? {
        return Err(DossierError::NothingToCheck);
    }
    match compared {
        Compared::Matches(with) => confirmed(ctx, tx, &mut opened, *with)?,
        Compared::Differs(words) => ask_another(ctx, tx, desk, &mut opened, words)?,
    }
    Ok(opened.dossier)
}

fn confirmed(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    opened: &mut Opened,
    with: ComparedWith,
) -> Result<(), DossierError> {
    opened.save(ctx, tx)?;
    let subject = Subject::dossier(opened.dossier.id);
    let detail = [("with", with.0.code().to_owned())];
    journal::record(ctx, tx, "account.confirmed", subject, &detail)?;
    Ok(())
}

/// Asks the account again, and its proof, as any correction is asked; the dossier stays decided.
fn ask_another(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    opened: &mut Opened,
    words: &str,
) -> Result<(), DossierError> {
    let payment = opened.revision.file.payment.as_ref();
    let payment = payment.ok_or(DossierError::NothingToCheck)?;
    let fields = [Some(&payment.iban), payment.proof.as_ref()];
    let request = Request {
        id: Uuid::now_v7(),
        agent: ctx.actor.agent().ok_or(DossierError::NotFound)?,
        asked: Asked {
            text: text::accepted(words)?,
            fields: fields
                .into_iter()
                .flatten()
                .map(ToString::to_string)
                .collect(),
            pieces: Vec::new(),
        },
        due_on: desk.today(ctx).saturating_add(DELAY.days()),
        at: ctx.now,
        answered_at: None,
        lifted_at: None,
    };
    store::insert_request(tx, ctx, opened.dossier.id, &request, &opened.key)?;
    opened.dossier.facts.waiting_since = Some(ctx.now);
    opened.save(ctx, tx)?;
    let id = opened.dossier.id;
    let detail = [("request", request.id.to_string())];
    journal::record(ctx, tx, "account.refused", Subject::dossier(id), &detail)?;
    let fact = Fact::new(ctx.organisation, facts::REQUESTED, id.uuid(), ctx.now);
    jobs::publish(tx, &fact.with("request", request.id))?;
    Ok(())
}

/// What is owed, when this agent may be the second one to look at it.
fn checkable(ctx: &Ctx, tx: &mut Tx<'_>, opened: &Opened) -> Result<Owed, DossierError> {
    let owed = payment::found(ctx, tx, &opened.dossier)?;
    let owed = owed.filter(|owed| owed.order.is_none());
    let owed = owed.ok_or(DossierError::NothingToCheck)?;
    if !opened.dossier.facts.shows_decision(ctx.now) {
        return Err(DossierError::DecisionHeld);
    }
    if opened.dossier.facts.waiting_since.is_some() {
        // Another account is awaited: the one that is there was refused.
        return Err(DossierError::NothingToCheck);
    }
    is_second(ctx, tx, opened, owed.decided_by)?;
    Ok(owed)
}

/// Whoever decided is not the second agent; nor who received the person for this dossier, and may have typed the account.
fn is_second(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    opened: &Opened,
    decided_by: AgentId,
) -> Result<(), DossierError> {
    if ctx.actor.agent() == Some(decided_by) {
        return Err(DossierError::OwnDecision);
    }
    if guichet::has_served(ctx, tx, opened.dossier.id)? {
        return Err(DossierError::OwnCounter);
    }
    Ok(())
}

/// The account that the current answers name.
pub(crate) fn account(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    opened: &Opened,
) -> Result<Option<Account>, DossierError> {
    let Some(payment) = &opened.revision.file.payment else {
        return Ok(None);
    };
    let dossier = &opened.dossier;
    let version = dossier.answers_version;
    let answers = store::answers(tx, ctx.organisation, dossier.id, version, &opened.key)?;
    Ok(Account::of(
        payment,
        &opened.revision,
        &answers,
        &dossier.people,
    ))
}

//! Deciding.

use std::time::Duration;

use parvis_access::Right;
use parvis_demarche::Revision;
use parvis_jobs as jobs;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, Fact, Instant};
use parvis_law::{Decision, DecisionDraft, Outcome, SignatureRegime};
use parvis_store::Tx;

use crate::desk::{self, Desk, Opened};
use crate::error::DossierError;
use crate::facts;
use crate::model::{Decided, Dossier, NO_DUE_DATE, Number, outcome_code};
use crate::payment;
use crate::rules::Act;
use crate::store::{self, NewPayment};

/// Decides. The number, the day and, for an adverse decision without any, the remedies are filled in here; everything that
/// the law asks and that the draft lacks is a refusal.
///
/// # Errors
/// `Decision` with each missing element; `NoDecisionAsked`; `Amount` when a démarche that pays may not give this; `NotNow` before instruction; `ChangedMeanwhile` when somebody acted in between.
pub fn decide(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    version: i64,
    draft: &DecisionDraft,
) -> Result<Dossier, DossierError> {
    let mut opened = desk::open(ctx, tx, desk, number, Right::DecideDossier)?;
    opened.is_still_at(version)?;
    if !opened.revision.file.asks_for_decision {
        return Err(DossierError::NoDecisionAsked);
    }
    let act = match draft.outcome {
        Some(Outcome::Refused) => Act::Refuse,
        _ => Act::Accept,
    };
    opened.allows(act)?;
    let agent = ctx.actor.agent().ok_or(DossierError::NotFound)?;
    let decision = Decision::build(completed(ctx, desk, number, &opened.revision, draft))
        .map_err(DossierError::Decision)?;
    let outcome = decision.outcome;
    let owed = owed(ctx, tx, &opened, &decision)?;
    let decided = Decided {
        agent,
        decision,
        at: ctx.now,
    };
    let visible_at = hold_end(ctx.now, desk.organisation.profile.hold_minutes);
    opened.dossier.facts.decided_at = Some(ctx.now);
    opened.dossier.facts.outcome = Some(outcome);
    opened.dossier.facts.visible_at = Some(visible_at);
    opened.dossier.silence_due = NO_DUE_DATE;
    // First: of two decisions at the same moment, one is told that the other came before.
    opened.save(ctx, tx)?;
    store::insert_decision(tx, ctx, opened.dossier.id, &decided, &opened.key)?;
    if owed.is_some() {
        let payment = NewPayment {
            dossier: opened.dossier.id,
            group: opened.dossier.group,
            procedure: opened.dossier.procedure,
            decided_by: agent,
            visible_at,
        };
        store::insert_payment(tx, ctx, payment)?;
    }
    let subject = Subject::dossier(opened.dossier.id);
    let detail = [("outcome", outcome_code(outcome).to_owned())];
    journal::record(ctx, tx, "dossier.decided", subject, &detail)?;
    let id = opened.dossier.id.uuid();
    let fact = Fact::new(ctx.organisation, facts::DECIDED, id, ctx.now).held_until(visible_at);
    jobs::publish(tx, &fact)?;
    Ok(opened.dossier)
}

/// What a decision gives, on a démarche that pays; the same for a page, a batch and an application.
fn owed(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    opened: &Opened,
    decision: &Decision,
) -> Result<Option<i64>, DossierError> {
    let file = &opened.revision.file;
    if file.payment.is_none() {
        return Ok(None);
    }
    let (id, version) = (opened.dossier.id, opened.dossier.answers_version);
    let answers = store::answers(tx, ctx.organisation, id, version, &opened.key)?;
    let proposed = payment::proposed(file, &answers);
    let (outcome, amount) = (Some(decision.outcome), decision.amount);
    payment::owed(file.payment.as_ref(), proposed, outcome, amount)
        .map_err(|_| DossierError::Amount)
}

/// The draft with what the house knows: number, day, remedies, and the conformity that dispenses with a signature.
pub(crate) fn completed(
    ctx: &Ctx,
    desk: &Desk,
    number: &Number,
    revision: &Revision,
    draft: &DecisionDraft,
) -> DecisionDraft {
    let mut draft = draft.clone();
    number.as_str().clone_into(&mut draft.number);
    draft.decided_on = desk.today(ctx);
    let adverse = draft.outcome.is_some_and(Outcome::is_adverse);
    if adverse && draft.remedies.is_empty() {
        draft.remedies = desk.remedies(revision);
    }
    if draft.signature.is_none() {
        draft.signature = desk
            .organisation
            .profile
            .conformity
            .clone()
            .map(|conformity| SignatureRegime::Teleservice { conformity });
    }
    draft
}

fn hold_end(now: Instant, minutes: u16) -> Instant {
    now.saturating_add(Duration::from_secs(u64::from(minutes) * 60))
        .unwrap_or(now)
}

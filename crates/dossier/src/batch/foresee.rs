//! What will become of each dossier, said before the batch is confirmed: the same questions as the acts, without doing anything.

use parvis_access::Role;
use parvis_demarche::Revision;
use parvis_kernel::Ctx;
use parvis_law::Decision;

use super::{BatchAct, Outcome, Wanted};
use crate::decide::completed;
use crate::desk::Desk;
use crate::model::State;
use crate::rules::after;
use crate::store::ItemRow;

/// What a batch would do to a dossier as it is now: `Done`, or why it is left out.
pub(super) fn foreseen(
    ctx: &Ctx,
    desk: &Desk,
    revision: &Revision,
    act: BatchAct,
    wanted: Option<&Wanted>,
    item: &ItemRow,
    role: Option<Role>,
) -> Outcome {
    if role != Some(Role::Instructeur) {
        return Outcome::NotAllowed;
    }
    if item.version != item.seen {
        return Outcome::Changed;
    }
    if after(item.state, act.of_one()).is_none() {
        return Outcome::NotNow;
    }
    // Going on without what was asked is decided in each dossier (CRPA L114-5-1).
    if act == BatchAct::Instruct && item.state != State::Deposited {
        return Outcome::NotNow;
    }
    if let Some(Wanted::Give(to)) = wanted
        && item.agent == Some(*to)
    {
        return Outcome::Already;
    }
    of_procedure(ctx, desk, revision, act, wanted, item)
}

/// What depends on the procedure: whether it asks for a decision, how it closes, what its decisions must contain.
fn of_procedure(
    ctx: &Ctx,
    desk: &Desk,
    revision: &Revision,
    act: BatchAct,
    wanted: Option<&Wanted>,
    item: &ItemRow,
) -> Outcome {
    let file = &revision.file;
    match (act, wanted) {
        (BatchAct::Close, _) if file.asks_for_decision => Outcome::OtherProcedure,
        (BatchAct::Close, Some(Wanted::Close(code)))
            if !file.closing.iter().any(|way| way.code == *code) =>
        {
            Outcome::OtherProcedure
        }
        (BatchAct::Accept | BatchAct::Refuse, _) if !file.asks_for_decision => {
            Outcome::OtherProcedure
        }
        // Each is given an amount of its own, on its page.
        (BatchAct::Accept, _) if file.payment.is_some() => Outcome::Incomplete,
        (_, Some(Wanted::Decide(draft))) => {
            match Decision::build(completed(ctx, desk, &item.number, revision, draft)) {
                Ok(_) => Outcome::Done,
                Err(_) => Outcome::Incomplete,
            }
        }
        _ => Outcome::Done,
    }
}

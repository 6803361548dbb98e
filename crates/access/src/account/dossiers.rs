//! The dossiers that an account keeps at hand. Never found by an address: each was begun while signed in, or added with a proof.

use parvis_journal as journal;
use parvis_kernel::{Actor, Ctx, DossierId, SessionId};
use parvis_store::Tx;

use super::{signed, subject};
use crate::error::AccessError;
use crate::store::accounts as store;

/// Keeps a dossier in the account of the person who acts. The caller checked the proof that it is theirs.
///
/// # Errors
/// `SignInFirst`.
pub fn add_dossier(ctx: &Ctx, tx: &mut Tx<'_>, dossier: DossierId) -> Result<(), AccessError> {
    let signed = signed(ctx, tx)?;
    if store::insert_dossier(tx, ctx, signed.account, dossier)? {
        let detail = [("dossier", dossier.to_string())];
        let subject = subject(signed.account);
        journal::security(ctx, tx, "account.dossier_added", subject, &detail)?;
    }
    Ok(())
}

/// Keeps a dossier that a session just began in the account to which it is signed in, if it is.
///
/// # Errors
/// Those of the store.
pub fn keep_new_dossier(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    session: SessionId,
    dossier: DossierId,
) -> Result<(), AccessError> {
    let person = Ctx {
        actor: Actor::Usager(session),
        ..ctx.clone()
    };
    match add_dossier(&person, tx, dossier) {
        Err(AccessError::SignInFirst) => Ok(()),
        kept => kept,
    }
}

/// Takes a dossier out of the account of the person who acts. The dossier itself does not change.
///
/// # Errors
/// `SignInFirst`; `NotFound` when the account does not keep it.
pub fn remove_dossier(ctx: &Ctx, tx: &mut Tx<'_>, dossier: DossierId) -> Result<(), AccessError> {
    let signed = signed(ctx, tx)?;
    let from = (signed.account, signed.session);
    if !store::delete_dossier(tx, ctx.organisation, from, dossier)? {
        return Err(AccessError::NotFound);
    }
    let detail = [("dossier", dossier.to_string())];
    let subject = subject(signed.account);
    journal::security(ctx, tx, "account.dossier_removed", subject, &detail)?;
    Ok(())
}

/// The dossiers of the account of the person who acts, the one added last first; 200 at most.
///
/// # Errors
/// `SignInFirst`.
pub fn dossiers(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Vec<DossierId>, AccessError> {
    let signed = signed(ctx, tx)?;
    Ok(store::dossiers(tx, ctx.organisation, signed.account)?)
}

//! Giving tokens, finding them again, taking them back.

use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, DossierId, OrganisationId, ProcedureId, TokenId};
use parvis_store::{StoreError, Tx};

use super::{LONGEST_LIFE, LONGEST_NAME, Misuse, NewToken, Secret, Token};
use crate::authorize::{Right, Target, authorize};
use crate::error::AccessError;
use crate::store;

/// Gives a token. The secret is shown to who asked, and never again.
///
/// # Errors
/// `Forbidden` unless the actor administers; `TokenName`, `TokenScopes`, `TokenLife`; `NotFound` for a group of another organisation.
pub fn create(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    new: &NewToken,
    secret: &Secret,
) -> Result<Token, AccessError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    let token = checked(ctx, tx, new)?;
    store::insert_token(tx, ctx, &token, &secret.hash())?;
    let scopes: Vec<&str> = token.scopes.iter().map(|scope| scope.code()).collect();
    let detail = [
        ("scopes", scopes.join(" ")),
        ("expires_at", token.expires_at.to_string()),
    ];
    journal::security(ctx, tx, "token.created", subject(token.id), &detail)?;
    Ok(token)
}

fn checked(ctx: &Ctx, tx: &mut Tx<'_>, new: &NewToken) -> Result<Token, AccessError> {
    let name: String = new
        .name
        .chars()
        .filter(|letter| !letter.is_control())
        .collect();
    let name = name.trim().to_owned();
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return Err(AccessError::TokenName { most: LONGEST_NAME });
    }
    let mut scopes = new.scopes.clone();
    scopes.sort_unstable();
    scopes.dedup();
    if scopes.is_empty() {
        return Err(AccessError::TokenScopes);
    }
    let latest = ctx.now.saturating_add(LONGEST_LIFE).unwrap_or(ctx.now);
    if new.expires_at <= ctx.now || new.expires_at > latest {
        return Err(AccessError::TokenLife);
    }
    for group in &new.groups {
        let known = parvis_organisation::group(tx, ctx.organisation, *group);
        known.map_err(|_| AccessError::NotFound)?;
    }
    Ok(Token {
        id: TokenId::new(),
        name,
        scopes,
        procedures: new.procedures.clone(),
        groups: new.groups.clone(),
        networks: new.networks.clone(),
        created_by: ctx.actor.agent(),
        created_at: ctx.now,
        expires_at: new.expires_at,
        last_used_at: None,
        revoked_at: None,
    })
}

/// Takes a token back: from then on it opens nothing. A second time changes nothing.
///
/// # Errors
/// `Forbidden` unless the actor administers; `NotFound`.
pub fn revoke(ctx: &Ctx, tx: &mut Tx<'_>, id: TokenId) -> Result<(), AccessError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    store::token(tx, ctx.organisation, id)?.ok_or(AccessError::NotFound)?;
    if store::revoke_token(tx, ctx.organisation, id, ctx.now)? {
        journal::security(ctx, tx, "token.revoked", subject(id), &[])?;
    }
    Ok(())
}

/// The tokens of the organisation, the newest first; those that ended too.
///
/// # Errors
/// `Forbidden` unless the actor sees how the organisation is set.
pub fn list(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Vec<Token>, AccessError> {
    authorize(ctx, tx, Right::ReadAdministration, Target::Organisation)?;
    Ok(store::tokens(tx, ctx.organisation)?)
}

/// A token by its identifier.
///
/// # Errors
/// Those of the store.
pub fn find(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: TokenId,
) -> Result<Option<Token>, StoreError> {
    store::token(tx, organisation, id)
}

/// The token of a secret, live or not. The secret is looked for by its hash: what a clock could tell says nothing of it.
///
/// # Errors
/// Those of the store.
pub fn find_by_secret(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    secret: &Secret,
) -> Result<Option<Token>, StoreError> {
    store::token_by_secret(tx, organisation, &secret.hash())
}

/// Writes that a token was used.
///
/// # Errors
/// Those of the store.
pub fn touch(ctx: &Ctx, tx: &mut Tx<'_>, id: TokenId) -> Result<(), AccessError> {
    store::touch_token(tx, ctx.organisation, id, ctx.now)?;
    Ok(())
}

/// Leaves the trace that the use of a token was refused.
///
/// # Errors
/// Those of the store.
pub fn refused(ctx: &Ctx, tx: &mut Tx<'_>, id: TokenId, why: Misuse) -> Result<(), AccessError> {
    let detail = [("reason", why.code().to_owned())];
    journal::security(ctx, tx, "token.refused", subject(id), &detail)?;
    Ok(())
}

/// Lets a token fill and deposit the dossier that it began.
///
/// # Errors
/// Those of the store.
pub fn grant(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    id: TokenId,
    dossier: DossierId,
) -> Result<(), AccessError> {
    store::insert_token_dossier(tx, ctx, id, dossier)?;
    Ok(())
}

/// Whether a token began a dossier.
///
/// # Errors
/// Those of the store.
pub fn holds(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: TokenId,
    dossier: DossierId,
) -> Result<bool, StoreError> {
    store::has_token_dossier(tx, organisation, id, dossier)
}

/// Goes on only if the limits of the application that acts let it to a procedure; for anybody else, always.
///
/// # Errors
/// `NotFound`.
pub fn check_procedure(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    procedure: ProcedureId,
) -> Result<(), AccessError> {
    let Some(id) = ctx.actor.token() else {
        return Ok(());
    };
    let token = store::token(tx, ctx.organisation, id)?.ok_or(AccessError::NotFound)?;
    if token.reaches_procedure(procedure) {
        Ok(())
    } else {
        Err(AccessError::NotFound)
    }
}

fn subject(id: TokenId) -> Subject {
    Subject::new("token", id.uuid())
}

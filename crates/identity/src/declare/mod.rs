//! An organisation says who knows its agents, and opens or closes that way in.

use parvis_access::{AccessError, Right, Target, authorize};
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, OrganisationId, Personal};
use parvis_outside::Policy;
use parvis_store::{StoreError, Tx, sealing};
use uuid::Uuid;

use crate::error::IdentityError;
use crate::model::{Provider, Settings};
use crate::{rules, store};

/// What the key of a provider seals.
const SECRET: &str = "client secret";

/// Says who knows the agents, or changes it. Without a secret, the one that is there stays.
///
/// What matters closes the way in until it is tried again; what the button says, the domains and what must match do not.
///
/// # Errors
/// `Forbidden` unless the actor administers; what cannot be, by its name.
pub fn declare(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    policy: Policy,
    asked: &Settings,
    secret: Option<&Personal<String>>,
) -> Result<Provider, IdentityError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    let settings = rules::checked(asked, policy)?;
    let before = store::providers::find(tx, ctx.organisation)?;
    let provider = after(ctx, before.as_ref(), settings, secret.is_some());
    let sealed = match (secret, &before) {
        (Some(secret), Some(_)) => {
            let key = sealing::load_key(tx, ctx.organisation, provider.id)?;
            key.seal(SECRET, secret.as_bytes())
        }
        (Some(secret), None) => {
            let key = sealing::create_key(tx, ctx, provider.id)?;
            key.seal(SECRET, secret.as_bytes())
        }
        (None, _) => {
            let kept = store::providers::secret(tx, ctx.organisation)?;
            kept.ok_or(IdentityError::Secret)?.1
        }
    };
    store::providers::put(tx, &provider, sealed)?;
    match &before {
        None => trace(ctx, tx, "identity.declared", &[])?,
        Some(before) => {
            let fields = changed(&before.settings, &provider.settings, secret.is_some());
            if !fields.is_empty() {
                trace(ctx, tx, "identity.changed", &[("fields", fields)])?;
            }
        }
    }
    Ok(provider)
}

/// An organisation arrives from another installation: its provider does not know this address yet, and is closed until it is tried
/// again. Whoever calls this holds the master key and the database. False when there is none.
///
/// # Errors
/// Those of the store.
pub fn arrived(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<bool, StoreError> {
    store::providers::try_again(tx, ctx.organisation)
}

fn after(ctx: &Ctx, before: Option<&Provider>, settings: Settings, new_secret: bool) -> Provider {
    let Some(before) = before else {
        return Provider {
            organisation: ctx.organisation,
            id: Uuid::now_v7(),
            settings,
            version: 1,
            changed_at: ctx.now,
            tried_at: None,
            enabled_at: None,
        };
    };
    let again = new_secret || rules::must_be_tried(&before.settings, &settings);
    Provider {
        settings,
        version: before.version + i64::from(again),
        changed_at: ctx.now,
        tried_at: before.tried_at.filter(|_| !again),
        enabled_at: before.enabled_at.filter(|_| !again),
        ..*before
    }
}

/// The names of what changed, without what it was or is.
fn changed(before: &Settings, after: &Settings, secret: bool) -> String {
    let fields = [
        ("issuer", before.issuer != after.issuer),
        ("client_id", before.client_id != after.client_id),
        ("secret", secret),
        ("label", before.label != after.label),
        ("scopes", before.scopes != after.scopes),
        ("acr", before.acr != after.acr),
        ("domains", before.domains != after.domains),
        ("addresses", before.addresses != after.addresses),
        ("matching", before.matching != after.matching),
        ("second_factor", before.second_factor != after.second_factor),
    ];
    let names = fields.iter().filter(|(_, is)| *is).map(|(name, _)| *name);
    names.collect::<Vec<_>>().join(" ")
}

/// The provider of the organisation, for who sees how it is administered.
///
/// # Errors
/// `Forbidden`.
pub fn find(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Option<Provider>, IdentityError> {
    authorize(ctx, tx, Right::ReadAdministration, Target::Organisation)?;
    Ok(store::providers::find(tx, ctx.organisation)?)
}

/// What the button of the sign-in page says; nothing when the way in is closed.
///
/// # Errors
/// Those of the store.
pub fn offered(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Option<String>, StoreError> {
    let provider = store::providers::find(tx, organisation)?;
    let open = provider.filter(|own| own.enabled_at.is_some());
    Ok(open.map(|own| own.settings.label))
}

/// The provider and its secret: for the house, that speaks to it.
///
/// # Errors
/// `NotFound` without provider.
pub fn with_secret(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<(Provider, Personal<String>), IdentityError> {
    let missing = || IdentityError::Access(AccessError::NotFound);
    let provider = store::providers::find(tx, organisation)?.ok_or_else(missing)?;
    let (key, sealed) = store::providers::secret(tx, organisation)?.ok_or_else(missing)?;
    let opened = sealing::load_key(tx, organisation, key)?.open(SECRET, &sealed)?;
    let secret = String::from_utf8(opened).map_err(|_| StoreError::Sealed)?;
    Ok((provider, secret.into()))
}

/// Writes how a try by who administers ended; `reason` says what was wrong with it.
///
/// # Errors
/// `Forbidden` unless the actor administers.
pub fn tried(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    version: i64,
    reason: Option<&'static str>,
) -> Result<(), IdentityError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    if reason.is_none() {
        store::providers::tried(tx, ctx.organisation, version, ctx.now)?;
    }
    let outcome = reason.unwrap_or("success").to_owned();
    trace(ctx, tx, "identity.tried", &[("outcome", outcome)])
}

/// Lets agents sign in by the provider.
///
/// # Errors
/// `Forbidden` unless the actor administers; `NotTried`.
pub fn enable(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<(), IdentityError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    let provider = store::providers::find(tx, ctx.organisation)?;
    if provider.is_none_or(|own| own.tried_at.is_none()) {
        return Err(IdentityError::NotTried);
    }
    if store::providers::enable(tx, ctx.organisation, ctx.now)? {
        trace(ctx, tx, "identity.enabled", &[])?;
    }
    Ok(())
}

/// Closes that way in. Those who are signed in stay so: their sessions are ended on their page.
///
/// # Errors
/// `Forbidden` unless the actor administers.
pub fn disable(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<(), IdentityError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    if store::providers::disable(tx, ctx.organisation)? {
        trace(ctx, tx, "identity.disabled", &[])?;
    }
    Ok(())
}

fn trace(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    verb: &str,
    detail: &[(&str, String)],
) -> Result<(), IdentityError> {
    let subject = Subject::organisation(ctx.organisation);
    journal::security(ctx, tx, verb, subject, detail)?;
    Ok(())
}

//! What changes once an organisation is there: its services, its groups, its image. Who may is asked by the room above.

use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, GroupId, Instant, OrganisationId, ServiceId};
use parvis_store::{StoreError, Tx};
use serde_json::Value;

use crate::error::OrganisationError;
use crate::logo::CheckedLogo;
use crate::model::{Group, Organisation, Service};
use crate::profile::{Contact, Profile};
use crate::store;

/// The names of what differs between what an organisation said of itself and what it says now: never the values.
pub(crate) fn names_of_changes(
    before: &Organisation,
    name: &str,
    profile: &Profile,
) -> Result<Vec<String>, OrganisationError> {
    let document = |profile| serde_json::to_value(profile).map_err(OrganisationError::Profile);
    let (was, is) = (document(&before.profile)?, document(profile)?);
    let mut changed = Vec::new();
    if before.name != name {
        changed.push("name".to_owned());
    }
    if let (Value::Object(was), Value::Object(is)) = (was, is) {
        let differing = is
            .iter()
            .filter(|(key, value)| was.get(*key) != Some(value));
        changed.extend(differing.map(|(key, _)| key.clone()));
    }
    Ok(changed)
}

/// Every service with the day on which it closed, by name.
///
/// # Errors
/// Those of the store.
pub fn services(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Vec<(Service, Option<Instant>)>, OrganisationError> {
    store::services(tx, organisation)
}

/// Every group with the day on which it closed, by name.
///
/// # Errors
/// Those of the store.
pub fn groups(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Vec<(Group, Option<Instant>)>, OrganisationError> {
    Ok(store::groups(tx, organisation)?)
}

/// Changes the name and the contact of an open service. Its slug stays: procedures name it.
///
/// # Errors
/// An empty name; `NotFound` for an unknown or closed service.
pub fn change_service(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    id: ServiceId,
    name: &str,
    contact: &Contact,
) -> Result<(), OrganisationError> {
    refuse_empty(name)?;
    let before = crate::service(tx, ctx.organisation, id)?;
    if !store::change_service(tx, ctx.organisation, id, name, contact)? {
        return Err(OrganisationError::NotFound);
    }
    let changes = [
        ("name", before.name != name),
        ("contact", &before.contact != contact),
    ];
    let subject = Subject::new("service", id.uuid());
    trace(ctx, tx, "service.changed", subject, &changes)
}

/// Closes a service to which no open group belongs. What else must not point to it is asked by the caller.
///
/// # Errors
/// `StillUsed`; `NotFound` for an unknown or closed service.
pub fn close_service(ctx: &Ctx, tx: &mut Tx<'_>, id: ServiceId) -> Result<(), OrganisationError> {
    let groups = store::groups(tx, ctx.organisation)?;
    if groups
        .iter()
        .any(|(group, closed_at)| group.service == id && closed_at.is_none())
    {
        return Err(OrganisationError::StillUsed);
    }
    if !store::close_service(tx, ctx.organisation, id, ctx.now)? {
        return Err(OrganisationError::NotFound);
    }
    let subject = Subject::new("service", id.uuid());
    trace(ctx, tx, "service.closed", subject, &[])
}

/// Changes the name of an open group, and the service to which it belongs.
///
/// # Errors
/// An empty name; `NotFound` for an unknown or closed group, or service.
pub fn change_group(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    id: GroupId,
    name: &str,
    service: ServiceId,
) -> Result<(), OrganisationError> {
    refuse_empty(name)?;
    let before = crate::group(tx, ctx.organisation, id)?;
    open_service(tx, ctx.organisation, service)?;
    if !store::change_group(tx, ctx.organisation, id, name, service)? {
        return Err(OrganisationError::NotFound);
    }
    let changes = [
        ("name", before.name != name),
        ("service", before.service != service),
    ];
    let subject = Subject::new("group", id.uuid());
    trace(ctx, tx, "group.changed", subject, &changes)
}

/// Closes a group. What must not point to it (members, procedures, open dossiers) is asked by the caller.
///
/// # Errors
/// `NotFound` for an unknown or closed group.
pub fn close_group(ctx: &Ctx, tx: &mut Tx<'_>, id: GroupId) -> Result<(), OrganisationError> {
    if !store::close_group(tx, ctx.organisation, id, ctx.now)? {
        return Err(OrganisationError::NotFound);
    }
    trace(
        ctx,
        tx,
        "group.closed",
        Subject::new("group", id.uuid()),
        &[],
    )
}

/// Replaces the image of the organisation.
///
/// # Errors
/// `NotFound`; those of the store.
pub fn replace_logo(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    checked: &CheckedLogo,
) -> Result<(), OrganisationError> {
    store::keep_logo(tx, ctx.organisation, &checked.png)?;
    let before = store::organisation(tx, ctx.organisation)?.ok_or(OrganisationError::NotFound)?;
    let profile = Profile {
        logo: Some(checked.logo.clone()),
        ..before.profile
    };
    crate::describe(ctx, tx, &before.name, &profile)
}

/// Takes the image of the organisation away.
///
/// # Errors
/// `NotFound`; those of the store.
pub fn remove_logo(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<(), OrganisationError> {
    store::forget_logo(tx, ctx.organisation)?;
    let before = store::organisation(tx, ctx.organisation)?.ok_or(OrganisationError::NotFound)?;
    let profile = Profile {
        logo: None,
        ..before.profile
    };
    crate::describe(ctx, tx, &before.name, &profile)
}

/// The image of an organisation: a PNG.
///
/// # Errors
/// Those of the store.
pub fn logo_of(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Option<Vec<u8>>, StoreError> {
    store::logo(tx, organisation)
}

fn refuse_empty(name: &str) -> Result<(), OrganisationError> {
    if name.trim().is_empty() {
        return Err(OrganisationError::MalformedProfile {
            key: "name",
            expected: "a name",
        });
    }
    Ok(())
}

/// Accepts a service of the organisation to which something new can point.
///
/// # Errors
/// `NotFound` for one that is unknown, closed, or of another organisation.
pub fn open_service(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: ServiceId,
) -> Result<(), OrganisationError> {
    let services = store::services(tx, organisation)?;
    let open = services
        .iter()
        .any(|(service, closed_at)| service.id == id && closed_at.is_none());
    if open {
        Ok(())
    } else {
        Err(OrganisationError::NotFound)
    }
}

fn trace(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    verb: &str,
    subject: Subject,
    changes: &[(&str, bool)],
) -> Result<(), OrganisationError> {
    let changed: Vec<&str> = changes
        .iter()
        .filter(|(_, differs)| *differs)
        .map(|(name, _)| *name)
        .collect();
    let detail = [("fields", changed.join(" "))];
    let detail: &[(&str, String)] = if changed.is_empty() { &[] } else { &detail };
    journal::security(ctx, tx, verb, subject, detail)?;
    Ok(())
}

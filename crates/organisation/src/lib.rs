#![doc = include_str!("../README.md")]

mod change;
pub mod colour;
mod directory;
mod error;
pub mod installation;
pub mod logo;
mod model;
mod profile;
mod rules;
mod store;
pub mod trial;

use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, GroupId, OrganisationId, ServiceId};
use parvis_store::{Migration, Tx};

pub use change::{
    change_group, change_service, close_group, close_service, groups, logo_of, open_service,
    remove_logo, replace_logo, services,
};
pub use directory::Directory;
pub use error::OrganisationError;
pub use logo::Logo;
pub use model::{Group, Organisation, Service};
pub use profile::{Accessibility, Contact, Profile};
pub use rules::{RESERVED_SLUGS, check_slug};
pub use trial::Trial;

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        room: "organisation",
        number: 1,
        name: "organisations",
        sql: include_str!("../migrations/0001_organisations.sql"),
    },
    Migration {
        room: "organisation",
        number: 2,
        name: "administration",
        sql: include_str!("../migrations/0002_administration.sql"),
    },
    Migration {
        room: "organisation",
        number: 3,
        name: "installation",
        sql: include_str!("../migrations/0003_installation.sql"),
    },
    Migration {
        room: "organisation",
        number: 4,
        name: "trials",
        sql: include_str!("../migrations/0004_trials.sql"),
    },
];

/// Creates an organisation.
///
/// # Errors
/// A slug that is malformed, reserved or taken; a host name already served; an unknown time zone.
pub fn create(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    organisation: &Organisation,
) -> Result<(), OrganisationError> {
    check_slug(&organisation.slug)?;
    rules::check_profile(&organisation.name, &organisation.profile)?;
    if !store::insert_organisation(tx, organisation, ctx.now)? {
        return Err(OrganisationError::AlreadyServed {
            slug: organisation.slug.clone(),
        });
    }
    let created_in = Ctx {
        organisation: organisation.id,
        ..ctx.clone()
    };
    journal::record(
        &created_in,
        tx,
        "organisation.created",
        Subject::organisation(organisation.id),
        &[],
    )?;
    Ok(())
}

/// Gives the organisation of the context, which comes from another installation, the names by which it is reached here.
///
/// # Errors
/// A slug that is malformed or reserved; those of the store, when another organisation has one of these names.
pub fn arrive(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    slug: &str,
    host: Option<&str>,
) -> Result<(), OrganisationError> {
    check_slug(slug)?;
    store::place(tx, ctx.organisation, slug, host)?;
    let subject = Subject::organisation(ctx.organisation);
    journal::security(ctx, tx, "organisation.arrived", subject, &[])?;
    Ok(())
}

/// Leaves the trace of an export of the whole organisation of the context.
///
/// # Errors
/// Those of the store.
pub fn exported(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<(), OrganisationError> {
    let subject = Subject::organisation(ctx.organisation);
    journal::security(ctx, tx, "organisation.exported", subject, &[])?;
    Ok(())
}

/// Changes what the organisation of the context says of itself: its name and its profile.
///
/// # Errors
/// An unknown time zone; a profile that says something that cannot be; `NotFound`.
pub fn describe(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    name: &str,
    profile: &Profile,
) -> Result<(), OrganisationError> {
    rules::check_profile(name, profile)?;
    let before = store::organisation(tx, ctx.organisation)?.ok_or(OrganisationError::NotFound)?;
    store::describe(tx, ctx.organisation, name, profile)?;
    let changed = change::names_of_changes(&before, name, profile)?;
    let subject = Subject::organisation(ctx.organisation);
    let detail = [("fields", changed.join(" "))];
    journal::security(ctx, tx, "organisation.described", subject, &detail)?;
    Ok(())
}

/// Creates a service of the organisation of the context.
///
/// # Errors
/// A slug that is malformed or taken.
pub fn create_service(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    service: &Service,
) -> Result<(), OrganisationError> {
    rules::check_word(&service.slug)?;
    if !store::insert_service(tx, ctx.organisation, service)? {
        return Err(OrganisationError::AlreadyServed {
            slug: service.slug.clone(),
        });
    }
    journal::security(
        ctx,
        tx,
        "service.created",
        Subject::new("service", service.id.uuid()),
        &[],
    )?;
    Ok(())
}

/// Creates a group of agents in a service.
///
/// # Errors
/// A slug that is malformed or taken.
pub fn create_group(ctx: &Ctx, tx: &mut Tx<'_>, group: &Group) -> Result<(), OrganisationError> {
    rules::check_word(&group.slug)?;
    if !store::insert_group(tx, ctx.organisation, group)? {
        return Err(OrganisationError::AlreadyServed {
            slug: group.slug.clone(),
        });
    }
    journal::security(
        ctx,
        tx,
        "group.created",
        Subject::new("group", group.id.uuid()),
        &[],
    )?;
    Ok(())
}

/// An organisation by its slug; a trial has none that anybody may give.
///
/// # Errors
/// Those of the store.
pub fn by_slug(tx: &mut Tx<'_>, slug: &str) -> Result<Option<Organisation>, OrganisationError> {
    store::organisation_by_slug(tx, slug)
}

/// Every organisation, by name; their trials are not among them.
///
/// # Errors
/// Those of the store.
pub fn all(tx: &mut Tx<'_>) -> Result<Vec<Organisation>, OrganisationError> {
    let mut all = store::organisations(tx)?;
    all.retain(|organisation| organisation.trial.is_none());
    Ok(all)
}

/// Every organisation, and the trials of those that have one: what a server answers for.
///
/// # Errors
/// Those of the store.
pub fn all_served(tx: &mut Tx<'_>) -> Result<Vec<Organisation>, OrganisationError> {
    store::organisations(tx)
}

/// An organisation by identifier, a trial too.
///
/// # Errors
/// `NotFound`; those of the store.
pub fn by_id(tx: &mut Tx<'_>, id: OrganisationId) -> Result<Organisation, OrganisationError> {
    store::organisation(tx, id)?.ok_or(OrganisationError::NotFound)
}

/// A service of an organisation.
///
/// # Errors
/// `NotFound` when the organisation has no such service.
pub fn service(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: ServiceId,
) -> Result<Service, OrganisationError> {
    store::service(tx, organisation, id)?.ok_or(OrganisationError::NotFound)
}

/// A service of an organisation by its slug: procedures name it so.
///
/// # Errors
/// Those of the store.
pub fn service_by_slug(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
) -> Result<Option<Service>, OrganisationError> {
    store::service_by_slug(tx, organisation, slug)
}

/// A group by its slug.
///
/// # Errors
/// Those of the store.
pub fn group_by_slug(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
) -> Result<Option<Group>, OrganisationError> {
    store::group_by_slug(tx, organisation, slug)
}

/// A group of an organisation.
///
/// # Errors
/// `NotFound` when the organisation has no such group.
pub fn group(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: GroupId,
) -> Result<Group, OrganisationError> {
    store::group(tx, organisation, id)?.ok_or(OrganisationError::NotFound)
}

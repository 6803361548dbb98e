//! Every SQL statement of the room.

use parvis_kernel::{GroupId, Instant, OrganisationId, ServiceId};
use parvis_store::{Row, Sql, StoreError, Tx};
use serde::Serialize;

use crate::error::OrganisationError;
use crate::model::{Group, Organisation, Service};
use crate::profile::{Contact, Profile};
use crate::trial::Trial;

const INSERT_ORGANISATION: Sql = Sql(
    "INSERT INTO organisations (id, slug, host, name, profile, demonstration, created_at, test_of) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
);
const ORGANISATIONS: Sql = Sql(
    "SELECT a.id, a.slug, a.host, a.name, a.profile, a.demonstration, a.created_at, a.test_of, r.slug, r.host \
     FROM organisations a LEFT JOIN organisations r ON r.id = a.test_of ORDER BY a.name, a.id",
);
const ORGANISATION_BY_SLUG: Sql = Sql(
    "SELECT a.id, a.slug, a.host, a.name, a.profile, a.demonstration, a.created_at, a.test_of, a.slug, a.host \
     FROM organisations a WHERE a.slug = $1 AND a.test_of IS NULL",
);
const ORGANISATION: Sql = Sql(
    "SELECT a.id, a.slug, a.host, a.name, a.profile, a.demonstration, a.created_at, a.test_of, r.slug, r.host \
     FROM organisations a LEFT JOIN organisations r ON r.id = a.test_of WHERE a.id = $1",
);
const TRIAL_OF: Sql = Sql(
    "SELECT a.id, a.slug, a.host, a.name, a.profile, a.demonstration, a.created_at, a.test_of, r.slug, r.host \
     FROM organisations a JOIN organisations r ON r.id = a.test_of WHERE a.test_of = $1",
);
const DELETE_TRIAL: Sql = Sql("DELETE FROM organisations WHERE id = $1 AND test_of IS NOT NULL");
const COPY_SERVICES: Sql = Sql(
    "INSERT INTO services (organisation_id, id, slug, name, contact, closed_at) \
     SELECT CAST($2 AS TEXT), id, slug, name, contact, closed_at FROM services WHERE organisation_id = $1 \
     ON CONFLICT (organisation_id, id) DO UPDATE SET name = excluded.name, contact = excluded.contact, closed_at = excluded.closed_at",
);
const COPY_GROUPS: Sql = Sql(
    "INSERT INTO agent_groups (organisation_id, id, slug, name, service_id, closed_at) \
     SELECT CAST($2 AS TEXT), id, slug, name, service_id, closed_at FROM agent_groups WHERE organisation_id = $1 \
     ON CONFLICT (organisation_id, id) DO UPDATE SET name = excluded.name, service_id = excluded.service_id, closed_at = excluded.closed_at",
);
const COPY_LOGO: Sql = Sql("INSERT INTO organisation_logos (organisation_id, png) \
     SELECT CAST($2 AS TEXT), png FROM organisation_logos WHERE organisation_id = $1 \
     ON CONFLICT (organisation_id) DO UPDATE SET png = excluded.png");
const PLACE: Sql = Sql("UPDATE organisations SET slug = $2, host = $3 WHERE id = $1");
const DESCRIBE: Sql = Sql("UPDATE organisations SET name = $2, profile = $3 WHERE id = $1");
const INSERT_SERVICE: Sql = Sql(
    "INSERT INTO services (organisation_id, id, slug, name, contact) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
);
const SERVICE: Sql =
    Sql("SELECT id, slug, name, contact FROM services WHERE organisation_id = $1 AND id = $2");
const SERVICE_BY_SLUG: Sql = Sql(
    "SELECT id, slug, name, contact FROM services WHERE organisation_id = $1 AND slug = $2 AND closed_at IS NULL",
);
const INSERT_GROUP: Sql = Sql(
    "INSERT INTO agent_groups (organisation_id, id, slug, name, service_id) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
);
const GROUP: Sql = Sql(
    "SELECT id, slug, name, service_id FROM agent_groups WHERE organisation_id = $1 AND id = $2",
);
const GROUP_BY_SLUG: Sql = Sql(
    "SELECT id, slug, name, service_id FROM agent_groups WHERE organisation_id = $1 AND slug = $2 AND closed_at IS NULL",
);

const SERVICES: Sql = Sql(
    "SELECT id, slug, name, contact, closed_at FROM services WHERE organisation_id = $1 ORDER BY name, id",
);
const CHANGE_SERVICE: Sql = Sql(
    "UPDATE services SET name = $3, contact = $4 WHERE organisation_id = $1 AND id = $2 AND closed_at IS NULL",
);
const CLOSE_SERVICE: Sql = Sql(
    "UPDATE services SET closed_at = $3 WHERE organisation_id = $1 AND id = $2 AND closed_at IS NULL",
);
const GROUPS: Sql = Sql(
    "SELECT id, slug, name, service_id, closed_at FROM agent_groups WHERE organisation_id = $1 ORDER BY name, id",
);
const CHANGE_GROUP: Sql = Sql(
    "UPDATE agent_groups SET name = $3, service_id = $4 WHERE organisation_id = $1 AND id = $2 AND closed_at IS NULL",
);
const CLOSE_GROUP: Sql = Sql(
    "UPDATE agent_groups SET closed_at = $3 WHERE organisation_id = $1 AND id = $2 AND closed_at IS NULL",
);
const KEEP_LOGO: Sql = Sql(
    "INSERT INTO organisation_logos (organisation_id, png) VALUES ($1, $2) \
     ON CONFLICT (organisation_id) DO UPDATE SET png = excluded.png",
);
const LOGO: Sql = Sql("SELECT png FROM organisation_logos WHERE organisation_id = $1");
const FORGET_LOGO: Sql = Sql("DELETE FROM organisation_logos WHERE organisation_id = $1");
const IS_SET_UP: Sql = Sql(
    "SELECT one FROM installation WHERE one = 1 UNION ALL SELECT CAST(1 AS BIGINT) FROM organisations LIMIT 1",
);
const SET_UP: Sql = Sql(
    "INSERT INTO installation (one, organisation_id, set_up_at) \
     SELECT 1, CAST($1 AS TEXT), CAST($2 AS BIGINT) \
     WHERE NOT EXISTS (SELECT 1 FROM organisations WHERE id <> $1) ON CONFLICT DO NOTHING",
);

fn json(document: &impl Serialize) -> Result<String, OrganisationError> {
    serde_json::to_string(document).map_err(OrganisationError::Profile)
}

pub(crate) fn insert_organisation(
    tx: &mut Tx<'_>,
    organisation: &Organisation,
    now: Instant,
) -> Result<bool, OrganisationError> {
    let inserted = tx.execute(
        INSERT_ORGANISATION,
        &[
            organisation.id.into(),
            organisation.slug.as_str().into(),
            organisation.host.clone().into(),
            organisation.name.as_str().into(),
            json(&organisation.profile)?.into(),
            organisation.demonstration.into(),
            now.into(),
            organisation.trial.as_ref().map(|trial| trial.of).into(),
        ],
    )?;
    Ok(inserted == 1)
}

/// Writes what an organisation says of itself; false when it is unknown.
pub(crate) fn describe(
    tx: &mut Tx<'_>,
    id: OrganisationId,
    name: &str,
    profile: &Profile,
) -> Result<bool, OrganisationError> {
    let values = [id.into(), name.into(), json(profile)?.into()];
    Ok(tx.execute(DESCRIBE, &values)? == 1)
}

pub(crate) fn organisations(tx: &mut Tx<'_>) -> Result<Vec<Organisation>, OrganisationError> {
    tx.query(ORGANISATIONS, &[], organisation_columns)?
        .into_iter()
        .map(organisation_of)
        .collect()
}

pub(crate) fn organisation_by_slug(
    tx: &mut Tx<'_>,
    slug: &str,
) -> Result<Option<Organisation>, OrganisationError> {
    tx.optional(ORGANISATION_BY_SLUG, &[slug.into()], organisation_columns)?
        .map(organisation_of)
        .transpose()
}

/// The trial of an organisation, if it has one.
pub(crate) fn trial_of(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Option<Organisation>, OrganisationError> {
    tx.optional(TRIAL_OF, &[organisation.into()], organisation_columns)?
        .map(organisation_of)
        .transpose()
}

/// Copies the services, the groups and the image of an organisation to its trial, over the copies of another day.
pub(crate) fn copy_to_trial(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    trial: OrganisationId,
) -> Result<(), StoreError> {
    for copy in [COPY_SERVICES, COPY_GROUPS, COPY_LOGO] {
        tx.put(copy, &[organisation.into(), trial.into()])?;
    }
    Ok(())
}

/// Removes a trial whose rows are gone; never an organisation.
pub(crate) fn delete_trial(tx: &mut Tx<'_>, trial: OrganisationId) -> Result<(), StoreError> {
    tx.put(DELETE_TRIAL, &[trial.into()])
}

struct OrganisationColumns {
    id: OrganisationId,
    slug: String,
    host: Option<String>,
    name: String,
    profile: String,
    demonstration: bool,
    trial: Option<Trial>,
}

fn organisation_columns(row: &Row<'_>) -> Result<OrganisationColumns, StoreError> {
    Ok(OrganisationColumns {
        id: row.id(0)?,
        slug: row.text(1)?,
        host: row.opt_text(2)?,
        name: row.text(3)?,
        profile: row.text(4)?,
        demonstration: row.bool(5)?,
        trial: match row.opt_id(7)? {
            Some(of) => Some(Trial::begun(
                row.instant(6)?,
                of,
                row.text(8)?,
                row.opt_text(9)?,
            )),
            None => None,
        },
    })
}

fn organisation_of(columns: OrganisationColumns) -> Result<Organisation, OrganisationError> {
    Ok(Organisation {
        id: columns.id,
        slug: columns.slug,
        host: columns.host,
        name: columns.name,
        profile: serde_json::from_str(&columns.profile).map_err(OrganisationError::Profile)?,
        demonstration: columns.demonstration,
        trial: columns.trial,
    })
}

pub(crate) fn insert_service(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    service: &Service,
) -> Result<bool, OrganisationError> {
    let inserted = tx.execute(
        INSERT_SERVICE,
        &[
            organisation.into(),
            service.id.into(),
            service.slug.as_str().into(),
            service.name.as_str().into(),
            json(&service.contact)?.into(),
        ],
    )?;
    Ok(inserted == 1)
}

type ServiceColumns = (ServiceId, String, String, String);

fn service_columns(row: &Row<'_>) -> Result<ServiceColumns, StoreError> {
    Ok((row.id(0)?, row.text(1)?, row.text(2)?, row.text(3)?))
}

fn service_of((id, slug, name, contact): ServiceColumns) -> Result<Service, OrganisationError> {
    Ok(Service {
        id,
        slug,
        name,
        contact: serde_json::from_str(&contact).map_err(OrganisationError::Profile)?,
    })
}

pub(crate) fn service(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: ServiceId,
) -> Result<Option<Service>, OrganisationError> {
    tx.optional(SERVICE, &[organisation.into(), id.into()], service_columns)?
        .map(service_of)
        .transpose()
}

pub(crate) fn service_by_slug(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
) -> Result<Option<Service>, OrganisationError> {
    tx.optional(
        SERVICE_BY_SLUG,
        &[organisation.into(), slug.into()],
        service_columns,
    )?
    .map(service_of)
    .transpose()
}

pub(crate) fn insert_group(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    group: &Group,
) -> Result<bool, OrganisationError> {
    let inserted = tx.execute(
        INSERT_GROUP,
        &[
            organisation.into(),
            group.id.into(),
            group.slug.as_str().into(),
            group.name.as_str().into(),
            group.service.into(),
        ],
    )?;
    Ok(inserted == 1)
}

fn group_of(row: &Row<'_>) -> Result<Group, StoreError> {
    Ok(Group {
        id: row.id(0)?,
        slug: row.text(1)?,
        name: row.text(2)?,
        service: row.id(3)?,
    })
}

pub(crate) fn group(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: GroupId,
) -> Result<Option<Group>, OrganisationError> {
    Ok(tx.optional(GROUP, &[organisation.into(), id.into()], group_of)?)
}

pub(crate) fn group_by_slug(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
) -> Result<Option<Group>, OrganisationError> {
    Ok(tx.optional(GROUP_BY_SLUG, &[organisation.into(), slug.into()], group_of)?)
}

pub(crate) fn organisation(
    tx: &mut Tx<'_>,
    id: OrganisationId,
) -> Result<Option<Organisation>, OrganisationError> {
    tx.optional(ORGANISATION, &[id.into()], organisation_columns)?
        .map(organisation_of)
        .transpose()
}

/// Every service with the day on which it closed.
pub(crate) fn services(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Vec<(Service, Option<Instant>)>, OrganisationError> {
    let rows = tx.query(SERVICES, &[organisation.into()], |row| {
        Ok((service_columns(row)?, row.opt_instant(4)?))
    })?;
    rows.into_iter()
        .map(|(columns, closed_at)| Ok((service_of(columns)?, closed_at)))
        .collect()
}

pub(crate) fn change_service(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: ServiceId,
    name: &str,
    contact: &Contact,
) -> Result<bool, OrganisationError> {
    let values = [
        organisation.into(),
        id.into(),
        name.into(),
        json(contact)?.into(),
    ];
    Ok(tx.execute(CHANGE_SERVICE, &values)? == 1)
}

pub(crate) fn close_service(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: ServiceId,
    now: Instant,
) -> Result<bool, StoreError> {
    let values = [organisation.into(), id.into(), now.into()];
    Ok(tx.execute(CLOSE_SERVICE, &values)? == 1)
}

/// Every group with the day on which it closed.
pub(crate) fn groups(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Vec<(Group, Option<Instant>)>, StoreError> {
    tx.query(GROUPS, &[organisation.into()], |row| {
        Ok((group_of(row)?, row.opt_instant(4)?))
    })
}

pub(crate) fn change_group(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: GroupId,
    name: &str,
    service: ServiceId,
) -> Result<bool, StoreError> {
    let values = [organisation.into(), id.into(), name.into(), service.into()];
    Ok(tx.execute(CHANGE_GROUP, &values)? == 1)
}

pub(crate) fn close_group(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: GroupId,
    now: Instant,
) -> Result<bool, StoreError> {
    let values = [organisation.into(), id.into(), now.into()];
    Ok(tx.execute(CLOSE_GROUP, &values)? == 1)
}

pub(crate) fn keep_logo(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    png: &[u8],
) -> Result<(), StoreError> {
    tx.put(KEEP_LOGO, &[organisation.into(), png.to_vec().into()])
}

pub(crate) fn logo(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Option<Vec<u8>>, StoreError> {
    tx.optional(LOGO, &[organisation.into()], |row| row.bytes(0))
}

pub(crate) fn forget_logo(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<(), StoreError> {
    tx.put(FORGET_LOGO, &[organisation.into()])
}

pub(crate) fn is_set_up(tx: &mut Tx<'_>) -> Result<bool, StoreError> {
    let found = tx.optional(IS_SET_UP, &[], |row| row.int(0))?;
    Ok(found.is_some())
}

/// False when another organisation is there, or when another transaction says the same first.
pub(crate) fn set_up(
    tx: &mut Tx<'_>,
    first: OrganisationId,
    now: Instant,
) -> Result<bool, StoreError> {
    Ok(tx.execute(SET_UP, &[first.into(), now.into()])? == 1)
}

/// Gives an organisation other names in addresses.
pub(crate) fn place(
    tx: &mut Tx<'_>,
    id: OrganisationId,
    slug: &str,
    host: Option<&str>,
) -> Result<(), StoreError> {
    tx.put(PLACE, &[id.into(), slug.into(), host.into()])
}

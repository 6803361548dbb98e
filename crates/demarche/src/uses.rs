//! What of the procedures on offer points to a group or to a service, asked before one is closed; how a procedure is named.

use std::sync::Arc;

use parvis_form::Text;
use parvis_kernel::{GroupId, OrganisationId, ProcedureId, ServiceId};
use parvis_store::{Sql, StoreError, Tx};

use crate::catalogue::Catalogue;
use crate::error::DemarcheError;
use crate::model::Revision;

const OF_GROUP: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT) FROM procedures WHERE organisation_id = $1 AND group_id = $2 AND closed_at IS NULL",
);
const OF_SERVICE: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT) FROM procedures WHERE organisation_id = $1 AND service_id = $2 AND closed_at IS NULL",
);
const ON_OFFER: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT) FROM procedures WHERE organisation_id = $1 AND closed_at IS NULL AND published_revision_id IS NOT NULL",
);

const SLUG: Sql = Sql("SELECT slug FROM procedures WHERE organisation_id = $1 AND id = $2");

/// The name of a procedure in addresses.
///
/// # Errors
/// Those of the store.
pub fn slug_of(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    procedure: ProcedureId,
) -> Result<Option<String>, StoreError> {
    let values = [organisation.into(), procedure.into()];
    tx.optional(SLUG, &values, |row| row.text(0))
}

/// How many open procedures a group instructs.
///
/// # Errors
/// Those of the store.
pub fn count_of_group(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    group: GroupId,
) -> Result<i64, StoreError> {
    tx.one(OF_GROUP, &[organisation.into(), group.into()], |row| {
        row.int(0)
    })
}

/// How many open procedures name a service.
///
/// # Errors
/// Those of the store.
pub fn count_of_service(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    service: ServiceId,
) -> Result<i64, StoreError> {
    tx.one(OF_SERVICE, &[organisation.into(), service.into()], |row| {
        row.int(0)
    })
}

/// The procedures on offer of which a rule leads to a group, by its slug: each by its own slug and title.
///
/// # Errors
/// Those of the store, and a stored revision that cannot be read.
pub fn leading_to(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    group: &str,
) -> Result<Vec<(String, Text)>, DemarcheError> {
    let offered = Catalogue::new().list(tx, organisation)?;
    let leads = |revision: &&Arc<Revision>| {
        let mut routes = revision.file.routing.iter();
        routes.any(|route| route.group == group)
    };
    let named = offered.iter().filter(leads);
    Ok(named
        .map(|revision| (revision.file.slug.clone(), revision.file.title.clone()))
        .collect())
}

/// How many procedures an organisation offers.
///
/// # Errors
/// Those of the store.
pub fn count_on_offer(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<i64, StoreError> {
    tx.one(ON_OFFER, &[organisation.into()], |row| row.int(0))
}

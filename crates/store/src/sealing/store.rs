//! The rows of `data_keys`.

use parvis_kernel::{Instant, OrganisationId};
use uuid::Uuid;

use crate::{Sql, StoreError, Tx};

const INSERT_KEY: Sql = Sql(
    "INSERT INTO data_keys (organisation_id, subject, wrapped, created_at) VALUES ($1, $2, $3, $4)",
);
const FIND_KEY: Sql =
    Sql("SELECT wrapped FROM data_keys WHERE organisation_id = $1 AND subject = $2");
const DELETE_KEY: Sql = Sql("DELETE FROM data_keys WHERE organisation_id = $1 AND subject = $2");

pub(super) fn insert(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    subject: Uuid,
    wrapped: Vec<u8>,
    now: Instant,
) -> Result<(), StoreError> {
    let values = [
        organisation.into(),
        subject.into(),
        wrapped.into(),
        now.into(),
    ];
    tx.execute(INSERT_KEY, &values).map(drop)
}

pub(super) fn find(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    subject: Uuid,
) -> Result<Option<Vec<u8>>, StoreError> {
    let values = [organisation.into(), subject.into()];
    tx.optional(FIND_KEY, &values, |row| row.bytes(0))
}

pub(super) fn delete(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    subject: Uuid,
) -> Result<(), StoreError> {
    let values = [organisation.into(), subject.into()];
    tx.execute(DELETE_KEY, &values).map(drop)
}

//! The rows of `data_keys`.

use parvis_kernel::{Instant, OrganisationId};
use uuid::Uuid;

use crate::{Sql, StoreError, Tx, Value};

const INSERT_KEY: Sql = Sql(
    "INSERT INTO data_keys (organisation_id, subject, wrapped, created_at) VALUES ($1, $2, $3, $4)",
);
const FIND_KEY: Sql =
    Sql("SELECT wrapped FROM data_keys WHERE organisation_id = $1 AND subject = $2");
// A list of keys is asked for by lots of this many; a shorter one repeats its last subject.
const FIND_KEYS: Sql = Sql(
    "SELECT subject, wrapped FROM data_keys WHERE organisation_id = $1 AND subject IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, \
     $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)",
);
/// Subjects of one reading.
const LOT: usize = 24;
const KEYS_AFTER: Sql = Sql("SELECT organisation_id, subject, wrapped FROM data_keys \
     WHERE (organisation_id, subject) > ($1, $2) ORDER BY organisation_id, subject LIMIT $3");
const KEYS_OF: Sql = Sql("SELECT subject, wrapped, created_at FROM data_keys \
     WHERE organisation_id = $1 AND subject > $2 ORDER BY subject LIMIT $3");
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
    tx.put(INSERT_KEY, &values)
}

pub(super) fn find(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    subject: Uuid,
) -> Result<Option<Vec<u8>>, StoreError> {
    let values = [organisation.into(), subject.into()];
    tx.optional(FIND_KEY, &values, |row| row.bytes(0))
}

pub(super) fn find_all(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    subjects: &[Uuid],
) -> Result<Vec<(Uuid, Vec<u8>)>, StoreError> {
    let mut found = Vec::with_capacity(subjects.len());
    for lot in subjects.chunks(LOT) {
        let last = lot.last().copied().unwrap_or_default();
        let asked = lot.iter().copied().chain(std::iter::repeat(last)).take(LOT);
        let mut values = vec![organisation.into()];
        values.extend(asked.map(Value::from));
        let rows = tx.query(FIND_KEYS, &values, |row| Ok((row.id(0)?, row.bytes(1)?)))?;
        found.extend(rows);
    }
    Ok(found)
}

pub(super) fn delete(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    subject: Uuid,
) -> Result<(), StoreError> {
    let values = [organisation.into(), subject.into()];
    tx.put(DELETE_KEY, &values)
}

/// A wrapped key, and whose it is.
pub(super) type Wrapped = (OrganisationId, Uuid, Vec<u8>);

pub(super) fn after(
    tx: &mut Tx<'_>,
    last: Option<(OrganisationId, Uuid)>,
    limit: i64,
) -> Result<Vec<Wrapped>, StoreError> {
    let (organisation, subject): (Value, Value) = match last {
        Some((organisation, subject)) => (organisation.into(), subject.into()),
        None => ("".into(), "".into()),
    };
    let values = [organisation, subject, limit.into()];
    tx.query(KEYS_AFTER, &values, |row| {
        Ok((row.id(0)?, row.id(1)?, row.bytes(2)?))
    })
}

/// The wrapped keys of an organisation after a subject, with the instant of each.
pub(super) fn of_organisation(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Vec<(Uuid, Vec<u8>, Instant)>, StoreError> {
    let after: Value = after.map_or_else(|| "".into(), Value::from);
    let values = [organisation.into(), after, limit.into()];
    tx.query(KEYS_OF, &values, |row| {
        Ok((row.id(0)?, row.bytes(1)?, row.instant(2)?))
    })
}

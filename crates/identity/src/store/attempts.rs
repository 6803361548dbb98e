//! The statements about those who are on their way to the provider.

use parvis_kernel::{AgentId, Instant, OrganisationId};
use parvis_store::{Due, Sql, StoreError, Tx};

use crate::sign_in::Attempt;

const INSERT: Sql = Sql(
    "INSERT INTO identity_attempts (organisation_id, state_hash, browser_hash, version, way, tried_by, expires_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7)",
);
const FIND: Sql = Sql(
    "SELECT version, way, tried_by, expires_at FROM identity_attempts WHERE organisation_id = $1 AND state_hash = $2 AND browser_hash = $3",
);
const TAKE: Sql = Sql(
    "DELETE FROM identity_attempts WHERE organisation_id = $1 AND state_hash = $2 AND browser_hash = $3",
);
const OLD: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT), MIN(expires_at), MAX(expires_at) FROM identity_attempts WHERE expires_at < $1",
);
const PURGE: Sql = Sql("DELETE FROM identity_attempts WHERE expires_at < $1");

/// What is written of an attempt.
pub(crate) struct NewAttempt<'a> {
    pub(crate) state_hash: &'a str,
    pub(crate) browser_hash: &'a str,
    pub(crate) version: i64,
    pub(crate) way: &'a str,
    pub(crate) tried_by: Option<AgentId>,
    pub(crate) expires_at: Instant,
}

pub(crate) fn insert(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    new: &NewAttempt<'_>,
) -> Result<(), StoreError> {
    tx.put(
        INSERT,
        &[
            organisation.into(),
            new.state_hash.into(),
            new.browser_hash.into(),
            new.version.into(),
            new.way.into(),
            new.tried_by.into(),
            new.expires_at.into(),
        ],
    )
}

/// The attempt of a browser, which is over: nothing when there is none, or when another request took it first.
pub(crate) fn take(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    state_hash: &str,
    browser_hash: &str,
) -> Result<Option<Attempt>, StoreError> {
    let which = [organisation.into(), state_hash.into(), browser_hash.into()];
    let found = tx.optional(FIND, &which, |row| {
        Ok(Attempt {
            version: row.int(0)?,
            way: row.text(1)?,
            tried_by: row.opt_id(2)?,
            expires_at: row.instant(3)?,
        })
    })?;
    match tx.execute(TAKE, &which)? {
        1 => Ok(found),
        _ => Ok(None),
    }
}

pub(crate) fn old(tx: &mut Tx<'_>, before: Instant) -> Result<Due, StoreError> {
    tx.one(OLD, &[before.into()], Due::of)
}

pub(crate) fn purge(tx: &mut Tx<'_>, before: Instant) -> Result<u64, StoreError> {
    tx.execute(PURGE, &[before.into()])
}

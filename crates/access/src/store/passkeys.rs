//! The statements about the passkeys of accounts.

use parvis_kernel::{AccountId, Ctx, Instant, OrganisationId};
use parvis_store::{Row, Sql, StoreError, Tx};
use uuid::Uuid;

const INSERT: Sql = Sql(
    "INSERT INTO account_passkeys (organisation_id, account_id, id, credential_hash, credential_sealed, name_sealed, version, created_at) \
     VALUES ($1, $2, $3, $4, $5, $6, 0, $7) ON CONFLICT DO NOTHING",
);
const OF_ACCOUNT: Sql = Sql(
    "SELECT account_id, id, credential_sealed, name_sealed, version, created_at, last_used_at FROM account_passkeys \
     WHERE organisation_id = $1 AND account_id = $2 ORDER BY id LIMIT 100",
);
const BY_CREDENTIAL: Sql = Sql(
    "SELECT account_id, id, credential_sealed, name_sealed, version, created_at, last_used_at FROM account_passkeys \
     WHERE organisation_id = $1 AND credential_hash = $2",
);
const USE: Sql = Sql(
    "UPDATE account_passkeys SET credential_sealed = $5, last_used_at = $6, version = version + 1 \
     WHERE organisation_id = $1 AND account_id = $2 AND id = $3 AND version = $4",
);
const RENAME: Sql = Sql(
    "UPDATE account_passkeys SET name_sealed = $4 WHERE organisation_id = $1 AND account_id = $2 AND id = $3",
);
const DELETE: Sql =
    Sql("DELETE FROM account_passkeys WHERE organisation_id = $1 AND account_id = $2 AND id = $3");
const DELETE_ALL: Sql =
    Sql("DELETE FROM account_passkeys WHERE organisation_id = $1 AND account_id = $2");
const BEGIN: Sql = Sql(
    "INSERT INTO passkey_ceremonies (organisation_id, browser_hash, kind, account_id, state_sealed, expires_at) \
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (organisation_id, browser_hash) DO UPDATE SET \
     kind = excluded.kind, account_id = excluded.account_id, state_sealed = excluded.state_sealed, expires_at = excluded.expires_at",
);
const BEGUN: Sql = Sql(
    "SELECT kind, account_id, state_sealed, expires_at FROM passkey_ceremonies WHERE organisation_id = $1 AND browser_hash = $2",
);
const END: Sql =
    Sql("DELETE FROM passkey_ceremonies WHERE organisation_id = $1 AND browser_hash = $2");
const PURGE: Sql = Sql("DELETE FROM passkey_ceremonies WHERE expires_at < $1");

/// A passkey whose key and name are still sealed.
pub(crate) struct SealedPasskey {
    pub(crate) account: AccountId,
    pub(crate) id: Uuid,
    pub(crate) credential: Vec<u8>,
    pub(crate) name: Vec<u8>,
    pub(crate) version: i64,
    pub(crate) created_at: Instant,
    pub(crate) last_used_at: Option<Instant>,
}

/// A ceremony whose state is still sealed.
pub(crate) struct SealedCeremony {
    pub(crate) kind: String,
    pub(crate) account: Option<AccountId>,
    pub(crate) state: Vec<u8>,
    pub(crate) expires_at: Instant,
}

/// What a new row of a passkey holds.
pub(crate) struct NewPasskeyRow<'a> {
    pub(crate) account: AccountId,
    pub(crate) id: Uuid,
    pub(crate) hash: &'a str,
    pub(crate) credential: Vec<u8>,
    pub(crate) name: Vec<u8>,
}

/// False when the organisation knows it already, in whatever account.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    new: NewPasskeyRow<'_>,
) -> Result<bool, StoreError> {
    let values = [
        ctx.organisation.into(),
        new.account.into(),
        new.id.into(),
        new.hash.into(),
        new.credential.into(),
        new.name.into(),
        ctx.now.into(),
    ];
    Ok(tx.execute(INSERT, &values)? == 1)
}

/// The passkeys of an account, the oldest first.
pub(crate) fn of_account(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    account: AccountId,
) -> Result<Vec<SealedPasskey>, StoreError> {
    tx.query(OF_ACCOUNT, &[organisation.into(), account.into()], passkey)
}

pub(crate) fn by_credential(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    hash: &str,
) -> Result<Option<SealedPasskey>, StoreError> {
    tx.optional(BY_CREDENTIAL, &[organisation.into(), hash.into()], passkey)
}

fn passkey(row: &Row<'_>) -> Result<SealedPasskey, StoreError> {
    Ok(SealedPasskey {
        account: row.id(0)?,
        id: row.id(1)?,
        credential: row.bytes(2)?,
        name: row.bytes(3)?,
        version: row.int(4)?,
        created_at: row.instant(5)?,
        last_used_at: row.opt_instant(6)?,
    })
}

/// False when it was removed, or used by another request in between.
pub(crate) fn use_once(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    (account, id): (AccountId, Uuid),
    version: i64,
    credential: Vec<u8>,
) -> Result<bool, StoreError> {
    let values = [
        ctx.organisation.into(),
        account.into(),
        id.into(),
        version.into(),
        credential.into(),
        ctx.now.into(),
    ];
    Ok(tx.execute(USE, &values)? == 1)
}

/// False when the account has no such passkey.
pub(crate) fn rename(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    (account, id): (AccountId, Uuid),
    name: Vec<u8>,
) -> Result<bool, StoreError> {
    let values = [organisation.into(), account.into(), id.into(), name.into()];
    Ok(tx.execute(RENAME, &values)? == 1)
}

/// False when the account has no such passkey.
pub(crate) fn delete(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    (account, id): (AccountId, Uuid),
) -> Result<bool, StoreError> {
    let values = [organisation.into(), account.into(), id.into()];
    Ok(tx.execute(DELETE, &values)? == 1)
}

/// Removes all those of an account; how many there were.
pub(crate) fn delete_all(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    account: AccountId,
) -> Result<u64, StoreError> {
    tx.execute(DELETE_ALL, &[organisation.into(), account.into()])
}

/// Keeps what a device is asked, in the place of what the same browser began before.
pub(crate) fn begin(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    browser: &str,
    row: SealedCeremony,
) -> Result<(), StoreError> {
    let values = [
        organisation.into(),
        browser.into(),
        row.kind.into(),
        row.account.into(),
        row.state.into(),
        row.expires_at.into(),
    ];
    tx.execute(BEGIN, &values).map(drop)
}

/// What a browser began, once: asked a second time, nothing.
pub(crate) fn take(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    browser: &str,
) -> Result<Option<SealedCeremony>, StoreError> {
    let values = [organisation.into(), browser.into()];
    let found = tx.optional(BEGUN, &values, |row| {
        Ok(SealedCeremony {
            kind: row.text(0)?,
            account: row.opt_id(1)?,
            state: row.bytes(2)?,
            expires_at: row.instant(3)?,
        })
    })?;
    // The request that removes the row is the one that has it.
    let is_first = tx.execute(END, &values)? == 1;
    Ok(found.filter(|_| is_first))
}

/// Removes what was asked and never answered, of before an instant.
pub(crate) fn purge(tx: &mut Tx<'_>, before: Instant) -> Result<(), StoreError> {
    tx.execute(PURGE, &[before.into()]).map(drop)
}

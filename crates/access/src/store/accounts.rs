//! The statements about the accounts of persons.

use parvis_kernel::{
    AccountId, AgentId, Ctx, DossierId, Instant, Language, OrganisationId, SessionId,
};
use parvis_store::{Row, Sql, StoreError, Tx};
use uuid::Uuid;

use crate::account::{Credentials, OpenSession, Reset, SealedAccount, SealedChange};

const INSERT: Sql = Sql(
    "INSERT INTO accounts (organisation_id, id, address_hash, address_sealed, password_hash, language, totp_last_step, failed_tries, created_at) \
     VALUES ($1, $2, $3, $4, $5, $6, 0, 0, $7) ON CONFLICT DO NOTHING",
);
const FIND: Sql = Sql(
    "SELECT id, address_hash, address_sealed, language, totp_sealed, totp_enrolled_at, totp_last_step, created_at, \
     locked_until, (SELECT CAST(COUNT(*) AS BIGINT) FROM account_passkeys p WHERE p.organisation_id = $1 AND p.account_id = $2) \
     FROM accounts WHERE organisation_id = $1 AND id = $2",
);
const CREDENTIALS: Sql = Sql(
    "SELECT id, password_hash, failed_tries, locked_until FROM accounts WHERE organisation_id = $1 AND address_hash = $2",
);
const CREDENTIALS_BY_ID: Sql = Sql(
    "SELECT id, password_hash, failed_tries, locked_until FROM accounts WHERE organisation_id = $1 AND id = $2",
);
const AFTER: Sql =
    Sql("SELECT id FROM accounts WHERE organisation_id = $1 AND id > $2 ORDER BY id LIMIT $3");
const SET_HASH: Sql =
    Sql("UPDATE accounts SET address_hash = $3 WHERE organisation_id = $1 AND id = $2");
const RECORD_TRIES: Sql = Sql(
    "UPDATE accounts SET failed_tries = $3, locked_until = $4 WHERE organisation_id = $1 AND id = $2",
);
const COUNT_TRY: Sql = Sql(
    "UPDATE accounts SET failed_tries = failed_tries + 1 WHERE organisation_id = $1 AND id = $2",
);
const SET_PASSWORD: Sql = Sql(
    "UPDATE accounts SET password_hash = $3, failed_tries = 0, locked_until = NULL WHERE organisation_id = $1 AND id = $2",
);
const SET_ADDRESS: Sql = Sql(
    "UPDATE accounts SET address_hash = $4, address_sealed = $5 WHERE organisation_id = $1 AND id = $2 AND address_hash = $3",
);
const ENROL_TOTP: Sql = Sql(
    "UPDATE accounts SET totp_sealed = $3, totp_enrolled_at = $4, totp_last_step = $5 \
     WHERE organisation_id = $1 AND id = $2 AND totp_sealed IS NULL",
);
const FORGET_TOTP: Sql = Sql(
    "UPDATE accounts SET totp_sealed = NULL, totp_enrolled_at = NULL WHERE organisation_id = $1 AND id = $2 AND totp_sealed IS NOT NULL",
);
const USE_TOTP_STEP: Sql = Sql(
    "UPDATE accounts SET totp_last_step = $3 WHERE organisation_id = $1 AND id = $2 AND totp_last_step < $3",
);
const DELETE: Sql = Sql("DELETE FROM accounts WHERE organisation_id = $1 AND id = $2");
const SIGNED: Sql = Sql(
    "SELECT account_id, second_factor_at FROM sessions WHERE organisation_id = $1 AND id = $2 AND account_id IS NOT NULL",
);
const SESSIONS: Sql = Sql(
    "SELECT id, device, created_at, last_seen_at, expires_at FROM sessions \
     WHERE organisation_id = $1 AND account_id = $2 ORDER BY last_seen_at DESC LIMIT 200",
);
const COPY_GRANTS: Sql = Sql(
    "INSERT INTO session_dossiers (organisation_id, session_id, dossier_id, granted_at) \
     SELECT organisation_id, CAST($3 AS TEXT), dossier_id, granted_at FROM session_dossiers \
     WHERE organisation_id = $1 AND session_id = $2 ON CONFLICT DO NOTHING",
);
const HAS_DOSSIER: Sql = Sql(
    "SELECT CAST(1 AS BIGINT) FROM sessions s JOIN account_dossiers d ON d.organisation_id = s.organisation_id AND d.account_id = s.account_id \
     WHERE s.organisation_id = $1 AND s.id = $2 AND s.second_factor_at IS NOT NULL AND d.dossier_id = $3",
);
const INSERT_DOSSIER: Sql = Sql(
    "INSERT INTO account_dossiers (organisation_id, account_id, dossier_id, added_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
);
const DELETE_DOSSIER: Sql = Sql(
    "DELETE FROM account_dossiers WHERE organisation_id = $1 AND account_id = $2 AND dossier_id = $3",
);
const DELETE_GRANT: Sql = Sql(
    "DELETE FROM session_dossiers WHERE organisation_id = $1 AND session_id = $2 AND dossier_id = $3",
);
const DOSSIERS: Sql = Sql(
    "SELECT dossier_id FROM account_dossiers WHERE organisation_id = $1 AND account_id = $2 \
     ORDER BY added_at DESC, dossier_id DESC LIMIT 200",
);
const INSERT_RECOVERY: Sql = Sql(
    "INSERT INTO account_recovery_codes (organisation_id, account_id, code_hash, drawn_at) VALUES ($1, $2, $3, $4)",
);
const DELETE_RECOVERY: Sql =
    Sql("DELETE FROM account_recovery_codes WHERE organisation_id = $1 AND account_id = $2");
const USE_RECOVERY: Sql = Sql("UPDATE account_recovery_codes SET used_at = $4 \
     WHERE organisation_id = $1 AND account_id = $2 AND code_hash = $3 AND used_at IS NULL");
const COUNT_RECOVERY: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT) FROM account_recovery_codes WHERE organisation_id = $1 AND account_id = $2 AND used_at IS NULL",
);
const INSERT_CHANGE: Sql = Sql(
    "INSERT INTO account_address_changes (organisation_id, id, account_id, old_hash, old_sealed, changed_at) VALUES ($1, $2, $3, $4, $5, $6)",
);
const CHANGE: Sql = Sql(
    "SELECT account_id, old_hash, old_sealed, changed_at, cancelled_at FROM account_address_changes WHERE organisation_id = $1 AND id = $2",
);
const CANCEL_CHANGES: Sql = Sql("UPDATE account_address_changes SET cancelled_at = $4 \
     WHERE organisation_id = $1 AND account_id = $2 AND changed_at >= $3 AND cancelled_at IS NULL");
const INSERT_RESET: Sql = Sql(
    "INSERT INTO account_resets (organisation_id, id, account_id, agent_id, asked_at, effective_at) VALUES ($1, $2, $3, $4, $5, $6) \
     ON CONFLICT DO NOTHING",
);
const WAITING_RESET: Sql = Sql(
    "SELECT id, effective_at FROM account_resets WHERE organisation_id = $1 AND account_id = $2 AND ended_at IS NULL",
);
const RESET_ACCOUNT: Sql = Sql(
    "SELECT account_id FROM account_resets WHERE organisation_id = $1 AND id = $2 AND ended_at IS NULL",
);
const END_RESET: Sql = Sql(
    "UPDATE account_resets SET ended_at = $3 WHERE organisation_id = $1 AND id = $2 AND ended_at IS NULL",
);
const INSERT_NOTICE: Sql = Sql(
    "INSERT INTO account_notices (organisation_id, id, kind, about_id, address_sealed, language, at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
);
const NOTICE: Sql = Sql(
    "SELECT kind, about_id, address_sealed, language, at FROM account_notices WHERE organisation_id = $1 AND id = $2",
);
const OLD_NOTICES: Sql =
    Sql("SELECT organisation_id, id FROM account_notices WHERE at < $1 LIMIT 10000");
const DELETE_NOTICE: Sql =
    Sql("DELETE FROM account_notices WHERE organisation_id = $1 AND id = $2");

/// What a new row of an account holds.
pub(crate) struct NewRow<'a> {
    pub(crate) id: AccountId,
    pub(crate) hash: &'a str,
    pub(crate) sealed: Vec<u8>,
    pub(crate) password_hash: &'a str,
}

/// False when the address has an account.
pub(crate) fn insert(tx: &mut Tx<'_>, ctx: &Ctx, new: NewRow<'_>) -> Result<bool, StoreError> {
    let values = [
        ctx.organisation.into(),
        new.id.into(),
        new.hash.into(),
        new.sealed.into(),
        new.password_hash.into(),
        ctx.language.tag().into(),
        ctx.now.into(),
    ];
    Ok(tx.execute(INSERT, &values)? == 1)
}

pub(crate) fn find(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    account: AccountId,
) -> Result<Option<SealedAccount>, StoreError> {
    tx.optional(FIND, &[organisation.into(), account.into()], |row| {
        Ok(SealedAccount {
            id: row.id(0)?,
            address_hash: row.text(1)?,
            address_sealed: row.bytes(2)?,
            language: language(row, 3)?,
            totp_sealed: row.opt_bytes(4)?,
            totp_enrolled_at: row.opt_instant(5)?,
            totp_last_step: row.int(6)?,
            created_at: row.instant(7)?,
            locked_until: row.opt_instant(8)?,
            passkeys: row.int(9)?,
        })
    })
}

fn language(row: &Row<'_>, column: usize) -> Result<Language, StoreError> {
    Ok(row.text(column)?.parse().unwrap_or_default())
}

pub(crate) fn credentials(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    hash: &str,
) -> Result<Option<Credentials>, StoreError> {
    tx.optional(
        CREDENTIALS,
        &[organisation.into(), hash.into()],
        credentials_of,
    )
}

pub(crate) fn credentials_by_id(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    account: AccountId,
) -> Result<Option<Credentials>, StoreError> {
    let values = [organisation.into(), account.into()];
    tx.optional(CREDENTIALS_BY_ID, &values, credentials_of)
}

fn credentials_of(row: &Row<'_>) -> Result<Credentials, StoreError> {
    Ok(Credentials {
        account: row.id(0)?,
        password_hash: row.text(1)?,
        failed_tries: row.int(2)?,
        locked_until: row.opt_instant(3)?,
    })
}

/// One more wrong try; the number of them in a row. Counted by the database, so that tries made at once are all counted.
pub(crate) fn count_try(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    account: AccountId,
) -> Result<i64, StoreError> {
    tx.execute(COUNT_TRY, &[organisation.into(), account.into()])?;
    let found = credentials_by_id(tx, organisation, account)?;
    Ok(found.map_or(0, |known| known.failed_tries))
}

pub(crate) fn record_tries(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    account: AccountId,
    tries: i64,
    until: Option<Instant>,
) -> Result<(), StoreError> {
    let values = [
        organisation.into(),
        account.into(),
        tries.into(),
        until.into(),
    ];
    tx.execute(RECORD_TRIES, &values).map(drop)
}

pub(crate) fn set_password(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    account: AccountId,
    hash: &str,
) -> Result<(), StoreError> {
    tx.put(
        SET_PASSWORD,
        &[organisation.into(), account.into(), hash.into()],
    )?;
    Ok(())
}

/// False when the address is no longer the old one: somebody changed it at the same moment.
pub(crate) fn set_address(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    account: AccountId,
    old_hash: &str,
    (hash, sealed): (&str, Vec<u8>),
) -> Result<bool, StoreError> {
    let values = [
        organisation.into(),
        account.into(),
        old_hash.into(),
        hash.into(),
        sealed.into(),
    ];
    Ok(tx.execute(SET_ADDRESS, &values)? == 1)
}

/// False when the account has a second factor already.
pub(crate) fn enrol_totp(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    account: AccountId,
    sealed: Vec<u8>,
    last_step: i64,
) -> Result<bool, StoreError> {
    let values = [
        ctx.organisation.into(),
        account.into(),
        sealed.into(),
        ctx.now.into(),
        last_step.into(),
    ];
    Ok(tx.execute(ENROL_TOTP, &values)? == 1)
}

/// False when the account has no second factor.
pub(crate) fn forget_totp(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    account: AccountId,
) -> Result<bool, StoreError> {
    Ok(tx.execute(FORGET_TOTP, &[organisation.into(), account.into()])? == 1)
}

pub(crate) fn use_totp_step(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    account: AccountId,
    step: i64,
) -> Result<bool, StoreError> {
    let values = [organisation.into(), account.into(), step.into()];
    Ok(tx.execute(USE_TOTP_STEP, &values)? == 1)
}

pub(crate) fn delete(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    account: AccountId,
) -> Result<(), StoreError> {
    tx.put(DELETE, &[organisation.into(), account.into()])?;
    Ok(())
}

/// The account of a session, and when its person proved who they are.
pub(crate) fn signed(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    session: SessionId,
) -> Result<Option<(AccountId, Option<Instant>)>, StoreError> {
    tx.optional(SIGNED, &[organisation.into(), session.into()], |row| {
        Ok((row.id(0)?, row.opt_instant(1)?))
    })
}

/// The sessions of an account, the one used last first.
pub(crate) fn sessions(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    account: AccountId,
) -> Result<Vec<OpenSession>, StoreError> {
    tx.query(SESSIONS, &[organisation.into(), account.into()], |row| {
        Ok(OpenSession {
            id: row.id(0)?,
            device: row.opt_text(1)?.unwrap_or_default(),
            opened_at: row.instant(2)?,
            last_seen_at: row.instant(3)?,
            expires_at: row.instant(4)?,
        })
    })
}

pub(crate) fn copy_grants(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    from: SessionId,
    to: SessionId,
) -> Result<(), StoreError> {
    tx.execute(COPY_GRANTS, &[organisation.into(), from.into(), to.into()])?;
    Ok(())
}

/// Whether the account in which a session is signed in keeps a dossier.
pub(crate) fn has_dossier(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    session: SessionId,
    dossier: DossierId,
) -> Result<bool, StoreError> {
    let values = [organisation.into(), session.into(), dossier.into()];
    Ok(tx
        .optional(HAS_DOSSIER, &values, |row| row.int(0))?
        .is_some())
}

/// False when the account keeps it already.
pub(crate) fn insert_dossier(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    account: AccountId,
    dossier: DossierId,
) -> Result<bool, StoreError> {
    let values = [
        ctx.organisation.into(),
        account.into(),
        dossier.into(),
        ctx.now.into(),
    ];
    Ok(tx.execute(INSERT_DOSSIER, &values)? == 1)
}

/// False when the account does not keep it. The session that takes it out does not open it any more either.
pub(crate) fn delete_dossier(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    (account, session): (AccountId, SessionId),
    dossier: DossierId,
) -> Result<bool, StoreError> {
    let values = [organisation.into(), account.into(), dossier.into()];
    let deleted = tx.execute(DELETE_DOSSIER, &values)? == 1;
    tx.execute(
        DELETE_GRANT,
        &[organisation.into(), session.into(), dossier.into()],
    )?;
    Ok(deleted)
}

/// The dossiers of an account, the one added last first; 200 at most.
pub(crate) fn dossiers(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    account: AccountId,
) -> Result<Vec<DossierId>, StoreError> {
    tx.query(DOSSIERS, &[organisation.into(), account.into()], |row| {
        row.id(0)
    })
}

pub(crate) fn replace_recovery_codes(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    account: AccountId,
    hashes: &[String],
) -> Result<(), StoreError> {
    delete_recovery_codes(tx, ctx.organisation, account)?;
    for hash in hashes {
        tx.put(
            INSERT_RECOVERY,
            &[
                ctx.organisation.into(),
                account.into(),
                hash.as_str().into(),
                ctx.now.into(),
            ],
        )?;
    }
    Ok(())
}

pub(crate) fn delete_recovery_codes(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    account: AccountId,
) -> Result<(), StoreError> {
    tx.execute(DELETE_RECOVERY, &[organisation.into(), account.into()])?;
    Ok(())
}

/// False when there is no such code, or it served.
pub(crate) fn use_recovery_code(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    account: AccountId,
    hash: &str,
) -> Result<bool, StoreError> {
    let values = [
        ctx.organisation.into(),
        account.into(),
        hash.into(),
        ctx.now.into(),
    ];
    Ok(tx.execute(USE_RECOVERY, &values)? == 1)
}

pub(crate) fn recovery_codes_left(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    account: AccountId,
) -> Result<i64, StoreError> {
    let values = [organisation.into(), account.into()];
    tx.one(COUNT_RECOVERY, &values, |row| row.int(0))
}

pub(crate) fn insert_change(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    id: Uuid,
    account: AccountId,
    (old_hash, old_sealed): (&str, Vec<u8>),
) -> Result<(), StoreError> {
    tx.put(
        INSERT_CHANGE,
        &[
            ctx.organisation.into(),
            id.into(),
            account.into(),
            old_hash.into(),
            old_sealed.into(),
            ctx.now.into(),
        ],
    )?;
    Ok(())
}

pub(crate) fn change(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: Uuid,
) -> Result<Option<SealedChange>, StoreError> {
    tx.optional(CHANGE, &[organisation.into(), id.into()], |row| {
        Ok(SealedChange {
            account: row.id(0)?,
            old_hash: row.text(1)?,
            old_sealed: row.bytes(2)?,
            changed_at: row.instant(3)?,
            cancelled_at: row.opt_instant(4)?,
        })
    })
}

/// Marks a change and those that followed it as cancelled; false when they were already.
pub(crate) fn cancel_changes(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    account: AccountId,
    since: Instant,
) -> Result<bool, StoreError> {
    let values = [
        ctx.organisation.into(),
        account.into(),
        since.into(),
        ctx.now.into(),
    ];
    Ok(tx.execute(CANCEL_CHANGES, &values)? > 0)
}

/// False when one waits already.
pub(crate) fn insert_reset(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    agent: AgentId,
    account: AccountId,
    reset: &Reset,
) -> Result<bool, StoreError> {
    let values = [
        ctx.organisation.into(),
        reset.id.into(),
        account.into(),
        agent.into(),
        ctx.now.into(),
        reset.effective_at.into(),
    ];
    Ok(tx.execute(INSERT_RESET, &values)? == 1)
}

/// The request to forget the second factor of an account that waits, if any.
pub(crate) fn waiting_reset(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    account: AccountId,
) -> Result<Option<Reset>, StoreError> {
    let values = [organisation.into(), account.into()];
    tx.optional(WAITING_RESET, &values, |row| {
        Ok(Reset {
            id: row.id(0)?,
            effective_at: row.instant(1)?,
        })
    })
}

/// The account of a request that waits.
pub(crate) fn account_of_reset(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: Uuid,
) -> Result<Option<AccountId>, StoreError> {
    tx.optional(RESET_ACCOUNT, &[organisation.into(), id.into()], |row| {
        row.id(0)
    })
}

/// False when it ended already.
pub(crate) fn end_reset(tx: &mut Tx<'_>, ctx: &Ctx, id: Uuid) -> Result<bool, StoreError> {
    let values = [ctx.organisation.into(), id.into(), ctx.now.into()];
    Ok(tx.execute(END_RESET, &values)? == 1)
}

/// A notice whose address is still sealed.
pub(crate) struct NoticeRow {
    pub(crate) kind: String,
    pub(crate) about: Option<Uuid>,
    pub(crate) address_sealed: Vec<u8>,
    pub(crate) language: Language,
    pub(crate) at: Instant,
}

pub(crate) fn insert_notice(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: Uuid,
    row: NoticeRow,
) -> Result<(), StoreError> {
    tx.put(
        INSERT_NOTICE,
        &[
            organisation.into(),
            id.into(),
            row.kind.into(),
            row.about.into(),
            row.address_sealed.into(),
            row.language.tag().into(),
            row.at.into(),
        ],
    )?;
    Ok(())
}

pub(crate) fn notice(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: Uuid,
) -> Result<Option<NoticeRow>, StoreError> {
    tx.optional(NOTICE, &[organisation.into(), id.into()], |row| {
        Ok(NoticeRow {
            kind: row.text(0)?,
            about: row.opt_id(1)?,
            address_sealed: row.bytes(2)?,
            language: language(row, 3)?,
            at: row.instant(4)?,
        })
    })
}

pub(crate) fn old_notices(
    tx: &mut Tx<'_>,
    before: Instant,
) -> Result<Vec<(OrganisationId, Uuid)>, StoreError> {
    tx.query(OLD_NOTICES, &[before.into()], |row| {
        Ok((row.id(0)?, row.id(1)?))
    })
}

pub(crate) fn delete_notice(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: Uuid,
) -> Result<(), StoreError> {
    tx.put(DELETE_NOTICE, &[organisation.into(), id.into()])?;
    Ok(())
}

/// The accounts of an organisation after one of them.
pub(crate) fn after(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    after: Option<AccountId>,
    limit: i64,
) -> Result<Vec<AccountId>, StoreError> {
    let after = after.map_or_else(String::new, |id| id.to_string());
    let values = [organisation.into(), after.into(), limit.into()];
    tx.query(AFTER, &values, |row| row.id(0))
}

/// Writes under which keyed hash the address of an account is found.
pub(crate) fn set_hash(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    account: AccountId,
    hash: &str,
) -> Result<(), StoreError> {
    tx.put(
        SET_HASH,
        &[organisation.into(), account.into(), hash.into()],
    )
}

//! The statements about tokens.

use parvis_kernel::{Ctx, DossierId, Instant, OrganisationId, TokenId};
use parvis_store::{Row, Sql, StoreError, Tx};

use crate::token::{Scope, Token};

const INSERT_TOKEN: Sql = Sql(
    "INSERT INTO tokens (organisation_id, id, secret_hash, name, scopes, procedures, groups, networks, created_by, created_at, expires_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
);
const TOKEN: Sql = Sql(
    "SELECT id, name, scopes, procedures, groups, networks, created_by, created_at, expires_at, last_used_at, revoked_at FROM tokens \
     WHERE organisation_id = $1 AND id = $2",
);
const TOKEN_BY_SECRET: Sql = Sql(
    "SELECT id, name, scopes, procedures, groups, networks, created_by, created_at, expires_at, last_used_at, revoked_at FROM tokens \
     WHERE organisation_id = $1 AND secret_hash = $2",
);
const TOKENS: Sql = Sql(
    "SELECT id, name, scopes, procedures, groups, networks, created_by, created_at, expires_at, last_used_at, revoked_at FROM tokens \
     WHERE organisation_id = $1 ORDER BY id DESC LIMIT 1000",
);
const TOUCH_TOKEN: Sql =
    Sql("UPDATE tokens SET last_used_at = $3 WHERE organisation_id = $1 AND id = $2");
const REVOKE_TOKEN: Sql = Sql(
    "UPDATE tokens SET revoked_at = $3 WHERE organisation_id = $1 AND id = $2 AND revoked_at IS NULL",
);
const INSERT_TOKEN_DOSSIER: Sql = Sql(
    "INSERT INTO token_dossiers (organisation_id, token_id, dossier_id, granted_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
);
const HAS_TOKEN_DOSSIER: Sql = Sql(
    "SELECT CAST(1 AS BIGINT) FROM token_dossiers WHERE organisation_id = $1 AND token_id = $2 AND dossier_id = $3",
);

pub(crate) fn insert_token(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    token: &Token,
    secret_hash: &str,
) -> Result<(), StoreError> {
    tx.put(
        INSERT_TOKEN,
        &[
            ctx.organisation.into(),
            token.id.into(),
            secret_hash.into(),
            token.name.as_str().into(),
            words(token.scopes.iter().map(|scope| scope.code())).into(),
            words(&token.procedures).into(),
            words(&token.groups).into(),
            words(&token.networks).into(),
            token.created_by.into(),
            ctx.now.into(),
            token.expires_at.into(),
        ],
    )
}

pub(crate) fn token(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: TokenId,
) -> Result<Option<Token>, StoreError> {
    tx.optional(TOKEN, &[organisation.into(), id.into()], read)
}

pub(crate) fn token_by_secret(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    secret_hash: &str,
) -> Result<Option<Token>, StoreError> {
    tx.optional(
        TOKEN_BY_SECRET,
        &[organisation.into(), secret_hash.into()],
        read,
    )
}

pub(crate) fn tokens(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Vec<Token>, StoreError> {
    tx.query(TOKENS, &[organisation.into()], read)
}

pub(crate) fn touch_token(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: TokenId,
    now: Instant,
) -> Result<(), StoreError> {
    tx.put(TOUCH_TOKEN, &[organisation.into(), id.into(), now.into()])
}

/// False when it was revoked already.
pub(crate) fn revoke_token(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: TokenId,
    now: Instant,
) -> Result<bool, StoreError> {
    let values = [organisation.into(), id.into(), now.into()];
    Ok(tx.execute(REVOKE_TOKEN, &values)? == 1)
}

pub(crate) fn insert_token_dossier(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    id: TokenId,
    dossier: DossierId,
) -> Result<(), StoreError> {
    let values = [
        ctx.organisation.into(),
        id.into(),
        dossier.into(),
        ctx.now.into(),
    ];
    tx.put(INSERT_TOKEN_DOSSIER, &values)
}

pub(crate) fn has_token_dossier(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: TokenId,
    dossier: DossierId,
) -> Result<bool, StoreError> {
    let values = [organisation.into(), id.into(), dossier.into()];
    let found = tx.optional(HAS_TOKEN_DOSSIER, &values, |row| row.int(0))?;
    Ok(found.is_some())
}

/// What is stored of a list: its words, separated by spaces.
fn words(list: impl IntoIterator<Item = impl ToString>) -> String {
    let words: Vec<String> = list.into_iter().map(|word| word.to_string()).collect();
    words.join(" ")
}

fn read(row: &Row<'_>) -> Result<Token, StoreError> {
    Ok(Token {
        id: row.id(0)?,
        name: row.text(1)?,
        scopes: row
            .text(2)?
            .split_whitespace()
            .filter_map(Scope::of_code)
            .collect(),
        procedures: limits(row, 3)?,
        groups: limits(row, 4)?,
        networks: limits(row, 5)?,
        created_by: row.opt_id(6)?,
        created_at: row.instant(7)?,
        expires_at: row.instant(8)?,
        last_used_at: row.opt_instant(9)?,
        revoked_at: row.opt_instant(10)?,
    })
}

/// The words of a limit. One that cannot be read is an error: a limit that was forgotten would be no limit.
fn limits<T: std::str::FromStr>(row: &Row<'_>, column: usize) -> Result<Vec<T>, StoreError> {
    let text = row.text(column)?;
    let words = text.split_whitespace().map(str::parse);
    words
        .collect::<Result<_, _>>()
        .map_err(|_| StoreError::Decode {
            column,
            expected: "the limits of a token",
        })
}

//! The statements about providers.

use parvis_kernel::{Instant, OrganisationId};
use parvis_store::{Row, Sql, StoreError, Tx};
use uuid::Uuid;

use crate::model::{Addresses, Matching, Provider, SecondFactor, Settings};

const FIND: Sql = Sql(
    "SELECT id, issuer, client_id, label, scopes, acr, domains, matching, second_factor, version, changed_at, tried_at, enabled_at, addresses \
     FROM identity_providers WHERE organisation_id = $1",
);
const SECRET: Sql =
    Sql("SELECT id, secret_sealed FROM identity_providers WHERE organisation_id = $1");
const UPSERT: Sql = Sql(
    "INSERT INTO identity_providers (organisation_id, id, issuer, client_id, secret_sealed, label, scopes, acr, domains, matching, second_factor, version, changed_at, tried_at, enabled_at, \
     addresses) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) \
     ON CONFLICT (organisation_id) DO UPDATE SET issuer = excluded.issuer, client_id = excluded.client_id, secret_sealed = excluded.secret_sealed, \
     label = excluded.label, scopes = excluded.scopes, acr = excluded.acr, domains = excluded.domains, matching = excluded.matching, \
     second_factor = excluded.second_factor, version = excluded.version, changed_at = excluded.changed_at, tried_at = excluded.tried_at, enabled_at = excluded.enabled_at, \
     addresses = excluded.addresses",
);
const TRIED: Sql =
    Sql("UPDATE identity_providers SET tried_at = $3 WHERE organisation_id = $1 AND version = $2");
const ENABLE: Sql = Sql(
    "UPDATE identity_providers SET enabled_at = $2 WHERE organisation_id = $1 AND tried_at IS NOT NULL AND enabled_at IS NULL",
);
const TRY_AGAIN: Sql = Sql(
    "UPDATE identity_providers SET tried_at = NULL, enabled_at = NULL WHERE organisation_id = $1",
);
const DISABLE: Sql = Sql(
    "UPDATE identity_providers SET enabled_at = NULL WHERE organisation_id = $1 AND enabled_at IS NOT NULL",
);

pub(crate) fn find(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Option<Provider>, StoreError> {
    tx.optional(FIND, &[organisation.into()], |row| {
        provider_of(row, organisation)
    })
}

fn provider_of(row: &Row<'_>, organisation: OrganisationId) -> Result<Provider, StoreError> {
    let words = |column| -> Result<Vec<String>, StoreError> {
        let text = row.text(column)?;
        Ok(text.split_whitespace().map(str::to_owned).collect())
    };
    Ok(Provider {
        organisation,
        id: row.id(0)?,
        settings: Settings {
            issuer: row.text(1)?,
            client_id: row.text(2)?,
            label: row.text(3)?,
            scopes: words(4)?,
            acr: words(5)?,
            domains: words(6)?,
            addresses: Addresses::of_code(&row.text(13)?).unwrap_or(Addresses::SaidVerified),
            matching: Matching::of_code(&row.text(7)?).unwrap_or(Matching::SubjectAndAddress),
            second_factor: SecondFactor::of_code(&row.text(8)?).unwrap_or(SecondFactor::House),
        },
        version: row.int(9)?,
        changed_at: row.instant(10)?,
        tried_at: row.opt_instant(11)?,
        enabled_at: row.opt_instant(12)?,
    })
}

/// The key that seals the secret, and the secret, sealed.
pub(crate) fn secret(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Option<(Uuid, Vec<u8>)>, StoreError> {
    tx.optional(SECRET, &[organisation.into()], |row| {
        Ok((row.id(0)?, row.bytes(1)?))
    })
}

pub(crate) fn put(
    tx: &mut Tx<'_>,
    provider: &Provider,
    secret_sealed: Vec<u8>,
) -> Result<(), StoreError> {
    let own = &provider.settings;
    tx.put(
        UPSERT,
        &[
            provider.organisation.into(),
            provider.id.into(),
            own.issuer.as_str().into(),
            own.client_id.as_str().into(),
            secret_sealed.into(),
            own.label.as_str().into(),
            own.scopes.join(" ").into(),
            own.acr.join(" ").into(),
            own.domains.join(" ").into(),
            own.matching.code().into(),
            own.second_factor.code().into(),
            provider.version.into(),
            provider.changed_at.into(),
            provider.tried_at.into(),
            provider.enabled_at.into(),
            own.addresses.code().into(),
        ],
    )
}

/// Writes that a version was tried with success; nothing when it changed since.
pub(crate) fn tried(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    version: i64,
    now: Instant,
) -> Result<bool, StoreError> {
    Ok(tx.execute(TRIED, &[organisation.into(), version.into(), now.into()])? == 1)
}

/// False when it was not tried, or is open already.
pub(crate) fn enable(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    now: Instant,
) -> Result<bool, StoreError> {
    Ok(tx.execute(ENABLE, &[organisation.into(), now.into()])? == 1)
}

/// False when it was closed already.
pub(crate) fn disable(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<bool, StoreError> {
    Ok(tx.execute(DISABLE, &[organisation.into()])? == 1)
}

/// Closes a provider until it is tried again; false when there is none.
pub(crate) fn try_again(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<bool, StoreError> {
    Ok(tx.execute(TRY_AGAIN, &[organisation.into()])? == 1)
}

//! The statements about calls that happen once.

use parvis_kernel::Instant;
use parvis_store::{Sql, StoreError, Tx, Value};

use crate::once::Call;

const CLAIM: Sql = Sql(
    "INSERT INTO idempotent_calls (organisation_id, caller, key, fingerprint, answer, at) VALUES ($1, $2, $3, $4, '', $5) \
     ON CONFLICT DO NOTHING",
);
const KNOWN: Sql = Sql(
    "SELECT fingerprint, answer FROM idempotent_calls WHERE organisation_id = $1 AND caller = $2 AND key = $3",
);
const ANSWER: Sql = Sql(
    "UPDATE idempotent_calls SET answer = $4 WHERE organisation_id = $1 AND caller = $2 AND key = $3",
);
const FORGET_ONE: Sql = Sql(
    "DELETE FROM idempotent_calls WHERE organisation_id = $1 AND caller = $2 AND key = $3 AND at < $4",
);
const FORGET: Sql = Sql("DELETE FROM idempotent_calls WHERE at < $1");

fn key(call: &Call) -> [Value; 3] {
    [
        call.organisation.into(),
        call.caller.into(),
        call.key.as_str().into(),
    ]
}

/// False when the key is known already.
pub(crate) fn claim_call(tx: &mut Tx<'_>, call: &Call) -> Result<bool, StoreError> {
    let [organisation, caller, key] = key(call);
    let fingerprint = call.fingerprint.as_str().into();
    let values = [organisation, caller, key, fingerprint, call.at.into()];
    Ok(tx.execute(CLAIM, &values)? == 1)
}

pub(crate) fn known_call(tx: &mut Tx<'_>, call: &Call) -> Result<(String, String), StoreError> {
    tx.one(KNOWN, &key(call), |row| Ok((row.text(0)?, row.text(1)?)))
}

pub(crate) fn answer_call(tx: &mut Tx<'_>, call: &Call, answer: &str) -> Result<(), StoreError> {
    let [organisation, caller, key] = key(call);
    tx.put(ANSWER, &[organisation, caller, key, answer.into()])
}

pub(crate) fn forget_call(tx: &mut Tx<'_>, call: &Call, before: Instant) -> Result<(), StoreError> {
    let [organisation, caller, key] = key(call);
    tx.put(FORGET_ONE, &[organisation, caller, key, before.into()])
}

pub(crate) fn forget_calls(tx: &mut Tx<'_>, before: Instant) -> Result<u64, StoreError> {
    tx.execute(FORGET, &[before.into()])
}

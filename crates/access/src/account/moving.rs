//! Accounts whose organisation goes to another installation, or comes from one. Whoever calls this holds the master key and the
//! database: no right is asked.

use parvis_kernel::{AccountId, OrganisationId};
use parvis_store::Tx;

use super::{Account, address_hash, find, store};
use crate::error::AccessError;

/// Accounts looked at in one reading.
const PAGE: i64 = 500;

/// The accounts of an organisation, after one of them; a page of them, empty at the end.
///
/// # Errors
/// Those of the store.
pub fn page(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    after: Option<AccountId>,
) -> Result<Vec<Account>, AccessError> {
    let ids = store::after(tx, organisation, after, PAGE)?;
    ids.into_iter()
        .map(|id| find(tx, organisation, id))
        .collect()
}

/// Makes again the keyed hashes by which addresses are found, under the master key of this installation; says after which account
/// to go on.
///
/// # Errors
/// Those of the store.
pub fn hash_again(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    after: Option<AccountId>,
) -> Result<Option<AccountId>, AccessError> {
    let accounts = page(tx, organisation, after)?;
    for account in &accounts {
        let hash = address_hash(tx.vault(), organisation, &account.address);
        store::set_hash(tx, organisation, account.id, &hash)?;
    }
    Ok(accounts.last().map(|account| account.id))
}

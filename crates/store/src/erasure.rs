//! Erasing all that one organisation has, in every table: for a trial that ends.
//!
//! The tables are those that the database itself says, so that one that a room adds later is not forgotten. As for a snapshot, the
//! statements name tables only, never a value.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use parvis_kernel::OrganisationId;

use crate::snapshot::in_order;
use crate::{Sql, StoreError, Tx};

/// The column that says whose a row is.
const OWNER: &str = "organisation_id";

/// One statement for each table of the house, made once.
static STATEMENTS: Mutex<BTreeMap<String, Sql>> = Mutex::new(BTreeMap::new());

/// Removes every row of an organisation from every table but `kept`; what points at a row goes before it.
///
/// # Errors
///
/// [`StoreError::Constraint`] when something that stays points at a row; any error of the engine.
pub fn erase_all_of(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    kept: &[&str],
) -> Result<(), StoreError> {
    for table in in_order(tx)?.into_iter().rev() {
        let owned = table.columns.iter().any(|column| column.name == OWNER);
        if owned && !kept.contains(&table.name.as_str()) {
            tx.put(statement(&table.name), &[organisation.into()])?;
        }
    }
    Ok(())
}

fn statement(table: &str) -> Sql {
    let mut known = STATEMENTS.lock().unwrap_or_else(PoisonError::into_inner);
    let made = known.entry(table.to_owned()).or_insert_with(|| {
        let name = table.replace('"', "\"\"");
        Sql(format!("DELETE FROM \"{name}\" WHERE {OWNER} = $1").leak())
    });
    *made
}

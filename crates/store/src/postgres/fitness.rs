//! Whether a database can serve this house.

use super::error::cleaned;
use super::session::Address;
use crate::{StoreError, dialect};

/// Refuses a database that would sort or store texts otherwise than SQLite does.
pub(crate) fn check(address: &Address) -> Result<(), StoreError> {
    let mut client = address.connect()?;
    let row = client
        .query_one(dialect::POSTGRES_FITNESS, &[])
        .map_err(|error| cleaned(&error))?;
    let read = |_| StoreError::Unfit("its settings cannot be read".to_owned());
    let encoding: String = row.try_get(0).map_err(read)?;
    let collation: String = row.try_get(1).map_err(read)?;
    let byte_order: bool = row.try_get(2).map_err(read)?;
    if encoding != "UTF8" {
        return Err(unfit(&format!("its encoding is {encoding}")));
    }
    if !byte_order {
        return Err(unfit(&format!("its collation is {collation}")));
    }
    Ok(())
}

fn unfit(cause: &str) -> StoreError {
    StoreError::Unfit(format!(
        "{cause}; create it with: CREATE DATABASE parvis ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8' \
         TEMPLATE template0"
    ))
}

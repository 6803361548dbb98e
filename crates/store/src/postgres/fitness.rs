//! Whether a database can serve this house.

use tokio_postgres::Row;
use tokio_postgres::types::FromSqlOwned;

use super::error::cleaned;
use super::link::Link;
use super::session::Address;
use crate::{StoreError, dialect};

/// Refuses a database that would sort or store texts otherwise than SQLite does.
pub(crate) fn check(address: &Address) -> Result<(), StoreError> {
    let link = address.connect()?;
    let row = asked(&link, dialect::POSTGRES_ENCODING)?;
    let (encoding, collation): (String, String) = (cell(&row, 0)?, cell(&row, 1)?);
    if encoding != "UTF8" {
        return Err(unfit(&format!("its encoding is {encoding}")));
    }
    let row = asked(&link, dialect::POSTGRES_ORDER)?;
    if !cell::<bool>(&row, 0)? {
        let cause = format!("its collation ({collation}, or the one of its provider) is not C");
        return Err(unfit(&cause));
    }
    Ok(())
}

fn asked(link: &Link, sql: &str) -> Result<Row, StoreError> {
    link.row(sql).map_err(|error| cleaned(&error))
}

fn cell<T: FromSqlOwned>(row: &Row, column: usize) -> Result<T, StoreError> {
    row.try_get(column)
        .map_err(|_| StoreError::Unfit("its settings cannot be read".to_owned()))
}

fn unfit(cause: &str) -> StoreError {
    StoreError::Unfit(format!(
        "{cause}; create it with: CREATE DATABASE parvis ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8' \
         TEMPLATE template0"
    ))
}

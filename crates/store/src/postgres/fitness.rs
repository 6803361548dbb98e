//! Whether a database can serve this house.

use postgres::types::FromSqlOwned;
use postgres::{Client, Row};

use super::error::cleaned;
use super::session::Address;
use crate::{StoreError, dialect};

/// Refuses a database that would sort or store texts otherwise than SQLite does.
pub(crate) fn check(address: &Address) -> Result<(), StoreError> {
    let mut client = address.connect()?;
    let row = asked(&mut client, dialect::POSTGRES_ENCODING)?;
    let (encoding, collation): (String, String) = (cell(&row, 0)?, cell(&row, 1)?);
    if encoding != "UTF8" {
        return Err(unfit(&format!("its encoding is {encoding}")));
    }
    let row = asked(&mut client, dialect::POSTGRES_ORDER)?;
    if !cell::<bool>(&row, 0)? {
        let cause = format!("its collation ({collation}, or the one of its provider) is not C");
        return Err(unfit(&cause));
    }
    Ok(())
}

fn asked(client: &mut Client, sql: &str) -> Result<Row, StoreError> {
    client.query_one(sql, &[]).map_err(|error| cleaned(&error))
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

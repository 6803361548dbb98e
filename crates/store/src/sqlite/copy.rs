//! Every row of a table, out and in.

use rusqlite::Connection;
use rusqlite::types::ValueRef;

use super::error::cleaned;
use crate::snapshot::{Kind, Read, Table};
use crate::{StoreError, Value};

/// Gives each row, until one is refused.
pub(crate) fn rows(
    connection: &Connection,
    table: &Table,
    read: &Read<'_>,
    each: &mut dyn FnMut(&[Value]) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut statement = connection
        .prepare(read.sql)
        .map_err(|error| cleaned(&error))?;
    if let Some(owner) = read.owner {
        // The only parameter of the statement, whatever its number.
        statement
            .raw_bind_parameter(1, owner)
            .map_err(|error| cleaned(&error))?;
    }
    let mut rows = statement.raw_query();
    let mut values = Vec::with_capacity(table.columns.len());
    while let Some(row) = rows.next().map_err(|error| cleaned(&error))? {
        values.clear();
        for (index, column) in table.columns.iter().enumerate() {
            let raw = row.get_ref(index).map_err(|error| cleaned(&error))?;
            let value = value(raw, column.kind).ok_or(StoreError::Decode {
                column: index,
                expected: column.kind.word(),
            })?;
            values.push(value);
        }
        each(&values)?;
    }
    Ok(())
}

/// SQLite lets any value into any column: one of another kind is refused rather than copied.
fn value(raw: ValueRef<'_>, kind: Kind) -> Option<Value> {
    Some(match (raw, kind) {
        (ValueRef::Null, _) => Value::Null,
        (ValueRef::Text(text), Kind::Text) => {
            Value::Text(std::str::from_utf8(text).ok()?.to_owned())
        }
        (ValueRef::Integer(number), Kind::Integer) => Value::Int(number),
        (ValueRef::Blob(bytes), Kind::Bytes) => Value::Bytes(bytes.to_vec()),
        _ => return None,
    })
}

/// Inserts every row; says how many.
pub(crate) fn fill(
    connection: &Connection,
    table: &Table,
    rows: &mut dyn Iterator<Item = Result<Vec<Value>, StoreError>>,
) -> Result<u64, StoreError> {
    let places: Vec<String> = (1..=table.columns.len())
        .map(|number| format!("?{number}"))
        .collect();
    let sql = format!(
        "INSERT INTO {} VALUES ({})",
        table.target(),
        places.join(", ")
    );
    let mut statement = connection.prepare(&sql).map_err(|error| cleaned(&error))?;
    let mut filled = 0;
    for row in rows {
        for (index, value) in row?.iter().enumerate() {
            statement
                .raw_bind_parameter(index + 1, value)
                .map_err(|error| cleaned(&error))?;
        }
        statement.raw_execute().map_err(|error| cleaned(&error))?;
        filled += 1;
    }
    Ok(filled)
}

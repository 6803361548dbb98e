//! Executing a statement, its parameters bound by number.

use rusqlite::{CachedStatement, Connection, ToSql, types::ToSqlOutput, types::ValueRef};

use super::error::cleaned;
use crate::row::Source;
use crate::{Row, Sql, StoreError, Value};

/// Executes a statement that returns no row.
pub(crate) fn execute(
    connection: &Connection,
    sql: Sql,
    values: &[Value],
) -> Result<u64, StoreError> {
    let mut statement = prepared(connection, sql, values)?;
    let touched = statement.raw_execute().map_err(|error| cleaned(&error))?;
    Ok(u64::try_from(touched).unwrap_or(u64::MAX))
}

/// Gives each row to `each`, until it answers false.
pub(crate) fn query(
    connection: &Connection,
    sql: Sql,
    values: &[Value],
    each: &mut dyn FnMut(&Row<'_>) -> bool,
) -> Result<(), StoreError> {
    let mut statement = prepared(connection, sql, values)?;
    let mut rows = statement.raw_query();
    let mut wanted = true;
    // Every row is stepped through even when nobody wants them: an INSERT ... RETURNING must end.
    while let Some(row) = rows.next().map_err(|error| cleaned(&error))? {
        wanted = wanted && each(&Row(Source::Sqlite(row)));
    }
    Ok(())
}

/// Takes the statement from the cache and binds the values. For SQLite `$2` is a *name*, numbered by first
/// appearance: the number is read from the name.
fn prepared<'a>(
    connection: &'a Connection,
    sql: Sql,
    values: &[Value],
) -> Result<CachedStatement<'a>, StoreError> {
    let mut statement = connection
        .prepare_cached(sql.0)
        .map_err(|error| cleaned(&error))?;
    if statement.parameter_count() != values.len() {
        let (asked, given) = (statement.parameter_count(), values.len());
        let message = format!("{asked} asked, {given} given");
        return Err(StoreError::Parameter(message));
    }
    for position in 1..=values.len() {
        let value = numbered(statement.parameter_name(position), values)?;
        statement
            .raw_bind_parameter(position, value)
            .map_err(|error| cleaned(&error))?;
    }
    Ok(statement)
}

/// The value of `$N`.
fn numbered<'v>(name: Option<&str>, values: &'v [Value]) -> Result<&'v Value, StoreError> {
    name.and_then(|name| name.strip_prefix('$'))
        .and_then(|number| number.parse::<usize>().ok())
        .and_then(|number| values.get(number.checked_sub(1)?))
        .ok_or_else(|| StoreError::Parameter("not numbered from $1 without gap".to_owned()))
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

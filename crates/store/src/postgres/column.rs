//! Reading a column: `None` when it is missing or of another type.

use std::error::Error;

use tokio_postgres::Row;
use tokio_postgres::types::{FromSql, Type};

/// A text, or NULL.
#[expect(clippy::option_option, reason = "outer: readable; inner: NULL")]
pub(crate) fn text(row: &Row, column: usize) -> Option<Option<String>> {
    row.try_get(column).ok()
}

/// An integer (or a boolean, as 0 or 1), or NULL.
#[expect(clippy::option_option, reason = "outer: readable; inner: NULL")]
pub(crate) fn int(row: &Row, column: usize) -> Option<Option<i64>> {
    let value: Option<Integer> = row.try_get(column).ok()?;
    Some(value.map(|integer| integer.0))
}

/// Bytes, or NULL.
#[expect(clippy::option_option, reason = "outer: readable; inner: NULL")]
pub(crate) fn bytes(row: &Row, column: usize) -> Option<Option<Vec<u8>>> {
    row.try_get(column).ok()
}

/// Any integer type of PostgreSQL: a literal is an INTEGER, a comparison a BOOLEAN.
struct Integer(i64);

impl<'a> FromSql<'a> for Integer {
    fn from_sql(kind: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Self(match *kind {
            Type::INT8 => i64::from_sql(kind, raw)?,
            Type::INT4 => i32::from_sql(kind, raw)?.into(),
            Type::INT2 => i16::from_sql(kind, raw)?.into(),
            _ => bool::from_sql(kind, raw)?.into(),
        }))
    }

    fn accepts(kind: &Type) -> bool {
        matches!(*kind, Type::INT8 | Type::INT4 | Type::INT2 | Type::BOOL)
    }
}

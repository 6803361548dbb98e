//! Reading a column: `None` when it is missing or of another type.

use rusqlite::Row;
use rusqlite::types::ValueRef;

/// A text, or NULL.
#[expect(clippy::option_option, reason = "outer: readable; inner: NULL")]
pub(crate) fn text(row: &Row<'_>, column: usize) -> Option<Option<String>> {
    match row.get_ref(column).ok()? {
        ValueRef::Null => Some(None),
        ValueRef::Text(text) => std::str::from_utf8(text)
            .ok()
            .map(|text| Some(text.to_owned())),
        _ => None,
    }
}

/// An integer, or NULL.
#[expect(clippy::option_option, reason = "outer: readable; inner: NULL")]
pub(crate) fn int(row: &Row<'_>, column: usize) -> Option<Option<i64>> {
    match row.get_ref(column).ok()? {
        ValueRef::Null => Some(None),
        ValueRef::Integer(number) => Some(Some(number)),
        _ => None,
    }
}

/// Bytes, or NULL.
#[expect(clippy::option_option, reason = "outer: readable; inner: NULL")]
pub(crate) fn bytes(row: &Row<'_>, column: usize) -> Option<Option<Vec<u8>>> {
    match row.get_ref(column).ok()? {
        ValueRef::Null => Some(None),
        ValueRef::Blob(bytes) => Some(Some(bytes.to_vec())),
        _ => None,
    }
}

//! From the errors of the driver to ours, without what may carry values.

use rusqlite::{Error, ErrorCode, ffi};

use crate::StoreError;
use crate::error::ConstraintKind;

/// Translates an error. Messages of a running statement are dropped (they may quote a value: a search expression,
/// a JSON path), those of its preparation kept (they quote the statement only).
pub(crate) fn cleaned(error: &Error) -> StoreError {
    match error {
        Error::SqliteFailure(code, message) => of_code(*code, message.as_deref()),
        Error::SqlInputError { error, msg, .. } => engine(*error, msg),
        Error::ToSqlConversionFailure(_) => StoreError::Parameter("a value".to_owned()),
        other => StoreError::Engine {
            code: "rusqlite".to_owned(),
            message: variant(other),
        },
    }
}

fn of_code(error: ffi::Error, message: Option<&str>) -> StoreError {
    match error.code {
        ErrorCode::ConstraintViolation => StoreError::Constraint {
            kind: constraint(error.extended_code),
            name: constraint_name(message),
        },
        ErrorCode::DiskFull => StoreError::Full,
        ErrorCode::ReadOnly => StoreError::ReadOnly,
        ErrorCode::DatabaseBusy
        | ErrorCode::DatabaseLocked
        | ErrorCode::CannotOpen
        | ErrorCode::SystemIoFailure
        | ErrorCode::OutOfMemory => StoreError::unavailable(ffi::code_to_str(error.extended_code)),
        _ => engine(error, ffi::code_to_str(error.extended_code)),
    }
}

fn engine(error: ffi::Error, message: &str) -> StoreError {
    StoreError::Engine {
        code: error.extended_code.to_string(),
        message: message.to_owned(),
    }
}

const fn constraint(extended: i32) -> ConstraintKind {
    match extended {
        ffi::SQLITE_CONSTRAINT_UNIQUE
        | ffi::SQLITE_CONSTRAINT_PRIMARYKEY
        | ffi::SQLITE_CONSTRAINT_ROWID => ConstraintKind::Unique,
        ffi::SQLITE_CONSTRAINT_CHECK => ConstraintKind::Check,
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY => ConstraintKind::ForeignKey,
        ffi::SQLITE_CONSTRAINT_NOTNULL => ConstraintKind::NotNull,
        _ => ConstraintKind::Other,
    }
}

/// `UNIQUE constraint failed: towns.code` names columns only.
fn constraint_name(message: Option<&str>) -> String {
    let text = message.unwrap_or_default();
    text.split_once(": ")
        .map_or("", |(_, name)| name)
        .to_owned()
}

/// The name of a variant, without its fields.
fn variant(error: &Error) -> String {
    let text = format!("{error:?}");
    text.chars()
        .take_while(|letter| letter.is_alphanumeric())
        .collect()
}

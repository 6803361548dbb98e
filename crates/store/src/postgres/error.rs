//! From the errors of the driver to ours, without what may carry values.

use tokio_postgres::Error;
use tokio_postgres::error::{DbError, SqlState};

use crate::StoreError;
use crate::error::ConstraintKind;

/// What the thread that owns the connection makes of an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// Another transaction was in the way: running the act again may succeed.
    Again,
    /// The statements prepared on this connection are out of date: forget them and run again.
    StalePlan,
    /// The connection is lost.
    Lost,
    /// Nothing that running again would change.
    Other,
}

/// Sorts an error. A server that shuts down says so before it hangs up.
pub(crate) fn trouble(error: &Error) -> Trouble {
    let Some(code) = error.code() else {
        return if is_local(error) {
            Trouble::Other
        } else {
            Trouble::Lost
        };
    };
    match code {
        code if *code == SqlState::T_R_SERIALIZATION_FAILURE => Trouble::Again,
        code if *code == SqlState::T_R_DEADLOCK_DETECTED => Trouble::Again,
        code if *code == SqlState::FEATURE_NOT_SUPPORTED => Trouble::StalePlan,
        code if matches!(code.code(), "57P01" | "57P02" | "57P03" | "25P03") => Trouble::Lost,
        code if code.code().starts_with("08") => Trouble::Lost,
        _ => Trouble::Other,
    }
}

/// Translates an error. Details and hints are dropped, and so are the messages that quote a value
/// (class 22, data exceptions).
pub(crate) fn cleaned(error: &Error) -> StoreError {
    let Some(refusal) = error.as_db_error() else {
        return if is_local(error) {
            StoreError::Parameter("a value does not fit the type of its parameter".to_owned())
        } else {
            StoreError::unavailable("the connection to PostgreSQL is lost")
        };
    };
    let code = refusal.code().code();
    match code {
        _ if code.starts_with("23") => constraint(refusal),
        "53100" => StoreError::Full,
        "25006" => StoreError::ReadOnly,
        "40001" | "40P01" => StoreError::Contention,
        "55P03" => StoreError::unavailable("a lock was held too long"),
        _ if matches!(code.get(..2), Some("08" | "53" | "57" | "58")) || code == "25P03" => {
            StoreError::Unavailable(format!("PostgreSQL answered {code}"))
        }
        _ => StoreError::Engine {
            code: code.to_owned(),
            message: message(refusal),
        },
    }
}

/// True when the driver refused before asking the server.
fn is_local(error: &Error) -> bool {
    use std::error::Error as _;
    !error.is_closed()
        && error
            .source()
            .is_some_and(|cause| cause.is::<super::value::Misfit>())
}

fn constraint(refusal: &DbError) -> StoreError {
    StoreError::Constraint {
        kind: match refusal.code().code() {
            "23505" => ConstraintKind::Unique,
            "23514" => ConstraintKind::Check,
            "23503" => ConstraintKind::ForeignKey,
            "23502" => ConstraintKind::NotNull,
            _ => ConstraintKind::Other,
        },
        name: refusal
            .constraint()
            .or_else(|| refusal.column())
            .unwrap_or_default()
            .to_owned(),
    }
}

/// Syntax errors and unknown names (class 42) quote the statement only.
fn message(refusal: &DbError) -> String {
    if refusal.code().code().starts_with("42") {
        refusal.message().to_owned()
    } else {
        "refused by PostgreSQL".to_owned()
    }
}

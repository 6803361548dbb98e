//! Reading one row, by position of its columns.

use std::str::FromStr;

use parvis_kernel::Instant;

use crate::{StoreError, postgres, sqlite};

/// One row of a result. Columns are read by position, from 0, in the order in which the statement names them.
pub struct Row<'a>(pub(crate) Source<'a>);

/// The row of the driver.
pub(crate) enum Source<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a tokio_postgres::Row),
}

/// Writes a mandatory reader over an optional one.
macro_rules! mandatory {
    ($(#[$doc:meta])* $name:ident, $optional:ident, $kind:ty, $expected:literal) => {
        $(#[$doc])*
        ///
        /// # Errors
        ///
        /// [`StoreError::Decode`] when the column is missing, NULL, or of another type.
        pub fn $name(&self, column: usize) -> Result<$kind, StoreError> {
            self.$optional(column)?
                .ok_or_else(|| decode(column, $expected))
        }
    };
}

impl Row<'_> {
    mandatory!(
        /// Reads a text.
        text, opt_text, String, "a text"
    );
    mandatory!(
        /// Reads an integer.
        int, opt_int, i64, "an integer"
    );
    mandatory!(
        /// Reads bytes.
        bytes, opt_bytes, Vec<u8>, "bytes"
    );
    mandatory!(
        /// Reads an instant, stored as microseconds since 1970 UTC.
        instant, opt_instant, Instant, "an instant"
    );

    /// Reads a boolean, stored as 0 or 1.
    ///
    /// # Errors
    ///
    /// [`StoreError::Decode`] when the column is missing, NULL, or holds anything else.
    pub fn bool(&self, column: usize) -> Result<bool, StoreError> {
        match self.int(column)? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(decode(column, "a boolean")),
        }
    }

    /// Reads an identifier, or anything that is written as a text.
    ///
    /// # Errors
    ///
    /// [`StoreError::Decode`] when the column is missing, NULL, or cannot be understood.
    pub fn id<T: FromStr>(&self, column: usize) -> Result<T, StoreError> {
        self.opt_id(column)?
            .ok_or_else(|| decode(column, "an identifier"))
    }

    /// Reads an identifier that may be NULL.
    ///
    /// # Errors
    ///
    /// [`StoreError::Decode`] when the column is missing, or cannot be understood.
    pub fn opt_id<T: FromStr>(&self, column: usize) -> Result<Option<T>, StoreError> {
        self.opt_text(column)?
            .map(|text| text.parse().map_err(|_| decode(column, "an identifier")))
            .transpose()
    }

    /// Reads an instant that may be NULL.
    ///
    /// # Errors
    ///
    /// [`StoreError::Decode`] when the column is missing, or no instant.
    pub fn opt_instant(&self, column: usize) -> Result<Option<Instant>, StoreError> {
        self.opt_int(column)?
            .map(|microseconds| {
                Instant::from_microsecond(microseconds).map_err(|_| decode(column, "an instant"))
            })
            .transpose()
    }

    /// Reads a text that may be NULL.
    ///
    /// # Errors
    ///
    /// [`StoreError::Decode`] when the column is missing, or no text.
    pub fn opt_text(&self, column: usize) -> Result<Option<String>, StoreError> {
        match &self.0 {
            Source::Sqlite(row) => sqlite::column::text(row, column),
            Source::Postgres(row) => postgres::column::text(row, column),
        }
        .ok_or_else(|| decode(column, "a text"))
    }

    /// Reads an integer that may be NULL.
    ///
    /// # Errors
    ///
    /// [`StoreError::Decode`] when the column is missing, or no integer.
    pub fn opt_int(&self, column: usize) -> Result<Option<i64>, StoreError> {
        match &self.0 {
            Source::Sqlite(row) => sqlite::column::int(row, column),
            Source::Postgres(row) => postgres::column::int(row, column),
        }
        .ok_or_else(|| decode(column, "an integer"))
    }

    /// Reads bytes that may be NULL.
    ///
    /// # Errors
    ///
    /// [`StoreError::Decode`] when the column is missing, or no bytes.
    pub fn opt_bytes(&self, column: usize) -> Result<Option<Vec<u8>>, StoreError> {
        match &self.0 {
            Source::Sqlite(row) => sqlite::column::bytes(row, column),
            Source::Postgres(row) => postgres::column::bytes(row, column),
        }
        .ok_or_else(|| decode(column, "bytes"))
    }
}

const fn decode(column: usize, expected: &'static str) -> StoreError {
    StoreError::Decode { column, expected }
}

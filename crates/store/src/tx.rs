//! The transaction that an act receives.

use crate::statement_log;
use crate::{Engine, Row, Sql, StoreError, Value, Vault, postgres, sqlite};

/// The transaction of one act, or the snapshot of one read.
///
/// **A statement that fails ends the transaction**, on both engines: later statements answer the same error, and
/// nothing is kept even if the act returns `Ok`. (PostgreSQL works so; SQLite is made to.) What may legitimately
/// exist already is written with ON CONFLICT, never caught.
pub struct Tx<'a> {
    connection: Connection<'a>,
    vault: &'a Vault,
    mode: Mode,
    failed: Option<StoreError>,
}

/// The connection of the driver.
pub(crate) enum Connection<'a> {
    Sqlite(&'a rusqlite::Connection),
    Postgres(&'a mut postgres::Session),
}

/// What a transaction may do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    Read,
    Write,
}

impl<'a> Tx<'a> {
    pub(crate) const fn new(connection: Connection<'a>, vault: &'a Vault, mode: Mode) -> Self {
        Self {
            connection,
            vault,
            mode,
            failed: None,
        }
    }

    /// The engine underneath. For diagnostics: what differs belongs to `store::dialect`.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        match self.connection {
            Connection::Sqlite(_) => Engine::Sqlite,
            Connection::Postgres(_) => Engine::Postgres,
        }
    }

    /// The secrets of the installation.
    #[must_use]
    pub const fn vault(&self) -> &'a Vault {
        self.vault
    }

    /// Executes a statement that returns no row and of which nobody asks how many rows it touched.
    ///
    /// PostgreSQL hears of it with the next statement: an error may be that of the next statement, or of the commit. The
    /// act is then not kept, as if the error had come at once.
    ///
    /// # Errors
    ///
    /// As [`Tx::execute`].
    pub fn put(&mut self, sql: Sql, values: &[Value]) -> Result<(), StoreError> {
        if self.mode == Mode::Read {
            return Err(StoreError::ReadOnly);
        }
        self.ready(values)?;
        let done = match &mut self.connection {
            Connection::Sqlite(connection) => sqlite::execute(connection, sql, values).map(drop),
            Connection::Postgres(session) => session.put(sql, values),
        };
        self.remember(sql, done)
    }

    /// Executes a statement that returns no row; says how many rows it touched.
    ///
    /// # Errors
    ///
    /// Any [`StoreError`] of the engine; [`StoreError::ReadOnly`] in a read.
    pub fn execute(&mut self, sql: Sql, values: &[Value]) -> Result<u64, StoreError> {
        if self.mode == Mode::Read {
            return Err(StoreError::ReadOnly);
        }
        self.ready(values)?;
        let touched = match &mut self.connection {
            Connection::Sqlite(connection) => sqlite::execute(connection, sql, values),
            Connection::Postgres(session) => session.execute(sql, values),
        };
        self.remember(sql, touched)
    }

    /// Reads every row of a statement through `map`. The statement bounds its result itself (LIMIT).
    ///
    /// # Errors
    ///
    /// Any [`StoreError`] of the engine, or what `map` answers.
    pub fn query<T>(
        &mut self,
        sql: Sql,
        values: &[Value],
        mut map: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        self.ready(values)?;
        let mut read = Vec::new();
        let mut refused = None;
        let mut each = |row: &Row<'_>| match map(row) {
            Ok(value) => {
                read.push(value);
                true
            }
            Err(error) => {
                refused = Some(error);
                false
            }
        };
        let outcome = match &mut self.connection {
            Connection::Sqlite(connection) => sqlite::query(connection, sql, values, &mut each),
            Connection::Postgres(session) => session.query(sql, values, &mut each),
        };
        self.remember(sql, outcome)?;
        refused.map_or(Ok(read), Err)
    }

    /// Reads the first row, if there is one.
    ///
    /// # Errors
    ///
    /// As [`Tx::query`].
    pub fn optional<T>(
        &mut self,
        sql: Sql,
        values: &[Value],
        map: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        Ok(self.query(sql, values, map)?.into_iter().next())
    }

    /// Reads the row that must exist.
    ///
    /// # Errors
    ///
    /// [`StoreError::NoRow`] when it does not; otherwise as [`Tx::query`].
    pub fn one<T>(
        &mut self,
        sql: Sql,
        values: &[Value],
        map: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.optional(sql, values, map)?.ok_or(StoreError::NoRow)
    }

    /// The error that ended this transaction, if one did.
    pub(crate) const fn failed(&self) -> Option<&StoreError> {
        self.failed.as_ref()
    }

    /// Refuses what must not reach the engine.
    fn ready(&self, values: &[Value]) -> Result<(), StoreError> {
        if let Some(error) = &self.failed {
            return Err(error.clone());
        }
        let holds_nul = |value: &Value| matches!(value, Value::Text(text) if text.contains('\0'));
        if values.iter().any(holds_nul) {
            return Err(StoreError::Nul);
        }
        Ok(())
    }

    /// Keeps the error that ends the transaction; logs the statement that worked.
    fn remember<T>(&mut self, sql: Sql, outcome: Result<T, StoreError>) -> Result<T, StoreError> {
        let outcome = match self.mode {
            Mode::Read => outcome,
            Mode::Write => outcome.map_err(StoreError::in_a_write),
        };
        match &outcome {
            Ok(_) => statement_log::record(self.engine(), sql),
            Err(error) => self.failed = Some(error.clone()),
        }
        outcome
    }
}

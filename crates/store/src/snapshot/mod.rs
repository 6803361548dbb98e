//! The whole database, read at one instant, or written into an empty one: what a back-up and its restoration need.
//!
//! What is read is neutral: tables, columns of three kinds, values. So what one engine gave, the other one takes. These are the only
//! statements of the house that are made at run time: they name tables and columns that the database itself said, never a value.

mod catalogue;
mod filling;

use parvis_kernel::OrganisationId;

use crate::hand::{Driver, Hand};
use crate::migrate::ledger;
use crate::tx::Mode;
use crate::{Engine, Location, StoreError, Tx, Value, Vault, dialect};

pub use catalogue::{Column, Kind, Table, Whose};
pub use filling::Filling;

/// The tables of the rooms, each after those that it points at.
pub(crate) fn in_order(tx: &mut Tx<'_>) -> Result<Vec<Table>, StoreError> {
    let tables = catalogue::read(tx)?;
    catalogue::in_order(tx, tables)
}

/// A statement that reads a table, and the owner that it is given, if it takes one.
pub(crate) struct Read<'a> {
    pub(crate) sql: &'a str,
    pub(crate) owner: Option<&'a str>,
}

/// A migration that a database has seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The room that owns the tables.
    pub room: String,
    /// Its number in the room.
    pub number: i64,
    /// What it brings.
    pub name: String,
    /// SHA-256 of its text, in hexadecimal.
    pub checksum: String,
}

/// One instant of the database, while others write. It has a connection of its own and blocks its thread; never inside an
/// asynchronous task.
pub struct Snapshot {
    hand: Hand,
    tables: Vec<Table>,
    migrations: Vec<Seen>,
    installation: String,
}

impl Snapshot {
    /// Opens the database as it is now. What is written later is not seen.
    ///
    /// # Errors
    ///
    /// [`StoreError::MasterKey`] when the database belongs to another master key; any error of the engine.
    pub fn open(location: &Location, vault: &Vault) -> Result<Self, StoreError> {
        let mut hand = Hand::open(location, vault)?;
        hand.batch(dialect::begin_read(hand.engine()))?;
        let mut tx = hand.tx_in(Mode::Read);
        let installation = ledger::master_key(&mut tx)?;
        ledger::check_master_key(&mut tx)?;
        let migrations = ledger::read(&mut tx)?.into_iter().map(Seen::from).collect();
        let tables = in_order(&mut tx)?;
        Ok(Self {
            hand,
            tables,
            migrations,
            installation,
        })
    }

    /// The engine underneath.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        self.hand.engine()
    }

    /// The tables of the rooms, each after those it points at.
    #[must_use]
    pub fn tables(&self) -> &[Table] {
        &self.tables
    }

    /// The migrations that it has seen, oldest first.
    #[must_use]
    pub fn migrations(&self) -> &[Seen] {
        &self.migrations
    }

    /// The fingerprint of the master key that it belongs to.
    #[must_use]
    pub fn installation(&self) -> &str {
        &self.installation
    }

    /// Gives each row of a table, until one is refused: as they come, in constant memory.
    ///
    /// # Errors
    ///
    /// The refusal, or any error of the engine.
    pub fn rows(
        &mut self,
        table: &Table,
        mut each: impl FnMut(&[Value]) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let sql = table.select();
        let read = Read {
            sql: &sql,
            owner: None,
        };
        self.read_rows(table, &read, &mut each)
    }

    /// Gives each row of a table that belongs to an organisation, as [`rows`](Self::rows) does.
    ///
    /// # Errors
    ///
    /// As [`rows`](Self::rows).
    pub fn rows_of(
        &mut self,
        table: &Table,
        whose: Whose,
        organisation: OrganisationId,
        mut each: impl FnMut(&[Value]) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let (sql, owner) = (table.select_of(whose), organisation.to_string());
        let read = Read {
            sql: &sql,
            owner: Some(&owner),
        };
        self.read_rows(table, &read, &mut each)
    }

    fn read_rows(
        &mut self,
        table: &Table,
        read: &Read<'_>,
        each: &mut dyn FnMut(&[Value]) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        match &mut self.hand.driver {
            Driver::Sqlite(connection) => crate::sqlite::rows(connection, table, read, each),
            Driver::Postgres(session) => session.rows(table, read, each),
        }
    }

    /// What the engine finds wrong in its own files, at most twenty of them: SQLite reads its whole file again, and its references.
    /// PostgreSQL checks its pages when it reads them, and its references when it writes them: nothing is asked of it.
    ///
    /// # Errors
    ///
    /// Any error of the engine.
    pub fn damages(&mut self) -> Result<Vec<String>, StoreError> {
        if self.engine() == Engine::Postgres {
            return Ok(Vec::new());
        }
        let mut tx = self.hand.tx_in(Mode::Read);
        let mut found = tx.query(dialect::SQLITE_INTEGRITY, &[], |row| row.text(0))?;
        found.retain(|line| line != "ok");
        found.extend(filling::broken_reference(&mut tx)?);
        Ok(found)
    }

    /// Reads otherwise, at the same instant.
    ///
    /// # Errors
    ///
    /// Those of the view.
    pub fn read<T, E>(&mut self, view: impl FnOnce(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        view(&mut self.hand.tx_in(Mode::Read))
    }
}

impl From<ledger::Entry> for Seen {
    fn from(entry: ledger::Entry) -> Self {
        let ledger::Entry {
            room,
            number,
            name,
            checksum,
        } = entry;
        Self {
            room,
            number,
            name,
            checksum,
        }
    }
}

//! Filling an empty database with what a snapshot gave, from this engine or the other one.

use parvis_kernel::{Clock, SystemClock};

use super::{Seen, Table, catalogue};
use crate::hand::{Driver, Hand};
use crate::migrate::{self, ledger};
use crate::{Engine, Location, Migration, StoreError, Tx, Value, Vault, dialect};

/// A database that is being filled, in one transaction: cut off, it is as it was.
pub struct Filling {
    hand: Hand,
    tables: Vec<Table>,
    /// Whether rows come in any order, and are checked at the end.
    loose: bool,
}

impl Filling {
    /// Creates, in an empty database, the tables that another one had: those of the migrations that it has seen.
    ///
    /// # Errors
    ///
    /// [`StoreError::NotEmpty`]; [`StoreError::Migration`] when this program does not know one of the migrations, or knows another text
    /// of it.
    pub fn begin(
        location: &Location,
        vault: &Vault,
        known: &[Migration],
        seen: &[Seen],
    ) -> Result<Self, StoreError> {
        let mut hand = Hand::open(location, vault)?;
        if let Driver::Sqlite(_) = hand.driver {
            hand.batch(dialect::SQLITE_LOOSE)?;
        }
        hand.batch(dialect::begin_write(hand.engine()))?;
        if let Some(table) = catalogue::any(&mut hand.tx())? {
            return Err(StoreError::NotEmpty(table));
        }
        create_tables(&mut hand, known, seen)?;
        let tables = catalogue::read(&mut hand.tx())?;
        let loose = hand.engine() == Engine::Sqlite;
        Ok(Self {
            hand,
            tables,
            loose,
        })
    }

    /// Begins to add rows to a database that has others, each table after those that it points at: its tables, in that order, are
    /// given. On SQLite nobody else writes until it ends.
    ///
    /// # Errors
    ///
    /// [`StoreError::MasterKey`] when the database belongs to another master key; any error of the engine.
    pub fn join(location: &Location, vault: &Vault) -> Result<(Self, Vec<Table>), StoreError> {
        let mut hand = Hand::open(location, vault)?;
        hand.batch(dialect::begin_write(hand.engine()))?;
        ledger::check_master_key(&mut hand.tx())?;
        let tables = super::in_order(&mut hand.tx())?;
        let joining = Self {
            hand,
            tables: tables.clone(),
            loose: false,
        };
        Ok((joining, tables))
    }

    /// Reads or writes otherwise, in the same transaction.
    ///
    /// # Errors
    ///
    /// Those of the act.
    pub fn also<T, E>(&mut self, act: impl FnOnce(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        act(&mut self.hand.tx())
    }

    /// Fills a table; says how many rows it has got. A row has its values in the order of the columns.
    ///
    /// # Errors
    ///
    /// [`StoreError::Copy`] when the table is not one of this database; the first error of the rows; any error of the engine.
    pub fn fill(
        &mut self,
        table: &Table,
        rows: &mut dyn Iterator<Item = Result<Vec<Value>, StoreError>>,
    ) -> Result<u64, StoreError> {
        if !self.tables.contains(table) {
            return Err(StoreError::Copy {
                table: table.name.clone(),
                cause: "no table of this name has these columns".to_owned(),
            });
        }
        match &mut self.hand.driver {
            Driver::Sqlite(connection) => crate::sqlite::fill(connection, table, rows),
            Driver::Postgres(session) => session.fill(table, rows),
        }
    }

    /// Keeps what was filled.
    ///
    /// # Errors
    ///
    /// [`StoreError::Constraint`] when a row points at nothing; any error of the engine.
    pub fn commit(mut self) -> Result<(), StoreError> {
        let checked = match self.loose {
            true => refuse_broken_references(&mut self.hand),
            false => Ok(()),
        };
        self.hand.end(checked)
    }
}

fn create_tables(hand: &mut Hand, known: &[Migration], seen: &[Seen]) -> Result<(), StoreError> {
    for sql in ledger::TABLES {
        hand.batch(sql)?;
    }
    ledger::take_turn(&mut hand.tx())?;
    let known = migrate::wanted(known)?;
    let seen: Vec<ledger::Entry> = seen.iter().map(entry).collect();
    migrate::refuse_strangers(&known, &seen)?;
    let now = SystemClock.now();
    // In the order of this program, which is the order of floors: the dates of the ledger may be equal.
    for migration in &known {
        if let Some(entry) = seen.iter().find(|entry| entry.is(migration)) {
            hand.batch(migration.sql)?;
            ledger::add(&mut hand.tx(), entry, now)?;
        }
    }
    Ok(())
}

fn entry(seen: &Seen) -> ledger::Entry {
    ledger::Entry {
        room: seen.room.clone(),
        number: seen.number,
        name: seen.name.clone(),
        checksum: seen.checksum.clone(),
    }
}

fn refuse_broken_references(hand: &mut Hand) -> Result<(), StoreError> {
    match broken_reference(&mut hand.tx())? {
        Some(name) => Err(StoreError::Constraint {
            kind: crate::ConstraintKind::ForeignKey,
            name,
        }),
        None => Ok(()),
    }
}

/// One row of SQLite that points at nothing, if there is one.
pub(super) fn broken_reference(tx: &mut Tx<'_>) -> Result<Option<String>, StoreError> {
    tx.optional(dialect::SQLITE_BROKEN_REFERENCES, &[], |row| {
        Ok(format!("{} points at {}", row.text(0)?, row.text(1)?))
    })
}

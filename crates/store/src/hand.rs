//! A connection apart from those of the store: of the one who migrates, copies the whole database or fills an empty one.

use std::thread::sleep;
use std::time::Duration;

use parvis_kernel::Instant;

use crate::migrate::ledger::{self, Entry};
use crate::postgres::{Address, Session};
use crate::tx::{Connection, Mode};
use crate::{Engine, Location, StoreError, Tx, Vault, dialect, sqlite};

/// How often the tables of the ledger are asked for: two processes that create them at once collide.
const TRIES: u32 = 20;

/// A connection apart from those of the store, with its own patience.
pub(crate) struct Hand {
    pub(crate) driver: Driver,
    vault: Vault,
}

pub(crate) enum Driver {
    Sqlite(rusqlite::Connection),
    Postgres(Box<Session>),
}

impl Hand {
    pub(crate) fn open(location: &Location, vault: &Vault) -> Result<Self, StoreError> {
        let driver = match location {
            Location::Sqlite(path) => Driver::Sqlite(sqlite::open(path, 0)?),
            Location::Postgres(url) => {
                let address = Address::parse(url)?;
                Driver::Postgres(Box::new(Session::connected(address)?))
            }
        };
        let vault = vault.clone();
        let mut hand = Self { driver, vault };
        hand.batch(dialect::patience(hand.engine()))?;
        Ok(hand)
    }

    /// Creates the ledger if it does not exist.
    pub(crate) fn prepare(&mut self) -> Result<(), StoreError> {
        let mut tries = 0;
        loop {
            let created = ledger::TABLES.iter().try_for_each(|sql| self.batch(sql));
            match created {
                Err(_) if tries < TRIES => sleep(Duration::from_millis(50)),
                outcome => return outcome,
            }
            tries += 1;
        }
    }

    /// Does something in a transaction that no other process that migrates can share.
    pub(crate) fn alone<T>(
        &mut self,
        act: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.batch(dialect::begin_write(self.engine()))?;
        let mut tx = self.tx();
        let done = ledger::take_turn(&mut tx).and_then(|()| act(&mut tx));
        self.end(done)
    }

    /// Applies a file and adds it to the ledger; false when another process did it first.
    pub(crate) fn applying(
        &mut self,
        entry: &Entry,
        sql: &str,
        now: Instant,
    ) -> Result<bool, StoreError> {
        self.batch(dialect::begin_write(self.engine()))?;
        let done = self.apply(entry, sql, now);
        self.end(done)
    }

    fn apply(&mut self, entry: &Entry, sql: &str, now: Instant) -> Result<bool, StoreError> {
        let mut tx = self.tx();
        ledger::take_turn(&mut tx)?;
        let seen = ledger::read(&mut tx)?;
        let same = |other: &&Entry| other.room == entry.room && other.number == entry.number;
        match seen.iter().find(same) {
            Some(other) if other.checksum == entry.checksum => return Ok(false),
            Some(_) => {
                let message = "another process applied another text of it";
                return Err(StoreError::Migration(message.to_owned()));
            }
            None => {}
        }
        self.batch(sql)?;
        ledger::add(&mut self.tx(), entry, now)?;
        Ok(true)
    }

    pub(crate) fn end<T>(&mut self, done: Result<T, StoreError>) -> Result<T, StoreError> {
        match done {
            Ok(value) => self.batch(dialect::COMMIT).map(|()| value),
            Err(error) => {
                // The connection is dropped soon: a rollback that fails changes nothing.
                let _ = self.batch(dialect::ROLLBACK);
                Err(error)
            }
        }
    }

    /// What it writes, in the transaction that it began.
    pub(crate) fn tx(&mut self) -> Tx<'_> {
        self.tx_in(Mode::Write)
    }

    /// What it reads or writes, in the transaction that it began.
    pub(crate) fn tx_in(&mut self, mode: Mode) -> Tx<'_> {
        let connection = match &mut self.driver {
            Driver::Sqlite(connection) => Connection::Sqlite(connection),
            Driver::Postgres(session) => Connection::Postgres(session),
        };
        Tx::new(connection, &self.vault, mode)
    }

    /// Executes statements without parameters.
    pub(crate) fn batch(&mut self, sql: &str) -> Result<(), StoreError> {
        match &mut self.driver {
            Driver::Sqlite(connection) => connection
                .execute_batch(sql)
                .map_err(|error| sqlite::cleaned(&error)),
            Driver::Postgres(session) => session.control(sql),
        }
    }

    /// The engine underneath.
    pub(crate) const fn engine(&self) -> Engine {
        match self.driver {
            Driver::Sqlite(_) => Engine::Sqlite,
            Driver::Postgres(_) => Engine::Postgres,
        }
    }
}

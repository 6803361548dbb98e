//! What the database says of itself: the migrations it has seen, the master key it belongs to.

use parvis_kernel::Instant;

use super::Migration;
use crate::{Row, Sql, StoreError, Tx};

/// The tables of the ledger. One row of `schema_installation` is also the lock of those who migrate: no advisory
/// lock, so that it works on every engine that speaks PostgreSQL.
pub(crate) const TABLES: &[&str] = &[
    "CREATE TABLE IF NOT EXISTS schema_installation (
        id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
        turn BIGINT NOT NULL,
        master_key TEXT NOT NULL
    )",
    "CREATE TABLE IF NOT EXISTS schema_migrations (
        room TEXT NOT NULL,
        number BIGINT NOT NULL,
        name TEXT NOT NULL,
        checksum TEXT NOT NULL,
        applied_at BIGINT NOT NULL,
        PRIMARY KEY (room, number)
    )",
];

const CREATE_INSTALLATION: Sql = Sql(
    "INSERT INTO schema_installation (id, turn, master_key) VALUES (1, 0, $1) ON CONFLICT DO NOTHING",
);
const TAKE_TURN: Sql = Sql("UPDATE schema_installation SET turn = turn + 1 WHERE id = 1");
const READ_MASTER_KEY: Sql = Sql("SELECT master_key FROM schema_installation WHERE id = 1");
const READ_ENTRIES: Sql = Sql(
    "SELECT room, number, name, checksum FROM schema_migrations ORDER BY applied_at, room, number",
);
const ADD_ENTRY: Sql = Sql(
    "INSERT INTO schema_migrations (room, number, name, checksum, applied_at) VALUES ($1, $2, $3, $4, $5)",
);

/// One migration that the database has seen.
pub(crate) struct Entry {
    pub(crate) room: String,
    pub(crate) number: i64,
    pub(crate) name: String,
    pub(crate) checksum: String,
}

impl Entry {
    pub(crate) fn new(migration: &Migration, checksum: String) -> Self {
        Self {
            room: migration.room.to_owned(),
            number: migration.number.into(),
            name: migration.name.to_owned(),
            checksum,
        }
    }

    pub(crate) fn is(&self, migration: &Migration) -> bool {
        self.room == migration.room && self.number == i64::from(migration.number)
    }

    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            room: row.text(0)?,
            number: row.int(1)?,
            name: row.text(2)?,
            checksum: row.text(3)?,
        })
    }
}

/// Waits for the turn of this process: the row stays locked until the transaction ends.
pub(crate) fn take_turn(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    tx.execute(CREATE_INSTALLATION, &[tx.vault().fingerprint().into()])?;
    tx.execute(TAKE_TURN, &[]).map(drop)
}

/// Refuses a database whose sealed data this master key cannot open.
pub(crate) fn check_master_key(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    if master_key(tx)? != tx.vault().fingerprint() {
        let message =
            "this database belongs to another one; give back the key file it was created with";
        return Err(StoreError::MasterKey(message.to_owned()));
    }
    Ok(())
}

/// The fingerprint of the master key that the database belongs to.
pub(crate) fn master_key(tx: &mut Tx<'_>) -> Result<String, StoreError> {
    tx.one(READ_MASTER_KEY, &[], |row| row.text(0))
}

/// Every migration seen, oldest first.
pub(crate) fn read(tx: &mut Tx<'_>) -> Result<Vec<Entry>, StoreError> {
    tx.query(READ_ENTRIES, &[], Entry::read)
}

/// Adds a migration that was just applied.
pub(crate) fn add(tx: &mut Tx<'_>, entry: &Entry, now: Instant) -> Result<(), StoreError> {
    let values = [
        (&entry.room).into(),
        entry.number.into(),
        (&entry.name).into(),
        (&entry.checksum).into(),
        now.into(),
    ];
    tx.execute(ADD_ENTRY, &values).map(drop)
}

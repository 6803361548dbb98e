//! Migrations: each room brings its tables, each file is applied once, in its own transaction.

pub(crate) mod ledger;

use parvis_kernel::{Clock, Instant, SystemClock};
use sha2::{Digest, Sha256};

use crate::hand::Hand;
use crate::{Location, StoreError, Vault};
use ledger::Entry;

/// One file of a room, applied once and never changed afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Migration {
    /// The room that owns the tables.
    pub room: &'static str,
    /// Its number in the room, from 1.
    pub number: u32,
    /// What it brings, in a word or two.
    pub name: &'static str,
    /// Its statements, in the subset that both engines understand.
    pub sql: &'static str,
}

/// A migration that was applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// The room that owns the tables.
    pub room: &'static str,
    /// Its number in the room.
    pub number: u32,
    /// What it brings.
    pub name: &'static str,
}

/// The store's own tables: always applied first, by [`Store::migrate`](crate::Store::migrate) itself.
pub const MIGRATIONS: &[Migration] = &[Migration {
    room: "store",
    number: 1,
    name: "data keys",
    sql: include_str!("../../migrations/0001_data_keys.sql"),
}];

/// Applies what is missing.
pub(crate) fn migrate(
    location: &Location,
    vault: &Vault,
    migrations: &[Migration],
) -> Result<Vec<Applied>, StoreError> {
    let wanted = wanted(migrations)?;
    let mut hand = Hand::open(location, vault)?;
    hand.prepare()?;
    hand.alone(ledger::check_master_key)?;
    let known = hand.alone(ledger::read)?;
    refuse_strangers(&wanted, &known)?;
    let now = SystemClock.now();
    let mut applied = Vec::new();
    for migration in &wanted {
        applied.extend(apply(&mut hand, migration, now)?);
    }
    Ok(applied)
}

/// The store's own, then the others; the same number twice in a room is refused.
pub(crate) fn wanted(migrations: &[Migration]) -> Result<Vec<Migration>, StoreError> {
    let mut wanted = MIGRATIONS.to_vec();
    for migration in migrations
        .iter()
        .filter(|given| !MIGRATIONS.contains(given))
    {
        if wanted.iter().any(|other| same_place(migration, other)) {
            let message = format!("{} is given twice", title(migration));
            return Err(StoreError::Migration(message));
        }
        wanted.push(*migration);
    }
    Ok(wanted)
}

fn same_place(one: &Migration, other: &Migration) -> bool {
    one.room == other.room && one.number == other.number
}

/// Refuses a database that a newer program wrote, or a file changed after it was applied.
pub(crate) fn refuse_strangers(wanted: &[Migration], known: &[Entry]) -> Result<(), StoreError> {
    for entry in known {
        let Some(migration) = wanted.iter().find(|migration| entry.is(migration)) else {
            return Err(StoreError::Migration(format!(
                "the database holds {} {} ({}), unknown to this program: it was written by a newer one",
                entry.room, entry.number, entry.name
            )));
        };
        if entry.checksum != checksum(migration) {
            let message = format!("{} was changed after it was applied", title(migration));
            return Err(StoreError::Migration(message));
        }
    }
    Ok(())
}

/// Applies one migration, unless another process just did.
fn apply(
    hand: &mut Hand,
    migration: &Migration,
    now: Instant,
) -> Result<Option<Applied>, StoreError> {
    let entry = Entry::new(migration, checksum(migration));
    let fresh = hand.applying(&entry, migration.sql, now);
    let fresh = fresh.map_err(|error| match error {
        error if error.is_temporary() => error,
        error => StoreError::Migration(format!("{}: {error}", title(migration))),
    })?;
    Ok(fresh.then_some(Applied {
        room: migration.room,
        number: migration.number,
        name: migration.name,
    }))
}

pub(crate) fn title(migration: &Migration) -> String {
    let Migration {
        room, number, name, ..
    } = migration;
    format!("{room} {number} ({name})")
}

/// SHA-256 of the text, in hexadecimal.
pub(crate) fn checksum(migration: &Migration) -> String {
    crate::hex::written(&Sha256::digest(migration.sql.as_bytes()))
}

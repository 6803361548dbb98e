//! A fresh database for one test.

use std::path::Path;
use std::sync::Arc;

use parvis_kernel::{Clock, Ctx, FakeClock, Instant, OrganisationId};
use parvis_store::{Engine, Location, Migration, Store, Vault};

use crate::engines;
use crate::place::Place;

/// The instant at which the clock of every test starts: Sunday 22 November 2026, 9 o'clock in Paris.
const MORNING: &str = "2026-11-22T08:00:00Z";

/// Where a house keeps its pieces, in the folder of a test.
const BLOBS: &str = "blobs";

/// A fresh database, an organisation to act in, and a clock that only the test moves.
pub struct TestStore {
    /// The database, holding the tables that the test asked for.
    pub store: Store,
    /// The engine underneath.
    pub engine: Engine,
    /// An organisation; it has no row anywhere until the test makes one.
    pub organisation: OrganisationId,
    /// The clock.
    pub clock: Arc<FakeClock>,
    place: Place,
}

/// Runs a test on each engine of this run, each time with a fresh database.
///
/// `migrations` are those of the rooms that the test needs, lowest first; the store's own are always there.
///
/// # Panics
///
/// When a database cannot be prepared: without `PARVIS_TEST_POSTGRES`, for one.
pub fn on_both(migrations: &[&[Migration]], test: impl Fn(TestStore)) {
    for engine in engines() {
        // Shown by the runner when the test fails.
        println!("on {}", engine.name());
        test(TestStore::on(engine, migrations));
    }
}

impl TestStore {
    /// Prepares a fresh database on one engine.
    ///
    /// # Panics
    ///
    /// When it cannot be prepared.
    #[must_use]
    pub fn on(engine: Engine, migrations: &[&[Migration]]) -> Self {
        Self::at(Place::on(engine), engine, migrations)
    }

    /// Prepares a fresh database on a PostgreSQL of the test's own: one that it stops, or fills.
    ///
    /// # Panics
    ///
    /// When it cannot be prepared.
    #[must_use]
    pub fn on_server(server: &str, migrations: &[&[Migration]]) -> Self {
        Self::at(Place::on_server(server), Engine::Postgres, migrations)
    }

    /// Opens a copy of what [`keep`](Self::keep) kept in a folder, with the tables of today.
    ///
    /// # Panics
    ///
    /// When it cannot be opened.
    #[must_use]
    pub fn on_kept(engine: Engine, migrations: &[&[Migration]], from: &Path) -> Self {
        let place = Place::on(engine);
        place.restore(from);
        copy_folder(&from.join(BLOBS), &place.folder().join(BLOBS));
        Self::at(place, engine, migrations)
    }

    /// Lets somebody else fill a fresh place, which has an empty database and an empty folder, then opens it.
    ///
    /// # Panics
    ///
    /// When it cannot be opened.
    #[must_use]
    pub fn filled_by(
        engine: Engine,
        migrations: &[&[Migration]],
        fill: impl FnOnce(&Location, &Path),
    ) -> Self {
        Self::filled_under([42; 32], engine, migrations, fill)
    }

    /// The same, under another master key than that of every other test.
    ///
    /// # Panics
    ///
    /// When it cannot be opened.
    #[must_use]
    pub fn filled_under(
        key: [u8; 32],
        engine: Engine,
        migrations: &[&[Migration]],
        fill: impl FnOnce(&Location, &Path),
    ) -> Self {
        let place = Place::on(engine);
        fill(place.location(), place.folder());
        Self::under(key, place, engine, migrations)
    }

    /// Where the database is, for another process.
    #[must_use]
    pub fn location(&self) -> &Location {
        self.place.location()
    }

    /// Closes the database and keeps a copy of it in a folder, with its blobs: for a test that opens it again, today
    /// or years later.
    ///
    /// # Panics
    ///
    /// When it cannot be copied.
    pub fn keep(&self, to: &Path) {
        self.store.close();
        std::fs::create_dir_all(to).expect("a folder");
        self.place.keep(to);
        copy_folder(&self.folder().join(BLOBS), &to.join(BLOBS));
    }

    fn at(place: Place, engine: Engine, migrations: &[&[Migration]]) -> Self {
        Self::under([42; 32], place, engine, migrations)
    }

    fn under(key: [u8; 32], place: Place, engine: Engine, migrations: &[&[Migration]]) -> Self {
        let vault = Vault::from_bytes(key);
        let store = Store::open(place.location(), vault).expect("a fresh database");
        store
            .migrate(&migrations.concat())
            .expect("the tables of the rooms");
        let morning: Instant = MORNING.parse().expect("an instant");
        Self {
            store,
            engine,
            organisation: OrganisationId::new(),
            clock: Arc::new(FakeClock::at(morning)),
            place,
        }
    }

    /// The context of the house in this organisation, at the instant of the clock.
    #[must_use]
    pub fn ctx(&self) -> Ctx {
        Ctx::house(self.organisation, self.clock.now())
    }

    /// A folder for what the test writes beside the database: blobs, mails.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.place.folder()
    }
}

/// Copies the files of a folder, if there is one.
fn copy_folder(from: &Path, to: &Path) {
    let Ok(entries) = std::fs::read_dir(from) else {
        return;
    };
    std::fs::create_dir_all(to).expect("a folder");
    for entry in entries {
        let entry = entry.expect("an entry");
        let copy = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &copy);
        } else {
            std::fs::copy(entry.path(), copy).expect("a copy");
        }
    }
}

/// Every connection is closed before the database is removed.
impl Drop for TestStore {
    fn drop(&mut self) {
        self.store.close();
    }
}

#[cfg(test)]
mod tests {
    use parvis_store::{Sql, StoreError};

    use super::*;

    const COUNT_KEYS: Sql = Sql("SELECT CAST(COUNT(*) AS BIGINT) FROM data_keys");

    #[test]
    fn each_test_starts_with_empty_tables() {
        for _ in 0..2 {
            on_both(&[], |kit| {
                let counted: Result<i64, StoreError> = kit
                    .store
                    .read_blocking(|tx| tx.one(COUNT_KEYS, &[], |row| row.int(0)));
                assert_eq!(counted, Ok(0));
                let ctx = kit.ctx();
                let subject = kit.organisation.uuid();
                kit.store
                    .write_blocking(move |tx| {
                        parvis_store::sealing::create_key(tx, &ctx, subject).map(drop)
                    })
                    .unwrap();
            });
        }
    }

    #[test]
    fn the_clock_moves_only_by_hand() {
        let kit = TestStore::on(Engine::Sqlite, &[]);
        assert_eq!(kit.ctx().now.to_string(), MORNING);
        kit.clock
            .advance(std::time::Duration::from_secs(60).try_into().unwrap());
        assert_eq!(kit.ctx().now.to_string(), "2026-11-22T08:01:00Z");
    }
}

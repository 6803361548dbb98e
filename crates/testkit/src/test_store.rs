//! A fresh database for one test.

use std::path::Path;
use std::sync::Arc;

use parvis_kernel::{Clock, Ctx, FakeClock, Instant, OrganisationId};
use parvis_store::{Engine, Migration, Store, Vault};

use crate::engines;
use crate::place::Place;

/// The instant at which the clock of every test starts: Sunday 22 November 2026, 9 o'clock in Paris.
const MORNING: &str = "2026-11-22T08:00:00Z";

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
        let place = Place::on(engine);
        let vault = Vault::from_bytes([42; 32]);
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

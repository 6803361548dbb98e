//! A fresh database on each engine. (`testkit` offers the same to other rooms; it stands above this one.)

use std::sync::atomic::{AtomicU32, Ordering};

use parvis_store::{Engine, Location, Migration, Options, Store, StoreError, Vault};
use tempfile::TempDir;

/// The table that the tests write in.
pub const TOWNS: Migration = Migration {
    room: "town",
    number: 1,
    name: "towns",
    sql: "
        CREATE TABLE towns (
            code TEXT NOT NULL PRIMARY KEY,
            name TEXT,
            people BIGINT NOT NULL DEFAULT 0 CHECK (people >= 0),
            arms BYTEA,
            version BIGINT NOT NULL DEFAULT 0
        );
        CREATE TABLE streets (
            town TEXT NOT NULL REFERENCES towns (code),
            name TEXT NOT NULL,
            UNIQUE (town, name)
        );
    ",
};

/// A database of its own, removed at the end.
pub struct Place {
    pub location: Location,
    schema: Option<(String, String)>,
    _folder: Option<TempDir>,
}

impl Place {
    pub fn on(engine: Engine) -> Self {
        match engine {
            Engine::Sqlite => {
                let folder = tempfile::tempdir().unwrap();
                Self {
                    location: Location::Sqlite(folder.path().join("parvis.db")),
                    schema: None,
                    _folder: Some(folder),
                }
            }
            Engine::Postgres => Self::schema(&url()),
        }
    }

    fn schema(url: &str) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let schema = format!("store_{}_{number}", std::process::id());
        administer(
            url,
            &format!("DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}"),
        );
        let separator = if url.contains('?') { '&' } else { '?' };
        Self {
            location: Location::Postgres(format!(
                "{url}{separator}application_name={schema}&options=-csearch_path%3D{schema}%20-cdeadlock_timeout%3D50ms"
            )),
            schema: Some((url.to_owned(), schema)),
            _folder: None,
        }
    }

    /// The name of its schema, and of its connections.
    pub fn name(&self) -> &str {
        self.schema.as_ref().map_or("", |(_, name)| name)
    }

    pub fn open_with(&self, options: &Options) -> Store {
        Store::open_with(&self.location, vault(), options).unwrap()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some((url, schema)) = &self.schema {
            administer(url, &format!("DROP SCHEMA IF EXISTS {schema} CASCADE"));
        }
    }
}

pub fn vault() -> Vault {
    Vault::from_bytes([42; 32])
}

pub fn url() -> String {
    std::env::var("PARVIS_TEST_POSTGRES").expect(
        "PARVIS_TEST_POSTGRES is missing: run scripts/postgres-for-tests.sh start, or make test",
    )
}

pub fn administer(url: &str, sql: &str) {
    let (url, sql) = (url.to_owned(), sql.to_owned());
    std::thread::spawn(move || {
        let mut client = ::postgres::Client::connect(&url, ::postgres::NoTls).unwrap();
        client.batch_execute(&sql).unwrap();
    })
    .join()
    .unwrap();
}

/// The engines of this run: both, unless PARVIS_TEST_ENGINES=sqlite while developing.
pub fn engines() -> Vec<Engine> {
    match std::env::var("PARVIS_TEST_ENGINES").as_deref() {
        Ok("sqlite") => vec![Engine::Sqlite],
        _ => vec![Engine::Sqlite, Engine::Postgres],
    }
}

/// Runs a test on each engine, with the tables of the towns.
pub fn on_both(test: impl Fn(&Store)) {
    on_both_with(&Options::default(), test);
}

pub fn on_both_with(options: &Options, test: impl Fn(&Store)) {
    for engine in engines() {
        println!("on {}", engine.name());
        let place = Place::on(engine);
        let store = place.open_with(options);
        store.migrate(&[TOWNS]).unwrap();
        test(&store);
        store.close();
    }
}

pub type Outcome<T = ()> = Result<T, StoreError>;

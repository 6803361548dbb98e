//! Where the database of one test lives, and its removal.

use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

use parvis_store::{Engine, Location};
use tempfile::TempDir;

/// A folder, and on PostgreSQL a schema: both removed when dropped.
pub(crate) struct Place {
    folder: TempDir,
    location: Location,
    schema: Option<Schema>,
}

struct Schema {
    server: String,
    name: String,
}

impl Place {
    pub(crate) fn on(engine: Engine) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (location, schema) = match engine {
            Engine::Sqlite => (Location::Sqlite(folder.path().join("parvis.db")), None),
            Engine::Postgres => {
                let schema = Schema::create();
                (Location::Postgres(schema.address()), Some(schema))
            }
        };
        Self {
            folder,
            location,
            schema,
        }
    }

    pub(crate) const fn location(&self) -> &Location {
        &self.location
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some(schema) = &self.schema {
            schema.run(&format!("DROP SCHEMA IF EXISTS {} CASCADE", schema.name));
        }
    }
}

impl Schema {
    /// Creates a schema that no other test uses, in this process or another.
    fn create() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let server = std::env::var("PARVIS_TEST_POSTGRES").expect(
            "PARVIS_TEST_POSTGRES is missing: see `scripts/postgres-for-tests.sh start`, or run `make test`",
        );
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("test_{}_{number}", std::process::id());
        let schema = Self { server, name };
        // A killed test may have left one of the same name.
        schema.run(&format!(
            "DROP SCHEMA IF EXISTS {name} CASCADE; CREATE SCHEMA {name}",
            name = schema.name
        ));
        schema
    }

    /// The address of the server, with this schema in the place of `public`.
    fn address(&self) -> String {
        let separator = if self.server.contains('?') { '&' } else { '?' };
        format!(
            "{}{separator}options=-csearch_path%3D{}",
            self.server, self.name
        )
    }

    /// Runs statements on a thread of their own: the synchronous client panics inside an asynchronous task.
    fn run(&self, sql: &str) {
        let ran = std::thread::scope(|scope| {
            let client = scope.spawn(|| {
                let mut client = postgres::Client::connect(&self.server, postgres::NoTls)?;
                client.batch_execute(sql)
            });
            client.join()
        });
        let ran = ran.expect("the thread of PostgreSQL");
        if let Err(error) = ran {
            assert!(
                std::thread::panicking(),
                "PostgreSQL of the tests ({}): {error}",
                self.server
            );
        }
    }
}

//! Where the database of one test lives, and its removal.

use std::path::Path;
use std::process::Command;
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
        match engine {
            Engine::Sqlite => {
                let folder = tempfile::tempdir().expect("a temporary folder");
                Self {
                    location: Location::Sqlite(folder.path().join("parvis.db")),
                    folder,
                    schema: None,
                }
            }
            Engine::Postgres => Self::on_server(&std::env::var("PARVIS_TEST_POSTGRES").expect(
                "PARVIS_TEST_POSTGRES is missing: see `scripts/postgres-for-tests.sh start`, or run `make test`",
            )),
        }
    }

    /// A schema on the PostgreSQL of this address.
    pub(crate) fn on_server(server: &str) -> Self {
        let schema = Schema::create(server);
        Self {
            folder: tempfile::tempdir().expect("a temporary folder"),
            location: Location::Postgres(schema.address()),
            schema: Some(schema),
        }
    }

    pub(crate) const fn location(&self) -> &Location {
        &self.location
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }
}

/// The file of a kept database of SQLite.
const KEPT_SQLITE: &str = "parvis.db";
/// The file of a kept database of PostgreSQL: INSERT statements, in a schema of this name.
const KEPT_POSTGRES: &str = "parvis.sql";
const KEPT_SCHEMA: &str = "kept_schema";

impl Place {
    /// Copies the database to a folder. Its store is closed.
    pub(crate) fn keep(&self, to: &Path) {
        match &self.schema {
            None => {
                let from = self.folder().join(KEPT_SQLITE);
                std::fs::copy(from, to.join(KEPT_SQLITE)).expect("a copy of the database");
            }
            Some(schema) => {
                let dump = schema.dumped().replace(&schema.name, KEPT_SCHEMA);
                std::fs::write(to.join(KEPT_POSTGRES), dump).expect("a dump of the database");
            }
        }
    }

    /// Puts a kept database in this place, which is fresh.
    pub(crate) fn restore(&self, from: &Path) {
        match &self.schema {
            None => {
                let to = self.folder().join(KEPT_SQLITE);
                std::fs::copy(from.join(KEPT_SQLITE), to).expect("a kept database");
            }
            Some(schema) => {
                let dump = std::fs::read_to_string(from.join(KEPT_POSTGRES));
                let dump = dump
                    .expect("a kept dump")
                    .replace(KEPT_SCHEMA, &schema.name);
                schema.run(&format!("DROP SCHEMA {} CASCADE; {dump}", schema.name));
            }
        }
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
    fn create(server: &str) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("test_{}_{number}", std::process::id());
        let schema = Self {
            server: server.to_owned(),
            name,
        };
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

    /// The whole schema as statements that the driver can execute.
    fn dumped(&self) -> String {
        let dumped = Command::new(pg_dump())
            .args(["--inserts", "--no-owner", "--no-privileges", "--schema"])
            .args([&self.name, &self.server])
            .output()
            .expect("pg_dump");
        assert!(
            dumped.status.success(),
            "{}",
            String::from_utf8_lossy(&dumped.stderr)
        );
        let text = String::from_utf8(dumped.stdout).expect("a text");
        // What begins with a backslash speaks to psql, not to the server.
        let lines = text.lines().filter(|line| !line.starts_with('\\'));
        lines.collect::<Vec<_>>().join("\n")
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

/// Debian keeps the programs of PostgreSQL out of the PATH, one folder per version.
fn pg_dump() -> std::path::PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql");
    let found = versions.ok().and_then(|versions| {
        let programs =
            versions.filter_map(|version| Some(version.ok()?.path().join("bin/pg_dump")));
        programs.filter(|program| program.exists()).max()
    });
    found.unwrap_or_else(|| "pg_dump".into())
}

//! A town on a database that the real binary serves, and looks at the database from outside.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;

use parvis_store::{Engine, Location, Store, Vault};
use parvis_testkit::{Door, TestStore};

use crate::process::{Server, door_to, free_address, parvis};
use crate::town::Town;

/// The key of the databases of the tests.
const KEY: [u8; 32] = [42; 32];

/// Nobody waits for a bucket of tries to fill.
const NO_LIMITS: &str = "\
[limits]
draft = { burst = 1000000, every_seconds = 1 }
deposit = { burst = 1000000, every_seconds = 1 }
message = { burst = 1000000, every_seconds = 1 }
";

/// A furnished database, and the address where the binary serves it.
pub struct Ground {
    pub kit: TestStore,
    pub address: SocketAddr,
    data: PathBuf,
    host: String,
}

impl Ground {
    /// Furnishes a fresh database; then nothing of this process holds it open.
    pub fn on(engine: Engine) -> Self {
        Self::of(TestStore::on(engine, &[&parvis_server::migrations()]))
    }

    /// Furnishes this database.
    pub fn of(kit: TestStore) -> Self {
        let town = Town::build(kit);
        let host = town.rochebrune.organisation.host.clone().unwrap();
        let kit = town.test;
        kit.store.close();
        if let Location::Sqlite(path) = kit.location() {
            std::fs::rename(path, kit.folder().join("parvis.sqlite")).unwrap();
        }
        std::fs::write(kit.folder().join("parvis.toml"), NO_LIMITS).unwrap();
        Self {
            data: kit.folder().to_owned(),
            kit,
            address: free_address(),
            host,
        }
    }

    /// The data folder.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// Moves the data folder elsewhere: to another disk.
    pub fn move_to(&mut self, elsewhere: &Path) {
        for name in ["parvis.sqlite", "parvis.toml"] {
            std::fs::copy(self.data.join(name), elsewhere.join(name)).unwrap();
        }
        elsewhere.clone_into(&mut self.data);
    }

    /// The binary, as this database is served: behind a proxy that terminates TLS.
    pub fn command(&self) -> Command {
        let mut command = parvis(self.data());
        let key: String = KEY.iter().map(|byte| format!("{byte:02x}")).collect();
        command
            .env("PARVIS_MASTER_KEY", key)
            .env("PARVIS_TRUSTED_PROXIES", "127.0.0.1")
            .env("PARVIS_CONFIG", self.data().join("parvis.toml"));
        if let Location::Postgres(url) = self.kit.location() {
            command.env("PARVIS_DATABASE", url);
        }
        command
    }

    /// Serves; answers once it is ready.
    pub fn serve(&self) -> Server {
        let server = Server::at(self.address, self.command(), &[]);
        let ready = server.get("/health/ready");
        assert!(ready.starts_with("HTTP/1.1 200"), "{ready}");
        server
    }

    /// What the proxy in front of the server sends it.
    pub fn door(&self) -> Door {
        self.through(door_to(self.address))
    }

    /// The same, to another server on this database.
    pub fn door_of(&self, server: &Server) -> Door {
        self.through(door_to(server.address))
    }

    fn through(&self, door: Door) -> Door {
        door.saying("x-forwarded-proto", "https")
            .saying("host", &self.host)
    }

    /// The database, opened from outside.
    pub fn look(&self) -> Store {
        let location = match self.kit.location() {
            Location::Sqlite(_) => Location::Sqlite(self.data().join("parvis.sqlite")),
            postgres => postgres.clone(),
        };
        Store::open(&location, Vault::from_bytes(KEY)).unwrap()
    }
}

/// An engine, as people call it.
pub const fn name_of(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "SQLite",
        Engine::Postgres => "PostgreSQL",
    }
}

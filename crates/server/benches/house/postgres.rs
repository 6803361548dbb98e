//! A PostgreSQL of our own that waits for the disk, and a fresh database for each installation.

use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context, Result, ensure};
use postgres::{Client, NoTls};

use crate::cleanup;

/// The script that starts and stops it.
pub const SCRIPT: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../scripts/postgres-for-tests.sh"
);

/// A running PostgreSQL. Stopped, and its folder removed, when dropped.
pub struct Postgres {
    folder: PathBuf,
    address: String,
    /// Its version.
    pub version: String,
}

impl Postgres {
    /// Starts it, and checks that a commit waits for the disk.
    pub fn start() -> Result<Self> {
        let output = Command::new(SCRIPT)
            .args(["start", "durable"])
            .output()
            .context(SCRIPT)?;
        let problem = String::from_utf8_lossy(&output.stderr).into_owned();
        ensure!(
            output.status.success(),
            "PostgreSQL did not start: {problem}"
        );
        let said = String::from_utf8(output.stdout)?;
        let mut lines = said.lines().map(str::to_owned);
        let folder: PathBuf = lines.next().context("no folder")?.into();
        cleanup::postgres(&folder);
        let mut started = Self {
            folder,
            address: lines.next().context("no address")?,
            version: String::new(),
        };
        started.version = started.shown("server_version")?;
        for setting in ["fsync", "synchronous_commit", "full_page_writes"] {
            let value = started.shown(setting)?;
            ensure!(
                value == "on",
                "{setting} is {value}: nothing measured would be durable"
            );
        }
        Ok(started)
    }

    /// `PostgreSQL 15.18`.
    pub fn name(&self) -> String {
        let version = self.version.split(' ').next().unwrap_or_default();
        format!("PostgreSQL {version}")
    }

    fn shown(&self, setting: &str) -> Result<String> {
        let mut client = Client::connect(&self.address, NoTls)?;
        let row = client.query_one("SELECT current_setting($1)", &[&setting])?;
        Ok(row.get(0))
    }

    /// The address of a new, empty database.
    pub fn database(&self) -> Result<String> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("bench_{}", NEXT.fetch_add(1, Ordering::Relaxed));
        let mut client = Client::connect(&self.address, NoTls)?;
        client.batch_execute(&format!("CREATE DATABASE {name}"))?;
        let (server, _) = self
            .address
            .rsplit_once('/')
            .context("an address without database")?;
        Ok(format!("{server}/{name}"))
    }

    /// Its first process: the others are its children.
    pub fn pid(&self) -> Result<u32> {
        let text = std::fs::read_to_string(self.folder.join("data/postmaster.pid"))?;
        let first = text.lines().next().context("an empty postmaster.pid")?;
        Ok(first.trim().parse()?)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        cleanup::stop_postgres(&self.folder);
    }
}

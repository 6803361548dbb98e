//! A database that is locked, gone, read-only, or that restarts while people deposit.

use std::path::PathBuf;
use std::process::Command;
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use http::StatusCode;
use parvis_store::{Engine, Sql, StoreError};
use parvis_testkit::{TestStore, bad_day, engines};

use super::deposits::{missing, whole};
use super::ground::Ground;
use super::visitor::Visitor;
use crate::town::PNG;

/// Tries of somebody who comes back: about half a minute.
const PATIENCE: usize = 120;

/// A PostgreSQL of our own, until it is dropped.
struct OwnServer {
    folder: String,
    url: String,
}

fn script(words: &[&str]) -> String {
    let path: PathBuf = [
        env!("CARGO_MANIFEST_DIR"),
        "../../scripts/postgres-for-tests.sh",
    ]
    .iter()
    .collect();
    let output = Command::new(path).args(words).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

impl OwnServer {
    fn start() -> Self {
        let said = script(&["start"]);
        let mut lines = said.lines().map(str::to_owned);
        Self {
            folder: lines.next().unwrap(),
            url: lines.next().unwrap(),
        }
    }

    /// Stops it as a power cut does, and starts it again.
    fn restart(&self) {
        script(&["restart", &self.folder]);
    }

    fn run(&self, sql: &str) {
        let mut client = postgres::Client::connect(&self.url, postgres::NoTls).unwrap();
        client.batch_execute(sql).unwrap();
    }
}

impl Drop for OwnServer {
    fn drop(&mut self) {
        script(&["stop", &self.folder]);
    }
}

fn asked_for(engine: Engine) -> bool {
    engines().contains(&engine)
}

#[test]
fn a_postgresql_that_restarts_under_load_loses_nothing_that_was_acknowledged() {
    if !asked_for(Engine::Postgres) {
        return;
    }
    let own = OwnServer::start();
    let kit = TestStore::on_server(&own.url, &[&parvis_server::migrations()]);
    let ground = Ground::of(kit);
    let mut server = ground.serve();
    let (acknowledged, told_later) = (Mutex::new(Vec::new()), Mutex::new(0));
    let until = Instant::now() + Duration::from_secs(6);
    let door = ground.door();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while Instant::now() < until {
                    let mut visitor = Visitor::patient(door.browser(), PATIENCE);
                    let deposited = visitor.report(PNG).expect("an answer in the end");
                    acknowledged.lock().unwrap().push(deposited.number);
                    *told_later.lock().unwrap() += visitor.told_later.len();
                }
            });
        }
        for _ in 0..2 {
            std::thread::sleep(Duration::from_millis(1700));
            own.restart();
        }
    });
    let ready = server.get("/health/ready");
    assert!(ready.starts_with("HTTP/1.1 200"), "{ready}");
    server.kill();
    let (acknowledged, there) = (acknowledged.into_inner().unwrap(), whole(&ground));
    assert_eq!(missing(&acknowledged, &there), Vec::<String>::new());
    bad_day(
        "PostgreSQL is stopped at once and started again, twice, while four people deposit",
        &format!(
            "{} receipts promised, all there, each once; {} pages said in French to try again, and trying again was enough; no half act; the server was not restarted",
            acknowledged.len(),
            told_later.into_inner().unwrap()
        ),
    );
    drop(ground);
}

#[test]
fn a_postgresql_that_only_reads_is_said_to_be_unavailable() {
    if !asked_for(Engine::Postgres) {
        return;
    }
    let own = OwnServer::start();
    let kit = TestStore::on_server(&own.url, &[&parvis_server::migrations()]);
    let ground = Ground::of(kit);
    let mut server = ground.serve();
    let door = ground.door();
    // What a standby answers, on a server that is none: every table refuses to be written.
    let (refuse, accept) = (
        "CREATE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql AS \
         $$ BEGIN RAISE EXCEPTION 'read-only' USING ERRCODE = '25006'; END $$; \
         CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON {}.sessions EXECUTE FUNCTION public.refuse()",
        "DROP FUNCTION public.refuse() CASCADE",
    );
    let schema = schema_of(&ground);
    own.run(&refuse.replace("{}", &schema));
    let mut visitor = Visitor::hasty(door.browser());
    assert!(visitor.report(PNG).is_none());
    assert_eq!(visitor.told_later.len(), 1);
    own.run(accept);
    let deposited = Visitor::hasty(door.browser()).report(PNG);
    server.kill();
    let there = whole(&ground);
    assert_eq!(there, [deposited.unwrap().number]);
    bad_day(
        READ_ONLY,
        "PostgreSQL (each write answers 25006, as a standby does): the page says in French to come back; deposits again as soon as it writes",
    );
    drop(ground);
}

const READ_ONLY: &str = "the database is read-only";

fn schema_of(ground: &Ground) -> String {
    let location = match ground.kit.location() {
        parvis_store::Location::Postgres(url) => url.clone(),
        parvis_store::Location::Sqlite(_) => panic!("SQLite has no schema"),
    };
    location.rsplit("%3D").next().unwrap().to_owned()
}

#[test]
fn a_database_locked_by_somebody_else_is_said_to_be_busy_and_serves_again() {
    let ground = Ground::on(Engine::Sqlite);
    let mut server = ground.serve();
    let other = ground.look();
    let (release, released) = channel::<()>();
    let released = Arc::new(Mutex::new(released));
    let door = ground.door();
    let (mut told_later, mut waited) = (0, Duration::ZERO);
    std::thread::scope(|scope| {
        let holder = scope.spawn(|| {
            other.write_blocking(move |_| {
                let _ = released.lock().unwrap().recv();
                Ok::<_, StoreError>(())
            })
        });
        std::thread::sleep(Duration::from_millis(200));
        let began = Instant::now();
        let mut visitor = Visitor::hasty(door.browser());
        assert!(visitor.report(PNG).is_none());
        told_later += visitor.told_later.len();
        waited += began.elapsed();
        release.send(()).unwrap();
        holder.join().unwrap().unwrap();
    });
    assert_eq!(told_later, 1);
    let deposited = Visitor::hasty(door.browser()).report(PNG).unwrap();
    server.kill();
    other.close();
    assert_eq!(whole(&ground), [deposited.number]);
    bad_day(
        "another process holds the lock of the database",
        &format!(
            "SQLite: the page waits {} s, then says in French to come back; deposits again once the lock is given back",
            waited.as_secs()
        ),
    );
}

#[test]
fn a_database_that_was_removed_acknowledges_nothing_until_it_is_back() {
    let ground = Ground::on(Engine::Sqlite);
    let mut server = ground.serve();
    let door = ground.door();
    let before = Visitor::hasty(door.browser()).report(PNG).unwrap();
    let (home, away) = (
        ground.data().join("parvis.sqlite"),
        ground.data().join("away"),
    );
    std::fs::rename(&home, &away).unwrap();
    let mut visitor = Visitor::hasty(door.browser());
    assert!(visitor.report(PNG).is_none());
    assert_eq!(visitor.told_later.len(), 1);
    let ready = server.get("/health/ready");
    assert!(ready.starts_with("HTTP/1.1 503"), "{ready}");
    assert!(!home.exists(), "an empty database took its place");
    std::fs::rename(&away, &home).unwrap();
    let after = Visitor::hasty(door.browser()).report(PNG).unwrap();
    server.kill();
    let (there, acknowledged) = (whole(&ground), [before.number, after.number]);
    assert_eq!(missing(&acknowledged, &there), Vec::<String>::new());
    bad_day(
        "the file of the database is moved away while it is served",
        "SQLite: nothing is acknowledged into a file that nobody would find again, `/health/ready` says 503, the page says in French to come back; serves again once the file is back",
    );
}

/// Refuses every write on this connection, as a disk that was mounted again after an error does: for good, since
/// taking it back would be a write.
const ONLY_READ: Sql = Sql("PRAGMA query_only = 1");

#[test]
fn a_database_that_only_reads_is_said_to_be_unavailable() {
    let kit = TestStore::on(Engine::Sqlite, &[&parvis_server::migrations()]);
    let town = crate::town::Town::build(kit);
    let set = town
        .house
        .store
        .write_blocking(|tx| tx.query(ONLY_READ, &[], |row| row.int(0)));
    let _: Vec<i64> = set.unwrap_or_else(|error: StoreError| panic!("{error}"));
    let mut visitor = Visitor::hasty(town.rochebrune.browser());
    assert!(visitor.report(PNG).is_none());
    let home = town.rochebrune.browser().get("/demarches");
    assert_eq!(home.status, StatusCode::OK);
    assert_eq!(
        visitor.told_later[0].status,
        StatusCode::SERVICE_UNAVAILABLE
    );
    bad_day(
        READ_ONLY,
        "SQLite: the page says in French to come back; what only reads is still served",
    );
}

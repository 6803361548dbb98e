//! Prints how many acts per second are kept, with 1, 8 and 64 clients that each wait for their answer.
//!
//! One act is a row of a case and a row of its trace, committed to the disk. The folder given (by default a temporary
//! one, which may be in memory) decides which disk; PARVIS_BENCH_POSTGRES adds PostgreSQL.
//!
//! `cargo run --release --package parvis-store --example throughput -- FOLDER`

use std::path::PathBuf;
use std::time::{Duration, Instant};

use parvis_store::{Location, Migration, Sql, Store, StoreError, Vault};
use uuid::Uuid;

const TABLES: Migration = Migration {
    room: "throughput",
    number: 1,
    name: "cases and traces",
    sql: "CREATE TABLE cases (id TEXT NOT NULL PRIMARY KEY, answers TEXT NOT NULL);
          CREATE TABLE traces (id TEXT NOT NULL PRIMARY KEY, subject TEXT NOT NULL, verb TEXT NOT NULL)",
};
const ADD_CASE: Sql = Sql("INSERT INTO cases (id, answers) VALUES ($1, $2)");
const ADD_TRACE: Sql = Sql("INSERT INTO traces (id, subject, verb) VALUES ($1, $2, $3)");

const LASTS: Duration = Duration::from_secs(3);

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let given = std::env::args_os().nth(1).map(PathBuf::from);
    let temporary = tempfile::tempdir()?;
    let folder = given.unwrap_or_else(|| temporary.path().to_owned());
    let file = folder.join(format!("throughput-{}.db", std::process::id()));
    measure(&Location::Sqlite(file))?;
    if let Ok(url) = std::env::var("PARVIS_BENCH_POSTGRES") {
        measure(&Location::Postgres(url))?;
    }
    Ok(())
}

fn measure(location: &Location) -> Result<(), Box<dyn std::error::Error>> {
    let store = Store::open(location, Vault::from_bytes([0; 32]))?;
    store.migrate(&[TABLES])?;
    let runtime = tokio::runtime::Runtime::new()?;
    for clients in [1, 8, 64] {
        let kept = runtime.block_on(run(&store, clients))?;
        let rate = kept / LASTS.as_secs();
        println!(
            "{:10} {clients:3} clients {rate:7} acts/s",
            store.engine().name()
        );
    }
    store.close();
    Ok(())
}

async fn run(store: &Store, clients: usize) -> Result<u64, Box<dyn std::error::Error>> {
    let end = Instant::now() + LASTS;
    let working: Vec<_> = (0..clients)
        .map(|_| tokio::spawn(client(store.clone(), end)))
        .collect();
    let mut kept = 0;
    for client in working {
        kept += client.await??;
    }
    Ok(kept)
}

async fn client(store: Store, end: Instant) -> Result<u64, StoreError> {
    let answers = "x".repeat(600);
    let mut kept = 0;
    while Instant::now() < end {
        let (case, trace, answers) = (Uuid::now_v7(), Uuid::now_v7(), answers.clone());
        store
            .write(move |tx| {
                tx.execute(ADD_CASE, &[case.into(), (&answers).into()])?;
                tx.execute(
                    ADD_TRACE,
                    &[trace.into(), case.into(), "case.created".into()],
                )
            })
            .await?;
        kept += 1;
    }
    Ok(kept)
}

//! What was answered survives a process killed at any point.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use parvis_store::{Location, Options, Sql, Store};

use crate::house::{Outcome, Place, TOWNS, engines, vault};

const ADD: Sql = Sql("INSERT INTO towns (code) VALUES ($1)");
const FIND: Sql = Sql("SELECT code FROM towns WHERE code = $1");

/// The address of the database of the process to be killed.
const ADDRESS: &str = "PARVIS_TEST_KILLED";

#[test]
fn every_act_answered_before_the_process_was_killed_is_kept() {
    if let Ok(address) = std::env::var(ADDRESS) {
        return write_until_killed(&address);
    }
    for engine in engines() {
        println!("on {}", engine.name());
        let place = Place::on(engine);
        let store = place.open_with(&Options::default());
        store.migrate(&[TOWNS]).unwrap();
        store.close();
        let answered = kill_while_writing(&place, 300);
        let store = place.open_with(&Options::default());
        for code in answered {
            let found: Outcome<String> =
                store.read_blocking(move |tx| tx.one(FIND, &[(&code).into()], |row| row.text(0)));
            found.unwrap();
        }
        store.close();
    }
}

/// Runs this very test in another process, reads what it was answered, and kills it.
fn kill_while_writing(place: &Place, answers: usize) -> Vec<String> {
    let (engine, address) = match &place.location {
        Location::Sqlite(path) => ("sqlite", path.to_str().unwrap()),
        Location::Postgres(url) => ("postgres", url.as_str()),
    };
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "killed::every_act_answered_before_the_process_was_killed_is_kept",
            "--nocapture",
        ])
        .env(ADDRESS, format!("{engine} {address}"))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let codes = lines
        .map_while(Result::ok)
        .filter_map(|line| line.strip_prefix("kept ").map(str::to_owned));
    let answered: Vec<_> = codes.take(answers).collect();
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(answered.len(), answers);
    answered
}

/// The other process: sixteen clients that write, each telling what it was answered.
fn write_until_killed(address: &str) {
    let location = match address.split_once(' ').unwrap() {
        ("sqlite", path) => Location::Sqlite(path.into()),
        (_, url) => Location::Postgres(url.to_owned()),
    };
    let store = Store::open(&location, vault()).unwrap();
    std::thread::scope(|scope| {
        for client in 0..16 {
            let store = store.clone();
            scope.spawn(move || {
                for number in 0.. {
                    let code = format!("{client}-{number}");
                    let text = code.clone();
                    let kept: Outcome<u64> =
                        store.write_blocking(move |tx| tx.execute(ADD, &[(&text).into()]));
                    kept.unwrap();
                    println!("kept {code}");
                }
            });
        }
    });
}

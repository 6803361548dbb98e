//! What can only happen with a server: lost connections, deadlocks, an unfit database.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;

use parvis_store::{Engine, Location, Options, Sql, Store, StoreError};

use crate::house::{Outcome, Place, TOWNS, administer, engines, url, vault};

const ADD: Sql = Sql("INSERT INTO towns (code) VALUES ($1)");
const GROW: Sql = Sql("UPDATE towns SET people = people + 1 WHERE code = $1");
const TOTAL: Sql = Sql("SELECT CAST(SUM(people) AS BIGINT) FROM towns");
const NAMES: Sql = Sql("SELECT name FROM towns WHERE code = $1");
const LOCK: Sql = Sql("SELECT code FROM towns WHERE code = $1 FOR UPDATE");
const WAITER: Sql = Sql("SELECT CAST(pg_backend_pid() AS BIGINT)");
const COLLIDE: Sql = Sql("DO $$ BEGIN RAISE SQLSTATE '40001'; END $$");
const FILL: Sql = Sql("DO $$ BEGIN RAISE SQLSTATE '53100'; END $$");

fn on_postgres(test: impl Fn(&Place, &Store)) {
    if engines().contains(&Engine::Postgres) {
        let place = Place::on(Engine::Postgres);
        let store = place.open_with(&Options::default());
        store.migrate(&[TOWNS]).unwrap();
        test(&place, &store);
        store.close();
    }
}

/// Ends the connections of a place, as a restart of the server does.
fn hang_up(place: &Place) {
    let name = place.name();
    administer(
        &url(),
        &format!(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = '{name}'"
        ),
    );
}

fn add(store: &Store, code: &'static str) -> Outcome {
    store.write_blocking(move |tx| tx.execute(ADD, &[code.into()]).map(drop))
}

#[test]
fn a_connection_lost_while_idle_is_not_noticed() {
    on_postgres(|place, store| {
        for code in ["1", "2", "3", "4", "5", "6"] {
            hang_up(place);
            add(store, code).unwrap();
            hang_up(place);
            let read: Outcome<Option<i64>> =
                store.read_blocking(|tx| tx.one(TOTAL, &[], |row| row.opt_int(0)));
            assert_eq!(read, Ok(Some(0)));
        }
    });
}

#[test]
fn a_connection_lost_during_an_act_fails_it_and_the_next_one_works() {
    on_postgres(|place, store| {
        let meeting = Arc::new(Barrier::new(2));
        thread::scope(|scope| {
            let inside = Arc::clone(&meeting);
            let act = scope.spawn(move || -> Outcome {
                store.write_blocking(move |tx| {
                    tx.execute(ADD, &["1".into()])?;
                    inside.wait();
                    inside.wait();
                    let _looked_away = tx.execute(ADD, &["2".into()]);
                    // The connection is gone: this may not run on another one, outside of the transaction.
                    let _looked_away = tx.execute(ADD, &["3".into()]);
                    Ok(())
                })
            });
            meeting.wait();
            hang_up(place);
            meeting.wait();
            let outcome = act.join().unwrap();
            assert!(
                matches!(outcome, Err(StoreError::Unavailable(_))),
                "{outcome:?}"
            );
        });
        for code in ["1", "2", "3"] {
            add(store, code).unwrap();
        }
    });
}

#[test]
fn a_connection_lost_at_the_commit_is_said_and_never_run_again() {
    on_postgres(|place, store| {
        let tries = Arc::new(AtomicU32::new(0));
        let (counted, meeting) = (Arc::clone(&tries), Arc::new(Barrier::new(2)));
        thread::scope(|scope| {
            let inside = Arc::clone(&meeting);
            let act = scope.spawn(move || -> Outcome {
                store.write_blocking(move |tx| {
                    counted.fetch_add(1, Ordering::SeqCst);
                    tx.execute(ADD, &["1".into()])?;
                    inside.wait();
                    inside.wait();
                    Ok(())
                })
            });
            meeting.wait();
            hang_up(place);
            meeting.wait();
            let Err(StoreError::Unavailable(message)) = act.join().unwrap() else {
                panic!("the commit was answered")
            };
            assert!(message.contains("unknown"), "{message}");
        });
        assert_eq!(tries.load(Ordering::SeqCst), 1);
    });
}

#[test]
fn acts_in_a_deadlock_both_end_well() {
    on_postgres(|_, store| {
        add(store, "1").unwrap();
        add(store, "2").unwrap();
        let meeting = Arc::new(Barrier::new(2));
        thread::scope(|scope| {
            for (first, second) in [("1", "2"), ("2", "1")] {
                let meeting = Arc::clone(&meeting);
                let tries = AtomicU32::new(0);
                scope.spawn(move || {
                    let grown: Outcome = store.write_blocking(move |tx| {
                        tx.execute(GROW, &[first.into()])?;
                        if tries.fetch_add(1, Ordering::SeqCst) == 0 {
                            meeting.wait();
                        }
                        tx.execute(GROW, &[second.into()]).map(drop)
                    });
                    grown.unwrap();
                });
            }
        });
        let total: Outcome<i64> = store.read_blocking(|tx| tx.one(TOTAL, &[], |row| row.int(0)));
        assert_eq!(total, Ok(4));
    });
}

#[test]
fn an_act_in_the_way_of_others_runs_again_until_it_passes() {
    on_postgres(|_, store| {
        let tries = AtomicU32::new(0);
        let outcome: Outcome<u32> = store.write_blocking(move |tx| {
            tx.execute(ADD, &["1".into()])?;
            let attempt = tries.fetch_add(1, Ordering::SeqCst);
            if attempt < 3 {
                tx.execute(COLLIDE, &[])?;
            }
            Ok(attempt)
        });
        assert_eq!(outcome, Ok(3));
    });
}

#[test]
fn an_act_always_in_the_way_is_given_up() {
    on_postgres(|_, store| {
        let outcome: Outcome = store.write_blocking(|tx| tx.execute(COLLIDE, &[]).map(drop));
        assert_eq!(outcome, Err(StoreError::Contention));
    });
}

#[test]
fn a_full_disk_of_the_server_is_said_as_such() {
    on_postgres(|_, store| {
        let outcome: Outcome = store.write_blocking(|tx| tx.execute(FILL, &[]).map(drop));
        assert_eq!(outcome, Err(StoreError::Full));
    });
}

#[test]
fn a_lock_held_too_long_is_given_up() {
    on_postgres(|place, store| {
        add(store, "1").unwrap();
        let Location::Postgres(address) = &place.location else {
            panic!("PostgreSQL has an address")
        };
        let other = Store::open(&Location::Postgres(address.clone()), vault()).unwrap();
        let meeting = Arc::new(Barrier::new(2));
        thread::scope(|scope| {
            let inside = Arc::clone(&meeting);
            scope.spawn(move || {
                let held: Outcome = other.write_blocking(move |tx| {
                    tx.one(LOCK, &["1".into()], |row| row.text(0))?;
                    inside.wait();
                    inside.wait();
                    Ok(())
                });
                held.unwrap();
            });
            meeting.wait();
            let outcome = store.write_blocking(|tx| {
                tx.execute(Sql("SET LOCAL lock_timeout = '100ms'"), &[])?;
                tx.execute(GROW, &["1".into()])
            });
            meeting.wait();
            assert!(
                matches!(outcome, Err(StoreError::Unavailable(_))),
                "{outcome:?}"
            );
        });
    });
}

#[test]
fn a_table_changed_by_a_newer_program_does_not_break_prepared_statements() {
    on_postgres(|place, store| {
        let names = |store: &Store| -> Outcome<Vec<Option<String>>> {
            store.write_blocking(|tx| tx.query(NAMES, &["1".into()], |row| row.opt_text(0)))
        };
        add(store, "1").unwrap();
        for _ in 0..8 {
            names(store).unwrap();
        }
        let schema = place.name();
        administer(
            &url(),
            &format!("ALTER TABLE {schema}.towns ALTER COLUMN name TYPE VARCHAR(80)"),
        );
        for _ in 0..8 {
            assert_eq!(names(store), Ok(vec![None]));
        }
    });
}

#[test]
fn the_asynchronous_face_works_inside_a_runtime() {
    on_postgres(|_, store| {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            store.migrate(&[TOWNS]).unwrap();
            let pid: i64 = store
                .write(|tx| tx.one(WAITER, &[], |row| row.int(0)))
                .await
                .map_err(|error: StoreError| error)
                .unwrap();
            assert!(pid > 0);
        });
    });
}

#[test]
fn a_database_that_would_sort_otherwise_is_refused() {
    if !engines().contains(&Engine::Postgres) {
        return;
    }
    let pid = std::process::id();
    let unfit = [
        ("ascii", "ENCODING 'SQL_ASCII' LOCALE 'C'", "encoding"),
        (
            "icu",
            "ENCODING 'UTF8' LOCALE 'C.UTF-8' LOCALE_PROVIDER icu ICU_LOCALE 'fr'",
            "collation",
        ),
    ];
    for (name, how, cause) in unfit {
        let database = format!("unfit_{name}_{pid}");
        administer(&url(), &format!("DROP DATABASE IF EXISTS {database}"));
        administer(
            &url(),
            &format!("CREATE DATABASE {database} TEMPLATE template0 {how}"),
        );
        let address = url().replace("/postgres", &format!("/{database}"));
        let refused = Store::open(&Location::Postgres(address), vault()).err();
        administer(&url(), &format!("DROP DATABASE {database} (FORCE)"));
        let Some(StoreError::Unfit(message)) = refused else {
            panic!("{refused:?}")
        };
        assert!(message.contains(cause), "{message}");
    }
}

#[test]
fn an_address_that_answers_nothing_is_said_without_its_password() {
    let address = "postgresql://parvis:secret@127.0.0.1:1/parvis".to_owned();
    let refused = Store::open(&Location::Postgres(address), vault())
        .err()
        .unwrap();
    assert!(matches!(refused, StoreError::Unavailable(_)));
    assert!(!format!("{refused} {refused:?}").contains("secret"));
}

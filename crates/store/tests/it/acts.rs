//! Acts and views: what is kept, what is undone, what is seen.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;

use parvis_store::{ConstraintKind, Options, Sql, Store, StoreError, Tx, Value};

use crate::house::{Outcome, on_both, on_both_with};

const ADD: Sql = Sql("INSERT INTO towns (code, name) VALUES ($1, $2)");
const ADD_STREET: Sql = Sql("INSERT INTO streets (town, name) VALUES ($1, $2)");
const COUNT: Sql = Sql("SELECT CAST(COUNT(*) AS BIGINT) FROM towns");
const NAME: Sql = Sql("SELECT name FROM towns WHERE code = $1");
const RENAME: Sql = Sql("UPDATE towns SET name = $3 WHERE code = $1 AND version = $2");
const RENAME_ONCE: Sql =
    Sql("UPDATE towns SET name = $3, version = version + 1 WHERE code = $1 AND version = $2");
const GROW: Sql = Sql("UPDATE towns SET people = people + $2 WHERE code = $1");
const PEOPLE: Sql = Sql("SELECT people FROM towns WHERE code = $1");
const ADD_RETURNING: Sql = Sql("INSERT INTO towns (code, name) VALUES ($1, $2) RETURNING code");

fn add(tx: &mut Tx<'_>, code: &str) -> Outcome {
    tx.execute(ADD, &[code.into(), "Ville".into()]).map(drop)
}

fn count(store: &Store) -> i64 {
    store
        .read_blocking(|tx| tx.one(COUNT, &[], |row| row.int(0)))
        .unwrap()
}

#[test]
fn parameters_are_bound_by_their_number_in_whatever_order_they_appear() {
    on_both(|store| {
        let touched: Outcome<u64> = store.write_blocking(|tx| {
            add(tx, "35238")?;
            tx.execute(RENAME, &["35238".into(), 0_i64.into(), "Rennes".into()])
        });
        assert_eq!(touched, Ok(1));
        let name: Outcome<String> =
            store.read_blocking(|tx| tx.one(NAME, &["35238".into()], |row| row.text(0)));
        assert_eq!(name.unwrap(), "Rennes");
    });
}

#[test]
fn an_update_of_an_old_version_touches_nothing() {
    on_both(|store| {
        let rename = |version: i64, name: &'static str| -> Outcome<u64> {
            store.write_blocking(move |tx| {
                tx.execute(RENAME_ONCE, &["1".into(), version.into(), name.into()])
            })
        };
        store.write_blocking(|tx| add(tx, "1")).unwrap();
        assert_eq!(rename(0, "the first to come"), Ok(1));
        assert_eq!(rename(0, "the one who read before"), Ok(0));
        assert_eq!(rename(1, "the one who read after"), Ok(1));
    });
}

#[test]
fn an_act_that_fails_leaves_nothing() {
    on_both(|store| {
        let refused: Outcome = store.write_blocking(|tx| {
            add(tx, "1")?;
            Err(StoreError::NoRow)
        });
        assert_eq!(refused, Err(StoreError::NoRow));
        assert_eq!(count(store), 0);
    });
}

#[test]
fn an_act_that_panics_leaves_nothing_and_the_next_one_works() {
    on_both(|store| {
        let refused: Outcome = store.write_blocking(|tx| {
            add(tx, "1")?;
            panic!("a mistake of ours");
        });
        assert_eq!(refused, Err(StoreError::Panicked));
        let refused: Outcome = store.read_blocking(|_| panic!("another one"));
        assert_eq!(refused, Err(StoreError::Panicked));
        store.write_blocking(|tx| add(tx, "2")).unwrap();
        assert_eq!(count(store), 1);
    });
}

#[test]
fn a_statement_that_fails_ends_its_transaction_even_when_the_act_looks_away() {
    on_both(|store| {
        store.write_blocking(|tx| add(tx, "1")).unwrap();
        let refused: Outcome = store.write_blocking(|tx| {
            add(tx, "2")?;
            let _looked_away = add(tx, "1");
            assert!(add(tx, "3").is_err());
            Ok(())
        });
        let expected = ConstraintKind::Unique;
        assert!(matches!(refused, Err(StoreError::Constraint { kind, .. }) if kind == expected));
        assert_eq!(count(store), 1);
    });
}

#[test]
fn each_constraint_says_which_sort_it_is() {
    on_both(|store| {
        let kind = |outcome: Outcome<u64>| match outcome {
            Err(StoreError::Constraint { kind, .. }) => kind,
            other => panic!("{other:?}"),
        };
        let street = |town: Value| {
            kind(store.write_blocking(move |tx| {
                tx.execute(ADD_STREET, &[town.clone(), "Rue du Four".into()])
            }))
        };
        assert_eq!(street("nowhere".into()), ConstraintKind::ForeignKey);
        assert_eq!(street(Value::Null), ConstraintKind::NotNull);
        let shrink = store.write_blocking(|tx| {
            add(tx, "1")?;
            tx.execute(GROW, &["1".into(), (-1_i64).into()])
        });
        assert_eq!(kind(shrink), ConstraintKind::Check);
    });
}

#[test]
fn sixty_four_writers_at_once_lose_no_count() {
    on_both(|store| {
        store.write_blocking(|tx| add(tx, "1")).unwrap();
        thread::scope(|scope| {
            for _ in 0..64 {
                scope.spawn(|| {
                    for _ in 0..5 {
                        let grown: Outcome<u64> = store
                            .write_blocking(|tx| tx.execute(GROW, &["1".into(), 1_i64.into()]));
                        assert_eq!(grown, Ok(1));
                    }
                });
            }
        });
        let people: Outcome<i64> =
            store.read_blocking(|tx| tx.one(PEOPLE, &["1".into()], |row| row.int(0)));
        assert_eq!(people, Ok(320));
    });
}

#[test]
fn a_view_sees_one_snapshot() {
    on_both(|store| {
        store.write_blocking(|tx| add(tx, "1")).unwrap();
        let meeting = Arc::new(Barrier::new(2));
        thread::scope(|scope| {
            let inside = Arc::clone(&meeting);
            let view = scope.spawn(move || -> Outcome<(i64, i64)> {
                store.read_blocking(move |tx| {
                    let before = tx.one(COUNT, &[], |row| row.int(0))?;
                    inside.wait();
                    inside.wait();
                    Ok((before, tx.one(COUNT, &[], |row| row.int(0))?))
                })
            });
            meeting.wait();
            store.write_blocking(|tx| add(tx, "2")).unwrap();
            meeting.wait();
            assert_eq!(view.join().unwrap(), Ok((1, 1)));
        });
        assert_eq!(count(store), 2);
    });
}

#[test]
fn a_view_cannot_write() {
    on_both(|store| {
        let plainly: Outcome = store.read_blocking(|tx| add(tx, "1"));
        assert_eq!(plainly, Err(StoreError::ReadOnly));
        let slyly: Outcome<Vec<String>> = store.read_blocking(|tx| {
            tx.query(ADD_RETURNING, &["1".into(), Value::Null], |row| row.text(0))
        });
        assert_eq!(slyly, Err(StoreError::ReadOnly));
        let rows: Outcome<Vec<String>> = store.write_blocking(|tx| {
            tx.query(ADD_RETURNING, &["1".into(), Value::Null], |row| row.text(0))
        });
        assert_eq!(rows, Ok(vec!["1".to_owned()]));
    });
}

#[test]
fn an_act_that_nobody_waits_for_any_more_counts_all_the_same() {
    let in_order = Options {
        writers: 1,
        ..Options::default()
    };
    on_both_with(&in_order, |store| {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            for number in 0..50 {
                let code = number.to_string();
                let act = store.write(move |tx| add(tx, &code));
                // Polled once, so that it is asked for, then forgotten.
                let _ = tokio::time::timeout(std::time::Duration::ZERO, act).await;
            }
            store.write(|tx| add(tx, "last")).await.unwrap();
        });
        assert_eq!(count(store), 51);
    });
}

#[test]
fn a_closed_store_serves_what_waits_and_refuses_what_comes() {
    on_both(|store| {
        let done = Arc::new(AtomicU32::new(0));
        thread::scope(|scope| {
            for number in 0..20 {
                let done = Arc::clone(&done);
                scope.spawn(move || {
                    let kept = store.write_blocking(move |tx| add(tx, &number.to_string()));
                    match kept {
                        Ok(()) => done.fetch_add(1, Ordering::SeqCst),
                        Err(StoreError::Unavailable(_)) => 0,
                        Err(other) => panic!("{other}"),
                    };
                });
            }
            store.close();
        });
        assert!(done.load(Ordering::SeqCst) <= 20);
        let refused: Outcome = store.write_blocking(|tx| add(tx, "late"));
        assert!(matches!(refused, Err(StoreError::Unavailable(_))));
    });
}

#[test]
fn too_many_waiting_acts_are_refused_at_once() {
    let options = Options {
        waiting: 2,
        writers: 1,
        ..Options::default()
    };
    on_both_with(&options, |store| {
        let (busy, free) = (Arc::new(Barrier::new(2)), Arc::new(Barrier::new(2)));
        thread::scope(|scope| {
            let (inside, outside) = (Arc::clone(&busy), Arc::clone(&free));
            scope.spawn(move || {
                let long: Outcome = store.write_blocking(move |_| {
                    inside.wait();
                    outside.wait();
                    Ok(())
                });
                long.unwrap();
            });
            busy.wait();
            let runtime = tokio::runtime::Runtime::new().unwrap();
            runtime.block_on(async {
                for code in ["1", "2"] {
                    let waiting = store.write(move |tx| add(tx, code));
                    let _ = tokio::time::timeout(std::time::Duration::ZERO, waiting).await;
                }
                let refused = store.write(|tx| add(tx, "3")).await;
                assert!(matches!(refused, Err(StoreError::Unavailable(_))));
            });
            free.wait();
        });
    });
}

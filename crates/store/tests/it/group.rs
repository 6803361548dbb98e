//! Acts that share one commit on SQLite.

use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::Duration;

use parvis_store::{Engine, Location, Options, Sql, Store, StoreError, Tx};

use crate::house::{Outcome, Place, TOWNS};

const ADD: Sql = Sql("INSERT INTO towns (code, arms) VALUES ($1, $2)");
const COUNT: Sql = Sql("SELECT CAST(COUNT(*) AS BIGINT) FROM towns");
const PAGES: Sql = Sql("PRAGMA page_count");
const HUNDRED_PAGES: Sql = Sql("PRAGMA max_page_count = 100");
const MANY_PAGES: Sql = Sql("PRAGMA max_page_count = 1000000");
const COMMIT: Sql = Sql("COMMIT");

type Act = Box<dyn Fn(&mut Tx<'_>) -> Outcome + Send>;

fn add(code: &'static str, size: usize) -> Act {
    Box::new(move |tx| {
        let arms = vec![7_u8; size];
        tx.execute(ADD, &[code.into(), arms.into()]).map(drop)
    })
}

fn on_sqlite(test: impl Fn(&Store)) {
    let place = Place::on(Engine::Sqlite);
    let store = place.open_with(&Options::default());
    store.migrate(&[TOWNS]).unwrap();
    test(&store);
    store.close();
}

fn count(store: &Store) -> i64 {
    store
        .read_blocking(|tx| tx.one(COUNT, &[], |row| row.int(0)))
        .unwrap()
}

/// Runs acts as one group: they wait together behind an act that holds the writer.
fn together(store: &Store, acts: Vec<Act>) -> Vec<Outcome> {
    asked_together(store, acts)
        .into_iter()
        .map(|answer| answer.recv().unwrap())
        .collect()
}

fn asked_together(store: &Store, acts: Vec<Act>) -> Vec<Receiver<Outcome>> {
    let (busy, free) = (Arc::new(Barrier::new(2)), Arc::new(Barrier::new(2)));
    let (inside, outside) = (Arc::clone(&busy), Arc::clone(&free));
    let holding = store.clone();
    thread::spawn(move || {
        let held: Outcome = holding.write_blocking(move |_| {
            inside.wait();
            outside.wait();
            Ok(())
        });
        held.unwrap();
    });
    busy.wait();
    let answers = acts
        .into_iter()
        .map(|act| {
            let (reply, answer) = channel();
            let store = store.clone();
            thread::spawn(move || reply.send(store.write_blocking(act)));
            // Lets it take its place before the next one comes.
            thread::sleep(Duration::from_millis(20));
            answer
        })
        .collect();
    free.wait();
    answers
}

#[test]
fn an_act_that_fails_or_panics_does_not_disturb_its_neighbours() {
    on_sqlite(|store| {
        let outcomes = together(
            store,
            vec![
                add("1", 1),
                Box::new(|tx| {
                    add("2", 1)(tx)?;
                    Err(StoreError::NoRow)
                }),
                add("1", 1),
                Box::new(|tx| {
                    add("3", 1)(tx)?;
                    panic!("a mistake of ours")
                }),
                add("4", 1),
            ],
        );
        assert_eq!(outcomes[0], Ok(()));
        assert_eq!(outcomes[1], Err(StoreError::NoRow));
        assert!(matches!(outcomes[2], Err(StoreError::Constraint { .. })));
        assert_eq!(outcomes[3], Err(StoreError::Panicked));
        assert_eq!(outcomes[4], Ok(()));
        assert_eq!(count(store), 2);
    });
}

#[test]
fn nothing_is_acknowledged_before_the_commit_of_the_group() {
    on_sqlite(|store| {
        let (reached, end) = (Arc::new(Barrier::new(2)), Arc::new(Barrier::new(2)));
        let (inside, outside) = (Arc::clone(&reached), Arc::clone(&end));
        let answers = asked_together(
            store,
            vec![
                add("1", 1),
                Box::new(move |_| {
                    inside.wait();
                    outside.wait();
                    Ok(())
                }),
            ],
        );
        reached.wait();
        // The first act has run; the second still runs.
        assert!(answers[0].recv_timeout(Duration::from_millis(200)).is_err());
        assert_eq!(count(store), 0);
        end.wait();
        assert_eq!(answers[0].recv().unwrap(), Ok(()));
        assert_eq!(count(store), 1);
    });
}

#[test]
fn a_full_disk_fails_the_whole_group_and_writing_works_again_when_there_is_room() {
    on_sqlite(|store| {
        let limit = |sql: Sql| -> Outcome<i64> {
            store.write_blocking(move |tx| tx.one(sql, &[], |row| row.int(0)))
        };
        store.write_blocking(add("0", 1)).unwrap();
        assert!(limit(PAGES).unwrap() < 100);
        limit(HUNDRED_PAGES).unwrap();
        let outcomes = together(
            store,
            vec![add("1", 1), add("2", 4_000_000), add("3", 1), add("0", 1)],
        );
        for outcome in &outcomes {
            assert_eq!(outcome, &Err(StoreError::Full));
        }
        assert_eq!(count(store), 1);
        store.write_blocking(add("small", 1)).unwrap();
        limit(MANY_PAGES).unwrap();
        store.write_blocking(add("2", 4_000_000)).unwrap();
        assert_eq!(count(store), 3);
    });
}

#[test]
fn an_act_that_swallows_a_full_disk_is_not_acknowledged_either() {
    on_sqlite(|store| {
        let _: i64 = store
            .write_blocking(|tx| tx.one(HUNDRED_PAGES, &[], |row| row.int(0)))
            .unwrap();
        let swallowed = store.write_blocking(|tx| {
            let _looked_away = add("1", 4_000_000)(tx);
            Ok::<_, StoreError>(())
        });
        assert_eq!(swallowed, Err(StoreError::Full));
    });
}

#[test]
fn when_the_transaction_ends_under_an_act_everyone_of_the_group_is_told() {
    on_sqlite(|store| {
        let outcomes = together(
            store,
            vec![
                add("1", 1),
                Box::new(|tx| tx.execute(COMMIT, &[]).map(drop)),
                add("2", 1),
            ],
        );
        for outcome in &outcomes {
            assert!(
                matches!(outcome, Err(StoreError::Unavailable(_))),
                "{outcome:?}"
            );
        }
        store.write_blocking(add("3", 1)).unwrap();
    });
}

/// One wait for those who read may be for nothing on a busy machine: what holds is that the log starts again.
#[test]
fn the_write_ahead_log_starts_again_though_somebody_always_reads() {
    const MANY: usize = 1_000;
    let place = Place::on(Engine::Sqlite);
    let store = place.open_with(&Options::default());
    store.migrate(&[TOWNS]).unwrap();
    let Location::Sqlite(path) = &place.location else {
        panic!("SQLite has a file")
    };
    let log = path.with_extension("db-wal");
    let done = std::sync::atomic::AtomicBool::new(false);
    let started_again = thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while !done.load(Ordering::SeqCst) {
                    let read: Outcome<i64> = store.read_blocking(|tx| {
                        let count = tx.one(COUNT, &[], |row| row.int(0));
                        thread::sleep(Duration::from_millis(3));
                        count
                    });
                    read.unwrap();
                }
            });
        }
        let mut size = 0;
        let started_again = (0..MANY).find(|number| {
            let number = *number;
            let big: Outcome<u64> = store.write_blocking(move |tx| {
                let arms = vec![7_u8; 400_000];
                tx.execute(ADD, &[number.to_string().into(), arms.into()])
            });
            big.unwrap();
            let before = std::mem::replace(&mut size, log.metadata().unwrap().len());
            size < before
        });
        done.store(true, Ordering::SeqCst);
        started_again
    });
    assert!(
        started_again.is_some(),
        "400 million bytes and still growing"
    );
}

#[test]
fn another_process_that_writes_is_waited_for() {
    let place = Place::on(Engine::Sqlite);
    let (server, command) = (
        place.open_with(&Options::default()),
        place.open_with(&Options::default()),
    );
    server.migrate(&[TOWNS]).unwrap();
    thread::scope(|scope| {
        for (store, codes) in [(&server, ["1", "2", "3"]), (&command, ["4", "5", "6"])] {
            scope.spawn(move || {
                for code in codes {
                    store.write_blocking(add(code, 100)).unwrap();
                }
            });
        }
    });
    assert_eq!(count(&server), 6);
}

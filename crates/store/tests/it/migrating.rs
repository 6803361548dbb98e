//! Migrations: applied once, in order, and refused when program and database do not go together.

use std::thread;

use parvis_store::{Engine, Migration, Options, Sql, Store, StoreError, Vault};

use crate::house::{Outcome, Place, TOWNS, engines};

const PARKS: Migration = Migration {
    room: "park",
    number: 1,
    name: "parks",
    sql: "CREATE TABLE parks (id TEXT NOT NULL PRIMARY KEY, town TEXT NOT NULL REFERENCES towns (code));
          INSERT INTO towns (code) VALUES ('1');
          INSERT INTO parks (id, town) VALUES ('thabor', '1')",
};
const COUNT_PARKS: Sql = Sql("SELECT CAST(COUNT(*) AS BIGINT) FROM parks");
const COUNT_TOWNS: Sql = Sql("SELECT CAST(COUNT(*) AS BIGINT) FROM towns");

fn on_both_empty(test: impl Fn(&Place, &Store)) {
    for engine in engines() {
        println!("on {}", engine.name());
        let place = Place::on(engine);
        let store = place.open_with(&Options::default());
        test(&place, &store);
        store.close();
    }
}

fn refusal(outcome: Result<impl Sized, StoreError>) -> String {
    match outcome {
        Err(StoreError::Migration(message)) => message,
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("not refused"),
    }
}

#[test]
fn what_is_missing_is_applied_in_order_and_only_once() {
    on_both_empty(|_, store| {
        let names = |migrations: &[Migration]| -> Vec<&str> {
            let applied = store.migrate(migrations).unwrap();
            applied
                .into_iter()
                .map(|migration| migration.name)
                .collect()
        };
        assert_eq!(names(&[TOWNS]), ["data keys", "towns"]);
        assert_eq!(names(&[TOWNS]), [""; 0]);
        assert_eq!(names(&[TOWNS, PARKS]), ["parks"]);
        let parks: Outcome<i64> =
            store.read_blocking(|tx| tx.one(COUNT_PARKS, &[], |row| row.int(0)));
        assert_eq!(parks, Ok(1));
    });
}

#[test]
fn a_file_changed_after_it_was_applied_is_refused() {
    on_both_empty(|_, store| {
        store.migrate(&[TOWNS]).unwrap();
        let changed = Migration {
            sql: "CREATE TABLE towns (code TEXT)",
            ..TOWNS
        };
        let message = refusal(store.migrate(&[changed]));
        assert_eq!(message, "town 1 (towns) was changed after it was applied");
    });
}

#[test]
fn a_database_written_by_a_newer_program_is_refused() {
    on_both_empty(|_, store| {
        store.migrate(&[TOWNS, PARKS]).unwrap();
        let message = refusal(store.migrate(&[TOWNS]));
        assert!(message.contains("park 1 (parks)") && message.contains("newer"));
    });
}

#[test]
fn a_number_given_twice_is_refused() {
    on_both_empty(|_, store| {
        let other = Migration {
            name: "other",
            ..TOWNS
        };
        assert!(refusal(store.migrate(&[TOWNS, other])).contains("given twice"));
    });
}

#[test]
fn a_file_that_fails_half_way_leaves_nothing_and_names_itself() {
    on_both_empty(|_, store| {
        let broken = Migration {
            room: "park",
            number: 1,
            name: "broken",
            sql: "INSERT INTO towns (code) VALUES ('1'); CREATE TABLE parks (id NONSENSE(,))",
        };
        let message = refusal(store.migrate(&[TOWNS, broken]));
        assert!(message.starts_with("park 1 (broken): "), "{message}");
        let towns: Outcome<i64> =
            store.read_blocking(|tx| tx.one(COUNT_TOWNS, &[], |row| row.int(0)));
        assert_eq!(towns, Ok(0));
        store.migrate(&[TOWNS, PARKS]).unwrap();
    });
}

#[test]
fn processes_that_start_together_apply_each_file_once() {
    for engine in engines() {
        println!("on {}", engine.name());
        let place = Place::on(engine);
        let applied: usize = thread::scope(|scope| {
            let start = || {
                let store = place.open_with(&Options::default());
                let count = store.migrate(&[TOWNS, PARKS]).unwrap().len();
                store.close();
                count
            };
            let starting: Vec<_> = (0..4).map(|_| scope.spawn(start)).collect();
            starting.into_iter().map(|one| one.join().unwrap()).sum()
        });
        assert_eq!(applied, 3);
    }
}

#[test]
fn a_database_of_another_master_key_is_refused() {
    on_both_empty(|place, store| {
        store.migrate(&[]).unwrap();
        let stranger = Store::open(&place.location, Vault::from_bytes([1; 32])).unwrap();
        assert!(matches!(
            stranger.migrate(&[]),
            Err(StoreError::MasterKey(_))
        ));
        stranger.close();
    });
}

#[cfg(unix)]
#[test]
fn the_files_of_sqlite_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::on(Engine::Sqlite);
    let store = place.open_with(&Options::default());
    store.migrate(&[TOWNS]).unwrap();
    let parvis_store::Location::Sqlite(path) = &place.location else {
        panic!("SQLite has a file")
    };
    let files: Vec<_> = std::fs::read_dir(path.parent().unwrap()).unwrap().collect();
    assert_eq!(files.len(), 3, "the database, its journal and its index");
    for file in files {
        let mode = file.unwrap().metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

//! Values: what is bound is what is read.

use parvis_kernel::{DossierId, Instant};
use parvis_store::{Engine, Migration, Options, Row, Sql, Store, StoreError, Value};
use proptest::prelude::*;

use crate::house::{Outcome, Place, engines, on_both};

const SAMPLES: Migration = Migration {
    room: "sample",
    number: 1,
    name: "samples",
    sql: "CREATE TABLE samples (a TEXT, b BIGINT, c BYTEA)",
};
const ADD: Sql = Sql("INSERT INTO samples (c, b, a) VALUES ($3, $2, $1)");
const READ: Sql = Sql("SELECT a, b, c FROM samples");
const CLEAR: Sql = Sql("DELETE FROM samples");
const TWICE: Sql = Sql("SELECT CAST($1 AS TEXT), CAST($2 AS BIGINT), CAST($1 AS TEXT)");
const GAP: Sql = Sql("SELECT CAST($1 AS TEXT), CAST($3 AS TEXT)");
const LIMITED: Sql = Sql("SELECT a FROM samples LIMIT $1");
const MISSPELT: Sql = Sql("SELEKT a FROM samples");

fn engine_with_samples(engine: Engine) -> (Place, Store) {
    let place = Place::on(engine);
    let store = place.open_with(&Options::default());
    store.migrate(&[SAMPLES]).unwrap();
    (place, store)
}

type Sample = (Option<String>, Option<i64>, Option<Vec<u8>>);

fn round_trip(store: &Store, sample: &Sample) -> Outcome<Sample> {
    let (a, b, c) = sample.clone();
    store.write_blocking(move |tx| {
        tx.execute(CLEAR, &[])?;
        tx.execute(ADD, &[a.clone().into(), b.into(), c.clone().into()])?;
        tx.one(READ, &[], |row| {
            Ok((row.opt_text(0)?, row.opt_int(1)?, row.opt_bytes(2)?))
        })
    })
}

#[test]
fn every_value_reads_back_as_it_was_bound() {
    let text = proptest::option::of("[^\u{0}]{0,40}");
    let bytes = proptest::option::of(proptest::collection::vec(any::<u8>(), 0..64));
    let samples = (text, any::<Option<i64>>(), bytes);
    for engine in engines() {
        let (_place, store) = engine_with_samples(engine);
        let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
            cases: 128,
            failure_persistence: None,
            ..ProptestConfig::default()
        });
        let result = runner.run(&samples, |sample| {
            prop_assert_eq!(round_trip(&store, &sample).unwrap(), sample);
            Ok(())
        });
        result.unwrap();
        store.close();
    }
}

#[test]
fn instants_identifiers_and_booleans_read_back() {
    on_both(|store| {
        let (id, at) = (
            DossierId::new(),
            "2026-11-22T08:00:00.123456Z".parse::<Instant>().unwrap(),
        );
        let read: Outcome<(DossierId, Instant, DossierId)> = store.read_blocking(move |tx| {
            tx.one(TWICE, &[id.into(), at.into()], |row| {
                Ok((row.id(0)?, row.instant(1)?, row.id(2)?))
            })
        });
        assert_eq!(read, Ok((id, at, id)));
        let truth: Outcome<bool> =
            store.read_blocking(|tx| tx.one(TWICE, &[Value::Null, true.into()], |row| row.bool(1)));
        assert_eq!(truth, Ok(true));
    });
}

#[test]
fn a_column_of_another_type_is_said_not_guessed() {
    on_both(|store| {
        let read = |map: fn(&Row<'_>) -> Outcome| -> Outcome {
            store.read_blocking(move |tx| tx.one(TWICE, &["x".into(), 2_i64.into()], map))
        };
        let expected = |column, expected| Err(StoreError::Decode { column, expected });
        assert_eq!(read(|row| row.int(0).map(drop)), expected(0, "an integer"));
        assert_eq!(read(|row| row.text(1).map(drop)), expected(1, "a text"));
        assert_eq!(read(|row| row.bool(1).map(drop)), expected(1, "a boolean"));
        assert_eq!(read(|row| row.bytes(0).map(drop)), expected(0, "bytes"));
        assert_eq!(
            read(|row| row.id::<DossierId>(0).map(drop)),
            expected(0, "an identifier")
        );
        assert_eq!(read(|row| row.text(9).map(drop)), expected(9, "a text"));
        let null: Outcome<String> =
            store.read_blocking(|tx| tx.one(TWICE, &[Value::Null, Value::Null], |row| row.text(0)));
        assert_eq!(null.err(), expected(0, "a text").err());
    });
}

#[test]
fn nul_in_a_text_is_refused_and_the_transaction_goes_on() {
    for engine in engines() {
        let (_place, store) = engine_with_samples(engine);
        let outcome: Outcome = store.write_blocking(|tx| {
            let refused = tx.execute(ADD, &["a\0b".into(), Value::Null, Value::Null]);
            assert_eq!(refused, Err(StoreError::Nul));
            tx.execute(ADD, &["ab".into(), Value::Null, Value::Null])?;
            Ok(())
        });
        outcome.unwrap();
        store.close();
    }
}

#[test]
fn values_that_do_not_fit_the_parameters_are_refused() {
    on_both(|store| {
        let asked = |sql: Sql, values: Vec<Value>| -> Outcome<Vec<()>> {
            store.read_blocking(move |tx| tx.query(sql, &values, |_| Ok(())))
        };
        let few = asked(TWICE, vec![Value::Null]);
        assert!(matches!(few, Err(StoreError::Parameter(_))), "{few:?}");
        let many = asked(TWICE, vec![Value::Null, Value::Null, Value::Null]);
        assert!(matches!(many, Err(StoreError::Parameter(_))), "{many:?}");
        assert!(asked(GAP, vec![Value::Null, Value::Null]).is_err());
        assert!(asked(GAP, vec![Value::Null, Value::Null, Value::Null]).is_err());
    });
}

#[test]
fn rows_are_counted_limited_and_required() {
    for engine in engines() {
        let (_place, store) = engine_with_samples(engine);
        let outcome: Outcome = store.write_blocking(|tx| {
            let none = tx.one(LIMITED, &[5_i64.into()], |row| row.text(0));
            assert_eq!(none, Err(StoreError::NoRow));
            for text in ["a", "b", "c"] {
                tx.execute(ADD, &[text.into(), Value::Null, Value::Null])?;
            }
            let two = tx.query(LIMITED, &[2_i64.into()], |row| row.text(0))?;
            assert_eq!(two.len(), 2);
            assert_eq!(tx.execute(CLEAR, &[])?, 3);
            Ok(())
        });
        outcome.unwrap();
        store.close();
    }
}

#[test]
fn a_mistake_in_a_statement_is_quoted_to_whoever_must_correct_it() {
    on_both(|store| {
        let outcome: Outcome<Vec<()>> =
            store.read_blocking(|tx| tx.query(MISSPELT, &[], |_| Ok(())));
        let Err(StoreError::Engine { message, .. }) = outcome else {
            panic!("{outcome:?}")
        };
        assert!(message.contains("SELEKT"), "{message}");
    });
}

#[test]
fn an_error_never_quotes_a_value() {
    const TO_NUMBER: Sql = Sql("SELECT CAST(CAST($1 AS TEXT) AS BIGINT)");
    const PATH: Sql = Sql("SELECT json_extract('{}', $1)");
    const ADD_TOWN: Sql = Sql("INSERT INTO towns (code) VALUES ($1)");
    on_both(|store| {
        let cause = match store.engine() {
            Engine::Sqlite => PATH,
            Engine::Postgres => TO_NUMBER,
        };
        let read: Outcome<Vec<()>> =
            store.read_blocking(move |tx| tx.query(cause, &["Lenoir".into()], |_| Ok(())));
        let twice: Outcome = store.write_blocking(|tx| {
            tx.execute(ADD_TOWN, &["Lenoir".into()])?;
            tx.execute(ADD_TOWN, &["Lenoir".into()]).map(drop)
        });
        for error in [read.unwrap_err(), twice.unwrap_err()] {
            assert!(
                !format!("{error} {error:?}").contains("Lenoir"),
                "{error:?}"
            );
        }
    });
}

//! Statements that nobody waits for: they count, and fail, as if somebody did.

use parvis_store::{ConstraintKind, Sql, Store, StoreError, Tx};

use crate::house::{Outcome, on_both};

const ADD: Sql = Sql("INSERT INTO towns (code) VALUES ($1)");
const COUNT: Sql = Sql("SELECT CAST(COUNT(*) AS BIGINT) FROM towns");
const WRONG: Sql = Sql("INSERT INTO nowhere (code) VALUES ($1)");

fn count(tx: &mut Tx<'_>) -> Result<i64, StoreError> {
    tx.one(COUNT, &[], |row| row.int(0))
}

fn kept(store: &Store) -> i64 {
    store.read_blocking(count).unwrap()
}

fn is_taken(outcome: &Outcome) -> bool {
    let kind = ConstraintKind::Unique;
    matches!(outcome, Err(StoreError::Constraint { kind: found, .. }) if *found == kind)
}

#[test]
fn what_is_put_is_kept_in_order_and_seen_by_what_follows() {
    on_both(|store| {
        let seen = store.write_blocking(|tx| {
            tx.put(ADD, &["a".into()])?;
            tx.put(ADD, &["b".into()])?;
            let seen = count(tx)?;
            tx.put(ADD, &["c".into()])?;
            Ok::<_, StoreError>(seen)
        });
        assert_eq!((seen, kept(store)), (Ok(2), 3));
    });
}

#[test]
fn an_act_whose_last_statement_was_put_and_failed_is_not_kept() {
    on_both(|store| {
        store
            .write_blocking(|tx| tx.put(ADD, &["a".into()]))
            .unwrap();
        for _ in 0..3 {
            let outcome: Outcome = store.write_blocking(|tx| {
                tx.put(ADD, &["b".into()])?;
                tx.put(ADD, &["a".into()])
            });
            assert!(is_taken(&outcome), "{outcome:?}");
        }
        assert_eq!(kept(store), 1);
    });
}

#[test]
fn the_error_of_what_was_put_is_told_even_when_another_statement_follows() {
    on_both(|store| {
        let outcome: Outcome = store.write_blocking(|tx| {
            tx.put(ADD, &["a".into()])?;
            tx.put(ADD, &["a".into()])?;
            count(tx).map(drop)
        });
        assert!(is_taken(&outcome), "{outcome:?}");
        let swallowed: Outcome = store.write_blocking(|tx| {
            let _ = tx.put(ADD, &["a".into()]);
            let _ = tx.put(ADD, &["a".into()]);
            let _ = count(tx);
            Ok(())
        });
        assert!(is_taken(&swallowed), "{swallowed:?}");
        assert_eq!(kept(store), 0);
    });
}

#[test]
fn an_act_that_refuses_after_putting_leaves_nothing() {
    on_both(|store| {
        let refused: Outcome = store.write_blocking(|tx| {
            tx.put(ADD, &["a".into()])?;
            Err(StoreError::NoRow)
        });
        assert_eq!(refused, Err(StoreError::NoRow));
        let wrong: Outcome = store.write_blocking(|tx| tx.put(WRONG, &["a".into()]));
        assert!(matches!(wrong, Err(StoreError::Engine { .. })), "{wrong:?}");
        assert_eq!(kept(store), 0);
    });
}

#[test]
fn nothing_is_put_by_a_read() {
    on_both(|store| {
        let refused: Outcome = store.read_blocking(|tx| tx.put(ADD, &["a".into()]));
        assert_eq!(refused, Err(StoreError::ReadOnly));
        assert_eq!(kept(store), 0);
    });
}

//! What must be true of every deposit of a database, whatever happened.

use std::collections::BTreeMap;

use parvis_store::{Sql, Store, StoreError};

use super::ground::Ground;

const SUBMITTED: Sql = Sql("SELECT id, number FROM dossiers WHERE submitted_at IS NOT NULL");
const RECEIPTS: Sql = Sql("SELECT dossier_id FROM receipts");
const ANSWERS: Sql = Sql("SELECT dossier_id FROM dossier_answers WHERE version = 1");
const ACTS: Sql = Sql("SELECT subject_id FROM journal_acts WHERE verb = 'dossier.submitted'");
const FACTS: Sql = Sql("SELECT subject_id FROM outbox WHERE kind = 'dossier.submitted.v1'");
const BLOBS: Sql = Sql("SELECT blob FROM pieces");

fn texts(store: &Store, sql: Sql) -> Vec<String> {
    let read = store.read_blocking(move |tx| tx.query(sql, &[], |row| row.text(0)));
    let read: Result<Vec<String>, StoreError> = read;
    let mut texts = read.unwrap();
    texts.sort();
    texts
}

/// Every deposit of the database is whole; gives the numbers deposited.
pub fn whole(ground: &Ground) -> Vec<String> {
    let store = ground.look();
    let submitted: Result<BTreeMap<String, String>, StoreError> = store.read_blocking(|tx| {
        let pairs = tx.query(SUBMITTED, &[], |row| Ok((row.text(0)?, row.text(1)?)))?;
        Ok(pairs.into_iter().collect())
    });
    let submitted = submitted.unwrap();
    let ids: Vec<String> = submitted.keys().cloned().collect();
    for (what, sql) in [
        ("receipts", RECEIPTS),
        ("answers", ANSWERS),
        ("acts", ACTS),
        ("facts", FACTS),
    ] {
        assert_eq!(
            texts(&store, sql),
            ids,
            "{what} are not those of the deposits"
        );
    }
    let folder = ground.data().join("pieces");
    for blob in texts(&store, BLOBS) {
        assert!(folder.join(&blob).is_file(), "a piece without its bytes");
    }
    store.close();
    submitted.into_values().collect()
}

/// What was acknowledged, and is not there exactly once.
pub fn missing(acknowledged: &[String], there: &[String]) -> Vec<String> {
    let once = |number: &&String| there.iter().filter(|own| own == number).count() == 1;
    acknowledged
        .iter()
        .filter(|number| !once(number))
        .cloned()
        .collect()
}

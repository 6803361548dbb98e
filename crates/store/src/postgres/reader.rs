//! A thread that reads: each read sees one snapshot.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::error::Trouble;
use super::session::Session;
use crate::queue::{Queue, Task};
use crate::tx::{Connection, Mode};
use crate::{Engine, StoreError, Tx, Vault, dialect};

/// A read that meets a lost connection or an outdated plan runs once more.
const TRIES: u32 = 2;

/// Serves the queue until it is closed and empty.
pub(crate) fn serve(session: &mut Session, queue: &Queue, vault: &Vault) {
    while let Some(tasks) = queue.take(1) {
        for task in tasks {
            let served = catch_unwind(AssertUnwindSafe(|| serve_one(session, vault, task)));
            if served.is_err() {
                tracing::error!("a reader met a panic outside of a read");
                session.forget();
            }
        }
    }
}

fn serve_one(session: &mut Session, vault: &Vault, mut task: Box<dyn Task>) {
    let outcome = run(session, vault, task.as_mut());
    task.answer(outcome);
}

fn run(session: &mut Session, vault: &Vault, task: &mut dyn Task) -> Result<(), StoreError> {
    for _ in 0..TRIES {
        session.begin(dialect::begin_read(Engine::Postgres))?;
        let mut tx = Tx::new(Connection::Postgres(session), vault, Mode::Read);
        task.run(&mut tx);
        let trouble = session.take_trouble();
        if trouble != Some(Trouble::Lost) {
            session.leave();
        }
        if matches!(trouble, None | Some(Trouble::Other)) {
            break;
        }
    }
    Ok(())
}

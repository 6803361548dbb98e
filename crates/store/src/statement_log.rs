//! The log of distinct statements, for the check that every statement runs on both engines.
//!
//! When the environment variable `PARVIS_STATEMENT_LOG` names a folder, each process appends to
//! `<folder>/<process id>.log` one line per distinct statement that succeeded: the engine, a tab, the text with
//! `\` , newline and tab written as `\\`, `\n` and `\t`. No value is ever written.

use std::collections::HashSet;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

use crate::{Engine, Sql};

static LOG: OnceLock<Option<Log>> = OnceLock::new();

struct Log {
    file: File,
    seen: Mutex<HashSet<(Engine, &'static str)>>,
}

/// Statements that succeeded since the process began.
static RUN: AtomicU64 = AtomicU64::new(0);

/// How many statements succeeded since the process began: what an answer cost, whatever the clock says.
#[must_use]
pub fn statements_run() -> u64 {
    RUN.load(Ordering::Relaxed)
}

/// Notes that a statement ran. Costs an atomic read and an addition when the variable is unset.
pub(crate) fn record(engine: Engine, sql: Sql) {
    RUN.fetch_add(1, Ordering::Relaxed);
    if let Some(log) = LOG.get_or_init(open) {
        log.record(engine, sql);
    }
}

fn open() -> Option<Log> {
    let folder = std::env::var_os("PARVIS_STATEMENT_LOG")?;
    let path = Path::new(&folder).join(format!("{}.log", std::process::id()));
    let opened = std::fs::create_dir_all(&folder)
        .and_then(|()| OpenOptions::new().create(true).append(true).open(path));
    match opened {
        Ok(file) => Some(Log {
            file,
            seen: Mutex::default(),
        }),
        Err(error) => {
            tracing::warn!(%error, "PARVIS_STATEMENT_LOG cannot be written");
            None
        }
    }
}

impl Log {
    fn record(&self, engine: Engine, sql: Sql) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.insert((engine, sql.0)) {
            let line = format!("{}\t{}\n", engine.name(), escaped(sql.0));
            if let Err(error) = (&self.file).write_all(line.as_bytes()) {
                tracing::warn!(%error, "the statement log cannot be written");
            }
        }
    }
}

fn escaped(sql: &str) -> String {
    sql.replace('\\', "\\\\")
        .replace('\n', "\\n")
        .replace('\t', "\\t")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_statement_is_written_once_for_each_engine_on_one_line() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("statements");
        let log = Log {
            file: File::create(&path).unwrap(),
            seen: Mutex::default(),
        };
        for _ in 0..2 {
            log.record(Engine::Sqlite, Sql("SELECT 1\n\tWHERE 'a' = '\\'"));
            log.record(Engine::Postgres, Sql("SELECT 1"));
        }
        let lines = std::fs::read_to_string(path).unwrap();
        assert_eq!(
            lines,
            "sqlite\tSELECT 1\\n\\tWHERE 'a' = '\\\\'\npostgres\tSELECT 1\n"
        );
    }
}

//! SQLite: one thread writes, a few connections read.

pub(crate) mod column;
mod connection;
mod copy;
mod error;
mod file;
mod readers;
mod statement;
mod wal;
mod writer;

pub(crate) use connection::{open, prepare_file};
pub(crate) use copy::{fill, rows};
pub(crate) use error::cleaned;
pub(crate) use readers::Readers;
pub(crate) use statement::{execute, query};
pub(crate) use writer::serve as serve_writes;

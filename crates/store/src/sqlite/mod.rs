//! SQLite: one thread writes, a few read.

pub(crate) mod column;
mod connection;
mod error;
mod reader;
mod statement;
mod wal;
mod writer;

pub(crate) use connection::{open, open_reader, prepare_file};
pub(crate) use error::cleaned;
pub(crate) use reader::serve as serve_reads;
pub(crate) use statement::{execute, query};
pub(crate) use writer::serve as serve_writes;

//! PostgreSQL: a few threads of ours write, a few read, each with a connection of its own.

pub(crate) mod column;
mod copy;
mod error;
mod fitness;
mod link;
mod reader;
mod session;
mod value;
mod writer;

pub(crate) use fitness::check;
pub(crate) use reader::serve as serve_reads;
pub(crate) use session::{Address, Session};
pub(crate) use writer::serve as serve_writes;

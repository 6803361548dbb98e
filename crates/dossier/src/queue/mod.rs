//! The list of a group of agents.

mod act;

pub(crate) use act::next_after;
pub use act::{Cursor, PAGE, QueueItem, QueueQuery, QueueView, queue};

//! The list of a group of agents.

mod act;
mod cursor;

pub(crate) use act::next_after;
pub use act::{PAGE, QueueItem, QueueQuery, QueueView, queue};
pub use cursor::{Cursor, NotACursor};

//! The list of a group of agents.

mod act;
mod address;
mod cursor;
mod due;
mod page;
mod row;

pub use act::{PAGE, QueueItem, QueueQuery, QueueView, queue};
pub(crate) use act::{next_after, previous_before};
pub(crate) use address::{parameters_of, query_of};
pub use cursor::{Cursor, NotACursor};
pub(crate) use due::Due;
pub(crate) use page::routes;

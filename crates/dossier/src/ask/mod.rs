//! Asking the person for something.

mod act;
mod page;

pub use act::{Ask, ask};
pub(crate) use act::{LONGEST_DELAY, MOST_ITEMS};
pub(crate) use page::routes;

//! Deciding.

mod act;
mod page;
mod typed;

pub use act::decide;
pub(crate) use page::routes;

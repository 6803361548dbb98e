//! Closing without a decision.

mod act;
mod page;

pub use act::close;
pub(crate) use page::routes;

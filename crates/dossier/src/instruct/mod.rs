//! Beginning to instruct.

mod act;
mod page;

pub use act::instruct;
pub(crate) use page::routes;

//! Taking a decision back while nobody was told of it.

mod act;
mod page;

pub use act::take_back;
pub(crate) use page::routes;

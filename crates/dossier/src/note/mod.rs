//! Notes between agents.

mod act;
mod page;

pub use act::annotate;
pub(crate) use page::routes;

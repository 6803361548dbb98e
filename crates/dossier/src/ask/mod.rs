//! Asking the person for something.

mod act;
mod page;

pub use act::{Ask, ask};
pub(crate) use page::routes;

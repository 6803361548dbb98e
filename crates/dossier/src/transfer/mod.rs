//! Handing a dossier over to another group.

mod act;
mod page;

pub(crate) use act::transferred;
pub use act::{receivers, transfer};
pub(crate) use page::routes;

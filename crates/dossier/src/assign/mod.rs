//! Taking a dossier, giving it, putting it back.

mod act;
mod page;

pub use act::assign;
pub(crate) use page::routes;

//! Beginning a démarche.

mod act;
mod page;
mod session;

pub(crate) use act::expiry;
pub use act::{Start, start};
pub(crate) use page::routes;
pub(crate) use session::session_of;

//! Beginning a démarche.

mod act;
mod page;
mod session;

pub(crate) use act::expiry;
pub use act::{ApplicationStart, Start, start, start_by_application};
pub(crate) use page::{is_address, routes};
pub(crate) use session::session_of;

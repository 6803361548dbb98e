//! Beginning a démarche.

mod act;
mod offer;
mod page;

pub(crate) use act::{Beginning, draft, expiry, offered};
pub use act::{MachineStart, Start, start, start_by_machine};
pub use page::is_address;
pub(crate) use page::routes;

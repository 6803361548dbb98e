//! Beginning a démarche.

mod act;
mod page;

pub(crate) use act::{Beginning, draft, expiry};
pub use act::{MachineStart, Start, start, start_by_machine};
pub use page::is_address;
pub(crate) use page::routes;

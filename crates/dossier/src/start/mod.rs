//! Beginning a démarche.

mod act;
mod page;

pub(crate) use act::expiry;
pub use act::{MachineStart, Start, start, start_by_machine};
pub(crate) use page::{is_address, routes};

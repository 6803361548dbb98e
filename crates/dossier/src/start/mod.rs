//! Beginning a démarche.

mod act;

pub(crate) use act::expiry;
pub use act::{Start, start};

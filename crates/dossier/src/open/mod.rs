//! A dossier as an agent opens it.

mod act;

pub use act::{OpenView, open_dossier};
pub(crate) use act::{agents_of, names};

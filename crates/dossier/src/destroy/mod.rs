//! Dossiers whose retention is over.

mod act;

pub use act::{Destroyed, Destruction, destroy, ended, hold, release};

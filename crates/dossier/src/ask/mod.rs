//! Asking the person for something.

mod act;

pub use act::{Ask, ask};

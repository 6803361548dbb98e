//! The decision, as the person reads it.

mod act;

pub use act::read_decision;

//! The targets, for cargo-fuzz.

mod targets;

pub use targets::{answers, entries, expression, procedure};

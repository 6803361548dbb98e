//! Closing without a decision.

mod act;

pub use act::close;

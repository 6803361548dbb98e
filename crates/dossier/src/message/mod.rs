//! Messages both ways.

mod act;

pub use act::write_message;

//! Putting under instruction.

mod act;

pub use act::instruct;

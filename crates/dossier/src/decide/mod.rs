//! Deciding.

mod act;

pub use act::decide;

//! Notes between agents.

mod act;

pub use act::annotate;

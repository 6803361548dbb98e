//! Taking a request back.

mod act;

pub use act::withdraw;

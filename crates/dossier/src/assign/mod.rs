//! Taking, giving, putting back.

mod act;

pub use act::assign;

#![doc = include_str!("../README.md")]

mod access;
mod ask;
mod circuit;
pub mod double;
mod failed;
mod quotient;
mod slot;

pub use access::{Access, AccessProblem, Token};
pub use ask::{PATIENCE, Sources};
pub use failed::Failed;
pub use slot::{Provider, Query, Slot, slot};

/// The French words of the sources and of their failures, in Fluent.
pub const WORDS_FR: &str = include_str!("fr.ftl");
/// The English words of the sources and of their failures, in Fluent.
pub const WORDS_EN: &str = include_str!("en.ftl");

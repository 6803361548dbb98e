//! Which other agents have a dossier before their eyes: two people then do not begin the same work, nor decide twice.

mod act;
mod page;

pub use act::{Present, attend, purge};
pub(crate) use act::{enter, others, serve};
pub(crate) use page::{routes, sentences};

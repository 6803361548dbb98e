//! Notes between agents.

mod act;
mod page;

pub use act::{NewNote, annotate, read_notes};
pub(crate) use page::routes;

//! Making a link that fills answers in: its author chooses them, the house seals them.

mod act;
mod page;

pub(crate) use page::routes;

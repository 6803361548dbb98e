//! Asking an administration for an answer instead of the person: they are told, they say what it needs, they press, and they see where
//! the answer came from. When it gives none, the question is asked plainly.

mod act;
mod page;

pub(crate) use act::Asked;
pub(crate) use page::{SourcesOf, routes};

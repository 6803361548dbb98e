//! Reminding a person of a draft that will be erased, and of an answer that is awaited.

mod act;

pub use act::{awaited, ending_drafts, remind_draft, remind_request};

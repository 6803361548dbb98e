//! Answering what the service asked.

mod act;

pub use act::{Completed, RequestView, complete, view_request};

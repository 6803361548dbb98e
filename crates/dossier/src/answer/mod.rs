//! Answering, step by step.

mod act;
pub(crate) mod fields;

pub(crate) use act::held_pieces;
pub use act::{DraftView, Intent, Recorded, StepView, record_answers, view_draft, view_step};

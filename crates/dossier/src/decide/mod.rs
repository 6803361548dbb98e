//! Deciding.

mod act;
mod page;
mod typed;

pub(crate) use act::completed;
pub use act::decide;
pub(crate) use page::{routes, signatures};
pub(crate) use typed::{Typed as DecisionTyped, errors_of as decision_errors};

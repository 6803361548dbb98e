//! The paths of a form: every way of answering the questions that open others.
//!
//! A form is walked from its first step to its last with all the answers that matter at once: two ways of answering that nothing
//! later tells apart are one. An answer that no condition looks at is not tried; of an integer, a date or a text, only the values
//! around which a condition turns are. What such values cannot tell is marked *inexact*, and decides nothing.

mod explore;
mod moments;
mod values;

pub(crate) use explore::{Seen, explore};
pub(crate) use moments::{Moment, What, moments};
pub(crate) use values::Asked;

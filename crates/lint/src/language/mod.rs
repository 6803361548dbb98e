//! French as it is measured: words, sentences, syllables, ease of reading.

mod ease;
mod sentences;
mod syllables;
mod words;

pub(crate) use ease::ease_of;
pub(crate) use sentences::sentences;
pub(crate) use syllables::syllables;
pub(crate) use words::{plain, says, words};

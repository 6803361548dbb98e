//! Finding a dossier by the words that it holds, though they are sealed: keyed hashes of whole words, never of their beginnings
//! (docs/adr/2026-11-22-search-in-sealed-answers.md).

mod index;
mod words;

pub(crate) use index::read as indexed;
pub use index::{INDEX_JOB, Indexer, SUBSCRIBERS};
pub(crate) use words::typed_tokens;

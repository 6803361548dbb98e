//! Procedures as people and other rooms meet them, on both engines.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot prepare its ground fails"
)]

mod closing;
mod drafts;
mod house;
mod pages;
mod publication;
mod town;

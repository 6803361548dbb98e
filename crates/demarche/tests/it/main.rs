//! Procedures as people and other rooms meet them, on both engines.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot prepare its ground fails"
)]

mod closing;
mod describing;
mod drafts;
mod elsewhere;
mod house;
mod pages;
mod panels;
mod publication;
mod reviews;
mod satisfaction;
mod town;

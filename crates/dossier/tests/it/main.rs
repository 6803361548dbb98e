//! Whole-room scenarios, on both engines.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot prepare its ground fails"
)]

mod bad_input;
mod browser;
mod filling;
mod life;
mod town;

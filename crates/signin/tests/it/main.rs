//! The pages of sign-in through the router, on both engines.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot prepare its ground fails"
)]

mod agents;
mod browser;
mod codes;
mod leaving;
mod town;

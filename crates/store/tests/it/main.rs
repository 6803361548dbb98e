//! The store as rooms see it, on both engines.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod acts;
mod group;
mod house;
mod killed;
mod migrating;
mod postgres;
mod put;
mod sealed;
mod values;

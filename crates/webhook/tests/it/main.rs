//! From the fact to the receiver, on both engines, over real HTTP.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot prepare its ground fails"
)]

mod crash;
mod ground;
mod limits;
mod names;
mod order;
mod receiver;
mod retry;
mod signature;

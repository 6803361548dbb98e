//! The library: what people type in it, and every path through it.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod edited;
mod examples;
mod hostile;
mod paths;
#[path = "../../../../fuzz/src/targets.rs"]
mod targets;
mod world;

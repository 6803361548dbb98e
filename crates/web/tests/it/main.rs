//! The frame of the house and the components, as a browser meets them.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

#[path = "../../examples/gallery/components.rs"]
mod components;
#[path = "../../examples/gallery/pages/mod.rs"]
mod pages;
#[path = "../../examples/gallery/sample.rs"]
mod sample;

mod component_rules;
mod cost;
mod errors;
mod frame;
mod house;

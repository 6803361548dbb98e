//! Whole-room scenarios of the form engine.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod agreement;
mod conditions;
mod entries;
mod grammar;
mod journeys;
mod loading;
mod properties;
mod random;
mod schemas;
mod summaries;
mod validations;
mod words;
mod world;

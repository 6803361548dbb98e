//! Whole-room scenarios of the form engine.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod agreement;
mod carrying;
mod checksums;
mod computed;
mod conditions;
mod entries;
mod grammar;
mod journeys;
mod lists;
mod loading;
mod prefill;
mod properties;
mod random;
mod rules;
mod schemas;
mod sources;
mod stored;
mod summaries;
mod validations;
mod words;
mod world;

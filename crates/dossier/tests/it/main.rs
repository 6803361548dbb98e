//! Whole-room scenarios, on both engines.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot prepare its ground fails"
)]

mod agent_acts;
mod agent_pages;
mod appearing;
mod bad_input;
mod batches;
mod browser;
mod erasing;
mod examining;
mod exports;
mod filling;
mod following;
mod languages;
mod life;
mod mentions;
mod presences;
mod searching;
mod shortcuts;
mod standard_texts;
mod town;
mod transfers;
mod views;

//! Whole-room scenarios, on both engines.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot prepare its ground fails"
)]

mod agent_acts;
mod agent_pages;
mod appearing;
mod appraising;
mod bad_input;
mod batches;
mod browser;
mod computing;
mod drawn;
mod erasing;
mod examining;
mod exports;
mod filling;
mod following;
mod languages;
mod life;
mod lists;
mod measuring;
mod mentions;
mod obtaining;
mod paying;
mod prefilling;
mod presences;
mod reading;
mod revising;
mod rows;
mod searching;
mod shortcuts;
mod standard_texts;
mod stopping;
mod town;
mod transfers;
mod views;

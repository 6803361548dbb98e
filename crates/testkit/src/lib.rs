#![doc = include_str!("../README.md")]
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot prepare its ground fails"
)]

mod authenticator;
mod browser;
mod clamd;
mod observed;
mod place;
mod test_store;

pub use authenticator::Authenticator;
pub use browser::{Browser, Door, Form, Page, plain, problems_of};
pub use clamd::{Clamd, Temper, eicar};
pub use observed::{bad_day, hostile};
pub use test_store::{TestStore, on_both};

use parvis_store::Engine;

/// The engines of this run: both, unless `PARVIS_TEST_ENGINES` asks for one.
///
/// # Panics
///
/// When `PARVIS_TEST_ENGINES` names no engine.
#[must_use]
pub fn engines() -> Vec<Engine> {
    let asked = std::env::var("PARVIS_TEST_ENGINES").unwrap_or_default();
    match asked.as_str() {
        "" => vec![Engine::Sqlite, Engine::Postgres],
        "sqlite" => vec![Engine::Sqlite],
        "postgres" => vec![Engine::Postgres],
        other => {
            panic!("PARVIS_TEST_ENGINES={other}: expected sqlite or postgres, or nothing for both")
        }
    }
}

//! The gate before the expensive work of signing in: how often, and how much at once.

use std::time::Duration;

use parvis_web::{House, PageError, Rule, Visit};

/// Tries from one device; the agents of a town hall, or the readers of a library, often share one address.
const DEVICE: Rule = Rule {
    name: "sign-in",
    burst: 40,
    every: Duration::from_secs(10),
};
/// Tries on one address.
const ADDRESS: Rule = Rule {
    name: "sign-in-address",
    burst: 10,
    every: Duration::from_secs(60),
};

/// Takes one try of a device.
///
/// # Errors
/// The page that says how long to wait.
pub(crate) fn take_device(house: &House, visit: &Visit) -> Result<(), PageError> {
    visit.limit(house, &DEVICE, &visit.client.to_string())
}

/// Takes one try of an address, whether an agent has it or not.
///
/// # Errors
/// The page that says how long to wait.
pub(crate) fn take_address(house: &House, visit: &Visit, address: &str) -> Result<(), PageError> {
    visit.limit(house, &ADDRESS, &address.to_lowercase())
}

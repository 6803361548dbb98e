//! The gate before the expensive work of signing in: how often, and how much at once.

use std::time::Duration;

use parvis_access::agent::Credentials;
use parvis_access::password;
use parvis_kernel::{Failure, Instant, Personal};
use parvis_web::{House, PageError, Rule, Visit};
use tokio::sync::Semaphore;

/// Tries from one device; the agents of a town hall often share one address.
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
/// Hashes computed at once, at 19 MiB each.
static HASHING: Semaphore = Semaphore::const_new(4);

/// Takes one try of a device.
///
/// # Errors
/// The page that says how long to wait.
pub(super) fn take_device(house: &House, visit: &Visit) -> Result<(), PageError> {
    visit.limit(house, &DEVICE, &visit.client.to_string())
}

/// Takes one try of an address, whether an agent has it or not.
///
/// # Errors
/// The page that says how long to wait.
pub(super) fn take_address(house: &House, visit: &Visit, address: &str) -> Result<(), PageError> {
    visit.limit(house, &ADDRESS, &address.to_lowercase())
}

/// Whether the password is the agent's; the same work is done when there is no agent, or when they must wait.
pub(super) async fn is_right(
    credentials: Option<&Credentials>,
    given: Personal<String>,
    now: Instant,
) -> Result<bool, PageError> {
    let hash = credentials
        .filter(|credentials| credentials.may_try(now))
        .map(|credentials| credentials.password_hash.clone());
    let broken = |error| PageError::from(Failure::new("hashing a password", error));
    let _permit = HASHING
        .acquire()
        .await
        .map_err(|error| broken(error.to_string()))?;
    let hashing = tokio::task::spawn_blocking(move || match hash {
        Some(hash) if given.chars().count() <= password::MAX_LENGTH => {
            password::verify(&given, &hash)
        }
        _ => {
            password::verify_nothing("");
            false
        }
    });
    hashing.await.map_err(|error| broken(error.to_string()))
}

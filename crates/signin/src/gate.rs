//! The gate before the expensive work of signing in: how often, and how much at once.

use std::time::Duration;

use parvis_access::password;
use parvis_kernel::{Failure, Personal};
use parvis_web::{House, PageError, Rule, Visit};
use tokio::sync::Semaphore;

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
/// Hashes computed at once, at 19 MiB each.
static HASHING: Semaphore = Semaphore::const_new(4);

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

/// Whether the password is the one that was hashed; the same work is done when there is no hash: nobody has the address, or they
/// must wait.
pub(crate) async fn is_right(
    hash: Option<String>,
    given: Personal<String>,
) -> Result<bool, PageError> {
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

/// The hash of a new password, computed in its turn.
pub(crate) async fn hash(given: Personal<String>) -> Result<String, PageError> {
    let broken = |error| PageError::from(Failure::new("hashing a password", error));
    let _permit = HASHING
        .acquire()
        .await
        .map_err(|error| broken(error.to_string()))?;
    let hashing = tokio::task::spawn_blocking(move || password::hash(&given));
    let hashed = hashing.await.map_err(|error| broken(error.to_string()))?;
    Ok(hashed?)
}

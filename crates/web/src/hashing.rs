//! The slow work of passwords: off the threads that answer, and only so much at once.

use parvis_access::password;
use parvis_kernel::{Failure, Personal};
use tokio::sync::Semaphore;

use crate::error::PageError;

/// Hashes computed at once, at 19 MiB each.
static HASHING: Semaphore = Semaphore::const_new(4);

/// Hashes a password that was checked.
///
/// # Errors
/// A failure of the random generator.
pub async fn hash_password(given: Personal<String>) -> Result<String, PageError> {
    let hashed = worked(move || password::hash(&given)).await?;
    Ok(hashed?)
}

/// Whether a password is the one that was hashed; without a hash, the same work is done for nothing.
///
/// # Errors
/// A failure of the machine.
pub async fn is_password(hash: Option<String>, given: Personal<String>) -> Result<bool, PageError> {
    worked(move || match hash {
        Some(hash) if given.chars().count() <= password::MAX_LENGTH => {
            password::verify(&given, &hash)
        }
        _ => {
            let given: String = given.chars().take(password::MAX_LENGTH).collect();
            password::verify_nothing(&given);
            false
        }
    })
    .await
}

async fn worked<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, PageError> {
    let broken = |error| PageError::from(Failure::new("hashing a password", error));
    let permit = HASHING.acquire().await;
    let _permit = permit.map_err(|error| broken(error.to_string()))?;
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| broken(error.to_string()))
}

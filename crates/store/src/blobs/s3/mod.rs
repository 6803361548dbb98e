//! Blobs in a bucket: any storage that speaks the S3 protocol.
//!
//! A storage that is slow or that fails is tried again for a short while, then the person is told: what is not stored is
//! never acknowledged. A storage that says "stored" is not believed on its word: each blob carries its SHA-256, which the
//! storage must verify, and is asked for once more before `put` answers.

use std::sync::Arc;
use std::time::Duration;

use object_store::aws::{AmazonS3Builder, Checksum};
use object_store::prefix::PrefixStore;
use object_store::{BackoffConfig, ClientOptions, ObjectStore, RetryConfig};
use parvis_kernel::Personal;

use super::{BlobError, Blobs, Durability};

/// The smallest part that the protocol lets in, but for the last one.
const PART: usize = 5 * 1024 * 1024;
/// How long a storage is waited for.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// A storage that does not take the connection within this time is tried again.
    pub connect: Duration,
    /// A request that the storage has not answered by then is tried again: a part fits in a slow line's minute.
    pub answer: Duration,
    /// Tries after the first one.
    pub tries: usize,
    /// The time that all the tries may take.
    pub in_all: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            answer: Duration::from_secs(60),
            tries: 3,
            in_all: Duration::from_secs(90),
        }
    }
}

/// Where the bucket is, and who asks.
#[derive(Debug, Clone)]
pub struct S3Settings {
    /// The bucket: it exists already, closed to the public.
    pub bucket: String,
    /// Where the storage answers: `https://s3.example.org`. Plain HTTP is accepted on this machine only.
    pub endpoint: String,
    /// The region, as the storage names it: `fr-par`.
    pub region: String,
    /// What the names of the blobs start with in the bucket, when several installations share it.
    pub prefix: Option<String>,
    /// The name of the account's key.
    pub access_key: String,
    /// The secret of the account's key.
    pub secret_key: Personal<String>,
    /// How long it is waited for.
    pub patience: Patience,
}

impl Blobs {
    /// Opens a bucket. Nothing is asked of it yet.
    ///
    /// # Errors
    ///
    /// [`BlobError::Unavailable`] when the settings cannot be used.
    pub fn s3(settings: &S3Settings) -> Result<Self, BlobError> {
        crate::tls::use_ring();
        let bucket = AmazonS3Builder::new()
            .with_bucket_name(&settings.bucket)
            .with_endpoint(&settings.endpoint)
            .with_region(&settings.region)
            .with_access_key_id(&settings.access_key)
            .with_secret_access_key(settings.secret_key.as_str())
            // The bucket is in the path: a storage of one's own seldom has a name per bucket.
            .with_virtual_hosted_style_request(false)
            .with_checksum_algorithm(Checksum::SHA256)
            .with_client_options(options(settings))
            .with_retry(tries(settings.patience))
            .build()
            .map_err(BlobError::of_storage)?;
        let storage: Arc<dyn ObjectStore> = match &settings.prefix {
            Some(prefix) => Arc::new(PrefixStore::new(bucket, prefix.as_str())),
            None => Arc::new(bucket),
        };
        Ok(Self {
            storage,
            durability: Durability::AskedAgain { part: PART },
        })
    }
}

fn options(settings: &S3Settings) -> ClientOptions {
    ClientOptions::new()
        .with_allow_http(is_this_machine(&settings.endpoint))
        .with_connect_timeout(settings.patience.connect)
        .with_timeout(settings.patience.answer)
}

fn tries(patience: Patience) -> RetryConfig {
    RetryConfig {
        backoff: BackoffConfig::default(),
        max_retries: patience.tries,
        retry_timeout: patience.in_all,
    }
}

/// Whether an endpoint is on this machine: what goes there in clear does not leave it.
fn is_this_machine(endpoint: &str) -> bool {
    let Some(rest) = endpoint.strip_prefix("http://") else {
        return false;
    };
    let host = rest.split('/').next().unwrap_or(rest);
    let name = match host.strip_prefix('[') {
        Some(bracketed) => bracketed.split(']').next().unwrap_or(bracketed),
        None => host.split(':').next().unwrap_or(host),
    };
    name == "localhost"
        || name
            .parse()
            .is_ok_and(|address: std::net::IpAddr| address.is_loopback())
}

#[cfg(test)]
mod tests;

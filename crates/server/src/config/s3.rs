//! The bucket of the pieces.

use parvis_kernel::Personal;
use parvis_store::blobs::{Patience, S3Settings};
use serde::Deserialize;

use super::ConfigError;

/// The bucket of the pieces. Without one, they are in the folder `pieces` of the data.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct S3Config {
    /// The bucket.
    pub bucket: Option<String>,
    /// Where the storage answers.
    pub endpoint: Option<String>,
    /// The region.
    pub region: Option<String>,
    /// What the names start with, when several installations share the bucket.
    pub prefix: Option<String>,
    /// The name of the account's key.
    pub access_key: Option<String>,
    /// Its secret.
    pub secret_key: Option<Personal<String>>,
}

impl S3Config {
    pub(crate) fn check(&self) -> Result<(), ConfigError> {
        self.settings().map(drop)
    }

    /// What the storage needs; nothing without a bucket.
    ///
    /// # Errors
    /// The key that is missing, or that stands without a bucket.
    pub fn settings(&self) -> Result<Option<S3Settings>, ConfigError> {
        let Some(bucket) = &self.bucket else {
            return self.refuse_without_bucket().map(|()| None);
        };
        let endpoint = required("s3.endpoint", self.endpoint.as_ref())?;
        if !endpoint.starts_with("https://") && !endpoint.starts_with("http://") {
            return Err(ConfigError::key(
                "s3.endpoint",
                "attendu : une adresse, https://s3.exemple.fr",
            ));
        }
        Ok(Some(S3Settings {
            bucket: bucket.clone(),
            endpoint: endpoint.clone(),
            region: required("s3.region", self.region.as_ref())?.clone(),
            prefix: self.prefix.clone(),
            access_key: required("s3.access_key", self.access_key.as_ref())?.clone(),
            secret_key: required("s3.secret_key", self.secret_key.as_ref())?.clone(),
            patience: Patience::default(),
        }))
    }

    fn refuse_without_bucket(&self) -> Result<(), ConfigError> {
        let alone = self.endpoint.is_some()
            || self.region.is_some()
            || self.prefix.is_some()
            || self.access_key.is_some()
            || self.secret_key.is_some();
        if alone {
            return Err(ConfigError::key(
                "s3.bucket",
                "attendu avec les autres clés s3",
            ));
        }
        Ok(())
    }
}

fn required<'a, T>(key: &str, value: Option<&'a T>) -> Result<&'a T, ConfigError> {
    value.ok_or_else(|| ConfigError::key(key, "attendu avec s3.bucket"))
}

//! What can go wrong with a blob.

use std::error::Error;
use std::io;

/// What can go wrong with a blob.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// No blob has this name.
    #[error("no such blob")]
    NotFound,
    /// The name holds characters that are not allowed.
    #[error("not the name of a blob")]
    BadName,
    /// More bytes than the limit; nothing was kept.
    #[error("larger than {limit} bytes")]
    TooLarge {
        /// The limit, in bytes.
        limit: u64,
    },
    /// The stream that was being stored failed; nothing was kept.
    #[error("the stream was interrupted")]
    Interrupted(#[source] Box<dyn Error + Send + Sync>),
    /// The blob cannot be opened: altered, cut off, or sealed by another key.
    #[error("the blob cannot be opened")]
    Sealed,
    /// The disk is full; nothing was kept.
    #[error("the disk of the blobs is full")]
    Full,
    /// The storage cannot answer.
    #[error("the storage of blobs is not available: {0}")]
    Unavailable(String),
}

impl BlobError {
    pub(super) fn of_storage(error: object_store::Error) -> Self {
        match error {
            object_store::Error::NotFound { .. } => Self::NotFound,
            error if is_full(&error) => Self::Full,
            error => Self::Unavailable(error.to_string()),
        }
    }

    pub(super) fn of_file(error: io::Error) -> Self {
        if is_full(&error) {
            Self::Full
        } else {
            Self::Unavailable(error.to_string())
        }
    }
}

/// True when the disk, or the share of it that is ours, is full.
fn is_full(error: &(dyn Error + 'static)) -> bool {
    let mut cause = Some(error);
    while let Some(error) = cause {
        let kind = error.downcast_ref::<io::Error>().map(io::Error::kind);
        if matches!(
            kind,
            Some(io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
        ) {
            return true;
        }
        // An I/O error that wraps another one gives the source of that one: look at the wrapped one itself.
        let wrapped = error
            .downcast_ref::<io::Error>()
            .and_then(io::Error::get_ref);
        cause = match wrapped {
            Some(wrapped) => Some(wrapped),
            None => error.source(),
        };
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused_by_storage(kind: io::ErrorKind) -> object_store::Error {
        object_store::Error::Generic {
            store: "LocalFileSystem",
            source: Box::new(io::Error::from(kind)),
        }
    }

    #[test]
    fn a_full_disk_is_recognised_however_deep_it_is_told() {
        let direct = BlobError::of_storage(refused_by_storage(io::ErrorKind::StorageFull));
        assert!(matches!(direct, BlobError::Full));
        let wrapped = io::Error::other(refused_by_storage(io::ErrorKind::QuotaExceeded));
        assert!(matches!(BlobError::of_file(wrapped), BlobError::Full));
        let other = BlobError::of_storage(refused_by_storage(io::ErrorKind::PermissionDenied));
        assert!(matches!(other, BlobError::Unavailable(_)));
    }
}

//! Blobs: the bytes of pieces, sealed while they stream, in constant memory.
//!
//! A blob is on the disk, fsync included, before `put` answers: its row is written after it. What was put and never
//! got its row is an orphan, which a job sweeps after a day ([`Blobs::list`] gives ages).
//!
//! Format: a byte that says its version (1), a random salt of 32 bytes, then chunks of 64 KiB each sealed with
//! AES-256-GCM under a key derived from the subject's key, the salt and the name. The nonce of a chunk holds its number
//! and whether it is the last one (the STREAM construction): chunks that are cut off, swapped, altered or taken from
//! another blob do not open.

mod error;
mod opening;
mod s3;
mod sealing;
mod unfinished;

use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use futures::{Stream, StreamExt, TryStreamExt};
use object_store::buffered::BufWriter;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Name;
use object_store::{ObjectStore, ObjectStoreExt};
use parvis_kernel::Instant;

pub use error::BlobError;
pub use s3::{Patience, S3Settings};

use crate::sealing::SealingKey;

/// The plain bytes of a chunk.
const CHUNK: usize = 64 * 1024;
/// What the sealing of a chunk adds.
const TAG: usize = 16;
/// The first byte of a blob: the version of its format.
const VERSION: u8 = 1;
/// The random bytes that make the key of a blob its own.
const SALT: usize = 32;

/// The storage of blobs: a folder, or a bucket that speaks the S3 protocol. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Blobs {
    storage: Arc<dyn ObjectStore>,
    durability: Durability,
}

/// How it is known that what was stored is stored.
#[derive(Debug, Clone)]
enum Durability {
    /// The folder was written and fsynced.
    Fsynced {
        /// The folder.
        folder: Arc<Path>,
    },
    /// The bucket said so, verified the hash, and is asked for the blob once more.
    AskedAgain {
        /// The bytes of one part of an upload.
        part: usize,
    },
}

impl Durability {
    /// What is held in memory before it goes to the storage, in bytes.
    const fn part(&self) -> usize {
        match self {
            Self::Fsynced { .. } => FOLDER_PART,
            Self::AskedAgain { part } => *part,
        }
    }
}

/// The bytes that wait in memory before they go to the folder.
const FOLDER_PART: usize = 1024 * 1024;

/// What was stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// The number of plain bytes.
    pub size: u64,
    /// The SHA-256 of the plain bytes.
    pub sha256: [u8; 32],
}

/// A blob of the storage, whatever it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its name.
    pub name: String,
    /// When it was stored, by the clock of the storage.
    pub stored_at: Instant,
    /// Its size, sealed.
    pub size: u64,
}

impl Blobs {
    /// Opens a folder, created for its owner alone if it does not exist.
    ///
    /// # Errors
    ///
    /// [`BlobError::Unavailable`] when it cannot be created or read.
    pub fn folder(path: &Path) -> Result<Self, BlobError> {
        unfinished::create_folder(path).map_err(BlobError::of_file)?;
        let folder = LocalFileSystem::new_with_prefix(path)
            .map_err(BlobError::of_storage)?
            .with_fsync(true);
        Ok(Self {
            storage: Arc::new(folder),
            durability: Durability::Fsynced {
                folder: path.into(),
            },
        })
    }

    /// Seals a stream under a key and stores it under a name; answers once the disk has it.
    ///
    /// Names are made of letters, digits, `-`, `_`, `.` and `/`; a blob of the same name is replaced. When the stream
    /// fails, or gives more than `limit` bytes, reading stops there and nothing is left.
    ///
    /// # Errors
    ///
    /// [`BlobError::TooLarge`] past the limit, [`BlobError::Interrupted`] when the stream fails, [`BlobError::Full`]
    /// when the disk is, [`BlobError::Unavailable`] when the storage fails, or says that it stored and did not.
    pub async fn put<E>(
        &self,
        name: &str,
        key: &SealingKey,
        stream: impl Stream<Item = Result<Bytes, E>> + Send,
        limit: u64,
    ) -> Result<Stored, BlobError>
    where
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let target = checked(name)?;
        let writer = BufWriter::with_capacity(
            Arc::clone(&self.storage),
            target.clone(),
            self.durability.part(),
        );
        let stored = sealing::put(writer, &target, key, stream, limit).await?;
        if let Durability::AskedAgain { .. } = self.durability {
            self.ask_again(&target, sealing::sealed_size(stored.size))
                .await?;
        }
        Ok(stored)
    }

    /// Asks a bucket whether it holds what it said it stored.
    async fn ask_again(&self, target: &Name, size: u64) -> Result<(), BlobError> {
        match self.storage.head(target).await {
            Ok(found) if found.size == size => Ok(()),
            Ok(found) => Err(BlobError::Unavailable(format!(
                "the storage said it stored {size} bytes and holds {}",
                found.size
            ))),
            Err(object_store::Error::NotFound { .. }) => Err(BlobError::Unavailable(
                "the storage said it stored a blob and does not hold it".to_owned(),
            )),
            Err(error) => Err(BlobError::of_storage(error)),
        }
    }

    /// Opens a blob: its plain bytes, as they are read. An error may come after some bytes.
    ///
    /// # Errors
    ///
    /// [`BlobError::NotFound`]; in the stream, [`BlobError::Sealed`] when the blob was altered or sealed by another key.
    pub async fn get(
        &self,
        name: &str,
        key: &SealingKey,
    ) -> Result<impl Stream<Item = Result<Bytes, BlobError>> + Send + use<>, BlobError> {
        let target = checked(name)?;
        let found = self.storage.get(&target).await;
        let sealed = found.map_err(BlobError::of_storage)?.into_stream();
        Ok(opening::opened(name.to_owned(), key.clone(), sealed))
    }

    /// The sealed bytes of a blob, as they are stored: for a back-up, which copies what it cannot open.
    ///
    /// # Errors
    ///
    /// [`BlobError::NotFound`]; in the stream, [`BlobError::Unavailable`].
    pub async fn sealed(
        &self,
        name: &str,
    ) -> Result<impl Stream<Item = Result<Bytes, BlobError>> + Send + use<>, BlobError> {
        let found = self.storage.get(&checked(name)?).await;
        let sealed = found.map_err(BlobError::of_storage)?.into_stream();
        Ok(sealed.map_err(BlobError::of_storage))
    }

    /// Stores bytes that are sealed already, under the name they were sealed for; answers once the disk has them.
    ///
    /// # Errors
    ///
    /// As [`Blobs::put`].
    pub async fn put_sealed<E>(
        &self,
        name: &str,
        stream: impl Stream<Item = Result<Bytes, E>> + Send,
    ) -> Result<(), BlobError>
    where
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let target = checked(name)?;
        let storage = Arc::clone(&self.storage);
        let writer = BufWriter::with_capacity(storage, target.clone(), self.durability.part());
        let size = sealing::copy(writer, stream).await?;
        if let Durability::AskedAgain { .. } = self.durability {
            self.ask_again(&target, size).await?;
        }
        Ok(())
    }

    /// Deletes a blob; one that does not exist is no error.
    ///
    /// # Errors
    ///
    /// [`BlobError::Unavailable`] when the storage refuses.
    pub async fn delete(&self, name: &str) -> Result<(), BlobError> {
        match self.storage.delete(&checked(name)?).await {
            Err(object_store::Error::NotFound { .. }) => Ok(()),
            outcome => outcome.map_err(BlobError::of_storage),
        }
    }

    /// Removes what a process killed while it stored blobs left unfinished before an instant; says how many. It walks
    /// the whole folder: a job for the night. A bucket shows no unfinished upload: its own rule removes them
    /// (`AbortIncompleteMultipartUpload`).
    ///
    /// # Errors
    ///
    /// [`BlobError::Unavailable`] when the folder cannot be read.
    pub async fn sweep_unfinished(&self, before: Instant) -> Result<u64, BlobError> {
        let Durability::Fsynced { folder } = &self.durability else {
            return Ok(0);
        };
        let folder = Arc::clone(folder);
        tokio::task::spawn_blocking(move || unfinished::sweep(&folder, before))
            .await
            .map_err(|error| BlobError::Unavailable(error.to_string()))?
            .map_err(BlobError::of_file)
    }

    /// Lists every blob whose name starts with a folder (`""` for all), with its age, as they are found.
    pub fn list(
        &self,
        folder: &str,
    ) -> impl Stream<Item = Result<Listed, BlobError>> + Send + use<> {
        let prefix = Name::from(folder);
        self.storage
            .list(Some(&prefix))
            .map_err(BlobError::of_storage)
            .and_then(|found| async move { listed(&found) })
            .boxed()
    }
}

/// Refuses a name that could leave the folder, or be written in two ways.
fn checked(name: &str) -> Result<Name, BlobError> {
    let fits = |letter: char| letter.is_ascii_alphanumeric() || "-_./".contains(letter);
    let dotted = |part: &str| part.is_empty() || part.starts_with('.');
    if !name.chars().all(fits) || name.split('/').any(dotted) {
        return Err(BlobError::BadName);
    }
    Ok(Name::from(name))
}

fn listed(found: &object_store::ObjectMeta) -> Result<Listed, BlobError> {
    let stored_at = Instant::from_microsecond(found.last_modified.timestamp_micros())
        .map_err(|_| BlobError::Unavailable("a blob has no date".to_owned()))?;
    Ok(Listed {
        name: found.location.to_string(),
        stored_at,
        size: found.size,
    })
}

/// The key of one blob.
fn blob_key(key: &SealingKey, name: &str, salt: &[u8; SALT]) -> crate::derivation::Secret {
    key.derived(&[b"blob", name.as_bytes(), salt])
}

#[cfg(test)]
mod tests;

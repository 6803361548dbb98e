//! Sealing a stream chunk by chunk.

use std::pin::pin;

use aead_stream::EncryptorBE32;
use aes_gcm::Aes256Gcm;
use bytes::{Bytes, BytesMut};
use futures::{Stream, StreamExt};
use object_store::buffered::BufWriter;
use object_store::path::Path as Name;
use sha2::{Digest, Sha256};
use tokio::io::AsyncWriteExt;

use super::{BlobError, CHUNK, SALT, Stored, TAG, VERSION, blob_key};
use crate::sealing::SealingKey;

/// How many parts may be on their way to the storage at once.
const PARTS: usize = 2;

pub(super) async fn put<E>(
    writer: BufWriter,
    target: &Name,
    key: &SealingKey,
    stream: impl Stream<Item = Result<Bytes, E>> + Send,
    limit: u64,
) -> Result<Stored, BlobError>
where
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let sealer = Sealer::start(key, target.as_ref())?;
    // Dropped before it is finished (nobody waits any more), the writer removes what it wrote.
    let mut writer = Written(writer.with_max_concurrency(PARTS));
    match seal_all(&mut writer, sealer, stream, limit).await {
        Ok(stored) => writer.finish().await.map(|()| stored),
        Err(error) => {
            writer.abort().await;
            Err(error)
        }
    }
}

/// The size of a blob whose plain bytes are so many: at least one chunk, even empty.
pub(super) const fn sealed_size(plain: u64) -> u64 {
    let chunks = if plain == 0 {
        1
    } else {
        plain.div_ceil(CHUNK as u64)
    };
    1 + SALT as u64 + plain + chunks * TAG as u64
}

/// Stores what is sealed already; says how many bytes.
pub(super) async fn copy<E>(
    writer: BufWriter,
    stream: impl Stream<Item = Result<Bytes, E>> + Send,
) -> Result<u64, BlobError>
where
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let mut writer = Written(writer.with_max_concurrency(PARTS));
    match copy_all(&mut writer, stream).await {
        Ok(size) => writer.finish().await.map(|()| size),
        Err(error) => {
            writer.abort().await;
            Err(error)
        }
    }
}

async fn copy_all<E>(
    writer: &mut Written,
    stream: impl Stream<Item = Result<Bytes, E>> + Send,
) -> Result<u64, BlobError>
where
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let (mut stream, mut size) = (pin!(stream), 0);
    while let Some(received) = stream.next().await {
        let received = received.map_err(|error| BlobError::Interrupted(error.into()))?;
        size += received.len() as u64;
        writer.put(received).await?;
    }
    Ok(size)
}

/// Seals every whole chunk once something follows it, and the rest as the last chunk.
async fn seal_all<E>(
    writer: &mut Written,
    mut sealer: Sealer,
    stream: impl Stream<Item = Result<Bytes, E>> + Send,
    limit: u64,
) -> Result<Stored, BlobError>
where
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    writer.put(sealer.header.clone()).await?;
    let mut stream = pin!(stream);
    let mut waiting = BytesMut::with_capacity(CHUNK);
    while let Some(received) = stream.next().await {
        let mut received = received.map_err(|error| BlobError::Interrupted(error.into()))?;
        sealer.count(&received, limit)?;
        while !received.is_empty() {
            if waiting.len() == CHUNK {
                let chunk = sealer.chunk(&waiting)?;
                writer.put(chunk).await?;
                waiting.clear();
            }
            let fitting = received.len().min(CHUNK - waiting.len());
            waiting.extend_from_slice(&received.split_to(fitting));
        }
    }
    let (stored, last) = sealer.finish(waiting)?;
    writer.put(last).await?;
    Ok(stored)
}

/// The storage, with our errors.
struct Written(BufWriter);

impl Written {
    async fn put(&mut self, bytes: Bytes) -> Result<(), BlobError> {
        self.0.put(bytes).await.map_err(BlobError::of_storage)
    }

    /// Removes what was written.
    async fn abort(mut self) {
        if let Err(error) = self.0.abort().await {
            tracing::warn!(%error, "an unfinished blob could not be removed; it will be swept");
        }
    }

    /// Writes what is still in memory, waits for the disk, and gives the blob its name.
    async fn finish(mut self) -> Result<(), BlobError> {
        self.0.shutdown().await.map_err(BlobError::of_file)
    }
}

/// What seals, counts and hashes.
struct Sealer {
    header: Bytes,
    encryptor: EncryptorBE32<Aes256Gcm>,
    size: u64,
    hash: Sha256,
}

impl Sealer {
    fn start(key: &SealingKey, name: &str) -> Result<Self, BlobError> {
        let mut salt = [0_u8; SALT];
        getrandom::fill(&mut salt).map_err(|error| BlobError::Unavailable(error.to_string()))?;
        let secret = blob_key(key, name, &salt);
        // The key serves this blob only: the fixed part of the nonce may be zero.
        let encryptor = EncryptorBE32::new(&(*secret).into(), &Default::default());
        Ok(Self {
            header: [&[VERSION], salt.as_slice()].concat().into(),
            encryptor,
            size: 0,
            hash: Sha256::new(),
        })
    }

    fn count(&mut self, received: &[u8], limit: u64) -> Result<(), BlobError> {
        self.size = self.size.saturating_add(received.len() as u64);
        if self.size > limit {
            return Err(BlobError::TooLarge { limit });
        }
        self.hash.update(received);
        Ok(())
    }

    fn chunk(&mut self, plain: &[u8]) -> Result<Bytes, BlobError> {
        let sealed = self.encryptor.encrypt_next(plain);
        sealed.map(Bytes::from).map_err(|_| BlobError::Sealed)
    }

    fn finish(self, plain: BytesMut) -> Result<(Stored, Bytes), BlobError> {
        let sealed = self.encryptor.encrypt_last(plain.as_ref());
        let stored = Stored {
            size: self.size,
            sha256: self.hash.finalize().into(),
        };
        let chunk = sealed.map_err(|_| BlobError::Sealed)?;
        Ok((stored, Bytes::from(chunk)))
    }
}

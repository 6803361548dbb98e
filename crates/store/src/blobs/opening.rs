//! Opening a stream chunk by chunk.

use aead_stream::DecryptorBE32;
use aes_gcm::Aes256Gcm;
use bytes::{Bytes, BytesMut};
use futures::stream::{self, BoxStream};
use futures::{Stream, StreamExt};

use super::{BlobError, CHUNK, SALT, TAG, VERSION, blob_key};
use crate::sealing::SealingKey;

/// The plain bytes of a sealed stream. Nothing is given of a chunk that does not open.
pub(super) fn opened(
    name: String,
    key: SealingKey,
    sealed: BoxStream<'static, object_store::Result<Bytes>>,
) -> impl Stream<Item = Result<Bytes, BlobError>> + Send {
    let opener = Opener {
        name,
        key,
        sealed,
        waiting: BytesMut::with_capacity(CHUNK + TAG),
        decryptor: None,
    };
    stream::try_unfold(Some(opener), |opener| async {
        match opener {
            Some(opener) => opener.next().await.map(Some),
            None => Ok(None),
        }
    })
}

struct Opener {
    name: String,
    key: SealingKey,
    sealed: BoxStream<'static, object_store::Result<Bytes>>,
    waiting: BytesMut,
    decryptor: Option<DecryptorBE32<Aes256Gcm>>,
}

impl Opener {
    /// Opens the next chunk; without a rest after it, it must be the last one.
    async fn next(mut self) -> Result<(Bytes, Option<Self>), BlobError> {
        let mut decryptor = match self.decryptor.take() {
            Some(decryptor) => decryptor,
            None => self.start().await?,
        };
        let more = self.fill(CHUNK + TAG + 1).await?;
        if !more {
            let plain = decryptor.decrypt_last(self.waiting.as_ref());
            let plain = plain.map_err(|_| BlobError::Sealed)?;
            return Ok((plain.into(), None));
        }
        let chunk = self.waiting.split_to(CHUNK + TAG);
        let plain = decryptor.decrypt_next(chunk.as_ref());
        let plain = plain.map_err(|_| BlobError::Sealed)?;
        self.decryptor = Some(decryptor);
        Ok((plain.into(), Some(self)))
    }

    /// Reads the header.
    async fn start(&mut self) -> Result<DecryptorBE32<Aes256Gcm>, BlobError> {
        if !self.fill(1 + SALT).await? {
            return Err(BlobError::Sealed);
        }
        let header = self.waiting.split_to(1 + SALT);
        let Some((&VERSION, salt)) = header.split_first() else {
            return Err(BlobError::Sealed);
        };
        let salt = salt.try_into().map_err(|_| BlobError::Sealed)?;
        let secret = blob_key(&self.key, &self.name, salt);
        Ok(DecryptorBE32::new(&(*secret).into(), &Default::default()))
    }

    /// Waits for some bytes; false when the stream ends before.
    async fn fill(&mut self, wanted: usize) -> Result<bool, BlobError> {
        while self.waiting.len() < wanted {
            match self.sealed.next().await {
                Some(received) => {
                    let received = received.map_err(BlobError::of_storage)?;
                    self.waiting.extend_from_slice(&received);
                }
                None => return Ok(false),
            }
        }
        Ok(true)
    }
}

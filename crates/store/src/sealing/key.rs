//! The key of one subject.

use std::fmt;

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use zeroize::Zeroizing;

use crate::StoreError;
use crate::derivation::{Secret, derived};

/// The first byte of what is sealed: the version of the format.
const VERSION: u8 = 1;
const NONCE: usize = 12;

/// The key of one subject: seals and opens. Erased from memory when dropped; never kept longer than an act.
#[derive(Clone)]
pub struct SealingKey(pub(super) Secret);

impl SealingKey {
    pub(crate) const fn new(secret: Secret) -> Self {
        Self(secret)
    }

    /// A key that somebody else keeps, such as the browser of a person: this house stores it nowhere.
    #[must_use]
    pub fn kept_elsewhere(bytes: [u8; 32]) -> Self {
        Self(Secret::new(bytes))
    }

    /// Seals some bytes. The context (`answers`, `message`) must be given again to open them.
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "AES-GCM refuses only what is above 64 GiB, which does not fit in one slice of ours"
    )]
    pub fn seal(&self, context: &str, plain: &[u8]) -> Vec<u8> {
        let nonce = self.nonce(context, plain);
        let payload = Payload {
            msg: plain,
            aad: context.as_bytes(),
        };
        let sealed = self
            .cipher()
            .encrypt(&Nonce::from(nonce), payload)
            .expect("below 64 GiB");
        [&[VERSION], nonce.as_slice(), &sealed].concat()
    }

    /// Opens what was sealed in the same context.
    ///
    /// # Errors
    ///
    /// [`StoreError::Sealed`] when it was altered, or sealed by another key, in another context or format.
    pub fn open(&self, context: &str, sealed: &[u8]) -> Result<Vec<u8>, StoreError> {
        let Some((&VERSION, rest)) = sealed.split_first() else {
            return Err(StoreError::Sealed);
        };
        let (nonce, encrypted) = rest
            .split_first_chunk::<NONCE>()
            .ok_or(StoreError::Sealed)?;
        let payload = Payload {
            msg: encrypted,
            aad: context.as_bytes(),
        };
        self.cipher()
            .decrypt(&Nonce::from(*nonce), payload)
            .map_err(|_| StoreError::Sealed)
    }

    /// A secret that belongs to this key and to `parts`.
    pub(crate) fn derived(&self, parts: &[&[u8]]) -> Secret {
        derived(&self.0, parts)
    }

    fn cipher(&self) -> Aes256Gcm {
        Aes256Gcm::new(&(*self.derived(&[b"seal"])).into())
    }

    /// Mixes fresh randomness with what is sealed. If the machine gave no randomness, equal texts would only be seen
    /// to be equal.
    fn nonce(&self, context: &str, plain: &[u8]) -> [u8; NONCE] {
        let mut fresh = Zeroizing::new([0_u8; 32]);
        if let Err(error) = getrandom::fill(fresh.as_mut_slice()) {
            tracing::error!(%error, "the machine gives no randomness");
        }
        let mixed = self.derived(&[b"nonce", fresh.as_slice(), context.as_bytes(), plain]);
        let mut nonce = [0; NONCE];
        nonce.copy_from_slice(mixed.split_at(NONCE).0);
        nonce
    }
}

/// Shows nothing.
impl fmt::Debug for SealingKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("SealingKey")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(byte: u8) -> SealingKey {
        SealingKey::new(Secret::new([byte; 32]))
    }

    #[test]
    fn what_is_sealed_opens_in_the_same_context_with_the_same_key() {
        let sealed = key(1).seal("answers", b"{}");
        assert_eq!(key(1).open("answers", &sealed).unwrap(), b"{}");
        assert_eq!(key(1).open("message", &sealed), Err(StoreError::Sealed));
        assert_eq!(key(2).open("answers", &sealed), Err(StoreError::Sealed));
    }

    #[test]
    fn every_altered_byte_is_noticed() {
        let sealed = key(1).seal("answers", b"text");
        for index in 0..sealed.len() {
            let mut altered = sealed.clone();
            altered[index] ^= 1;
            assert_eq!(key(1).open("answers", &altered), Err(StoreError::Sealed));
            assert_eq!(
                key(1).open("answers", &sealed[..index]),
                Err(StoreError::Sealed)
            );
        }
    }

    #[test]
    fn equal_texts_do_not_look_equal() {
        assert_ne!(key(1).seal("a", b"text"), key(1).seal("a", b"text"));
    }
}

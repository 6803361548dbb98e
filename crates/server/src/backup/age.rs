//! Encryption of a back-up with age (age-encryption.org/v1), for recipients who hold the identity elsewhere.

use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::Path;

use age::x25519::Recipient;
use age::{Decryptor, Encryptor, Identity, IdentityFile};
use anyhow::{Context, bail};

/// Who may open a back-up.
pub(crate) struct Recipients(Vec<Recipient>);

impl Recipients {
    /// Reads `age1...` texts.
    ///
    /// # Errors
    /// The one that is not a recipient.
    pub(crate) fn read(texts: &[String]) -> anyhow::Result<Self> {
        let mut recipients = Vec::with_capacity(texts.len());
        for text in texts {
            let recipient = text.parse::<Recipient>();
            recipients.push(recipient.map_err(|problem| {
                anyhow::anyhow!("--recipient {text} : ce n'est pas un destinataire age ({problem})")
            })?);
        }
        Ok(Self(recipients))
    }

    pub(crate) fn texts(&self) -> Vec<String> {
        self.0.iter().map(ToString::to_string).collect()
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Encrypts what is written, for all of them.
    pub(crate) fn encrypting<W: Write>(&self, to: W) -> io::Result<age::stream::StreamWriter<W>> {
        let recipients = self.0.iter().map(|it| it as &dyn age::Recipient);
        let encryptor = Encryptor::with_recipients(recipients).map_err(io::Error::other)?;
        encryptor.wrap_output(to)
    }
}

/// What opens a back-up.
#[derive(Default)]
pub(crate) struct Identities(Vec<Box<dyn Identity + Send + Sync>>);

impl Identities {
    /// Reads an identity file: lines of `AGE-SECRET-KEY-1...`.
    ///
    /// # Errors
    /// A file that cannot be read, or holds none.
    pub(crate) fn read(path: &Path) -> anyhow::Result<Self> {
        let shown = path.display();
        let file = File::open(path)
            .with_context(|| format!("--identity : {shown} ne peut pas être lu"))?;
        let identities = IdentityFile::from_buffer(BufReader::new(file))
            .ok()
            .and_then(|file| file.into_identities().ok())
            .filter(|identities| !identities.is_empty());
        match identities {
            Some(identities) => Ok(Self(identities)),
            None => bail!("--identity : {shown} ne contient pas d'identité age"),
        }
    }

    /// Opens what was encrypted for one of them.
    pub(crate) fn opening<R: Read>(&self, from: R) -> anyhow::Result<impl Read + use<R>> {
        if self.0.is_empty() {
            bail!("cette sauvegarde est chiffrée : indiquez --identity FICHIER");
        }
        let opened = Decryptor::new_buffered(BufReader::new(from)).and_then(|decryptor| {
            decryptor.decrypt(self.0.iter().map(|it| it.as_ref() as &dyn Identity))
        });
        opened.context("cette identité n'ouvre pas la sauvegarde")
    }
}

//! What carries mails away.

pub mod folder;
mod memory;
mod probe;
mod smtp;

use std::future::Future;
use std::pin::Pin;

use crate::message::Outgoing;

pub use folder::Folder;
pub use memory::Memory;
pub use smtp::{Security, Smtp, SmtpSettings, SmtpSettingsError};

/// Why a mail was not taken. Never carries an address or the answer of a server, which may quote one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PostError {
    /// Not now: unreachable, busy, refused sign-in. Trying again makes sense.
    #[error("the post cannot take mails now: {0}")]
    Later(String),
    /// This address does not exist or takes no mail: trying again makes no sense.
    #[error("the mail server refuses this address for good ({code})")]
    Refused {
        /// The code of SMTP.
        code: u16,
    },
}

/// The future of [`Post::carry`].
pub type PostFuture<'a> = Pin<Box<dyn Future<Output = Result<(), PostError>> + Send + 'a>>;

/// Carries mails away.
pub trait Post: Send + Sync {
    /// Takes one mail; `Ok` when somebody else answers for it from now on.
    fn carry<'a>(&'a self, mail: &'a Outgoing) -> PostFuture<'a>;
}

//! What may go wrong with a mail. No message carries an address, a name or a text of the mail.

use parvis_access::AccessError;
use parvis_kernel::Failure;
use parvis_store::StoreError;
use parvis_web::PageError;

use crate::model::Template;
use crate::post::PostError;

/// What may go wrong with a mail.
#[derive(Debug, thiserror::Error)]
pub enum NotifyError {
    /// The organisation that writes is not served here.
    #[error("the organisation that writes is not known")]
    UnknownOrganisation,
    /// Nobody composes this template.
    #[error("nobody composes the mails {}", .0.code())]
    NoComposer(Template),
    /// The composer wrote another template than the mail's.
    #[error("the composer of {} wrote another mail", .0.code())]
    OtherTemplate(Template),
    /// The composer failed.
    #[error(transparent)]
    Composing(Failure),
    /// A template is malformed, works too much, or lacks a value.
    #[error("the template {template} cannot be filled: {cause}")]
    Template {
        /// Its file.
        template: String,
        /// The sort of error, without values.
        cause: String,
    },
    /// The sender address of the organisation is missing or malformed: the key `sender` of its profile.
    #[error("the organisation has no valid sender address")]
    Sender,
    /// The address of the person cannot be written to.
    #[error("the address of the person is malformed")]
    Recipient,
    /// The message cannot be built.
    #[error("the message cannot be built: {0}")]
    Message(&'static str),
    /// Whose the address is could not be read.
    #[error(transparent)]
    Access(#[from] AccessError),
    /// The post did not take it.
    #[error(transparent)]
    Post(#[from] PostError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl NotifyError {
    /// The words kept with a mail that will never leave; nothing when trying again makes sense.
    pub(crate) const fn is_final(&self) -> Option<&'static str> {
        match self {
            Self::Recipient => Some("malformed address"),
            Self::Post(PostError::Refused { .. }) => Some("address refused by the mail server"),
            _ => None,
        }
    }
}

impl From<NotifyError> for PageError {
    fn from(error: NotifyError) -> Self {
        Failure::from(error).into()
    }
}

impl From<NotifyError> for Failure {
    fn from(error: NotifyError) -> Self {
        match error {
            NotifyError::Composing(failure) => failure,
            other => Self::new("sending a mail", other),
        }
    }
}

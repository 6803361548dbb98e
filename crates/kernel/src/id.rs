//! Identifiers: UUID version 7, one type per noun so that they cannot be exchanged by mistake.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A text that is not an identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier")]
pub struct ParseIdError;

macro_rules! identifiers {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Draws a new identifier, ordered by time (UUID version 7).
            #[must_use]
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }

            /// Wraps a known UUID.
            #[must_use]
            pub const fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The bare UUID.
            #[must_use]
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::new()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(formatter)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, "{}({})", stringify!($name), self.0)
            }
        }

        impl FromStr for $name {
            type Err = ParseIdError;

            fn from_str(text: &str) -> Result<Self, ParseIdError> {
                Uuid::try_parse(text).map(Self).map_err(|_| ParseIdError)
            }
        }
    )*};
}

identifiers! {
    /// A collectivité, or any other legal person that receives démarches.
    OrganisationId,
    /// A service of an organisation: the one that a receipt names.
    ServiceId,
    /// A group of agents who instruct the same procedures.
    GroupId,
    /// An agent of an organisation.
    AgentId,
    /// A session of a browser.
    SessionId,
    /// A token of the API: an application that an organisation lets in.
    TokenId,
    /// An invitation to become an agent.
    InvitationId,
    /// An account that a person of the public chose to open.
    AccountId,
    /// A code sent to confirm an address.
    ChallengeId,
    /// A procedure: what an organisation offers.
    ProcedureId,
    /// A frozen version of a procedure.
    RevisionId,
    /// A file of a person: draft, deposited, decided.
    DossierId,
    /// A row of a repeated block inside the answers.
    RowId,
    /// A supporting document given with a dossier.
    PieceId,
    /// A message between a person and the service.
    MessageId,
    /// An entry of one of the three journals.
    EntryId,
    /// A published fact.
    FactId,
    /// A job of the queue.
    JobId,
    /// The same act on many dossiers.
    BatchId,
    /// An address of an application that is told what happens.
    WebhookId,
    /// One message to such an address; receivers know it again by this.
    DeliveryId,
    /// A list of dossiers given as a file.
    ExportId,
    /// What an agent chose to see of a list, under a name.
    ViewId,
    /// A text that a group keeps to write it again.
    StandardTextId,
    /// An order to pay what was decided, for the finance department.
    PaymentOrderId,
    /// A draft of a procedure, given to a second person to read.
    ReviewId,
    /// A publication of a revision: the same may be published again.
    PublicationId,
    /// A draft of a procedure, shown to people who say what stops them.
    PanelId,
    /// What somebody said of a question of such a draft.
    RemarkId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_reads_back_what_it_writes() {
        let id = DossierId::new();
        assert_eq!(id.to_string().parse(), Ok(id));
    }

    #[test]
    fn a_text_that_is_no_identifier_is_refused() {
        assert_eq!("42".parse::<DossierId>(), Err(ParseIdError));
    }

    #[test]
    fn identifiers_drawn_later_sort_later() {
        let drawn: Vec<_> = (0..100).map(|_| DossierId::new()).collect();
        assert!(drawn.is_sorted());
    }
}

//! What is bound to the `$N` of a statement.

use std::fmt;

use parvis_kernel::{
    AccountId, AgentId, BatchId, ChallengeId, DeliveryId, DossierId, EntryId, ExportId, FactId,
    GroupId, Instant, InvitationId, JobId, MessageId, OrganisationId, PanelId, PaymentOrderId,
    PieceId, ProcedureId, PublicationId, RemarkId, ReviewId, RevisionId, RowId, ServiceId,
    SessionId, StandardTextId, TokenId, ViewId, WebhookId,
};
use uuid::Uuid;

/// A value bound to a parameter. Its `Debug` shows the type only: most values are personal data.
#[derive(Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing, whatever the type of the column.
    Null,
    /// TEXT; also identifiers and JSON. NUL is refused.
    Text(String),
    /// BIGINT; also booleans (0, 1) and instants (microseconds since 1970, UTC).
    Int(i64),
    /// BYTEA.
    Bytes(Vec<u8>),
}

impl Value {
    /// The name of its type.
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Text(_) => "text",
            Self::Int(_) => "integer",
            Self::Bytes(_) => "bytes",
        }
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Value({})", self.kind())
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

macro_rules! value_from {
    ($($source:ty => |$value:ident| $result:expr;)*) => {$(
        impl From<$source> for Value {
            fn from($value: $source) -> Self {
                $result
            }
        }
    )*};
}

value_from! {
    &str => |value| Self::Text(value.to_owned());
    String => |value| Self::Text(value);
    &String => |value| Self::Text(value.clone());
    i64 => |value| Self::Int(value);
    i32 => |value| Self::Int(value.into());
    u32 => |value| Self::Int(value.into());
    u16 => |value| Self::Int(value.into());
    bool => |value| Self::Int(value.into());
    Vec<u8> => |value| Self::Bytes(value);
    &Vec<u8> => |value| Self::Bytes(value.clone());
    &[u8] => |value| Self::Bytes(value.to_vec());
    Instant => |value| Self::Int(value.as_microsecond());
    Uuid => |value| Self::Text(value.hyphenated().to_string());
}

impl<const N: usize> From<[u8; N]> for Value {
    fn from(value: [u8; N]) -> Self {
        Self::Bytes(value.to_vec())
    }
}

impl<const N: usize> From<&[u8; N]> for Value {
    fn from(value: &[u8; N]) -> Self {
        Self::Bytes(value.to_vec())
    }
}

macro_rules! value_from_identifier {
    ($($identifier:ty),* $(,)?) => {$(
        impl From<$identifier> for Value {
            fn from(value: $identifier) -> Self {
                value.uuid().into()
            }
        }

        impl From<&$identifier> for Value {
            fn from(value: &$identifier) -> Self {
                value.uuid().into()
            }
        }
    )*};
}

value_from_identifier! {
    AccountId, AgentId, BatchId, ChallengeId, DeliveryId, DossierId, EntryId, ExportId, FactId, GroupId, InvitationId, JobId, MessageId, OrganisationId,
    PanelId, PaymentOrderId, PieceId, ProcedureId, PublicationId, RemarkId, ReviewId, RevisionId, RowId, ServiceId, SessionId, StandardTextId, TokenId, ViewId, WebhookId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_output_never_shows_the_value() {
        assert_eq!(format!("{:?}", Value::from("Zoé")), "Value(text)");
    }

    #[test]
    fn nothing_becomes_null() {
        assert_eq!(Value::from(None::<i64>), Value::Null);
        assert_eq!(Value::from(Some(4_i64)), Value::Int(4));
    }
}

#![doc = include_str!("../README.md")]

mod clock;
mod context;
mod fact;
mod id;
mod language;
mod network;
mod personal;
mod refusal;
mod tag;

pub use clock::{Clock, FakeClock, SystemClock};
pub use context::{Actor, Channel, Ctx, Purpose};
pub use fact::Fact;
pub use id::{
    AccountId, AgentId, BatchId, ChallengeId, DeliveryId, DossierId, EntryId, ExportId, FactId,
    GroupId, InvitationId, JobId, MessageId, OrganisationId, PanelId, ParseIdError, PaymentOrderId,
    PieceId, ProcedureId, PublicationId, RemarkId, ReviewId, RevisionId, RowId, ServiceId,
    SessionId, StandardTextId, TokenId, ViewId, WebhookId,
};
pub use language::Language;
pub use network::{Network, NetworkError};
pub use personal::Personal;
pub use refusal::{Failure, Refusal, RefusalKind};
pub use tag::{Direction, LanguageTag, NotALanguage, Tongues};

/// An instant, always in UTC; stored as microseconds since the Unix epoch.
pub type Instant = jiff::Timestamp;

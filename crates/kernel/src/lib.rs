#![doc = include_str!("../README.md")]

mod clock;
mod context;
mod fact;
mod id;
mod language;
mod personal;
mod refusal;

pub use clock::{Clock, FakeClock, SystemClock};
pub use context::{Actor, Ctx, Purpose};
pub use fact::Fact;
pub use id::{
    AgentId, ChallengeId, DossierId, EntryId, FactId, GroupId, JobId, MessageId, OrganisationId,
    ParseIdError, PieceId, ProcedureId, RevisionId, RowId, ServiceId, SessionId,
};
pub use language::Language;
pub use personal::Personal;
pub use refusal::{Failure, Refusal, RefusalKind};

/// An instant, always in UTC; stored as microseconds since the Unix epoch.
pub type Instant = jiff::Timestamp;

//! The facts that this room publishes. Each carries identifiers only; its subject is the dossier.

/// A draft was begun.
pub const DRAFT_STARTED: &str = "dossier.draft_started.v1";
/// A dossier was deposited.
pub const SUBMITTED: &str = "dossier.submitted.v1";
/// The person was asked for something; `request` names what.
pub const REQUESTED: &str = "dossier.requested.v1";
/// The person answered what was asked.
pub const COMPLETED: &str = "dossier.completed.v1";
/// Somebody wrote a message; `sender` is `usager` or `service`.
pub const MESSAGED: &str = "dossier.messaged.v1";
/// It was decided; held while the decision can be taken back.
pub const DECIDED: &str = "dossier.decided.v1";
/// It was closed without a decision.
pub const CLOSED: &str = "dossier.closed.v1";
/// The person took it back.
pub const WITHDRAWN: &str = "dossier.withdrawn.v1";
/// A person erased their draft.
pub const ERASED: &str = "dossier.erased.v1";
/// A draft expired and was erased.
pub const EXPIRED: &str = "dossier.expired.v1";
/// A person is reminded that their draft will be erased.
pub const DRAFT_REMINDED: &str = "dossier.draft_reminded.v1";
/// A person is reminded that their answer is expected.
pub const REQUEST_REMINDED: &str = "dossier.request_reminded.v1";
/// An agent asked to take a long list away: somebody else must approve it. Its subject is the export; `agent` asked.
pub const EXPORT_ASKED: &str = "dossier.export_asked.v1";
/// It was approved or refused. Its subject is the export; `agent` asked.
pub const EXPORT_ANSWERED: &str = "dossier.export_answered.v1";
/// It was handed over to another group, which `group` names.
pub const TRANSFERRED: &str = "dossier.transferred.v1";
/// A note calls an agent: `mention` names both.
pub const MENTIONED: &str = "dossier.mentioned.v1";
/// The order that pays it went to the finance department.
pub const PAYMENT_SENT: &str = "dossier.payment_sent.v1";
/// No rule of its procedure led it to a group: somebody must look. Not more than one a day.
pub const UNROUTED: &str = "dossier.unrouted.v1";

#![doc = include_str!("../README.md")]

pub mod amount;
pub mod calendar;
pub mod deadline;
pub mod decision;
pub mod receipt;
pub mod remedy;
pub mod sentence;
pub mod silence;

pub use calendar::{HolidayCalendar, UnknownZone, Zone};
pub use deadline::Period;
pub use decision::{
    Decision, DecisionDraft, DecisionPart, Missing, Outcome, Signatory, SignatureRegime, Term,
};
pub use receipt::{Gap, Receipt, ReceiptFacts, ReceiptKind, ReceiptPart, ServiceContact};
pub use remedy::{Remedy, RemedyKind};
pub use sentence::{Sentence, Value};
pub use silence::{EffectKind, ImpliedDecision, SilenceEffect, SilenceFacts, SilenceProblem};

/// The French words of the room (Fluent): every key of a [`Sentence`], a [`Gap`], a [`Missing`] or a [`SilenceProblem`].
pub const WORDS_FR: &str = include_str!("../words/fr.ftl");
/// The English words of the room. The French text prevails (CRPA L111-1).
pub const WORDS_EN: &str = include_str!("../words/en.ftl");

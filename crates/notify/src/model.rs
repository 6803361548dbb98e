//! Mails as rows: what sort, about what, and what became of them.

use parvis_journal::Subject;
use parvis_kernel::{Instant, Language, OrganisationId};
use uuid::Uuid;

/// What sort of mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Template {
    /// A code that confirms an address.
    Code,
    /// What was deposited arrived (CRPA R112-11-1).
    Receipt,
    /// The service asks for something.
    Request,
    /// There is an answer to read.
    Decision,
    /// There is a message to read.
    Message,
    /// A draft is kept, and until when.
    Draft,
    /// Something happened to an account.
    Account,
    /// Somebody is invited to become an agent.
    Invitation,
    /// A draft will soon be erased.
    DraftReminder,
    /// An answer is expected soon.
    RequestReminder,
    /// Those who administer must look at something.
    Alarm,
    /// There is something for an agent to see in the staff area.
    Agent,
    /// A note between agents calls one.
    Mention,
    /// The order that pays the person went to the treasury.
    Payment,
}

impl Template {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Code,
        Self::Receipt,
        Self::Request,
        Self::Decision,
        Self::Message,
        Self::Draft,
        Self::Account,
        Self::Invitation,
        Self::DraftReminder,
        Self::RequestReminder,
        Self::Alarm,
        Self::Agent,
        Self::Mention,
        Self::Payment,
    ];

    /// The stable word of the column.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Receipt => "receipt",
            Self::Request => "request",
            Self::Decision => "decision",
            Self::Message => "message",
            Self::Draft => "draft",
            Self::Account => "account",
            Self::Invitation => "invitation",
            Self::DraftReminder => "draft-reminder",
            Self::RequestReminder => "request-reminder",
            Self::Alarm => "alarm",
            Self::Agent => "agent",
            Self::Mention => "mention",
            Self::Payment => "payment",
        }
    }

    /// The template of a stable word.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|template| template.code() == code)
    }
}

/// A mail to send, or sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// Who writes.
    pub organisation: OrganisationId,
    /// Its identifier.
    pub id: Uuid,
    /// What sort of mail.
    pub template: Template,
    /// About what: the composer of the template understands it.
    pub subject: Subject,
    /// The language of the act; the letter may say another.
    pub language: Language,
    /// When it was planned.
    pub created_at: Instant,
    /// Tries that failed.
    pub attempts: i64,
    /// When the post took it.
    pub sent_at: Option<Instant>,
    /// When it was given up: nothing to say any more, or an address that does not exist.
    pub given_up_at: Option<Instant>,
}

impl Mail {
    /// Whether it was tried and has not left yet.
    #[must_use]
    pub const fn is_late(&self) -> bool {
        self.attempts > 0 && !self.is_over()
    }

    /// Whether nothing more is to be done with it.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        self.sent_at.is_some() || self.given_up_at.is_some()
    }
}

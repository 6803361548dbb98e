//! Letters: whom a mail is for and what it says, as typed values, so that nothing is ever printed blank.

use parvis_kernel::{Language, Personal};
use serde::Serialize;

use crate::model::Template;

/// A mail as its composer knows it, just before it leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The address.
    pub to: Personal<String>,
    /// The name to greet, if the address is known to be this person's.
    pub person: Option<Personal<String>>,
    /// The language of the person.
    pub language: Language,
    /// Where an answer goes: the address of the service in charge. The organisation's when absent.
    pub reply_to: Option<String>,
    /// What it says.
    pub content: Content,
}

/// What a letter says. Paths are those of the organisation's pages: `/dossiers/2026-0001`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Content {
    /// See [`Template::Code`].
    Code(CodeContent),
    /// See [`Template::Receipt`].
    Receipt(ReceiptContent),
    /// See [`Template::Request`].
    Request(RequestContent),
    /// See [`Template::Decision`].
    Decision(DecisionContent),
    /// See [`Template::Message`].
    Message(MessageContent),
    /// See [`Template::Draft`].
    Draft(DraftContent),
    /// See [`Template::Account`].
    Account(AccountContent),
    /// See [`Template::Invitation`].
    Invitation(InvitationContent),
    /// See [`Template::DraftReminder`].
    DraftReminder(DraftContent),
    /// See [`Template::RequestReminder`].
    RequestReminder(RequestContent),
    /// See [`Template::Alarm`].
    Alarm(AlarmContent),
    /// See [`Template::Agent`].
    Agent(AgentContent),
    /// See [`Template::Mention`].
    Mention(MentionContent),
    /// See [`Template::Payment`].
    Payment(PaymentContent),
}

impl Content {
    /// The template that puts it into words.
    #[must_use]
    pub const fn template(&self) -> Template {
        match self {
            Self::Code(_) => Template::Code,
            Self::Receipt(_) => Template::Receipt,
            Self::Request(_) => Template::Request,
            Self::Decision(_) => Template::Decision,
            Self::Message(_) => Template::Message,
            Self::Draft(_) => Template::Draft,
            Self::Account(_) => Template::Account,
            Self::Invitation(_) => Template::Invitation,
            Self::DraftReminder(_) => Template::DraftReminder,
            Self::RequestReminder(_) => Template::RequestReminder,
            Self::Alarm(_) => Template::Alarm,
            Self::Agent(_) => Template::Agent,
            Self::Mention(_) => Template::Mention,
            Self::Payment(_) => Template::Payment,
        }
    }
}

/// A code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CodeContent {
    /// The six digits.
    pub code: Personal<String>,
    /// Until when it serves, in words.
    pub until: String,
}

/// What was deposited arrived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReceiptContent {
    /// What the law calls it: *Accusé de réception électronique*, or *d'enregistrement*.
    pub title: String,
    /// The number of the dossier.
    pub number: String,
    /// The name of the procedure.
    pub procedure: String,
    /// Whether it asks for a decision; else it is a report.
    pub asks_for_decision: bool,
    /// The sentences that R112-11-1 asks for, in order (room `law`).
    pub lines: Vec<String>,
    /// The follow-up page.
    pub path: String,
}

/// The service asks for something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RequestContent {
    /// The number of the dossier.
    pub number: String,
    /// The name of the procedure.
    pub procedure: String,
    /// Until when, in words, if a delay was given.
    pub until: Option<String>,
    /// The page that asks only for this.
    pub path: String,
}

/// There is an answer to read: the mail never says which.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DecisionContent {
    /// The number of the dossier.
    pub number: String,
    /// The name of the procedure.
    pub procedure: String,
    /// The page where the answer is read.
    pub path: String,
}

/// There is a message to read: the mail never says which.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MessageContent {
    /// The number of the dossier.
    pub number: String,
    /// The name of the procedure.
    pub procedure: String,
    /// The page where the message is read.
    pub path: String,
}

/// A draft is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DraftContent {
    /// The number of the draft.
    pub number: String,
    /// The name of the procedure.
    pub procedure: String,
    /// The day on which it is erased, in words.
    pub until: String,
    /// The page where it is taken up again.
    pub path: String,
}

/// Something happened to an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AccountContent {
    /// What: the word of `access::account::NoticeKind`.
    pub kind: &'static str,
    /// When, in words.
    pub at: String,
    /// Until when the link serves, in words.
    pub until: Option<String>,
    /// The page that undoes it, with the secret of the link.
    pub path: Option<String>,
}

/// An invitation to become an agent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InvitationContent {
    /// Until when the link serves, in words.
    pub until: String,
    /// The page where the person chooses a password.
    pub path: Personal<String>,
}

/// Something that those who administer must look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AlarmContent {
    /// What: the word of `alarm::Alarm`.
    pub kind: &'static str,
    /// The page where it is looked at.
    pub path: &'static str,
}

/// A note calls an agent: the mail says neither what it says nor of whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MentionContent {
    /// Who wrote the note; nothing once they are gone.
    pub author: Option<String>,
    /// The number of the dossier.
    pub number: String,
    /// The name of the procedure.
    pub procedure: String,
    /// The page of the note.
    pub path: String,
}

/// What was granted will be paid: the mail says how much, never to which account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PaymentContent {
    /// The number of the dossier.
    pub number: String,
    /// The name of the procedure.
    pub procedure: String,
    /// How much, in words of money.
    pub amount: String,
    /// The day on which the order went, in words.
    pub day: String,
    /// The page where it is followed.
    pub path: String,
}

/// There is something to see in the staff area: the mail names nobody and no dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AgentContent {
    /// What: the word of [`AgentNotice`](crate::AgentNotice).
    pub kind: &'static str,
    /// The page where it is.
    pub path: &'static str,
}

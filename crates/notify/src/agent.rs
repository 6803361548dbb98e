//! The letter that tells an agent that there is something to see in the staff area.

use parvis_access::{AccessError, agent};
use parvis_journal::Subject;
use parvis_kernel::{AgentId, Failure};
use parvis_store::Tx;

use crate::compose::{Compose, Order};
use crate::letter::{AgentContent, Content, Letter};

/// What there is to see. The subject of the mail is the agent, under this word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgentNotice {
    /// Somebody asks to take a long list away, and somebody else must approve it.
    ExportToApprove,
    /// An export that the agent asked was approved or refused.
    ExportAnswered,
    /// A dossier was handed over to a group of the agent.
    Transferred,
    /// Somebody asks the agent to read a draft of a procedure before it is published.
    ReviewToDo,
    /// A draft that the agent gave to be read was approved or sent back.
    ReviewAnswered,
    /// A procedure was published though nobody else read it.
    PublishedUnreviewed,
}

impl AgentNotice {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::ExportToApprove,
        Self::ExportAnswered,
        Self::Transferred,
        Self::ReviewToDo,
        Self::ReviewAnswered,
        Self::PublishedUnreviewed,
    ];

    /// The stable word: the noun of the subject, and what the template asks.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ExportToApprove => "export-to-approve",
            Self::ExportAnswered => "export-answered",
            Self::Transferred => "transferred",
            Self::ReviewToDo => "review-to-do",
            Self::ReviewAnswered => "review-answered",
            Self::PublishedUnreviewed => "published-unreviewed",
        }
    }

    /// The page where it is.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::ExportToApprove => "/agent/exports/approbations",
            Self::ExportAnswered => "/agent/exports",
            Self::Transferred => "/agent",
            Self::ReviewToDo | Self::ReviewAnswered | Self::PublishedUnreviewed => {
                "/agent/demarches"
            }
        }
    }

    /// The subject of the mail that tells it to an agent.
    #[must_use]
    pub fn to(self, agent: AgentId) -> Subject {
        Subject::new(self.code(), agent.uuid())
    }
}

/// Reads the address of the agent. A closed account is told nothing.
pub(crate) struct AgentComposer;

impl Compose for AgentComposer {
    fn compose(&self, tx: &mut Tx<'_>, order: &Order<'_>) -> Result<Option<Letter>, Failure> {
        let subject = &order.mail.subject;
        let mut known = AgentNotice::ALL.into_iter();
        let Some(notice) = known.find(|notice| notice.code() == subject.kind) else {
            return Ok(None);
        };
        let id = AgentId::from_uuid(subject.id);
        let agent = match agent::find(tx, order.organisation.id, id) {
            Ok(agent) if agent.disabled_at.is_none() => agent,
            Ok(_) | Err(AccessError::NotFound) => return Ok(None),
            Err(error) => return Err(Failure::new("reading an agent for a mail", error)),
        };
        Ok(Some(Letter {
            person: Some(agent.full_name().into()),
            to: agent.email.into(),
            language: order.mail.language,
            reply_to: None,
            content: Content::Agent(AgentContent {
                kind: notice.code(),
                path: notice.path(),
            }),
        }))
    }
}

//! What a person and the service exchange about a dossier.

use jiff::civil::Date;
use parvis_kernel::{AgentId, DossierId, Instant, MessageId, Personal, PieceId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::examine::Guard;

/// A received file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its identifier.
    pub id: PieceId,
    /// The dossier to which it belongs.
    pub dossier: DossierId,
    /// For what it was given: `field:justificatif`, `message:…`, `exchange`, `decision`.
    pub place: String,
    /// Its name and fingerprint.
    pub description: PieceDescription,
    /// Its media type, sniffed from its content.
    pub media_type: String,
    /// Its size in bytes.
    pub size: u64,
    /// Its name in the storage.
    pub blob: String,
    /// When it was received.
    pub created_at: Instant,
    /// What an antivirus said of it.
    pub examination: Examination,
}

/// What an antivirus said of a piece.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Examination {
    /// When it was examined.
    pub at: Option<Instant>,
    /// With which signatures.
    pub signatures: Option<String>,
    /// The name of what was found in it.
    pub infection: Option<String>,
    /// Why the last examination failed, by its code.
    pub trouble: Option<String>,
}

/// Whether a piece may be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Safety {
    /// There is no antivirus.
    NotExamined,
    /// It waits to be examined.
    Waiting,
    /// Nothing known was found.
    Clean,
    /// It is given to nobody.
    Infected,
}

impl Safety {
    /// The stable word of interfaces and archives.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotExamined => "not-examined",
            Self::Waiting => "waiting",
            Self::Clean => "clean",
            Self::Infected => "infected",
        }
    }

    /// Whether an agent may open it.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::NotExamined | Self::Clean)
    }
}

impl Examination {
    /// What follows from it. What was found stays found when the antivirus is taken away.
    #[must_use]
    pub const fn safety(&self, guard: Guard) -> Safety {
        match (&self.infection, self.at, guard) {
            (Some(_), _, _) => Safety::Infected,
            (None, Some(_), _) => Safety::Clean,
            (None, None, Guard::Present) => Safety::Waiting,
            (None, None, Guard::Absent) => Safety::NotExamined,
        }
    }
}

/// The word of the pieces that are attached to a decision.
pub(crate) const OF_DECISION: &str = "decision";

impl Piece {
    /// Whether the service attached it to its decision.
    #[must_use]
    pub fn is_of_decision(&self) -> bool {
        self.place == OF_DECISION
    }
}

/// What is sealed of a piece.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PieceDescription {
    /// The name that the person gave it, cleaned.
    pub name: Personal<String>,
    /// SHA-256 of its content, in hexadecimal.
    pub sha256: String,
}

/// Who wrote a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sender {
    /// The person.
    Usager,
    /// An agent, for the service.
    Service(AgentId),
    /// The house by itself, for the service.
    House,
}

/// A message between the person and the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its identifier.
    pub id: MessageId,
    /// Who wrote it.
    pub sender: Sender,
    /// What it says.
    pub body: Personal<String>,
    /// When.
    pub at: Instant,
    /// When the other side first read it.
    pub read_at: Option<Instant>,
}

/// A note between agents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its identifier.
    pub id: Uuid,
    /// Who wrote it.
    pub agent: AgentId,
    /// What it says.
    pub body: Personal<String>,
    /// When.
    pub at: Instant,
    /// Whom it calls.
    pub mentions: Vec<Mention>,
}

/// An agent whom a note calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// Who.
    pub agent: AgentId,
    /// When they read the notes of the dossier.
    pub read_at: Option<Instant>,
}

impl Note {
    /// Whether it calls an agent who did not read it yet.
    #[must_use]
    pub fn awaits(&self, agent: AgentId) -> bool {
        let mut mentions = self.mentions.iter();
        mentions.any(|mention| mention.agent == agent && mention.read_at.is_none())
    }
}

/// What is asked of the person; sealed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Why, in the agent's words.
    pub text: Personal<String>,
    /// Questions of the form to answer again, by field.
    #[serde(default)]
    pub fields: Vec<String>,
    /// Pieces asked for, in words; each with the text that requires it when there is one (CRPA R112-11-4).
    #[serde(default)]
    pub pieces: Vec<String>,
}

/// A request made to the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Its identifier.
    pub id: Uuid,
    /// Who asks.
    pub agent: AgentId,
    /// What.
    pub asked: Asked,
    /// Until when, in the organisation's days.
    pub due_on: Date,
    /// Since when.
    pub at: Instant,
    /// When the person answered.
    pub answered_at: Option<Instant>,
    /// When the service went on without the answer (CRPA L114-5-1).
    pub lifted_at: Option<Instant>,
}

impl Request {
    /// Whether it still waits for an answer.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.answered_at.is_none() && self.lifted_at.is_none()
    }
}

/// A decision, as it was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// Who decided.
    pub agent: AgentId,
    /// What the law asks a decision to contain.
    pub decision: parvis_law::Decision,
    /// When.
    pub at: Instant,
}

//! Frozen revisions of procedures, and what authors prepare.

use parvis_form::Form;
use parvis_kernel::{AgentId, GroupId, Instant, ProcedureId, RevisionId, ServiceId};

use crate::file::ProcedureFile;
use crate::search::SearchWords;

/// A frozen version of a procedure: what a dossier pins.
#[derive(Debug, Clone)]
pub struct Revision {
    /// Its identifier.
    pub id: RevisionId,
    /// The procedure of which it is a version.
    pub procedure: ProcedureId,
    /// 1 for the first version of the procedure.
    pub number: i64,
    /// The name of the procedure in addresses.
    pub slug: String,
    /// The group of agents who instruct.
    pub group: GroupId,
    /// The service that answers.
    pub service: ServiceId,
    /// When it was published for the first time.
    pub published_at: Instant,
    /// What the file says of the procedure.
    pub file: ProcedureFile,
    /// Its questions.
    pub form: Form,
    /// Under which words it is found.
    pub(crate) words: SearchWords,
}

/// A text that an author prepares: nobody of the public sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The name of the procedure in addresses.
    pub slug: String,
    /// Grows by one with each replacement; 1 at first.
    pub version: i64,
    /// The text.
    pub source: String,
    /// SHA-256 of the text, in hexadecimal.
    pub checksum: String,
    /// What was published when it was written.
    pub base: Option<RevisionId>,
    /// When it was written.
    pub written_at: Instant,
    /// By which agent; nobody when the house wrote it.
    pub written_by: Option<AgentId>,
    /// The last time that it was tried.
    pub tried: Option<Tried>,
}

/// A draft was tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// When.
    pub at: Instant,
    /// By which agent.
    pub by: Option<AgentId>,
    /// Which version of it.
    pub version: i64,
}

/// A draft in a list.
#[derive(Debug, Clone)]
pub(crate) struct DraftTitle {
    pub slug: String,
    pub title: String,
    pub written_at: Instant,
}

/// How a procedure stands.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
    pub procedure: ProcedureId,
    pub slug: String,
    pub published: Option<RevisionId>,
    pub closed_at: Option<Instant>,
}

/// A revision in the list of those of a procedure.
#[derive(Debug, Clone)]
pub(crate) struct Edition {
    pub id: RevisionId,
    pub number: i64,
    pub published_at: Instant,
    pub published_by: Option<AgentId>,
}

/// What is told of a closed procedure.
#[derive(Debug, Clone)]
pub(crate) struct Closed {
    pub revision: RevisionId,
    pub at: Instant,
    pub replacement: Option<String>,
    pub words: Option<String>,
}

//! Frozen revisions of procedures, and what authors prepare.

use parvis_form::Form;
use parvis_kernel::{
    AgentId, GroupId, Instant, PanelId, ProcedureId, PublicationId, RemarkId, ReviewId, RevisionId,
    ServiceId,
};

use crate::search::SearchWords;
use parvis_procedure::ProcedureFile;

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
    /// Grows by one with each replacement, from the instant when the draft was begun, in microseconds.
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

/// A draft given to a second person to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Which one.
    pub id: ReviewId,
    /// The procedure.
    pub slug: String,
    /// Its title then.
    pub title: String,
    /// SHA-256 of the text to read.
    pub checksum: String,
    /// The revision that it would replace.
    pub base: Option<RevisionId>,
    /// What its author says to who reads it.
    pub note: String,
    /// When it was asked.
    pub asked_at: Instant,
    /// By whom.
    pub asked_by: AgentId,
    /// When and by whom it was taken back.
    pub withdrawn: Option<(Instant, Option<AgentId>)>,
    /// What was answered.
    pub answered: Option<Answered>,
}

impl Review {
    /// Whether nobody answered it, nor took it back.
    #[must_use]
    pub const fn is_waiting(&self) -> bool {
        self.withdrawn.is_none() && self.answered.is_none()
    }

    /// Whether it is about exactly this text, in the place of this revision.
    #[must_use]
    pub fn is_of(&self, checksum: &str, base: Option<RevisionId>) -> bool {
        self.checksum == checksum && self.base == base
    }
}

/// What a second person answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// When.
    pub at: Instant,
    /// Who.
    pub by: AgentId,
    /// Whether it may be published as it is.
    pub approved: bool,
    /// What they say to its author.
    pub comment: String,
}

/// Somebody who wrote a draft, or what was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Writer {
    /// The publication; none while it is a draft.
    pub publication: Option<PublicationId>,
    pub agent: AgentId,
}

/// A revision became the published one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Publication {
    pub id: PublicationId,
    pub revision: RevisionId,
    pub at: Instant,
    pub by: Option<AgentId>,
    /// Who read it before, and when.
    pub reviewed: Option<(AgentId, Instant)>,
    /// Why nobody did.
    pub unreviewed_because: Option<String>,
}

/// A draft shown to people who have no account, so that they say what stops them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    /// Which one.
    pub id: PanelId,
    /// The procedure.
    pub slug: String,
    /// Its title then.
    pub title: String,
    /// The text that is shown: the draft goes on without it. Empty in a list.
    pub source: String,
    /// What the author says to those who read it.
    pub words: String,
    /// When it opened.
    pub opened_at: Instant,
    /// Who opened it.
    pub opened_by: AgentId,
    /// When its link serves no more.
    pub ends_at: Instant,
    /// Who closed it, if somebody did before its time.
    pub closed_by: Option<AgentId>,
    /// How many remarks it received.
    pub remarks: i64,
}

impl Panel {
    /// Whether its link serves.
    #[must_use]
    pub fn is_open(&self, now: Instant) -> bool {
        now < self.ends_at
    }
}

/// What somebody said of a place of a panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Remark {
    pub id: RemarkId,
    pub panel: PanelId,
    pub place: String,
    /// The words of that place, as they were read.
    pub label: String,
    pub text: String,
    /// The name that they chose to give, or nothing.
    pub name: String,
    pub written_at: Instant,
    pub settled: Option<Settled>,
    /// The publication that answers it.
    pub publication: Option<PublicationId>,
}

/// What an author does with a remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Settled {
    pub at: Instant,
    pub by: AgentId,
    /// Taken into account; else set aside.
    pub kept: bool,
    pub words: String,
}

/// What a publication answers of what people said, in the words of its author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Citation {
    pub revision: RevisionId,
    /// The question.
    pub label: String,
    /// How many remarks.
    pub remarks: i64,
    /// What changes.
    pub words: String,
}

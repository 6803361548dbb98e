//! What a token may be used for.

/// What a token may be used for. Few, so that who gives one understands it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Read what is offered: procedures, their published revisions, the schema of their answers.
    ProceduresRead,
    /// Read the dossiers of its limits: state, dates, answers, pieces, messages; and what changed since.
    DossiersRead,
    /// Begin dossiers, and fill and deposit those that it began.
    DossiersWrite,
    /// Write messages, for the person, on the dossiers that it began.
    MessagesWrite,
    /// Read decisions and what is attached to them.
    DecisionsRead,
    /// Have the changes of the dossiers of its limits told to an address of its own.
    WebhooksManage,
}

impl Scope {
    /// Every scope, in the order of documents.
    pub const ALL: [Self; 6] = [
        Self::ProceduresRead,
        Self::DossiersRead,
        Self::DossiersWrite,
        Self::MessagesWrite,
        Self::DecisionsRead,
        Self::WebhooksManage,
    ];

    /// The stable word: stored, typed on the command line, written in the document of the API.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ProceduresRead => "procedures:read",
            Self::DossiersRead => "dossiers:read",
            Self::DossiersWrite => "dossiers:write",
            Self::MessagesWrite => "messages:write",
            Self::DecisionsRead => "decisions:read",
            Self::WebhooksManage => "webhooks:manage",
        }
    }

    /// The scope of a word.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.code() == code)
    }
}

//! The context of an act: who acts, for which organisation, why and when.

use crate::{AgentId, Instant, Language, OrganisationId, SessionId};

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// A person of the public, known by the session of a browser (the dossiers that this session may open are rows of `access`).
    Usager(SessionId),
    /// An agent who signed in.
    Agent(AgentId, SessionId),
    /// Nobody known: a visitor without a session.
    Anonymous,
    /// The house itself: a job, the command line.
    House,
}

impl Actor {
    /// The stable word stored in journals: `usager`, `agent`, `anonymous`, `house`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Usager(_) => "usager",
            Self::Agent(..) => "agent",
            Self::Anonymous => "anonymous",
            Self::House => "house",
        }
    }

    /// The agent, when one acts.
    #[must_use]
    pub const fn agent(&self) -> Option<AgentId> {
        match self {
            Self::Agent(agent, _) => Some(*agent),
            _ => None,
        }
    }

    /// The session of the browser, when there is one.
    #[must_use]
    pub const fn session(&self) -> Option<SessionId> {
        match self {
            Self::Usager(session) | Self::Agent(_, session) => Some(*session),
            _ => None,
        }
    }
}

/// Why personal data are touched; written in the journals (RGPD art. 5(1)b).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The person makes or follows their own démarche.
    OwnDemarche,
    /// An agent instructs a dossier.
    Instruction,
    /// Running the service: purge, migrations, counters, demonstration.
    Operation,
}

impl Purpose {
    /// The stable word stored in journals.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::OwnDemarche => "own_demarche",
            Self::Instruction => "instruction",
            Self::Operation => "operation",
        }
    }
}

/// The context that every act takes first.
///
/// One context serves one request or one job: `now` is read once from the [`Clock`](crate::Clock), so that every row
/// that an act writes carries the same instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ctx {
    /// The organisation in which the act takes place; nothing of another one is reachable.
    pub organisation: OrganisationId,
    /// Who acts.
    pub actor: Actor,
    /// Why.
    pub purpose: Purpose,
    /// When.
    pub now: Instant,
    /// The language of the person who acts, for what is written to them.
    pub language: Language,
}

impl Ctx {
    /// The context of the house acting by itself (jobs, command line).
    #[must_use]
    pub const fn house(organisation: OrganisationId, now: Instant) -> Self {
        Self {
            organisation,
            actor: Actor::House,
            purpose: Purpose::Operation,
            now,
            language: Language::French,
        }
    }

    /// The same context for another actor.
    #[must_use]
    pub fn acting_as(&self, actor: Actor, purpose: Purpose) -> Self {
        Self {
            actor,
            purpose,
            ..self.clone()
        }
    }
}

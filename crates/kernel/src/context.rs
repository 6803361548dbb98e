//! The context of an act: who acts, for which organisation, why and when.

use crate::{AgentId, BatchId, Instant, Language, OrganisationId, SessionId, TokenId};

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// A person of the public, known by the session of a browser (the dossiers that this session may open are rows of `access`).
    Usager(SessionId),
    /// An agent who signed in.
    Agent(AgentId, SessionId),
    /// An application of the organisation or of a partner, known by its token.
    Machine(TokenId),
    /// Nobody known: a visitor without a session.
    Anonymous,
    /// The house itself: a job, the command line.
    House,
}

impl Actor {
    /// The stable word stored in journals: `usager`, `agent`, `machine`, `anonymous`, `house`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Usager(_) => "usager",
            Self::Agent(..) => "agent",
            Self::Machine(_) => "machine",
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

    /// The token of the application, when one acts.
    #[must_use]
    pub const fn token(&self) -> Option<TokenId> {
        match self {
            Self::Machine(token) => Some(*token),
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
    /// Administering the organisation: its services, its agents and their rights.
    Administration,
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
            Self::Administration => "administration",
            Self::Operation => "operation",
        }
    }
}

/// The door through which an act came in; written in the journals beside who acted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// The pages of the service, used by the person or the agent themselves.
    Web,
    /// An agent, for a person at the desk.
    Counter,
    /// An agent, for a person on the telephone.
    Phone,
    /// An agent, from a paper form or a letter.
    Paper,
    /// An application, by the API.
    Api,
    /// No door: the house itself (jobs, command line).
    Internal,
}

impl Channel {
    /// The stable word stored in journals.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Counter => "counter",
            Self::Phone => "phone",
            Self::Paper => "paper",
            Self::Api => "api",
            Self::Internal => "internal",
        }
    }

    /// Whether an agent acts there for a person.
    #[must_use]
    pub const fn is_assisted(self) -> bool {
        matches!(self, Self::Counter | Self::Phone | Self::Paper)
    }

    /// The channel of a stored word.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        let all = [
            Self::Web,
            Self::Counter,
            Self::Phone,
            Self::Paper,
            Self::Api,
            Self::Internal,
        ];
        all.into_iter().find(|channel| channel.code() == code)
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
    /// Through which door.
    pub channel: Channel,
    /// When.
    pub now: Instant,
    /// The language of the person who acts, for what is written to them.
    pub language: Language,
    /// The batch of which the act is a part: every trace then names it.
    pub batch: Option<BatchId>,
}

impl Ctx {
    /// The context of the house acting by itself (jobs, command line).
    #[must_use]
    pub const fn house(organisation: OrganisationId, now: Instant) -> Self {
        Self {
            organisation,
            actor: Actor::House,
            purpose: Purpose::Operation,
            channel: Channel::Internal,
            now,
            language: Language::French,
            batch: None,
        }
    }

    /// Whether an agent acts for a person whom they serve: what is written is the person's, and nothing of what agents see is shown.
    #[must_use]
    pub const fn serves_person(&self) -> bool {
        self.actor.agent().is_some() && self.channel.is_assisted()
    }

    /// The agent who acts for the service: none while they serve a person.
    #[must_use]
    pub const fn service_agent(&self) -> Option<AgentId> {
        if self.channel.is_assisted() {
            None
        } else {
            self.actor.agent()
        }
    }

    /// The same context for another actor. Who acts through no door yet comes in by their own: the API for an application, the
    /// pages for a person or an agent.
    #[must_use]
    pub fn acting_as(&self, actor: Actor, purpose: Purpose) -> Self {
        let channel = match (actor, self.channel) {
            (Actor::House, _) => Channel::Internal,
            (Actor::Machine(_), _) => Channel::Api,
            (_, Channel::Internal) => Channel::Web,
            (_, door) => door,
        };
        Self {
            actor,
            purpose,
            channel,
            ..self.clone()
        }
    }

    /// The same context, for an act that is a part of a batch.
    #[must_use]
    pub fn within(&self, batch: BatchId) -> Self {
        Self {
            batch: Some(batch),
            ..self.clone()
        }
    }

    /// The same context through another door.
    #[must_use]
    pub fn through(&self, channel: Channel) -> Self {
        Self {
            channel,
            ..self.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_acts_comes_in_by_their_own_door() {
        let house = Ctx::house(OrganisationId::new(), Instant::UNIX_EPOCH);
        let person = house.acting_as(Actor::Usager(SessionId::new()), Purpose::OwnDemarche);
        assert_eq!(person.channel, Channel::Web);
        let machine = house.acting_as(Actor::Machine(TokenId::new()), Purpose::Instruction);
        assert_eq!(machine.channel, Channel::Api);
        let desk = person.through(Channel::Counter);
        let agent = Actor::Agent(AgentId::new(), SessionId::new());
        let at_the_desk = desk.acting_as(agent, Purpose::Instruction);
        assert_eq!(at_the_desk.channel, Channel::Counter);
        assert!(at_the_desk.serves_person());
        assert_eq!(at_the_desk.service_agent(), None);
        assert!(!desk.serves_person());
        let instructing = at_the_desk.through(Channel::Web);
        assert_eq!(instructing.service_agent(), agent.agent());
        let after = at_the_desk.acting_as(Actor::House, Purpose::Operation);
        assert_eq!(after.channel, Channel::Internal);
    }

    #[test]
    fn a_door_is_found_again_by_its_word() {
        for channel in [
            Channel::Web,
            Channel::Counter,
            Channel::Phone,
            Channel::Paper,
            Channel::Api,
            Channel::Internal,
        ] {
            assert_eq!(Channel::of_code(channel.code()), Some(channel));
        }
        assert_eq!(Channel::of_code("fax"), None);
    }
}

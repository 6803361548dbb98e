//! Webhooks, what they are told, and what became of it.

use parvis_kernel::{AgentId, DeliveryId, DossierId, Instant, OrganisationId, TokenId, WebhookId};

/// What an application may be told. The words are a public interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Event {
    /// A dossier was deposited.
    Submitted,
    /// The service asked the person for something.
    Requested,
    /// The person answered what was asked.
    Completed,
    /// Somebody wrote a message.
    Messaged,
    /// The decision can be read: never before the end of its hold.
    Decided,
    /// The dossier was closed without a decision.
    Closed,
    /// The person took the request back.
    Withdrawn,
    /// A test, asked by who looks after the webhook.
    Ping,
}

impl Event {
    /// Those of dossiers, in the order of documents.
    pub const OF_DOSSIERS: [Self; 7] = [
        Self::Submitted,
        Self::Requested,
        Self::Completed,
        Self::Messaged,
        Self::Decided,
        Self::Closed,
        Self::Withdrawn,
    ];

    /// The stable word: stored, sent as `type`, written in the document of the API.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Submitted => "dossier.submitted",
            Self::Requested => "dossier.requested",
            Self::Completed => "dossier.completed",
            Self::Messaged => "dossier.messaged",
            Self::Decided => "dossier.decided",
            Self::Closed => "dossier.closed",
            Self::Withdrawn => "dossier.withdrawn",
            Self::Ping => "webhook.ping",
        }
    }

    /// The event of a word.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        let mut all = Self::OF_DOSSIERS.into_iter().chain([Self::Ping]);
        all.find(|event| event.code() == code)
    }
}

/// Why nothing is sent to a webhook any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suspension {
    /// Somebody asked for it.
    Asked,
    /// Nothing could be delivered for days.
    Failing,
    /// The receiver answered 410: it wants no more.
    Gone,
    /// The token of the application that made it ended.
    TokenEnded,
    /// The organisation came from another installation: the secret is another one, and the receiver does not know it yet.
    Moved,
}

impl Suspension {
    /// The stable word.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Failing => "failing",
            Self::Gone => "gone",
            Self::TokenEnded => "token-ended",
            Self::Moved => "moved",
        }
    }

    /// The suspension of a word.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        let all = [
            Self::Asked,
            Self::Failing,
            Self::Gone,
            Self::TokenEnded,
            Self::Moved,
        ];
        all.into_iter().find(|own| own.code() == code)
    }
}

/// An address that is told what happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Webhook {
    /// Whose dossiers.
    pub organisation: OrganisationId,
    /// Its identifier.
    pub id: WebhookId,
    /// What people call it.
    pub name: String,
    /// The address.
    pub url: String,
    /// What it is told; never empty.
    pub events: Vec<Event>,
    /// The application that made it: it hears within the limits of this token, and as long as the token lives.
    pub token: Option<TokenId>,
    /// The agent who made it.
    pub created_by: Option<AgentId>,
    /// When it was made.
    pub created_at: Instant,
    /// Which of its secrets signs.
    pub generation: i64,
    /// When the secret was replaced for the last time.
    pub rotated_at: Option<Instant>,
    /// Since when nothing could be delivered.
    pub failing_since: Option<Instant>,
    /// Since when nothing is sent, and why.
    pub suspended: Option<(Instant, Suspension)>,
}

/// What became of a delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It is to be sent, for the first time or again.
    Waiting,
    /// The receiver took it.
    Delivered,
    /// It was tried for a day.
    GivenUp,
}

impl State {
    /// The stable word.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Delivered => "delivered",
            Self::GivenUp => "given_up",
        }
    }
}

/// One message to a webhook: identifiers only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Its identifier, the same at each try: receivers know it again by it.
    pub id: DeliveryId,
    /// To which webhook.
    pub webhook: WebhookId,
    /// What happened.
    pub event: Event,
    /// To which dossier; none for a test.
    pub dossier: Option<Named>,
    /// When it happened.
    pub happened_at: Instant,
    /// When it could first be told: the order of the messages about one dossier.
    pub ordered_at: Instant,
    /// When the message was planned.
    pub created_at: Instant,
    /// Tries so far.
    pub attempts: i64,
    /// The first of them.
    pub first_attempt_at: Option<Instant>,
    /// Not tried before.
    pub next_attempt_at: Instant,
    /// When the receiver took it.
    pub delivered_at: Option<Instant>,
    /// When it was given up.
    pub given_up_at: Option<Instant>,
    /// What the receiver answered at the last try.
    pub status: Option<i64>,
    /// Why the last try failed: a stable word.
    pub reason: Option<String>,
}

/// A dossier as a message names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its identifier.
    pub id: DossierId,
    /// Its number.
    pub number: String,
    /// The name of its procedure in addresses.
    pub procedure: String,
}

impl Delivery {
    /// What became of it.
    #[must_use]
    pub const fn state(&self) -> State {
        match (self.delivered_at, self.given_up_at) {
            (Some(_), _) => State::Delivered,
            (None, Some(_)) => State::GivenUp,
            (None, None) => State::Waiting,
        }
    }
}

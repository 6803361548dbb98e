//! What is said of a provider, and what a provider says of somebody.

use parvis_kernel::{Instant, OrganisationId, Personal};
use uuid::Uuid;

/// What must be the same at each sign-in, once an agent is bound to a subject of the provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matching {
    /// The subject: the provider may know the agent under another address later.
    Subject,
    /// The subject, and a verified address that is still the one of the agent.
    SubjectAndAddress,
}

impl Matching {
    /// Every one, in the order of pages.
    pub const ALL: [Self; 2] = [Self::Subject, Self::SubjectAndAddress];

    /// The stable word stored and used in forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::SubjectAndAddress => "subject_and_address",
        }
    }

    /// The one of a word.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.code() == code)
    }
}

/// Which addresses of a provider are taken for verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Addresses {
    /// Those of which it says so (`email_verified`, OpenID Connect Core 1.0 § 5.1).
    SaidVerified,
    /// All of them but those of which it says the contrary: it hands over none that it, or who stands behind it, did not verify.
    /// ProConnect says nothing of `email_verified`.
    AllVerified,
}

impl Addresses {
    /// Every one, in the order of pages.
    pub const ALL: [Self; 2] = [Self::SaidVerified, Self::AllVerified];

    /// The stable word stored and used in forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::SaidVerified => "said_verified",
            Self::AllVerified => "all_verified",
        }
    }

    /// The one of a word.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.code() == code)
    }
}

/// Whose second factor is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecondFactor {
    /// That of the house, always.
    House,
    /// None more, when the provider says that it asked for one; that of the house otherwise.
    Provider,
}

impl SecondFactor {
    /// Every one, in the order of pages.
    pub const ALL: [Self; 2] = [Self::House, Self::Provider];

    /// The stable word stored and used in forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::House => "house",
            Self::Provider => "provider",
        }
    }

    /// The one of a word.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.code() == code)
    }
}

/// What an organisation chooses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Who the provider says it is: an address, as its discovery document writes it.
    pub issuer: String,
    /// Who the house is for the provider.
    pub client_id: String,
    /// What the button says.
    pub label: String,
    /// What is asked beside `openid`.
    pub scopes: Vec<String>,
    /// The classes of authentication that are asked for, and that prove a second factor (`acr`).
    pub acr: Vec<String>,
    /// Of which domains an address must be; any, when there is none.
    pub domains: Vec<String>,
    /// Which of its addresses are taken for verified.
    pub addresses: Addresses,
    /// What must be the same at each sign-in.
    pub matching: Matching,
    /// Whose second factor is asked.
    pub second_factor: SecondFactor,
}

/// The provider of an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provider {
    /// Whose it is.
    pub organisation: OrganisationId,
    /// The subject of the key that seals its secret.
    pub id: Uuid,
    /// What the organisation chose.
    pub settings: Settings,
    /// What grows when something that has to be tried again changes.
    pub version: i64,
    /// When it last changed.
    pub changed_at: Instant,
    /// When this version was tried with success.
    pub tried_at: Option<Instant>,
    /// Since when agents may sign in by it.
    pub enabled_at: Option<Instant>,
}

/// What a provider said of somebody: signed by it, for the house, for this very sign-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Who it is for the provider.
    pub subject: Personal<String>,
    /// Their address, lower case.
    pub email: Option<Personal<String>>,
    /// Whether the provider says that it verified the address; nothing when it does not say.
    pub email_verified: Option<bool>,
    /// The class of the authentication.
    pub acr: Option<String>,
    /// How they proved who they are.
    pub amr: Vec<String>,
    /// The ID token, to be shown when they sign out there too.
    pub id_token: Personal<String>,
}

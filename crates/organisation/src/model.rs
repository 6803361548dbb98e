//! Organisations, services and groups.

use parvis_kernel::{GroupId, OrganisationId, ServiceId};

use crate::profile::{Contact, Profile};
use crate::trial::Trial;

/// A collectivité, or any other legal person that receives démarches.
#[derive(Debug, Clone, PartialEq)]
pub struct Organisation {
    /// Its identifier.
    pub id: OrganisationId,
    /// Its name in an address.
    pub slug: String,
    /// Its host name, in production.
    pub host: Option<String>,
    /// Its name, as it writes it: `Ville de Rochebrune`.
    pub name: String,
    /// Its texts and contacts.
    pub profile: Profile,
    /// Whether it is a demonstration: every page says so.
    pub demonstration: bool,
    /// What it tries, when it is the twin of another organisation: nothing that is done there is real.
    pub trial: Option<Trial>,
}

impl Organisation {
    /// The time zone in which its days are counted; UTC if the stored name became unknown.
    #[must_use]
    pub fn zone(&self) -> jiff::tz::TimeZone {
        jiff::tz::TimeZone::get(&self.profile.time_zone).unwrap_or(jiff::tz::TimeZone::UTC)
    }
}

/// A service of an organisation: the one that a receipt names.
#[derive(Debug, Clone, PartialEq)]
pub struct Service {
    /// Its identifier.
    pub id: ServiceId,
    /// Its name in procedure files.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Where and when it is reached.
    pub contact: Contact,
}

/// A group of agents who instruct the same procedures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its identifier.
    pub id: GroupId,
    /// Its name in procedure files.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The service to which it belongs.
    pub service: ServiceId,
}

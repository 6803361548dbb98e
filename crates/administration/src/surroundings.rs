//! What the other rooms know that administering needs: wired by `server`, which knows them all.

use std::sync::Arc;

use parvis_kernel::{Ctx, Failure, GroupId, Instant, OrganisationId, ServiceId};
use parvis_organisation::{Group, Service};
use parvis_store::Tx;

use crate::error::AdministrationError;

/// What still points to a group or to a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// Agents: members of the group, or open accounts of the service.
    Agents,
    /// Groups of the service.
    Groups,
    /// Procedures that are offered.
    Procedures,
    /// Dossiers that are not closed, drafts included.
    Dossiers,
}

/// A procedure on offer of which a rule leads to a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Led {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
}

/// A procedure that comes with the house.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundled {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What it is for, in a sentence.
    pub summary: String,
    /// Whether the organisation offers it.
    pub offered: bool,
}

/// How something around the house stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// As it should be.
    Good,
    /// Somebody should see to it.
    ToDo,
    /// It does not work.
    Bad,
    /// The house cannot see it.
    Unseen,
}

/// What was looked at around the house: `mail`, `disk`, `proxy`, `backup`; the words know what to say of each.
pub type Seen = (&'static str, Standing);

/// How the house is looked around, for an address from which mails leave.
pub type Look = dyn Fn(&str) -> Vec<Seen> + Send + Sync;

/// Looks around the house, for an organisation that sends its mails from this address. Slow: it tries the disk and the mail server.
#[derive(Clone)]
pub struct Around(pub Arc<Look>);

/// How the antivirus stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AntivirusStanding {
    /// There is none: pieces are not examined.
    Absent,
    /// It was not asked yet.
    Unknown,
    /// It answers.
    Answers {
        /// What it says of itself and of its signatures.
        signatures: String,
        /// Whether they are too old.
        outdated: bool,
    },
    /// It does not answer.
    Silent {
        /// Since when.
        since: Instant,
    },
}

/// How the antivirus stands at an instant.
pub type AntivirusAsked = dyn Fn(Instant) -> AntivirusStanding + Send + Sync;

/// Says how the antivirus stands.
#[derive(Clone)]
pub struct Antivirus(pub Arc<AntivirusAsked>);

/// Pieces that wait to be examined.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Unexamined {
    /// How many, counted up to a thousand.
    pub count: i64,
    /// Of those, how many could not be examined when it was tried.
    pub troubled: i64,
}

/// Questions that the rooms of procedures and dossiers answer.
#[derive(Clone, Copy)]
pub struct Surroundings {
    /// What of theirs points to a group.
    pub of_group: fn(&mut Tx<'_>, OrganisationId, GroupId) -> Result<Vec<Use>, Failure>,
    /// What of theirs points to a service.
    pub of_service: fn(&mut Tx<'_>, OrganisationId, ServiceId) -> Result<Vec<Use>, Failure>,
    /// The procedures on offer of which a rule leads to a group, by its slug, as the context reads them.
    pub leading_to: fn(&Ctx, &mut Tx<'_>, &str) -> Result<Vec<Led>, Failure>,
    /// Whether the organisation offers a procedure.
    pub offers: fn(&mut Tx<'_>, OrganisationId) -> Result<bool, Failure>,
    /// How many exports wait for the approval of who administers or watches over the data.
    pub exports_to_approve: fn(&Ctx, &mut Tx<'_>) -> Result<usize, Failure>,
    /// How many deposited dossiers no rule of their procedure led to a group, and nobody took yet.
    pub unrouted: fn(&mut Tx<'_>, OrganisationId) -> Result<i64, Failure>,
    /// The pieces that wait to be examined by the antivirus.
    pub unexamined: fn(&mut Tx<'_>, OrganisationId) -> Result<Unexamined, Failure>,
    /// The procedures that come with the house, as the context reads them.
    pub bundled: fn(&Ctx, &mut Tx<'_>) -> Result<Vec<Bundled>, Failure>,
    /// The text of one of them, by its name in addresses.
    pub bundled_text: fn(&str) -> Option<&'static str>,
    /// Publishes one of them for a group and its service; the agent of the context confirms what it says. Where a second person reads
    /// what is published, it is kept as a draft: false.
    pub publish_bundled:
        fn(&Ctx, &mut Tx<'_>, &str, &Group, &Service) -> Result<bool, AdministrationError>,
}

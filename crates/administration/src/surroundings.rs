//! What the other rooms know that administering needs: wired by `server`, which knows them all.

use parvis_kernel::{Ctx, Failure, GroupId, OrganisationId, ServiceId};
use parvis_store::Tx;

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

/// Questions that the rooms of procedures and dossiers answer.
#[derive(Clone, Copy)]
pub struct Surroundings {
    /// What of theirs points to a group.
    pub of_group: fn(&mut Tx<'_>, OrganisationId, GroupId) -> Result<Vec<Use>, Failure>,
    /// What of theirs points to a service.
    pub of_service: fn(&mut Tx<'_>, OrganisationId, ServiceId) -> Result<Vec<Use>, Failure>,
    /// Whether the organisation offers a procedure.
    pub offers: fn(&mut Tx<'_>, OrganisationId) -> Result<bool, Failure>,
    /// How many exports wait for the approval of who administers or watches over the data.
    pub exports_to_approve: fn(&Ctx, &mut Tx<'_>) -> Result<usize, Failure>,
    /// How many deposited dossiers no rule of their procedure led to a group, and nobody took yet.
    pub unrouted: fn(&mut Tx<'_>, OrganisationId) -> Result<i64, Failure>,
}

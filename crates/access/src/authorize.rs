//! The one question that every act asks before it does anything.

use parvis_kernel::{Actor, Ctx, DossierId, GroupId};
use parvis_store::Tx;

use crate::agent::Role;
use crate::error::AccessError;
use crate::store;

/// What somebody wants to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// Fill, complete, deposit, withdraw a dossier, write to the service: what belongs to the person.
    HoldDossier,
    /// Read a dossier.
    ReadDossier,
    /// Take, ask, write, note: what belongs to an instructeur.
    InstructDossier,
    /// Decide.
    DecideDossier,
    /// See the list of a group.
    ReadQueue,
}

/// On what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A dossier and the group that instructs it.
    Dossier(DossierId, GroupId),
    /// A group.
    Group(GroupId),
}

/// Allows or refuses.
///
/// A person is let to the dossiers that their session was granted, and told `NotFound` of all the others, existing or not.
/// An agent is let to the dossiers of their groups according to their role.
///
/// # Errors
/// `SignInFirst`, `NotFound` or `Forbidden`.
pub fn authorize(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    right: Right,
    target: Target,
) -> Result<(), AccessError> {
    match (ctx.actor, target) {
        (Actor::House, _) => Ok(()),
        (Actor::Anonymous, _) => Err(AccessError::SignInFirst),
        (Actor::Usager(session), Target::Dossier(dossier, _)) => match right {
            Right::HoldDossier | Right::ReadDossier => {
                if store::has_grant(tx, ctx.organisation, session, dossier)? {
                    Ok(())
                } else {
                    Err(AccessError::NotFound)
                }
            }
            _ => Err(AccessError::NotFound),
        },
        (Actor::Usager(_), Target::Group(_)) => Err(AccessError::SignInFirst),
        (Actor::Agent(agent, _), Target::Dossier(_, group) | Target::Group(group)) => {
            let role = store::role_in_group(tx, ctx.organisation, agent, group)?
                .ok_or(AccessError::NotFound)?;
            if is_allowed(role, right) {
                Ok(())
            } else {
                Err(AccessError::Forbidden)
            }
        }
    }
}

/// What a role allows. Nobody but the person holds their dossier.
const fn is_allowed(role: Role, right: Right) -> bool {
    match right {
        Right::ReadDossier | Right::ReadQueue => true,
        Right::InstructDossier | Right::DecideDossier => matches!(role, Role::Instructeur),
        Right::HoldDossier => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_only_reads() {
        assert!(is_allowed(Role::Reader, Right::ReadDossier));
        assert!(is_allowed(Role::Reader, Right::ReadQueue));
        assert!(!is_allowed(Role::Reader, Right::InstructDossier));
        assert!(!is_allowed(Role::Reader, Right::DecideDossier));
    }

    #[test]
    fn no_agent_holds_the_dossier_of_a_person() {
        assert!(!is_allowed(Role::Instructeur, Right::HoldDossier));
    }
}

//! The one question that every act asks before it does anything.

use parvis_kernel::{Actor, AgentId, Ctx, DossierId, GroupId, TokenId};
use parvis_store::Tx;

use crate::agent::Role;
use crate::error::AccessError;
use crate::guichet;
use crate::role::OrganisationRole;
use crate::store;
use crate::token::Scope;

/// What somebody wants to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// Fill, complete, deposit, withdraw a dossier, write to the service: what belongs to the person.
    HoldDossier,
    /// Read a dossier.
    ReadDossier,
    /// Read the decision on a dossier, and what is attached to it.
    ReadDecision,
    /// Write a message about a dossier, as the person or as the service.
    WriteMessage,
    /// Take, ask, write, note: what belongs to an instructeur.
    InstructDossier,
    /// Decide.
    DecideDossier,
    /// Read the account of a person whole, and say whether it is theirs.
    CheckAccount,
    /// Order what was decided and checked to be paid.
    OrderPayments,
    /// See the list of a group.
    ReadQueue,
    /// Make a dossier with a person who is at the desk or on the telephone.
    ServePerson,
    /// Take the list of a group away as a file.
    ExportDossiers,
    /// Let somebody else take a long list away.
    ApproveExports,
    /// Administer the organisation: services, groups, agents, rights, tokens, settings.
    Administer,
    /// See how the organisation is set and who has which rights, without changing anything.
    ReadAdministration,
    /// Read the journals of the organisation.
    ReadJournals,
    /// Forget words that somebody wrote without a name, when they name a person.
    ForgetWords,
    /// Write, check and publish procedures.
    WriteProcedures,
    /// Have what happens to dossiers told to an address: who administers, and an application within its limits.
    ManageWebhooks,
}

/// On what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A dossier and the group that instructs it.
    Dossier(DossierId, GroupId),
    /// A group.
    Group(GroupId),
    /// The organisation of the context.
    Organisation,
}

/// Allows or refuses.
///
/// A person is let to the dossiers that their session was granted or that the account in which they are signed in keeps, and told `NotFound` of all the others, existing or not.
/// An agent is let to the dossiers of their groups according to their role in each, and to what concerns the whole organisation
/// according to their organisation roles: administering gives no right on any dossier. While they serve a person, they hold the
/// dossier of that person (see [`guichet`]).
/// An application is let to what its scopes say, within its limits; it fills and deposits only the dossiers that it began.
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
            Right::HoldDossier | Right::ReadDossier | Right::ReadDecision | Right::WriteMessage => {
                let organisation = ctx.organisation;
                if store::has_grant(tx, organisation, session, dossier)?
                    || store::accounts::has_dossier(tx, organisation, session, dossier)?
                {
                    Ok(())
                } else {
                    Err(AccessError::NotFound)
                }
            }
            _ => Err(AccessError::NotFound),
        },
        (Actor::Usager(_), Target::Group(_) | Target::Organisation) => {
            Err(AccessError::SignInFirst)
        }
        (Actor::Machine(token), _) => authorize_machine(ctx, tx, token, right, target),
        (Actor::Agent(agent, _), Target::Organisation) => {
            authorize_in_organisation(ctx, tx, agent, right)
        }
        (Actor::Agent(agent, _), Target::Dossier(_, group) | Target::Group(group)) => {
            let role = store::role_in_group(tx, ctx.organisation, agent, group)?;
            if role.is_some_and(|role| is_allowed(role, right)) || serves(ctx, tx, right, target)? {
                Ok(())
            } else if role.is_some() {
                Err(AccessError::Forbidden)
            } else {
                Err(AccessError::NotFound)
            }
        }
    }
}

/// What an agent may do without belonging to the group: receive people, and hold the dossier of the person whom they serve.
fn serves(ctx: &Ctx, tx: &mut Tx<'_>, right: Right, target: Target) -> Result<bool, AccessError> {
    match (right, target) {
        (Right::ServePerson, _) => match authorize(ctx, tx, right, Target::Organisation) {
            Ok(()) => Ok(true),
            Err(AccessError::Forbidden) => Ok(false),
            Err(error) => Err(error),
        },
        (Right::HoldDossier, Target::Dossier(dossier, _)) => guichet::serves(ctx, tx, dossier),
        _ => Ok(false),
    }
}

/// An application: its token must live, have the scope of the right, and reach the target.
fn authorize_machine(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    id: TokenId,
    right: Right,
    target: Target,
) -> Result<(), AccessError> {
    let token = store::token(tx, ctx.organisation, id)?
        .filter(|token| token.is_live(ctx.now))
        .ok_or(AccessError::SignInFirst)?;
    let scope = scope_of(right).ok_or(AccessError::Forbidden)?;
    let reaches = match target {
        Target::Organisation => right == Right::ManageWebhooks,
        Target::Group(group) => token.reaches_group(group),
        Target::Dossier(dossier, group) => {
            let began = store::has_token_dossier(tx, ctx.organisation, id, dossier)?;
            let reads = token.has(Scope::DossiersRead) && token.reaches_group(group);
            if !began && reads && is_for_holder(right) {
                // It sees the dossier, so that nothing is hidden by saying no.
                return Err(AccessError::Forbidden);
            }
            began || (!is_for_holder(right) && token.reaches_group(group))
        }
    };
    if !reaches && target == Target::Organisation {
        return Err(AccessError::Forbidden);
    }
    if !reaches {
        return Err(AccessError::NotFound);
    }
    if token.has(scope) {
        Ok(())
    } else {
        Err(AccessError::Forbidden)
    }
}

/// The scope that a right asks of an application; none for what no application does.
const fn scope_of(right: Right) -> Option<Scope> {
    match right {
        Right::HoldDossier => Some(Scope::DossiersWrite),
        Right::ReadDossier => Some(Scope::DossiersRead),
        Right::ReadDecision => Some(Scope::DecisionsRead),
        Right::WriteMessage => Some(Scope::MessagesWrite),
        Right::ManageWebhooks => Some(Scope::WebhooksManage),
        Right::InstructDossier
        | Right::DecideDossier
        | Right::CheckAccount
        | Right::OrderPayments
        | Right::ReadQueue
        | Right::ServePerson
        | Right::ExportDossiers
        | Right::ApproveExports
        | Right::Administer
        | Right::ReadAdministration
        | Right::ReadJournals
        | Right::ForgetWords
        | Right::WriteProcedures => None,
    }
}

/// Whether a right belongs to who began the dossier.
const fn is_for_holder(right: Right) -> bool {
    matches!(right, Right::HoldDossier | Right::WriteMessage)
}

fn authorize_in_organisation(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    agent: AgentId,
    right: Right,
) -> Result<(), AccessError> {
    let roles = store::organisation_roles(tx, ctx.organisation, agent)?;
    if roles
        .into_iter()
        .any(|role| is_allowed_in_organisation(role, right))
    {
        Ok(())
    } else {
        Err(AccessError::Forbidden)
    }
}

/// What a role in a group allows. Nobody but the person holds their dossier.
const fn is_allowed(role: Role, right: Right) -> bool {
    match right {
        Right::ReadDossier | Right::ReadDecision | Right::ReadQueue => true,
        Right::InstructDossier
        | Right::DecideDossier
        | Right::CheckAccount
        | Right::OrderPayments
        | Right::WriteMessage
        | Right::ServePerson
        | Right::ExportDossiers => {
            matches!(role, Role::Instructeur)
        }
        Right::HoldDossier
        | Right::ApproveExports
        | Right::Administer
        | Right::ReadAdministration
        | Right::ReadJournals
        | Right::ForgetWords
        | Right::WriteProcedures
        | Right::ManageWebhooks => false,
    }
}

/// What a role in the organisation allows. None of them opens a dossier.
const fn is_allowed_in_organisation(role: OrganisationRole, right: Right) -> bool {
    match right {
        Right::Administer | Right::ManageWebhooks => {
            matches!(role, OrganisationRole::Administrator)
        }
        Right::ReadAdministration
        | Right::ReadJournals
        | Right::ApproveExports
        | Right::ForgetWords => {
            matches!(
                role,
                OrganisationRole::Administrator | OrganisationRole::Dpo
            )
        }
        Right::WriteProcedures => {
            matches!(
                role,
                OrganisationRole::Administrator | OrganisationRole::ProcedureAuthor
            )
        }
        Right::ServePerson => matches!(role, OrganisationRole::Guichet),
        Right::HoldDossier
        | Right::ReadDossier
        | Right::ReadDecision
        | Right::WriteMessage
        | Right::InstructDossier
        | Right::DecideDossier
        | Right::CheckAccount
        | Right::OrderPayments
        | Right::ReadQueue
        | Right::ExportDossiers => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_only_reads() {
        assert!(is_allowed(Role::Reader, Right::ReadDossier));
        assert!(is_allowed(Role::Reader, Right::ReadQueue));
        assert!(!is_allowed(Role::Reader, Right::ExportDossiers));
        assert!(!is_allowed(Role::Reader, Right::InstructDossier));
        assert!(!is_allowed(Role::Reader, Right::DecideDossier));
        assert!(!is_allowed(Role::Reader, Right::CheckAccount));
        assert!(!is_allowed(Role::Reader, Right::OrderPayments));
    }

    #[test]
    fn no_organisation_role_opens_a_dossier() {
        for role in OrganisationRole::ALL {
            assert!(!is_allowed_in_organisation(role, Right::ReadDossier));
            assert!(!is_allowed_in_organisation(role, Right::ReadQueue));
        }
    }

    #[test]
    fn the_data_protection_officer_sees_the_rights_and_changes_none() {
        let dpo = OrganisationRole::Dpo;
        assert!(is_allowed_in_organisation(dpo, Right::ReadAdministration));
        assert!(is_allowed_in_organisation(dpo, Right::ReadJournals));
        assert!(is_allowed_in_organisation(dpo, Right::ApproveExports));
        assert!(!is_allowed_in_organisation(dpo, Right::Administer));
        assert!(!is_allowed_in_organisation(dpo, Right::WriteProcedures));
    }

    #[test]
    fn who_writes_procedures_does_not_administer_by_that() {
        let author = OrganisationRole::ProcedureAuthor;
        assert!(is_allowed_in_organisation(author, Right::WriteProcedures));
        assert!(!is_allowed_in_organisation(author, Right::Administer));
        let administrator = OrganisationRole::Administrator;
        assert!(is_allowed_in_organisation(
            administrator,
            Right::WriteProcedures
        ));
    }

    #[test]
    fn no_agent_holds_the_dossier_of_a_person() {
        assert!(!is_allowed(Role::Instructeur, Right::HoldDossier));
    }
}

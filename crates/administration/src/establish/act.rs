//! The first organisation, its service, its group and its administrator: all at once, or nothing.

use parvis_access::agent::{self, Agent, Membership, Role};
use parvis_access::session::{self, Token};
use parvis_access::{OrganisationRole, device, role};
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::Ctx;
use parvis_organisation::{Group, Organisation, OrganisationError, Service, installation};
use parvis_store::Tx;

use crate::error::AdministrationError;

/// What setting up creates.
#[derive(Clone)]
pub(super) struct Establishment {
    pub(super) organisation: Organisation,
    pub(super) service: Service,
    pub(super) group: Group,
    pub(super) administrator: Agent,
    pub(super) password_hash: String,
    /// The browser that does it, and what it is called.
    pub(super) token: Token,
    pub(super) device: Option<String>,
}

/// Sets the installation up, and opens a session for its administrator, who has still to enrol a second factor.
///
/// # Errors
/// `AlreadySetUp` when somebody did it before, or does it at this moment; those of each act.
pub(super) fn establish(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    new: &Establishment,
) -> Result<(), AdministrationError> {
    if installation::is_set_up(tx)? {
        return Err(OrganisationError::AlreadySetUp.into());
    }
    // A name that is taken where there was no organisation was taken a moment ago, by another browser.
    parvis_organisation::create(ctx, tx, &new.organisation).map_err(|error| match error {
        OrganisationError::AlreadyServed { .. } => OrganisationError::AlreadySetUp,
        other => other,
    })?;
    installation::set_up(ctx, tx)?;
    parvis_organisation::create_service(ctx, tx, &new.service)?;
    parvis_organisation::create_group(ctx, tx, &new.group)?;
    let first = new.administrator.id;
    agent::create(ctx, tx, &new.administrator, &new.password_hash)?;
    let membership = Membership {
        group: new.group.id,
        role: Role::Instructeur,
    };
    agent::join(ctx, tx, first, membership)?;
    for own in [
        OrganisationRole::Administrator,
        OrganisationRole::ProcedureAuthor,
    ] {
        role::grant(ctx, tx, first, own)?;
    }
    let subject = Subject::organisation(ctx.organisation);
    journal::security(ctx, tx, "organisation.set_up", subject, &[])?;
    let session = session::open_for_agent(ctx, tx, &new.token, first)?;
    if let Some(name) = &new.device {
        device::describe(ctx, tx, session.id, name)?;
    }
    Ok(())
}

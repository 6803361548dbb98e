//! Whether anybody has set this installation up: once, for ever.

use parvis_kernel::{Ctx, OrganisationId};
use parvis_store::{StoreError, Tx};

use crate::error::OrganisationError;
use crate::store;

/// Whether the installation is set up: by its page, or by the command line, which created an organisation.
///
/// # Errors
/// Those of the store.
pub fn is_set_up(tx: &mut Tx<'_>) -> Result<bool, StoreError> {
    store::is_set_up(tx)
}

/// Writes that the organisation of the context, which was just created, is the first of the installation.
///
/// # Errors
/// `AlreadySetUp` when there is another organisation, or when somebody else does the same at this moment.
pub fn set_up(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<(), OrganisationError> {
    let first: OrganisationId = ctx.organisation;
    if store::set_up(tx, first, ctx.now)? {
        Ok(())
    } else {
        Err(OrganisationError::AlreadySetUp)
    }
}

//! What stands beside every page of a draft.

use parvis_kernel::Ctx;
use parvis_organisation::{self as organisation, Service};
use parvis_store::Tx;

use crate::error::DossierError;
use crate::model::Dossier;

/// The number of the draft and the service that helps. Shown by `answer/aside/macro.html`.
#[derive(Clone)]
pub(crate) struct Aside {
    /// The number of the draft.
    pub(crate) number: String,
    /// The service in charge.
    pub(crate) service: Service,
}

impl Aside {
    /// What stands beside the pages of a dossier.
    pub(crate) fn of(ctx: &Ctx, tx: &mut Tx<'_>, dossier: &Dossier) -> Result<Self, DossierError> {
        Ok(Self {
            number: dossier.number.to_string(),
            service: organisation::service(tx, ctx.organisation, dossier.service)?,
        })
    }
}

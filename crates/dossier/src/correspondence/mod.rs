//! What a mail about a dossier may say. Read by the house when the mail leaves, never kept in a queue.

use std::sync::Arc;

use parvis_demarche::{Catalogue, Revision};
use parvis_kernel::{DossierId, Instant, Language, OrganisationId, Personal, ServiceId};
use parvis_store::Tx;

use crate::error::DossierError;
use crate::model::{FollowUpCode, GivenReceipt, Number, Request, State};
use crate::store;

/// A dossier as a mail needs it.
#[derive(Debug, Clone)]
pub struct Correspondence {
    /// The number.
    pub number: Number,
    /// The confirmed address, if any.
    pub email: Option<Personal<String>>,
    /// The language of the person.
    pub language: Language,
    /// The revision that it answers.
    pub revision: Arc<Revision>,
    /// The service in charge.
    pub service: ServiceId,
    /// Where it stands.
    pub state: State,
    /// What was promised at deposit.
    pub receipt: Option<GivenReceipt>,
    /// What is asked now.
    pub request: Option<Request>,
    /// When the draft is erased.
    pub expires_at: Option<Instant>,
    /// The follow-up code, for a person without e-mail.
    pub follow_up_code: Option<FollowUpCode>,
}

/// A dossier as a mail needs it; nothing once it is erased.
///
/// # Errors
/// Those of the store.
pub fn correspondence(
    tx: &mut Tx<'_>,
    catalogue: &Catalogue,
    organisation: OrganisationId,
    id: DossierId,
) -> Result<Option<Correspondence>, DossierError> {
    let (dossier, key) = match store::find(tx, organisation, id) {
        Ok(found) => found,
        Err(DossierError::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    let receipt = match dossier.facts.submitted_at {
        Some(_) => Some(store::receipt(tx, organisation, id, &key)?),
        None => None,
    };
    let requests = store::requests(tx, organisation, id, &key)?;
    Ok(Some(Correspondence {
        state: dossier.state(),
        follow_up_code: dossier.follow_up_code(tx.vault()),
        receipt,
        request: requests.into_iter().rfind(Request::is_open),
        revision: catalogue.revision(tx, organisation, dossier.revision)?,
        service: dossier.service,
        expires_at: dossier.facts.expires_at,
        number: dossier.number,
        email: dossier.people.contact.email,
        language: dossier.language,
    }))
}

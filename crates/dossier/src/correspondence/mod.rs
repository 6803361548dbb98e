//! What a mail about a dossier may say. Read by the house when the mail leaves, never kept in a queue.

use std::sync::Arc;

use parvis_demarche::{Catalogue, Revision};
use parvis_kernel::{DossierId, Instant, Language, OrganisationId, Personal, ServiceId};
use parvis_store::Tx;
use parvis_store::sealing::SealingKey;

use crate::error::DossierError;
use crate::model::{FollowUpCode, GivenReceipt, Number, Request, State};
use crate::payment::Standing;
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
    /// How much was ordered to be paid, in euro cents, and when its order went.
    pub paid: Option<(i64, Instant)>,
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
    let paid = paid(tx, organisation, id, &key)?;
    let requests = store::requests(tx, organisation, id, &key)?;
    Ok(Some(Correspondence {
        state: dossier.state(),
        follow_up_code: dossier.follow_up_code(tx.vault()),
        receipt,
        paid,
        request: requests.into_iter().rfind(Request::is_open),
        revision: catalogue.revision(tx, organisation, dossier.revision)?,
        service: dossier.service,
        expires_at: dossier.facts.expires_at,
        number: dossier.number,
        email: dossier.people.contact.email,
        language: dossier.language,
    }))
}

/// Nothing while no order that holds it went.
fn paid(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: DossierId,
    key: &SealingKey,
) -> Result<Option<(i64, Instant)>, DossierError> {
    let owed = store::payment(tx, organisation, id)?;
    let Some(Standing::Sent(at)) = owed.map(|owed| owed.standing()) else {
        return Ok(None);
    };
    let decided = store::decision(tx, organisation, id, key)?;
    let cents = decided.and_then(|decided| decided.decision.amount);
    Ok(cents.map(|cents| (cents, at)))
}

//! Taking what is due, in order.

use std::time::Duration;

use parvis_jobs as jobs;
use parvis_kernel::{Instant, OrganisationId, WebhookId};
use parvis_store::{StoreError, Tx};

use crate::model::{Delivery, Webhook};
use crate::rules::plus;
use crate::secret::{Key, keys};
use crate::store;

/// A message that was taken is left to its courier for so long: much longer than one try lasts.
const LEASE: Duration = Duration::from_secs(60);
/// A message that waits for its turn is looked at again after this long at least.
const TURN: Duration = Duration::from_secs(1);

/// A message to send now.
pub(super) struct Taken {
    pub(super) webhook: Webhook,
    /// As it stands since it was taken: this try is counted.
    pub(super) delivery: Delivery,
    pub(super) keys: Vec<Key>,
}

/// Takes those of the due messages whose turn has come; the others are looked at again when it may have.
pub(super) fn take(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: WebhookId,
    due: &[Delivery],
    now: Instant,
) -> Result<Vec<Taken>, StoreError> {
    // Suspended, changed or deleted since it was read: what it is now counts.
    let found = store::webhooks::find(tx, organisation, id)?;
    let Some(webhook) = found.filter(|webhook| webhook.suspended.is_none()) else {
        return Ok(Vec::new());
    };
    let mut taken = Vec::new();
    for delivery in due {
        if let Some(until) = waits_until(tx, &webhook, delivery, now)? {
            store::deliveries::postpone(tx, organisation, delivery, until)?;
            continue;
        }
        let until = plus(now, LEASE);
        if store::deliveries::lease(tx, organisation, delivery, until, now)? {
            taken.push(Taken {
                webhook: webhook.clone(),
                delivery: Delivery {
                    attempts: delivery.attempts + 1,
                    first_attempt_at: delivery.first_attempt_at.or(Some(now)),
                    next_attempt_at: until,
                    ..delivery.clone()
                },
                keys: keys(tx.vault(), &webhook, now),
            });
        }
    }
    Ok(taken)
}

/// Until when a message waits for an earlier one about the same dossier: one that is still to be sent, or one of which the house has
/// not heard yet.
fn waits_until(
    tx: &mut Tx<'_>,
    webhook: &Webhook,
    delivery: &Delivery,
    now: Instant,
) -> Result<Option<Instant>, StoreError> {
    let Some(named) = &delivery.dossier else {
        return Ok(None);
    };
    let soon = plus(now, TURN);
    if let Some(earlier) = store::deliveries::before(tx, webhook, delivery)? {
        return Ok(Some(earlier.max(soon)));
    }
    let dossier = named.id.uuid();
    let unheard = jobs::waits(tx, webhook.organisation, dossier, delivery.ordered_at)?;
    Ok(unheard.then_some(soon))
}

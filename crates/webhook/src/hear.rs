//! From a fact to the messages that tell it.

use parvis_access::token::{self, Token};
use parvis_kernel::{DeliveryId, DossierId, Fact, Failure, GroupId, Instant, ProcedureId};
use parvis_store::{StoreError, Tx};

use crate::manage;
use crate::model::{Delivery, Event, Named, Suspension, Webhook};
use crate::store;

/// What is to be known of a dossier to tell something of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Its number.
    pub number: String,
    /// Its procedure.
    pub procedure: ProcedureId,
    /// The name of the procedure in addresses.
    pub slug: String,
    /// The group that instructs it.
    pub group: GroupId,
}

/// Plans a message to each webhook that hears of this event on this dossier, in the transaction that delivers the fact.
///
/// # Errors
/// A failure delays the fact.
pub fn hear(
    tx: &mut Tx<'_>,
    fact: &Fact,
    event: Event,
    about: &About,
    now: Instant,
) -> Result<(), Failure> {
    plan(tx, fact, event, about, now).map_err(|error| Failure::new("planning webhooks", error))
}

fn plan(
    tx: &mut Tx<'_>,
    fact: &Fact,
    event: Event,
    about: &About,
    now: Instant,
) -> Result<(), StoreError> {
    let dossier = DossierId::from_uuid(fact.subject);
    for webhook in store::webhooks::all(tx, fact.organisation)? {
        if !webhook.events.contains(&event) || !hears(tx, &webhook, dossier, about, now)? {
            continue;
        }
        let delivery = Delivery {
            id: DeliveryId::new(),
            webhook: webhook.id,
            event,
            dossier: Some(Named {
                id: dossier,
                number: about.number.clone(),
                procedure: about.slug.clone(),
            }),
            happened_at: fact.at,
            ordered_at: fact.hold_until,
            created_at: now,
            attempts: 0,
            first_attempt_at: None,
            next_attempt_at: now,
            delivered_at: None,
            given_up_at: None,
            status: None,
            reason: None,
        };
        store::deliveries::insert(tx, fact.organisation, &delivery)?;
    }
    Ok(())
}

/// Whether a webhook may know of a dossier: what an application hears of is what it could read.
fn hears(
    tx: &mut Tx<'_>,
    webhook: &Webhook,
    dossier: DossierId,
    about: &About,
    now: Instant,
) -> Result<bool, StoreError> {
    let Some(id) = webhook.token else {
        return Ok(true);
    };
    let Some(token) = token::find(tx, webhook.organisation, id)?.filter(|own| own.is_live(now))
    else {
        manage::suspended(tx, webhook, Suspension::TokenEnded, now)?;
        return Ok(false);
    };
    Ok(reaches(&token, about)
        || (token.reaches_procedure(about.procedure)
            && token::holds(tx, webhook.organisation, id, dossier)?))
}

fn reaches(token: &Token, about: &About) -> bool {
    token.reaches_procedure(about.procedure) && token.reaches_group(about.group)
}

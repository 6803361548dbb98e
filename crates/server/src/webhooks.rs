//! Which facts applications are told.

use std::sync::Arc;

use parvis_dossier::facts;
use parvis_jobs::Subscriber;
use parvis_kernel::{Clock, DossierId, Fact, Failure, Instant};
use parvis_organisation::{Directory, Organisation};
use parvis_store::{Store, Tx};
use parvis_web::Roots;
use parvis_webhook::{About, Courier, Event, Policy, hear};

/// Which fact is told as which event.
const TOLD: [(&str, Event); 7] = [
    (facts::SUBMITTED, Event::Submitted),
    (facts::REQUESTED, Event::Requested),
    (facts::COMPLETED, Event::Completed),
    (facts::MESSAGED, Event::Messaged),
    (facts::DECIDED, Event::Decided),
    (facts::CLOSED, Event::Closed),
    (facts::WITHDRAWN, Event::Withdrawn),
];

/// Who hears: an event is told to the webhooks.
pub(crate) const SUBSCRIBERS: &[Subscriber] = &[Subscriber {
    name: "webhooks.told",
    kinds: &[
        facts::SUBMITTED,
        facts::REQUESTED,
        facts::COMPLETED,
        facts::MESSAGED,
        facts::DECIDED,
        facts::CLOSED,
        facts::WITHDRAWN,
    ],
    deliver: tell,
}];

fn tell(fact: &Fact, now: Instant, tx: &mut Tx<'_>) -> Result<(), Failure> {
    let event = TOLD.iter().find(|(kind, _)| *kind == fact.kind);
    let Some((_, event)) = event else {
        return Ok(());
    };
    let failed = |error| Failure::new("reading a dossier for webhooks", error);
    let dossier = DossierId::from_uuid(fact.subject);
    let place = parvis_dossier::uses::place_of(tx, fact.organisation, dossier).map_err(failed)?;
    let Some(place) = place else {
        return Ok(());
    };
    let slug = parvis_demarche::uses::slug_of(tx, fact.organisation, place.procedure);
    let about = About {
        number: place.number,
        procedure: place.procedure,
        slug: slug.map_err(failed)?.unwrap_or_default(),
        group: place.group,
    };
    hear(tx, fact, *event, &about, now)
}

/// What sends to applications.
///
/// # Errors
/// The client cannot be built.
pub fn courier(
    store: &Store,
    clock: &Arc<dyn Clock>,
    directory: &Directory,
    public_url: &str,
    policy: Policy,
) -> anyhow::Result<Courier> {
    let roots = Roots::new(public_url);
    let root = Arc::new(move |organisation: &Organisation| roots.of(organisation));
    let lookup = Courier::system_lookup();
    let (clock, directory) = (Arc::clone(clock), directory.clone());
    Ok(Courier::new(
        store.clone(),
        clock,
        directory,
        root,
        policy,
        lookup,
    )?)
}

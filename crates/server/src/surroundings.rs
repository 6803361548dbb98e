//! What the rooms of procedures and dossiers tell the room of administration.

use parvis_administration::{Surroundings, Use};
use parvis_kernel::{Ctx, Failure, GroupId, OrganisationId, ServiceId};
use parvis_store::{StoreError, Tx};

pub(crate) const SURROUNDINGS: Surroundings = Surroundings {
    of_group,
    of_service,
    offers,
    exports_to_approve,
    unrouted,
};

fn of_group(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    group: GroupId,
) -> Result<Vec<Use>, Failure> {
    let mut uses = Vec::new();
    if parvis_demarche::uses::count_of_group(tx, organisation, group).map_err(failed)? > 0 {
        uses.push(Use::Procedures);
    }
    if parvis_dossier::uses::has_under_way(tx, organisation, group).map_err(failed)? {
        uses.push(Use::Dossiers);
    }
    Ok(uses)
}

fn of_service(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    service: ServiceId,
) -> Result<Vec<Use>, Failure> {
    let count = parvis_demarche::uses::count_of_service(tx, organisation, service);
    Ok(if count.map_err(failed)? > 0 {
        vec![Use::Procedures]
    } else {
        Vec::new()
    })
}

fn offers(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<bool, Failure> {
    let count = parvis_demarche::uses::count_on_offer(tx, organisation);
    Ok(count.map_err(failed)? > 0)
}

fn exports_to_approve(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<usize, Failure> {
    parvis_dossier::export::to_approve(ctx, tx)
        .map_err(|error| Failure::new("counting the exports to approve", error))
}

fn unrouted(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<i64, Failure> {
    parvis_dossier::uses::count_unrouted(tx, organisation).map_err(failed)
}

fn failed(error: StoreError) -> Failure {
    Failure::new("asking what points to a group or a service", error)
}

//! The group to which a deposit is led, and those that nothing led.

use parvis_kernel::{Ctx, DossierId, GroupId, Instant, OrganisationId, RevisionId, ServiceId};
use parvis_store::{Sql, StoreError, Tx};

const GIVE: Sql = Sql(
    "UPDATE dossiers SET group_id = $3, service_id = $4 WHERE organisation_id = $1 AND id = $2",
);
const REVISE: Sql = Sql(
    "UPDATE dossiers SET revision_id = $3, group_id = $4, service_id = $5 WHERE organisation_id = $1 AND id = $2 AND submitted_at IS NULL",
);
const UNROUTED: Sql = Sql(
    "INSERT INTO dossiers_unrouted (organisation_id, dossier_id, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
);
const LAST: Sql = Sql("SELECT MAX(at) FROM dossiers_unrouted WHERE organisation_id = $1");
/// Those that nobody took yet.
const WAITING: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT) FROM dossiers_unrouted AS unrouted WHERE organisation_id = $1 AND \
     (SELECT state FROM dossiers WHERE dossiers.organisation_id = unrouted.organisation_id AND dossiers.id = unrouted.dossier_id) = 'deposited'",
);

/// Gives a dossier to a group, and to the service of the group.
pub(crate) fn give(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    id: DossierId,
    group: GroupId,
    service: ServiceId,
) -> Result<(), StoreError> {
    let values = [
        ctx.organisation.into(),
        id.into(),
        group.into(),
        service.into(),
    ];
    tx.put(GIVE, &values)
}

/// Moves a draft to a revision, with the group and the service that this one names. A deposited dossier never moves.
pub(crate) fn move_to_revision(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    id: DossierId,
    revision: RevisionId,
    group: GroupId,
    service: ServiceId,
) -> Result<(), StoreError> {
    let values = [
        ctx.organisation.into(),
        id.into(),
        revision.into(),
        group.into(),
        service.into(),
    ];
    tx.put(REVISE, &values)
}

/// Notes that nothing led a dossier.
pub(crate) fn insert_unrouted(tx: &mut Tx<'_>, ctx: &Ctx, id: DossierId) -> Result<(), StoreError> {
    tx.put(
        UNROUTED,
        &[ctx.organisation.into(), id.into(), ctx.now.into()],
    )
}

/// When that happened for the last time.
pub(crate) fn last_unrouted(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Option<Instant>, StoreError> {
    tx.one(LAST, &[organisation.into()], |row| row.opt_instant(0))
}

/// Those that nothing led and that nobody took yet.
pub(crate) fn count_unrouted(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<i64, StoreError> {
    tx.one(WAITING, &[organisation.into()], |row| row.int(0))
}

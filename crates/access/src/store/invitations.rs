//! The statements about invitations.

use parvis_kernel::{Instant, InvitationId, OrganisationId};
use parvis_store::{Row, Sql, StoreError, Tx};

use crate::invitation::{Guest, Invitation, offer_of, offer_text};

const INSERT: Sql = Sql(
    "INSERT INTO invitations (organisation_id, id, email, first_name, last_name, quality, service_id, delegation, offer, round, created_at, expires_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
     ON CONFLICT (organisation_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL DO NOTHING",
);
const FIND: Sql = Sql(
    "SELECT id, email, first_name, last_name, quality, service_id, delegation, offer, round, created_at, expires_at, accepted_at, revoked_at \
     FROM invitations WHERE organisation_id = $1 AND id = $2",
);
const WAITING: Sql = Sql(
    "SELECT id, email, first_name, last_name, quality, service_id, delegation, offer, round, created_at, expires_at, accepted_at, revoked_at \
     FROM invitations WHERE organisation_id = $1 AND accepted_at IS NULL AND revoked_at IS NULL ORDER BY created_at DESC, id LIMIT 1000",
);
const WAITING_OF: Sql = Sql(
    "SELECT id, email, first_name, last_name, quality, service_id, delegation, offer, round, created_at, expires_at, accepted_at, revoked_at \
     FROM invitations WHERE organisation_id = $1 AND email = $2 AND accepted_at IS NULL AND revoked_at IS NULL",
);
const REVOKE_WAITING: Sql = Sql(
    "UPDATE invitations SET revoked_at = $3 WHERE organisation_id = $1 AND email = $2 AND accepted_at IS NULL AND revoked_at IS NULL",
);
const REVOKE: Sql = Sql(
    "UPDATE invitations SET revoked_at = $3 WHERE organisation_id = $1 AND id = $2 AND accepted_at IS NULL AND revoked_at IS NULL",
);
const RENEW: Sql = Sql(
    "UPDATE invitations SET round = round + 1, expires_at = $3 WHERE organisation_id = $1 AND id = $2 AND accepted_at IS NULL AND revoked_at IS NULL",
);
const ACCEPT: Sql = Sql(
    "UPDATE invitations SET accepted_at = $3 WHERE organisation_id = $1 AND id = $2 AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > $3",
);

/// False when another invitation of this address waits: somebody sent it at the same instant.
pub(crate) fn insert_invitation(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    invitation: &Invitation,
) -> Result<bool, StoreError> {
    let guest = &invitation.guest;
    let inserted = tx.execute(
        INSERT,
        &[
            organisation.into(),
            invitation.id.into(),
            guest.email.as_str().into(),
            guest.first_name.as_str().into(),
            guest.last_name.as_str().into(),
            guest.quality.as_str().into(),
            guest.service.into(),
            guest.delegation.clone().into(),
            offer_text(&guest.rights).into(),
            invitation.round.into(),
            invitation.created_at.into(),
            invitation.expires_at.into(),
        ],
    )?;
    Ok(inserted == 1)
}

fn invitation_of(row: &Row<'_>) -> Result<Invitation, StoreError> {
    Ok(Invitation {
        id: row.id(0)?,
        guest: Guest {
            email: row.text(1)?,
            first_name: row.text(2)?,
            last_name: row.text(3)?,
            quality: row.text(4)?,
            service: row.id(5)?,
            delegation: row.opt_text(6)?,
            rights: offer_of(&row.text(7)?),
        },
        round: row.int(8)?,
        created_at: row.instant(9)?,
        expires_at: row.instant(10)?,
        accepted_at: row.opt_instant(11)?,
        revoked_at: row.opt_instant(12)?,
    })
}

pub(crate) fn invitation(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: InvitationId,
) -> Result<Option<Invitation>, StoreError> {
    tx.optional(FIND, &[organisation.into(), id.into()], invitation_of)
}

pub(crate) fn waiting_invitations(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Vec<Invitation>, StoreError> {
    tx.query(WAITING, &[organisation.into()], invitation_of)
}

pub(crate) fn waiting_invitation_of(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    email: &str,
) -> Result<Option<Invitation>, StoreError> {
    tx.optional(
        WAITING_OF,
        &[organisation.into(), email.into()],
        invitation_of,
    )
}

pub(crate) fn revoke_waiting_invitations(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    email: &str,
    now: Instant,
) -> Result<(), StoreError> {
    tx.put(
        REVOKE_WAITING,
        &[organisation.into(), email.into(), now.into()],
    )
}

pub(crate) fn revoke_invitation(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: InvitationId,
    now: Instant,
) -> Result<bool, StoreError> {
    Ok(tx.execute(REVOKE, &[organisation.into(), id.into(), now.into()])? == 1)
}

pub(crate) fn renew_invitation(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: InvitationId,
    expires_at: Instant,
) -> Result<bool, StoreError> {
    Ok(tx.execute(RENEW, &[organisation.into(), id.into(), expires_at.into()])? == 1)
}

/// False when the link does not serve any more.
pub(crate) fn accept_invitation(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: InvitationId,
    now: Instant,
) -> Result<bool, StoreError> {
    Ok(tx.execute(ACCEPT, &[organisation.into(), id.into(), now.into()])? == 1)
}

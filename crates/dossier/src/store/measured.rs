//! What the promises of procedures are measured on: dates only, nothing is opened.

use parvis_kernel::{DossierId, Instant, MessageId, OrganisationId, ProcedureId};
use parvis_store::{Sql, Tx};
use uuid::Uuid;

use crate::error::DossierError;

const ANSWERED: Sql = Sql(
    "SELECT d.id, d.submitted_at, d.decided_at, (SELECT CAST(MAX(r.answered_at) AS BIGINT) FROM requests r \
     WHERE r.organisation_id = d.organisation_id AND r.dossier_id = d.id AND r.answered_at <= d.decided_at) \
     FROM dossiers d WHERE d.organisation_id = $1 AND d.procedure_id = $2 AND d.decided_at IS NOT NULL AND d.decided_at >= $3 \
     AND (d.decided_at > $3 OR d.id > $4) ORDER BY d.decided_at, d.id LIMIT $5",
);
const UNANSWERED: Sql = Sql(
    "SELECT d.id, d.submitted_at, (SELECT CAST(MAX(r.answered_at) AS BIGINT) FROM requests r \
     WHERE r.organisation_id = d.organisation_id AND r.dossier_id = d.id) \
     FROM dossiers d WHERE d.organisation_id = $1 AND d.procedure_id = $2 AND d.state IN ('deposited', 'under-instruction') \
     AND d.submitted_at >= $3 AND (d.submitted_at > $3 OR d.id > $4) ORDER BY d.submitted_at, d.id LIMIT $5",
);
const RECEIVED: Sql = Sql(
    "SELECT m.id, m.dossier_id, m.at, d.procedure_id, d.decided_at, (SELECT CAST(MIN(a.at) AS BIGINT) FROM messages a \
     WHERE a.organisation_id = m.organisation_id AND a.dossier_id = m.dossier_id AND a.sender = 'service' AND a.agent_id IS NOT NULL \
     AND a.at > m.at) FROM messages m JOIN dossiers d ON d.organisation_id = m.organisation_id AND d.id = m.dossier_id \
     WHERE m.organisation_id = $1 AND m.sender = 'usager' AND m.at >= $2 AND (m.at > $2 OR m.id > $3) ORDER BY m.at, m.id LIMIT $4",
);

/// The last row of a page; from an instant on, before the first page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct After {
    pub(crate) at: Instant,
    pub(crate) id: Uuid,
}

impl After {
    /// Everything from an instant on.
    pub(crate) const fn since(at: Instant) -> Self {
        Self {
            at,
            id: Uuid::nil(),
        }
    }
}

/// A dossier, from the request to its answer if it has one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Answered {
    pub(crate) id: DossierId,
    pub(crate) submitted_at: Instant,
    pub(crate) decided_at: Option<Instant>,
    /// When the person last completed it before the answer.
    pub(crate) completed_at: Option<Instant>,
}

/// A message of a person, and what followed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Received {
    pub(crate) id: MessageId,
    pub(crate) dossier: DossierId,
    pub(crate) at: Instant,
    pub(crate) procedure: ProcedureId,
    pub(crate) decided_at: Option<Instant>,
    pub(crate) answered_at: Option<Instant>,
}

/// Dossiers of a procedure that were decided, in the order of their decisions.
pub(crate) fn answered(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    procedure: ProcedureId,
    after: After,
    limit: i64,
) -> Result<Vec<Answered>, DossierError> {
    let values = [
        organisation.into(),
        procedure.into(),
        after.at.into(),
        after.id.to_string().into(),
        limit.into(),
    ];
    Ok(tx.query(ANSWERED, &values, |row| {
        Ok(Answered {
            id: row.id(0)?,
            submitted_at: row.instant(1)?,
            decided_at: Some(row.instant(2)?),
            completed_at: row.opt_instant(3)?,
        })
    })?)
}

/// Complete dossiers of a procedure that wait for their answer, in the order of their deposits.
pub(crate) fn unanswered(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    procedure: ProcedureId,
    after: After,
    limit: i64,
) -> Result<Vec<Answered>, DossierError> {
    let values = [
        organisation.into(),
        procedure.into(),
        after.at.into(),
        after.id.to_string().into(),
        limit.into(),
    ];
    Ok(tx.query(UNANSWERED, &values, |row| {
        Ok(Answered {
            id: row.id(0)?,
            submitted_at: row.instant(1)?,
            decided_at: None,
            completed_at: row.opt_instant(2)?,
        })
    })?)
}

/// Messages of persons to an organisation, in their order.
pub(crate) fn received(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    after: After,
    limit: i64,
) -> Result<Vec<Received>, DossierError> {
    let values = [
        organisation.into(),
        after.at.into(),
        after.id.to_string().into(),
        limit.into(),
    ];
    Ok(tx.query(RECEIVED, &values, |row| {
        Ok(Received {
            id: row.id(0)?,
            dossier: row.id(1)?,
            at: row.instant(2)?,
            procedure: row.id(3)?,
            decided_at: row.opt_instant(4)?,
            answered_at: row.opt_instant(5)?,
        })
    })?)
}

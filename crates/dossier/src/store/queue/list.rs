//! The statements of the lists: one for each way to read, so that each walks along an index and stops.

use parvis_store::Sql;

use super::{Edge, Which};

// Filters are parameters that may be absent; the cursor is the sort key of a row at the edge of the page that was shown.
const OPEN_AFTER: Sql = Sql(
    "SELECT id, number, procedure_id, revision_id, state, silence_due, submitted_at, agent_id, label_sealed, version FROM dossiers \
     WHERE organisation_id = $1 AND group_id = $2 AND state IN ('deposited', 'waiting', 'under-instruction') \
     AND (CAST($3 AS TEXT) IS NULL OR agent_id = $3) AND (CAST($4 AS TEXT) IS NULL OR procedure_id = $4) \
     AND (silence_due, submitted_at, id) > ($5, $6, $7) \
     ORDER BY silence_due, submitted_at, id LIMIT $8",
);
const OPEN_BEFORE: Sql = Sql(
    "SELECT id, number, procedure_id, revision_id, state, silence_due, submitted_at, agent_id, label_sealed, version FROM dossiers \
     WHERE organisation_id = $1 AND group_id = $2 AND state IN ('deposited', 'waiting', 'under-instruction') \
     AND (CAST($3 AS TEXT) IS NULL OR agent_id = $3) AND (CAST($4 AS TEXT) IS NULL OR procedure_id = $4) \
     AND (silence_due, submitted_at, id) < ($5, $6, $7) \
     ORDER BY silence_due DESC, submitted_at DESC, id DESC LIMIT $8",
);
const STATE_AFTER: Sql = Sql(
    "SELECT id, number, procedure_id, revision_id, state, silence_due, submitted_at, agent_id, label_sealed, version FROM dossiers \
     WHERE organisation_id = $1 AND group_id = $2 AND state = $9 \
     AND (CAST($3 AS TEXT) IS NULL OR agent_id = $3) AND (CAST($4 AS TEXT) IS NULL OR procedure_id = $4) \
     AND (silence_due, submitted_at, id) > ($5, $6, $7) \
     ORDER BY silence_due, submitted_at, id LIMIT $8",
);
const STATE_BEFORE: Sql = Sql(
    "SELECT id, number, procedure_id, revision_id, state, silence_due, submitted_at, agent_id, label_sealed, version FROM dossiers \
     WHERE organisation_id = $1 AND group_id = $2 AND state = $9 \
     AND (CAST($3 AS TEXT) IS NULL OR agent_id = $3) AND (CAST($4 AS TEXT) IS NULL OR procedure_id = $4) \
     AND (silence_due, submitted_at, id) < ($5, $6, $7) \
     ORDER BY silence_due DESC, submitted_at DESC, id DESC LIMIT $8",
);
const ALL_AFTER: Sql = Sql(
    "SELECT id, number, procedure_id, revision_id, state, silence_due, submitted_at, agent_id, label_sealed, version FROM dossiers \
     WHERE organisation_id = $1 AND group_id = $2 AND state <> 'draft' AND state <> 'expired' \
     AND (CAST($3 AS TEXT) IS NULL OR agent_id = $3) AND (CAST($4 AS TEXT) IS NULL OR procedure_id = $4) \
     AND (silence_due, submitted_at, id) > ($5, $6, $7) \
     ORDER BY silence_due, submitted_at, id LIMIT $8",
);
const ALL_BEFORE: Sql = Sql(
    "SELECT id, number, procedure_id, revision_id, state, silence_due, submitted_at, agent_id, label_sealed, version FROM dossiers \
     WHERE organisation_id = $1 AND group_id = $2 AND state <> 'draft' AND state <> 'expired' \
     AND (CAST($3 AS TEXT) IS NULL OR agent_id = $3) AND (CAST($4 AS TEXT) IS NULL OR procedure_id = $4) \
     AND (silence_due, submitted_at, id) < ($5, $6, $7) \
     ORDER BY silence_due DESC, submitted_at DESC, id DESC LIMIT $8",
);

/// How many dossiers are in each state that agents see, each counted up to a limit, of its own for those that are over: a
/// count must not walk through years.
pub(super) const COUNT_BY_STATE: Sql = Sql(
    "SELECT state, CAST(COUNT(*) AS BIGINT) FROM (SELECT state FROM dossiers \
     WHERE organisation_id = $1 AND group_id = $2 AND state = 'deposited' LIMIT $3) AS counted GROUP BY state UNION ALL \
     SELECT state, CAST(COUNT(*) AS BIGINT) FROM (SELECT state FROM dossiers \
     WHERE organisation_id = $1 AND group_id = $2 AND state = 'waiting' LIMIT $3) AS counted GROUP BY state UNION ALL \
     SELECT state, CAST(COUNT(*) AS BIGINT) FROM (SELECT state FROM dossiers \
     WHERE organisation_id = $1 AND group_id = $2 AND state = 'under-instruction' LIMIT $3) AS counted GROUP BY state UNION ALL \
     SELECT state, CAST(COUNT(*) AS BIGINT) FROM (SELECT state FROM dossiers \
     WHERE organisation_id = $1 AND group_id = $2 AND state = 'accepted' LIMIT $4) AS counted GROUP BY state UNION ALL \
     SELECT state, CAST(COUNT(*) AS BIGINT) FROM (SELECT state FROM dossiers \
     WHERE organisation_id = $1 AND group_id = $2 AND state = 'refused' LIMIT $4) AS counted GROUP BY state UNION ALL \
     SELECT state, CAST(COUNT(*) AS BIGINT) FROM (SELECT state FROM dossiers \
     WHERE organisation_id = $1 AND group_id = $2 AND state = 'closed' LIMIT $4) AS counted GROUP BY state UNION ALL \
     SELECT state, CAST(COUNT(*) AS BIGINT) FROM (SELECT state FROM dossiers \
     WHERE organisation_id = $1 AND group_id = $2 AND state = 'withdrawn' LIMIT $4) AS counted GROUP BY state",
);

/// The statement that reads a list from an edge on.
pub(super) const fn list(which: Which, edge: Edge) -> Sql {
    match (which, edge) {
        (Which::Open, Edge::Before(_)) => OPEN_BEFORE,
        (Which::Open, Edge::Start | Edge::After(_)) => OPEN_AFTER,
        (Which::State(_), Edge::Before(_)) => STATE_BEFORE,
        (Which::State(_), Edge::Start | Edge::After(_)) => STATE_AFTER,
        (Which::All, Edge::Before(_)) => ALL_BEFORE,
        (Which::All, Edge::Start | Edge::After(_)) => ALL_AFTER,
    }
}

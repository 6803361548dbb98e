//! Reading the security journal page by page: who, what, when.

use parvis_kernel::{Instant, OrganisationId};
use parvis_store::{Sql, StoreError, Tx, Value};
use uuid::Uuid;

use crate::entry::Entry;
use crate::store::read_entry;

// The latest first; the page goes on after the instant and the identifier of its last entry.
const ALL: Sql = Sql(
    "SELECT id, at, actor_kind, actor_id, purpose, verb, subject_kind, subject_id, detail, channel FROM journal_security \
     WHERE organisation_id = $1 AND (at, id) < ($2, $3) AND at >= $4 ORDER BY at DESC, id DESC LIMIT $5",
);
const OF_ACTOR: Sql = Sql(
    "SELECT id, at, actor_kind, actor_id, purpose, verb, subject_kind, subject_id, detail, channel FROM journal_security \
     WHERE organisation_id = $1 AND actor_id = $6 AND (at, id) < ($2, $3) AND at >= $4 ORDER BY at DESC, id DESC LIMIT $5",
);
const OF_VERB: Sql = Sql(
    "SELECT id, at, actor_kind, actor_id, purpose, verb, subject_kind, subject_id, detail, channel FROM journal_security \
     WHERE organisation_id = $1 AND verb = $6 AND (at, id) < ($2, $3) AND at >= $4 ORDER BY at DESC, id DESC LIMIT $5",
);
const OF_ACTOR_AND_VERB: Sql = Sql(
    "SELECT id, at, actor_kind, actor_id, purpose, verb, subject_kind, subject_id, detail, channel FROM journal_security \
     WHERE organisation_id = $1 AND actor_id = $6 AND verb = $7 AND (at, id) < ($2, $3) AND at >= $4 ORDER BY at DESC, id DESC LIMIT $5",
);

/// After which entry a page begins: its instant and its identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// When it happened.
    pub at: Instant,
    /// Its identifier; empty to begin at the first entry that is older than the instant.
    pub id: String,
}

impl Cursor {
    /// What begins at the latest entry.
    #[must_use]
    pub const fn start() -> Self {
        Self {
            at: Instant::MAX,
            id: String::new(),
        }
    }
}

/// Which entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecurityQuery {
    /// Those that an agent, an application or a session made.
    pub actor: Option<Uuid>,
    /// Those of one verb.
    pub verb: Option<String>,
    /// Not older than this.
    pub from: Instant,
    /// Older than this.
    pub before: Cursor,
}

pub(crate) fn read(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    query: &SecurityQuery,
    limit: i64,
) -> Result<Vec<Entry>, StoreError> {
    let mut values: Vec<Value> = vec![
        organisation.into(),
        query.before.at.into(),
        query.before.id.as_str().into(),
        query.from.into(),
        limit.into(),
    ];
    values.extend(query.actor.map(|actor| actor.to_string().into()));
    values.extend(query.verb.clone().map(Value::from));
    let sql = match (&query.actor, &query.verb) {
        (None, None) => ALL,
        (Some(_), None) => OF_ACTOR,
        (None, Some(_)) => OF_VERB,
        (Some(_), Some(_)) => OF_ACTOR_AND_VERB,
    };
    tx.query(sql, &values, |row| read_entry(organisation, row))
}

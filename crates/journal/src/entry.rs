//! An entry of a journal and its commitment.

use parvis_kernel::{Ctx, DossierId, EntryId, Instant, OrganisationId, PieceId, ProcedureId};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// What an entry is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The noun: `dossier`, `piece`, `agent` ...
    pub kind: String,
    /// Which one.
    pub id: Uuid,
}

impl Subject {
    /// A subject of any noun.
    #[must_use]
    pub fn new(kind: &str, id: Uuid) -> Self {
        Self {
            kind: kind.to_owned(),
            id,
        }
    }

    /// A dossier.
    #[must_use]
    pub fn dossier(id: DossierId) -> Self {
        Self::new("dossier", id.uuid())
    }

    /// A piece.
    #[must_use]
    pub fn piece(id: PieceId) -> Self {
        Self::new("piece", id.uuid())
    }

    /// A procedure.
    #[must_use]
    pub fn procedure(id: ProcedureId) -> Self {
        Self::new("procedure", id.uuid())
    }

    /// The organisation itself, for what concerns no narrower thing (a list).
    #[must_use]
    pub fn organisation(id: OrganisationId) -> Self {
        Self::new("organisation", id.uuid())
    }
}

/// One trace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its identifier, ordered by time.
    pub id: EntryId,
    /// Where it happened.
    pub organisation: OrganisationId,
    /// When.
    pub at: Instant,
    /// `usager`, `agent`, `machine`, `anonymous` or `house`.
    pub actor_kind: String,
    /// The agent, the token or the session, when there is one.
    pub actor_id: Option<Uuid>,
    /// Why.
    pub purpose: String,
    /// Through which door: `web`, `counter`, `phone`, `paper`, `api` or `internal`. Nothing in the entries of version 0.1.0.
    pub channel: Option<String>,
    /// What happened.
    pub verb: String,
    /// To what.
    pub subject: Subject,
    /// Other identifiers, by name.
    pub detail: Map<String, Value>,
}

impl Entry {
    pub(crate) fn of(ctx: &Ctx, verb: &str, subject: Subject, detail: &[(&str, String)]) -> Self {
        let actor_id = ctx
            .actor
            .agent()
            .map(|agent| agent.uuid())
            .or_else(|| ctx.actor.token().map(|token| token.uuid()))
            .or_else(|| ctx.actor.session().map(|session| session.uuid()));
        Self {
            id: EntryId::new(),
            organisation: ctx.organisation,
            at: ctx.now,
            actor_kind: ctx.actor.kind().to_owned(),
            actor_id,
            purpose: ctx.purpose.code().to_owned(),
            channel: Some(ctx.channel.code().to_owned()),
            verb: verb.to_owned(),
            subject,
            detail: detail
                .iter()
                .map(|(name, value)| ((*name).to_owned(), Value::String(value.clone())))
                .chain(
                    ctx.batch
                        .map(|batch| ("batch".to_owned(), Value::String(batch.to_string()))),
                )
                .collect(),
        }
    }

    /// The commitment to this entry under a salt: SHA-256 of `parvis-entry-2`, the salt, and the entry's canonical JSON (an array
    /// of its parts, in order, its door last). An entry without a door is one of version 0.1.0: `parvis-entry-1`, and no door.
    #[must_use]
    pub fn commitment(&self, salt: &[u8]) -> [u8; 32] {
        let mut canonical = serde_json::json!([
            self.id,
            self.organisation,
            self.at.as_microsecond(),
            self.actor_kind,
            self.actor_id,
            self.purpose,
            self.verb,
            self.subject.kind,
            self.subject.id,
            self.detail,
        ]);
        let format: &[u8] = match (&self.channel, canonical.as_array_mut()) {
            (Some(channel), Some(parts)) => {
                parts.push(Value::String(channel.clone()));
                b"parvis-entry-2"
            }
            _ => b"parvis-entry-1",
        };
        let mut digest = Sha256::new();
        digest.update(format);
        digest.update(salt);
        digest.update(canonical.to_string().as_bytes());
        digest.finalize().into()
    }
}

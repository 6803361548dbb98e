//! Rows of dossiers.

use parvis_kernel::{ChallengeId, Ctx, DossierId, GroupId, Language, OrganisationId, RevisionId};
use parvis_store::sealing::{self, SealingKey};
use parvis_store::{Row, Sql, StoreError, Tx};

use super::{open, seal};
use crate::error::DossierError;
use crate::model::{
    Closing, Dossier, Facts, FollowUpCode, Identification, Number, name_tokens, outcome_code,
    outcome_of_code,
};

const INSERT: Sql = Sql(
    "INSERT INTO dossiers (organisation_id, id, number, procedure_id, revision_id, group_id, service_id, channel, language, \
     identification, challenge_id, version, answers_version, people_sealed, label_sealed, state, silence_due, created_at, touched_at, expires_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20) ON CONFLICT DO NOTHING",
);
const FIND: Sql = Sql(
    "SELECT id, number, procedure_id, revision_id, group_id, service_id, channel, language, identification, challenge_id, version, \
     answers_version, people_sealed, silence_due, created_at, touched_at, expires_at, submitted_at, waiting_since, instructed_at, \
     decided_at, outcome, visible_at, decision_read_at, closed_at, closing, withdrawn_at, expired_at, erased_at, agent_id, agent_since, \
     given_code_sealed FROM dossiers WHERE organisation_id = $1 AND id = $2",
);
const BY_NUMBER: Sql = Sql(
    "SELECT id, number, procedure_id, revision_id, group_id, service_id, channel, language, identification, challenge_id, version, \
     answers_version, people_sealed, silence_due, created_at, touched_at, expires_at, submitted_at, waiting_since, instructed_at, \
     decided_at, outcome, visible_at, decision_read_at, closed_at, closing, withdrawn_at, expired_at, erased_at, agent_id, agent_since, \
     given_code_sealed FROM dossiers WHERE organisation_id = $1 AND number = $2",
);
const ERASED_DRAFT: Sql = Sql("SELECT id, group_id, revision_id FROM dossiers \
     WHERE organisation_id = $1 AND number = $2 AND erased_at IS NOT NULL AND submitted_at IS NULL");
const BY_CHALLENGE: Sql =
    Sql("SELECT id FROM dossiers WHERE organisation_id = $1 AND challenge_id = $2");
const SAVE: Sql = Sql(
    "UPDATE dossiers SET version = $3 + 1, answers_version = $4, people_sealed = $5, label_sealed = $6, state = $7, silence_due = $8, \
     touched_at = $9, expires_at = $10, submitted_at = $11, waiting_since = $12, instructed_at = $13, decided_at = $14, outcome = $15, \
     visible_at = $16, decision_read_at = $17, closed_at = $18, closing = $19, withdrawn_at = $20, expired_at = $21, erased_at = $22, \
     agent_id = $23, agent_since = $24, language = $25, change_seq = NULL WHERE organisation_id = $1 AND id = $2 AND version = $3",
);
const DELETE_NAMES: Sql =
    Sql("DELETE FROM dossier_names WHERE organisation_id = $1 AND dossier_id = $2");
const INSERT_NAME: Sql = Sql(
    "INSERT INTO dossier_names (organisation_id, token, dossier_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
);

/// The key that seals a dossier. A destroyed key means an erased dossier: unknown to everybody.
fn sealing_key(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
) -> Result<SealingKey, DossierError> {
    sealing::load_key(tx, organisation, dossier.uuid()).map_err(|error| match error {
        StoreError::KeyDestroyed => DossierError::NotFound,
        error => error.into(),
    })
}

/// Destroys what a dossier says: its key, so that nothing that was typed or sent can be read again, from a backup of the rows
/// neither, and the words under which it was found.
pub(crate) fn destroy(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
) -> Result<(), DossierError> {
    super::forget_words(tx, organisation, dossier)?;
    Ok(sealing::destroy_key(tx, organisation, dossier.uuid())?)
}

/// A draft that was erased, by its number: what is left of it.
pub(crate) fn erased_draft(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    number: &Number,
) -> Result<Option<(DossierId, GroupId, RevisionId)>, DossierError> {
    Ok(tx.optional(
        ERASED_DRAFT,
        &[organisation.into(), number.as_str().into()],
        |row| Ok((row.id(0)?, row.id(1)?, row.id(2)?)),
    )?)
}

/// Inserts a new draft; false when its number or its challenge is taken.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    dossier: &Dossier,
    key: &SealingKey,
) -> Result<bool, DossierError> {
    let inserted = tx.execute(
        INSERT,
        &[
            ctx.organisation.into(),
            dossier.id.into(),
            dossier.number.as_str().into(),
            dossier.procedure.into(),
            dossier.revision.into(),
            dossier.group.into(),
            dossier.service.into(),
            dossier.channel.as_str().into(),
            dossier.language.tag().into(),
            dossier.identification.code().into(),
            dossier.challenge.into(),
            dossier.version.into(),
            dossier.answers_version.into(),
            seal(key, "people", &dossier.people)?.into(),
            seal(key, "label", &dossier.people.label())?.into(),
            dossier.state().code().into(),
            dossier.silence_due.into(),
            dossier.facts.created_at.into(),
            dossier.facts.touched_at.into(),
            dossier.facts.expires_at.into(),
        ],
    )?;
    Ok(inserted == 1)
}

/// Writes an act on a dossier, provided that nobody acted since it was read; its version then grows by one.
pub(crate) fn save(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    dossier: &Dossier,
    key: &SealingKey,
) -> Result<(), DossierError> {
    let facts = &dossier.facts;
    let saved = tx.execute(
        SAVE,
        &[
            ctx.organisation.into(),
            dossier.id.into(),
            dossier.version.into(),
            dossier.answers_version.into(),
            seal(key, "people", &dossier.people)?.into(),
            seal(key, "label", &dossier.people.label())?.into(),
            dossier.state().code().into(),
            dossier.silence_due.into(),
            ctx.now.into(),
            facts.expires_at.into(),
            facts.submitted_at.into(),
            facts.waiting_since.into(),
            facts.instructed_at.into(),
            facts.decided_at.into(),
            facts.outcome.map(outcome_code).into(),
            facts.visible_at.into(),
            facts.decision_read_at.into(),
            facts.closed_at.into(),
            facts.closing.as_ref().map(Closing::code).into(),
            facts.withdrawn_at.into(),
            facts.expired_at.into(),
            facts.erased_at.into(),
            dossier.agent.into(),
            dossier.agent_since.into(),
            dossier.language.tag().into(),
        ],
    )?;
    if saved == 1 {
        Ok(())
    } else {
        Err(DossierError::ChangedMeanwhile {
            expected: dossier.version,
        })
    }
}

/// A dossier by identifier, and the key that seals it.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: DossierId,
) -> Result<(Dossier, SealingKey), DossierError> {
    let columns = tx
        .optional(FIND, &[organisation.into(), id.into()], columns)?
        .ok_or(DossierError::NotFound)?;
    opened(tx, organisation, columns)
}

/// A dossier by number, and the key that seals it.
pub(crate) fn by_number(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    number: &Number,
) -> Result<(Dossier, SealingKey), DossierError> {
    let columns = tx
        .optional(
            BY_NUMBER,
            &[organisation.into(), number.as_str().into()],
            columns,
        )?
        .ok_or(DossierError::NotFound)?;
    opened(tx, organisation, columns)
}

/// The draft that a confirmed code began, if it did.
pub(crate) fn by_challenge(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    challenge: ChallengeId,
) -> Result<Option<DossierId>, DossierError> {
    Ok(tx.optional(
        BY_CHALLENGE,
        &[organisation.into(), challenge.into()],
        |row| row.id(0),
    )?)
}

/// Replaces the tokens under which the beneficiary is found.
pub(crate) fn replace_names(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
    name: &str,
) -> Result<(), DossierError> {
    tx.put(DELETE_NAMES, &[organisation.into(), dossier.into()])?;
    for token in name_tokens(tx.vault(), organisation, name) {
        tx.put(
            INSERT_NAME,
            &[organisation.into(), token.into(), dossier.into()],
        )?;
    }
    Ok(())
}

/// A row whose sealed parts are still sealed and whose words are still words.
pub(super) struct Columns {
    dossier: Dossier,
    people_sealed: Vec<u8>,
    given_code_sealed: Option<Vec<u8>>,
    language: String,
    identification: String,
    number: String,
    outcome: Option<String>,
    closing: Option<String>,
}

pub(super) fn columns(row: &Row<'_>) -> Result<Columns, StoreError> {
    let number = row.text(1)?;
    Ok(Columns {
        dossier: Dossier {
            id: row.id(0)?,
            number: Number::default(),
            procedure: row.id(2)?,
            revision: row.id(3)?,
            group: row.id(4)?,
            service: row.id(5)?,
            channel: row.text(6)?,
            language: Language::French,
            identification: Identification::Email,
            challenge: row.opt_id(9)?,
            version: row.int(10)?,
            answers_version: row.int(11)?,
            people: crate::model::People::default(),
            silence_due: row.int(13)?,
            facts: facts(row)?,
            agent: row.opt_id(29)?,
            agent_since: row.opt_instant(30)?,
            given_code: None,
        },
        number,
        language: row.text(7)?,
        identification: row.text(8)?,
        people_sealed: row.bytes(12)?,
        given_code_sealed: row.opt_bytes(31)?,
        outcome: row.opt_text(21)?,
        closing: row.opt_text(25)?,
    })
}

impl Columns {
    /// The dossier as lists of applications show it: its people stay sealed.
    pub(super) fn unopened(self) -> Result<Dossier, DossierError> {
        let mut dossier = self.dossier;
        dossier.number = Number::parse(&self.number).ok_or(DossierError::Row("number"))?;
        dossier.language = self.language.parse().unwrap_or_default();
        dossier.identification = Identification::of_code(&self.identification)
            .ok_or(DossierError::Row("identification"))?;
        dossier.facts.outcome = self.outcome.as_deref().and_then(outcome_of_code);
        dossier.facts.closing = self.closing.as_deref().map(Closing::of_code);
        Ok(dossier)
    }
}

fn facts(row: &Row<'_>) -> Result<Facts, StoreError> {
    Ok(Facts {
        created_at: row.instant(14)?,
        touched_at: row.instant(15)?,
        expires_at: row.opt_instant(16)?,
        submitted_at: row.opt_instant(17)?,
        waiting_since: row.opt_instant(18)?,
        instructed_at: row.opt_instant(19)?,
        decided_at: row.opt_instant(20)?,
        outcome: None,
        visible_at: row.opt_instant(22)?,
        decision_read_at: row.opt_instant(23)?,
        closed_at: row.opt_instant(24)?,
        closing: None,
        withdrawn_at: row.opt_instant(26)?,
        expired_at: row.opt_instant(27)?,
        erased_at: row.opt_instant(28)?,
    })
}

/// What the code that another installation gave is sealed as.
const GIVEN_CODE: &str = "follow-up code";

/// A follow-up code, as a dossier takes it to another installation.
pub(crate) fn sealed_code(key: &SealingKey, code: &FollowUpCode) -> Vec<u8> {
    key.seal(GIVEN_CODE, code.reveal().as_bytes())
}

fn opened_code(key: &SealingKey, sealed: &[u8]) -> Result<FollowUpCode, DossierError> {
    let written = key.open(GIVEN_CODE, sealed)?;
    let written = std::str::from_utf8(&written).ok();
    let code = written.and_then(FollowUpCode::given);
    code.ok_or(DossierError::Row("given_code_sealed"))
}

fn opened(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    columns: Columns,
) -> Result<(Dossier, SealingKey), DossierError> {
    let key = sealing_key(tx, organisation, columns.dossier.id)?;
    let people = open(&key, "people", &columns.people_sealed)?;
    let given_code = match &columns.given_code_sealed {
        Some(sealed) => Some(opened_code(&key, sealed)?),
        None => None,
    };
    let mut dossier = columns.unopened()?;
    dossier.people = people;
    dossier.given_code = given_code;
    Ok((dossier, key))
}

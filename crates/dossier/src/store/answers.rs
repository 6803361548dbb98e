//! Rows of answers and receipts.

use std::collections::BTreeMap;

use parvis_form::{Answers, Entries};
use parvis_kernel::{Ctx, DossierId, OrganisationId, RowId};
use parvis_store::sealing::SealingKey;
use parvis_store::{Sql, Tx};
use serde::{Deserialize, Serialize};

use super::{open, seal};
use crate::error::DossierError;
use crate::model::GivenReceipt;

const ANSWERS: Sql = Sql(
    "SELECT sealed FROM dossier_answers WHERE organisation_id = $1 AND dossier_id = $2 AND version = $3",
);
const DRAFT: Sql = Sql("SELECT sealed, entries_sealed FROM dossier_answers \
     WHERE organisation_id = $1 AND dossier_id = $2 AND version = 0");
const INSERT_ANSWERS: Sql = Sql(
    "INSERT INTO dossier_answers (organisation_id, dossier_id, version, sealed, at) VALUES ($1, $2, $3, $4, $5)",
);
const WRITE_DRAFT: Sql = Sql(
    "UPDATE dossier_answers SET sealed = $3, entries_sealed = $4, at = $5 WHERE organisation_id = $1 AND dossier_id = $2 AND version = 0",
);
const FREEZE: Sql = Sql(
    "UPDATE dossier_answers SET version = 1, sealed = $3, entries_sealed = NULL, at = $4 WHERE organisation_id = $1 AND dossier_id = $2 AND version = 0",
);
const INSERT_RECEIPT: Sql =
    Sql("INSERT INTO receipts (organisation_id, dossier_id, sealed, at) VALUES ($1, $2, $3, $4)");
const RECEIPT: Sql =
    Sql("SELECT sealed FROM receipts WHERE organisation_id = $1 AND dossier_id = $2");

/// What was typed on a step and is not accepted yet.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct StepDraft {
    /// What was typed.
    pub(crate) entries: Entries,
    /// Whether the person asked to go on: its errors are then shown.
    pub(crate) refused: bool,
    /// The rows whose own page they asked to leave: their errors are shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) refused_rows: Vec<RowId>,
}

/// What was typed and not accepted yet, by step.
pub(crate) type StoredEntries = BTreeMap<String, StepDraft>;

/// The answers of a draft and what was typed beside them.
#[derive(Clone, Default)]
pub(crate) struct StoredAnswers {
    pub(crate) answers: Answers,
    pub(crate) entries: StoredEntries,
}

/// The answers of a version. A draft that was deposited since its dossier was read has none any more: somebody acted in between.
pub(crate) fn answers(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
    version: i64,
    key: &SealingKey,
) -> Result<Answers, DossierError> {
    let sealed = tx
        .optional(
            ANSWERS,
            &[organisation.into(), dossier.into(), version.into()],
            |row| row.bytes(0),
        )?
        .ok_or(DossierError::ChangedMeanwhile { expected: version })?;
    open(key, "answers", &sealed)
}

/// The answers of a draft, and what was typed beside them.
pub(crate) fn draft(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
    key: &SealingKey,
) -> Result<StoredAnswers, DossierError> {
    let values = [organisation.into(), dossier.into()];
    let sealed = tx.optional(DRAFT, &values, |row| Ok((row.bytes(0)?, row.opt_bytes(1)?)))?;
    let (answers, entries) = sealed.ok_or(DossierError::ChangedMeanwhile { expected: 0 })?;
    Ok(StoredAnswers {
        answers: open(key, "answers", &answers)?,
        entries: match entries {
            Some(entries) => open(key, "entries", &entries)?,
            None => StoredEntries::new(),
        },
    })
}

pub(crate) fn insert_answers(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    dossier: DossierId,
    version: i64,
    answers: &Answers,
    key: &SealingKey,
) -> Result<(), DossierError> {
    tx.put(
        INSERT_ANSWERS,
        &[
            ctx.organisation.into(),
            dossier.into(),
            version.into(),
            seal(key, "answers", answers)?.into(),
            ctx.now.into(),
        ],
    )?;
    Ok(())
}

pub(crate) fn write_draft(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    dossier: DossierId,
    stored: &StoredAnswers,
    key: &SealingKey,
) -> Result<(), DossierError> {
    let entries = if stored.entries.is_empty() {
        None
    } else {
        Some(seal(key, "entries", &stored.entries)?)
    };
    tx.put(
        WRITE_DRAFT,
        &[
            ctx.organisation.into(),
            dossier.into(),
            seal(key, "answers", &stored.answers)?.into(),
            entries.into(),
            ctx.now.into(),
        ],
    )?;
    Ok(())
}

/// Turns the draft into what was deposited: version 1, without what was typed beside it.
pub(crate) fn freeze_answers(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    dossier: DossierId,
    answers: &Answers,
    key: &SealingKey,
) -> Result<(), DossierError> {
    tx.put(
        FREEZE,
        &[
            ctx.organisation.into(),
            dossier.into(),
            seal(key, "answers", answers)?.into(),
            ctx.now.into(),
        ],
    )?;
    Ok(())
}

pub(crate) fn insert_receipt(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    dossier: DossierId,
    receipt: &GivenReceipt,
    key: &SealingKey,
) -> Result<(), DossierError> {
    tx.put(
        INSERT_RECEIPT,
        &[
            ctx.organisation.into(),
            dossier.into(),
            seal(key, "receipt", receipt)?.into(),
            ctx.now.into(),
        ],
    )?;
    Ok(())
}

pub(crate) fn receipt(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
    key: &SealingKey,
) -> Result<GivenReceipt, DossierError> {
    let sealed = tx
        .optional(RECEIPT, &[organisation.into(), dossier.into()], |row| {
            row.bytes(0)
        })?
        .ok_or(DossierError::NotFound)?;
    open(key, "receipt", &sealed)
}

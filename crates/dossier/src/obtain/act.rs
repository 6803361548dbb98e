//! Claiming a call, and keeping what came of it. The call itself is made between the two, in no transaction.

use std::time::Duration;

use parvis_access::Right;
use parvis_form::{Element, Entries, Field, FieldId, Form, NoPieces, Source, Step, Way, prefill};
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, Instant};
use parvis_sources::Failed;
use parvis_store::Tx;
use serde::{Deserialize, Serialize};

use crate::desk::{self, Desk, Opened};
use crate::error::DossierError;
use crate::model::{Dossier, Number};
use crate::prefill::{Brought, Provenance, show};
use crate::rules::Act;
use crate::store;

/// A call that nobody heard of for so long was lost with its server: it may be made again.
const LOST: Duration = Duration::from_secs(30);

/// A call to a source for a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// When.
    pub at: Instant,
    /// Whether it is over.
    pub over: bool,
    /// Why it gave no answer, when it gave none.
    pub failed: Option<Failed>,
}

impl Asked {
    fn runs(self, now: Instant) -> bool {
        !self.over && now < self.at + LOST
    }
}

/// A question whose answer may be obtained, in the draft of who asks.
#[derive(Debug, Clone)]
pub(super) struct Obtaining {
    pub(super) dossier: Dossier,
    pub(super) revision: std::sync::Arc<parvis_demarche::Revision>,
    pub(super) field: Field,
    pub(super) source: Source,
    /// What is known of an earlier call.
    pub(super) asked: Option<Asked>,
}

/// A question that names a source.
///
/// # Errors
/// `NoSuchStep` when the step has no such question, or it names none; `NotNow` when the dossier is no draft any more.
pub(super) fn view(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    (step, field): (&str, &str),
) -> Result<Obtaining, DossierError> {
    let opened = draft(ctx, tx, desk, number)?;
    let prefilled = store::prefilled(tx, ctx.organisation, opened.dossier.id, &opened.key)?;
    let (_, field, source) = asking(&opened.revision.form, step, field)?;
    Ok(Obtaining {
        asked: prefilled.asked.get(&field.id).copied(),
        field: field.clone(),
        source,
        dossier: opened.dossier,
        revision: opened.revision,
    })
}

/// Claims the call: of two clicks, one makes it. False when it runs already.
///
/// # Errors
/// As [`view`].
pub(super) fn claim(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    (step, field): (&str, &str),
) -> Result<bool, DossierError> {
    let mut opened = draft(ctx, tx, desk, number)?;
    let id = opened.dossier.id;
    let mut prefilled = store::prefilled(tx, ctx.organisation, id, &opened.key)?;
    let (_, field, source) = asking(&opened.revision.form, step, field)?;
    let name = field.id.clone();
    let known = prefilled.asked.get(&name).copied();
    if known.is_some_and(|asked| asked.runs(ctx.now)) {
        return Ok(false);
    }
    let asked = Asked {
        at: ctx.now,
        over: false,
        failed: None,
    };
    prefilled.asked.insert(name, asked);
    store::write_prefilled(tx, ctx, id, &prefilled, &opened.key)?;
    // The version grows: of two claims at once, one is refused, and finds the other.
    opened.save(ctx, tx)?;
    let detail = [("source", source.term().to_owned())];
    journal::consulted(ctx, tx, "source.asked", Subject::dossier(id), &detail)?;
    Ok(true)
}

/// Keeps what came of the call: a value, shown at its step as what was typed and not sent yet, or why there is none.
///
/// # Errors
/// As [`view`].
pub(super) fn keep(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    (step, field): (&str, &str),
    answered: Result<&str, Failed>,
) -> Result<Option<Failed>, DossierError> {
    let mut opened = draft(ctx, tx, desk, number)?;
    let id = opened.dossier.id;
    let revision = std::sync::Arc::clone(&opened.revision);
    let (step, field, source) = asking(&revision.form, step, field)?;
    let mut stored = store::draft(tx, ctx.organisation, id, &opened.key)?;
    let mut prefilled = store::prefilled(tx, ctx.organisation, id, &opened.key)?;
    let given = answered.map(|text| Entries::from([(field.id.to_string(), vec![text.to_owned()])]));
    let surroundings = desk.surroundings(ctx, &NoPieces);
    let read = given.map(|given| prefill(&revision.form, &given, Way::Sealed, &surroundings));
    let failed = match read.as_ref().map(|read| read.proposed.first()) {
        Err(failed) => Some(*failed),
        Ok(None) => Some(Failed::Unfit),
        Ok(Some(proposed)) => {
            show(&mut stored, step, proposed);
            let brought = Brought {
                from: Provenance::Source { source },
                at: ctx.now,
                given: proposed.answer.clone(),
            };
            prefilled.answers.insert(field.id.clone(), brought);
            store::write_draft(tx, ctx, id, &stored, &opened.key)?;
            None
        }
    };
    let asked = Asked {
        at: ctx.now,
        over: true,
        failed,
    };
    prefilled.asked.insert(field.id.clone(), asked);
    store::write_prefilled(tx, ctx, id, &prefilled, &opened.key)?;
    opened.save(ctx, tx)?;
    let told = failed.map_or("obtained", Failed::term);
    let detail = [
        ("source", source.term().to_owned()),
        ("result", told.to_owned()),
    ];
    journal::record(ctx, tx, "draft.source_asked", Subject::dossier(id), &detail)?;
    Ok(failed)
}

fn draft(ctx: &Ctx, tx: &mut Tx<'_>, desk: &Desk, number: &Number) -> Result<Opened, DossierError> {
    let opened = desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    opened.allows(Act::Fill)?;
    Ok(opened)
}

/// The step, its question, and the source that the question names.
fn asking<'f>(
    form: &'f Form,
    step: &str,
    field: &str,
) -> Result<(&'f Step, &'f Field, Source), DossierError> {
    let step = form.step(step).ok_or(DossierError::NoSuchStep)?;
    let name: FieldId = field.parse().map_err(|_| DossierError::NoSuchStep)?;
    let mut fields = step.elements.iter().filter_map(|element| match element {
        Element::Field(own) if own.id == name => Some(own),
        _ => None,
    });
    let field = fields.next().ok_or(DossierError::NoSuchStep)?;
    let source = field.source.ok_or(DossierError::NoSuchStep)?;
    Ok((step, field, source))
}

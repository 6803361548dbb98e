//! Saying who fills the dossier in, and for whom.

use parvis_access::Right;
use parvis_form::Entries;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, Personal};
use parvis_store::Tx;

use crate::desk::{self, Desk};
use crate::error::DossierError;
use crate::model::{Author, Dossier, Number};
use crate::rules::Act;
use crate::start::expiry;
use crate::store::{self, StepDraft};
use crate::text;

/// Characters at most of a name.
pub(crate) const LONGEST_NAME: usize = 100;

/// Under which name a draft keeps what was typed about its people and must be corrected: no step of a form is called so.
pub(crate) const TYPED: &str = "-people";

/// Who fills the dossier in, and for whom.
#[derive(Debug, Clone)]
pub struct NewPeople {
    /// The helper's name and structure, with the declared agreement; none when the beneficiary fills it in.
    pub helper: Option<NewHelper>,
    /// The beneficiary's family name.
    pub family_name: Personal<String>,
    /// The beneficiary's first names.
    pub first_names: Personal<String>,
}

/// Somebody who helps.
#[derive(Debug, Clone)]
pub struct NewHelper {
    /// Name.
    pub name: Personal<String>,
    /// Where they work or volunteer; may be empty.
    pub structure: Personal<String>,
    /// Whether they declare that the beneficiary agrees.
    pub agreement: bool,
}

/// Records the people of a draft. The contact stays the one that was confirmed.
///
/// # Errors
/// `PeopleUnknown` when a name is missing; `NotDeclared` when the helper does not declare the agreement.
pub fn set_people(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    people: &NewPeople,
) -> Result<Dossier, DossierError> {
    let mut opened = desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    opened.allows(Act::Fill)?;
    let author = author(ctx, people.helper.as_ref())?;
    let family_name = text::line(&people.family_name, LONGEST_NAME);
    let first_names = text::line(&people.first_names, LONGEST_NAME);
    if family_name.is_empty() || first_names.is_empty() {
        return Err(DossierError::PeopleUnknown);
    }
    let helped = matches!(author, Author::Helper { .. });
    let mut stored = store::draft(tx, ctx.organisation, opened.dossier.id, &opened.key)?;
    if stored.entries.remove(TYPED).is_some() {
        store::write_draft(tx, ctx, opened.dossier.id, &stored, &opened.key)?;
    }
    opened.dossier.people.author = author;
    opened.dossier.people.beneficiary_family_name = family_name.into();
    opened.dossier.people.beneficiary_first_names = first_names.into();
    let days = opened
        .revision
        .file
        .draft_days
        .unwrap_or(desk.organisation.profile.draft_days);
    opened.dossier.facts.expires_at = Some(expiry(ctx.now, days));
    opened.save(ctx, tx)?;
    journal::record(
        ctx,
        tx,
        "draft.people_set",
        Subject::dossier(opened.dossier.id),
        &[("helped", helped.to_string())],
    )?;
    Ok(opened.dossier)
}

/// Keeps with the draft what was typed about its people and must be corrected.
///
/// # Errors
/// `NotNow` when the dossier is no draft any more.
pub fn keep_people(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    typed: &Entries,
) -> Result<(), DossierError> {
    let mut opened = desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    opened.allows(Act::Fill)?;
    let mut stored = store::draft(tx, ctx.organisation, opened.dossier.id, &opened.key)?;
    let draft = StepDraft {
        entries: typed.clone(),
        refused: true,
        ..StepDraft::default()
    };
    stored.entries.insert(TYPED.to_owned(), draft);
    store::write_draft(tx, ctx, opened.dossier.id, &stored, &opened.key)?;
    opened.save(ctx, tx)?;
    let subject = Subject::dossier(opened.dossier.id);
    let detail = [("step", "people".to_owned())];
    journal::record(ctx, tx, "draft.answered", subject, &detail).map_err(DossierError::from)
}

fn author(ctx: &Ctx, helper: Option<&NewHelper>) -> Result<Author, DossierError> {
    let Some(helper) = helper else {
        return Ok(Author::Beneficiary);
    };
    let name = text::line(&helper.name, LONGEST_NAME);
    if name.is_empty() {
        return Err(DossierError::PeopleUnknown);
    }
    if !helper.agreement {
        return Err(DossierError::NotDeclared);
    }
    let structure = text::line(&helper.structure, LONGEST_NAME);
    Ok(Author::Helper {
        name: name.into(),
        structure: (!structure.is_empty()).then(|| structure.into()),
        agreement_declared_at: ctx.now,
    })
}

//! Sealing a link.

use std::time::Duration;

use parvis_access::{Right, Target, authorize};
use parvis_demarche::Revision;
use parvis_form::{Element, Entries, Form, Step};
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, Instant};
use parvis_organisation as organisation;
use parvis_store::Tx;

use crate::error::DossierError;
use crate::prefill::SealedLink;

/// Days at most during which a link serves.
pub(super) const LONGEST: u64 = 366;

/// A link that was made.
pub(super) struct Made {
    /// What the address carries; nothing when it would be too long.
    pub(super) text: Option<String>,
    /// Who answers for it.
    pub(super) by: String,
    /// When it ends.
    pub(super) until: Instant,
}

/// Seals a link in the name of the service of a procedure.
///
/// # Errors
/// `Forbidden` to who does not write procedures.
pub(super) fn make_link(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    revision: &Revision,
    given: &Entries,
    days: u64,
) -> Result<Made, DossierError> {
    authorize(ctx, tx, Right::WriteProcedures, Target::Organisation)?;
    let service = organisation::service(tx, ctx.organisation, revision.service)?;
    let life = Duration::from_secs(days * 24 * 3600);
    let link = SealedLink {
        procedure: revision.slug.clone(),
        by: service.name,
        given: given.clone(),
        until: ctx.now.saturating_add(life).unwrap_or(Instant::MAX),
    };
    let text = link.seal(tx.vault(), ctx.organisation);
    let detail = [("days", days.to_string())];
    let subject = Subject::procedure(revision.procedure);
    journal::record(ctx, tx, "prefill.link_made", subject, &detail)?;
    Ok(Made {
        text,
        by: link.by,
        until: link.until,
    })
}

/// The questions that a link may fill in, as one step; nothing when there is none.
pub(super) fn questions(form: &Form) -> Option<Step> {
    let first = form.steps().first()?;
    let elements = form.steps().iter().flat_map(|step| &step.elements);
    let offered =
        |element: &&Element| matches!(element, Element::Field(field) if field.may_be_prefilled());
    let elements: Vec<Element> = elements.filter(offered).cloned().collect();
    (!elements.is_empty()).then(|| Step {
        elements,
        ..first.clone()
    })
}

//! What authors do: keep a draft, throw it away, publish it. The command line publishes with the same act.

use parvis_access::{Right, Target, authorize};
use parvis_jobs as jobs;
use parvis_journal::{self as journal, Subject};
use parvis_kernel::{Ctx, Fact, RevisionId};
use parvis_store::Tx;

use super::{panel, review};
use crate::error::DemarcheError;
use crate::facts;
use crate::model::Draft;
use crate::publish::publish_resting;
use crate::store::{self, Kept};
use parvis_procedure::Checked;

/// Accepts who writes the procedures of the organisation.
///
/// # Errors
/// Access refused; those of the store.
pub(crate) fn writes(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<(), DemarcheError> {
    Ok(authorize(
        ctx,
        tx,
        Right::WriteProcedures,
        Target::Organisation,
    )?)
}

/// Keeps a checked text as the draft of its procedure, in the place of the version that the author had read; 0 when they saw none. The
/// version that is kept now.
///
/// # Errors
/// `DraftChanged` when another version is kept; access refused; those of the store.
pub fn keep_draft(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    checked: &Checked,
    read: i64,
) -> Result<i64, DemarcheError> {
    let slug = &checked.file.slug;
    writes(ctx, tx)?;
    let draft = store::draft(tx, ctx.organisation, slug)?;
    let before = draft.as_ref().map(|draft| draft.source.as_str());
    keep(ctx, tx, &Kept::checked(checked, before), read)?;
    Ok(store::version_after(ctx, read))
}

/// Keeps a text as the draft of its procedure, right or not yet: what is wrong keeps it from being published, not from being worked on.
pub(super) fn keep(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    kept: &Kept<'_>,
    read: i64,
) -> Result<(), DemarcheError> {
    writes(ctx, tx)?;
    let base = base(ctx, tx, kept.slug)?;
    if !store::keep_draft(tx, ctx, kept, base, read)? {
        let slug = kept.slug.to_owned();
        return Err(DemarcheError::DraftChanged { slug });
    }
    trace(ctx, tx, "procedure.draft_kept", kept.slug)
}

/// What is published now: what a draft is compared with.
pub(super) fn base(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    slug: &str,
) -> Result<Option<RevisionId>, DemarcheError> {
    let standing = store::standing(tx, ctx.organisation, slug)?;
    Ok(standing.and_then(|standing| standing.published))
}

/// The text that is published.
///
/// # Errors
/// `NotFound` when nothing is; those of the store.
pub(super) fn published_text(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    slug: &str,
) -> Result<String, DemarcheError> {
    let standing = store::standing(tx, ctx.organisation, slug)?;
    let standing = standing.ok_or(DemarcheError::NotFound)?;
    let published = standing.published.ok_or(DemarcheError::NotFound)?;
    let editions = store::editions(tx, ctx.organisation, standing.procedure)?;
    let edition = editions.into_iter().find(|one| one.id == published);
    let number = edition.ok_or(DemarcheError::NotFound)?.number;
    let source = store::source(tx, ctx.organisation, standing.procedure, number)?;
    source.ok_or(DemarcheError::NotFound)
}

/// Throws away the version of a draft that the author had read.
///
/// # Errors
/// `DraftChanged` when another version is kept, or none; access refused; those of the store.
pub fn discard_draft(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    slug: &str,
    read: i64,
) -> Result<(), DemarcheError> {
    writes(ctx, tx)?;
    if !store::delete_draft(tx, ctx.organisation, slug, read)? {
        let slug = slug.to_owned();
        return Err(DemarcheError::DraftChanged { slug });
    }
    review::end(ctx, tx, slug)?;
    trace(ctx, tx, "procedure.draft_discarded", slug)
}

/// Publishes the version of a draft that the author had read, checked again since; the draft is then no more.
///
/// `confirms`: the author confirms the dated facts of the text.
///
/// # Errors
/// `DraftChanged` when another version is kept; `PublishedMeanwhile` when something else was published since the draft was written;
/// those of [`publish`](crate::publish()).
pub fn publish_draft(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    checked: &Checked,
    read: i64,
    confirms: bool,
) -> Result<RevisionId, DemarcheError> {
    publish_read(ctx, tx, checked, read, confirms, None)
}

/// The same where the organisation asks for a second person and nobody else read it: an emergency, for who administers, who says why.
///
/// # Errors
/// `ReasonNeeded`; those of [`publish_draft`].
pub fn publish_unreviewed(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    checked: &Checked,
    read: i64,
    confirms: bool,
    because: &str,
) -> Result<RevisionId, DemarcheError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    let because = because.trim();
    if because.is_empty() || because.chars().count() > review::LONGEST {
        return Err(DemarcheError::ReasonNeeded);
    }
    publish_read(ctx, tx, checked, read, confirms, Some(because))
}

fn publish_read(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    checked: &Checked,
    read: i64,
    confirms: bool,
    because: Option<&str>,
) -> Result<RevisionId, DemarcheError> {
    writes(ctx, tx)?;
    let slug = &checked.file.slug;
    let draft = store::draft(tx, ctx.organisation, slug)?;
    let same = |draft: &Draft| draft.version == read && draft.checksum == checked.checksum;
    let Some(draft) = draft.filter(same) else {
        return Err(DemarcheError::DraftChanged { slug: slug.clone() });
    };
    let standing = store::standing(tx, ctx.organisation, slug)?;
    if standing.and_then(|standing| standing.published) != draft.base {
        return Err(DemarcheError::PublishedMeanwhile { slug: slug.clone() });
    }
    if let (true, true, Some(agent)) = (confirms, checked.file.to_confirm(), ctx.actor.agent()) {
        crate::publish::confirm(ctx, tx, checked, agent)?;
    }
    let (revision, publication) = publish_resting(ctx, tx, checked, because)?;
    if let Some(publication) = publication {
        store::keep_writers(tx, ctx.organisation, slug, publication)?;
        panel::cite(ctx, tx, slug, publication)?;
    }
    review::end(ctx, tx, slug)?;
    // Somebody kept another version at the same moment: theirs was not published, and stays.
    if !store::delete_draft(tx, ctx.organisation, slug, read)? {
        return Err(DemarcheError::DraftChanged { slug: slug.clone() });
    }
    Ok(revision)
}

/// Confirms the dated facts of the version of a draft that the agent had read, before anybody publishes it.
///
/// # Errors
/// `DraftChanged` when another version is kept; those of [`confirm`](crate::confirm).
pub fn confirm_draft(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    checked: &Checked,
    read: i64,
) -> Result<(), DemarcheError> {
    writes(ctx, tx)?;
    let slug = &checked.file.slug;
    let draft = store::draft(tx, ctx.organisation, slug)?;
    let same = |draft: &Draft| draft.version == read && draft.checksum == checked.checksum;
    if !draft.as_ref().is_some_and(same) {
        return Err(DemarcheError::DraftChanged { slug: slug.clone() });
    }
    let by = ctx.actor.agent().ok_or(DemarcheError::ConfirmedByNobody)?;
    crate::publish::confirm(ctx, tx, checked, by)
}

/// What the public is told of a procedure that closes: at least one of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Closing {
    /// The name in addresses of the procedure that replaces it.
    pub replacement: Option<String>,
    /// Why, in the words of the author.
    pub words: Option<String>,
}

/// Closes a published procedure: nobody begins it any more. What was begun goes on to its end.
///
/// # Errors
/// `NotOpen` when it is not published, or closed already; `Unexplained` without a replacement that is open nor words; access refused;
/// those of the store.
pub fn close(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    slug: &str,
    closing: &Closing,
) -> Result<(), DemarcheError> {
    writes(ctx, tx)?;
    let (replacement, words) = (closing.replacement.as_deref(), closing.words.as_deref());
    let explained = match replacement {
        Some(other) => other != slug && store::published_id(tx, ctx.organisation, other)?.is_some(),
        None => words.is_some(),
    };
    let slug = slug.to_owned();
    if !explained {
        return Err(DemarcheError::Unexplained { slug });
    }
    if !store::close(tx, ctx, &slug, replacement, words)? {
        return Err(DemarcheError::NotOpen { slug });
    }
    changed(ctx, tx, "procedure.closed", &slug, facts::PROCEDURE_CLOSED)
}

/// Opens a closed procedure again, with the revision that was published.
///
/// # Errors
/// `NotClosed`; access refused; those of the store.
pub fn reopen(ctx: &Ctx, tx: &mut Tx<'_>, slug: &str) -> Result<(), DemarcheError> {
    writes(ctx, tx)?;
    if !store::reopen(tx, ctx, slug)? {
        let slug = slug.to_owned();
        return Err(DemarcheError::NotClosed { slug });
    }
    let fact = facts::PROCEDURE_REOPENED;
    changed(ctx, tx, "procedure.reopened", slug, fact)
}

/// Traces what changed for the public, and tells it to the other rooms.
fn changed(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    verb: &str,
    slug: &str,
    kind: &'static str,
) -> Result<(), DemarcheError> {
    let standing = store::standing(tx, ctx.organisation, slug)?;
    let procedure = standing.ok_or(DemarcheError::NotFound)?.procedure;
    let subject = Subject::procedure(procedure);
    journal::record(ctx, tx, verb, subject.clone(), &[])?;
    let said = [("procedure", slug.to_owned())];
    journal::security(ctx, tx, verb, subject, &said)?;
    let fact = Fact::new(ctx.organisation, kind, procedure.uuid(), ctx.now);
    Ok(jobs::publish(tx, &fact)?)
}

/// Traces what was done to a draft, with its name in addresses.
pub(super) fn trace(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    verb: &str,
    slug: &str,
) -> Result<(), DemarcheError> {
    let subject = Subject::organisation(ctx.organisation);
    let detail = [("procedure", slug.to_owned())];
    Ok(journal::security(ctx, tx, verb, subject, &detail)?)
}

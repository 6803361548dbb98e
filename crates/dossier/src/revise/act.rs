//! What becomes of a draft when its procedure is published anew.

use std::sync::Arc;

use parvis_access::Right;
use parvis_demarche::{BegunDrafts, Revision};
use parvis_form::{Carried, Entries, Surroundings, Why, carry};
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, RevisionId};
use parvis_store::Tx;

use super::typed;
use crate::answer::held_pieces;
use crate::desk::{self, Desk, Opened};
use crate::error::DossierError;
use crate::links;
use crate::model::{Dossier, Identification, Number, State};
use crate::rules::Act;
use crate::store::{self, StepDraft, StoredAnswers};

/// Under which names a draft keeps the revision that its author left to the others, and the one from which it moved: no step of a
/// form is called so.
const FORMER_KEPT: &str = "-former-kept";
const MOVED_FROM: &str = "-moved-from";
/// The name of the one value that they hold.
const REVISION: &str = "revision";

/// A revision published since a draft was begun, and what it makes of the answers.
pub(crate) struct Newer {
    pub(crate) revision: Arc<Revision>,
    pub(crate) carried: Carried,
    stored: StoredAnswers,
    /// Whether an author wanted begun drafts to follow, at any publication since the draft was begun.
    is_required: bool,
}

impl Newer {
    /// Whether the draft can only be deposited under that revision.
    pub(crate) fn is_required(&self) -> bool {
        self.is_required
    }

    /// Whether the author of the draft chose already to finish it as it was begun.
    pub(crate) fn is_declined(&self) -> bool {
        !self.is_required() && noted(&self.stored, FORMER_KEPT) == Some(self.revision.id)
    }
}

/// The revision that is published now, when a draft answers another one. A closed procedure has none, and a revision that is
/// answered elsewhere, or to which somebody unknown cannot answer, is none for the draft: it is finished as it was begun.
pub(crate) fn newer(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    opened: &Opened,
) -> Result<Option<Newer>, DossierError> {
    let dossier = &opened.dossier;
    if dossier.state() != State::Draft {
        return Ok(None);
    }
    let slug = &opened.revision.slug;
    let published = desk.catalogue.published(tx, ctx.organisation, slug)?;
    let Some(revision) = published.filter(|published| is_for(published, dossier)) else {
        return Ok(None);
    };
    let must_follow = |own: &Arc<Revision>| own.file.begun_drafts == BegunDrafts::MustFollow;
    let since = desk
        .catalogue
        .since(tx, ctx.organisation, &opened.revision)?;
    let is_required = must_follow(&revision) || since.iter().any(must_follow);
    let stored = store::draft(tx, ctx.organisation, dossier.id, &opened.key)?;
    let pieces = store::pieces(tx, ctx.organisation, dossier.id, &opened.key)?;
    let held = held_pieces(&pieces);
    let own = links::accepted(&stored.answers);
    let surroundings = Surroundings {
        dossiers: &own,
        ..desk.surroundings(ctx, &held)
    };
    let (before, after) = (&opened.revision.form, &revision.form);
    let carried = carry(before, after, &stored.answers, &surroundings);
    Ok(Some(Newer {
        carried,
        revision,
        stored,
        is_required,
    }))
}

fn is_for(published: &Revision, dossier: &Dossier) -> bool {
    let may_answer = dossier.identification != Identification::Anonymous
        || published.file.is_anonymous_allowed();
    published.id != dossier.revision
        && published.procedure == dossier.procedure
        && published.file.is_made_here()
        && may_answer
}

/// Lets a draft follow the revision that is published now when nothing has to be asked of anybody: all its answers fit; or, for
/// an application, when only that revision can be deposited.
pub(crate) fn bring(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    opened: &mut Opened,
) -> Result<bool, DossierError> {
    let Some(newer) = newer(ctx, tx, desk, opened)? else {
        return Ok(false);
    };
    let is_forced = newer.is_required() && ctx.actor.token().is_some();
    if !newer.carried.fits() && !is_forced {
        return Ok(false);
    }
    take(ctx, tx, opened, newer)?;
    Ok(true)
}

/// Moves a draft to the revision that was shown: the answers that fit are kept, those that it refuses are asked again with what
/// was answered, the others are forgotten with their files.
///
/// # Errors
/// `NotNow` once deposited; `ChangedMeanwhile` when another revision was published since, or none is any more.
pub fn take_newer(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    revision: RevisionId,
) -> Result<(), DossierError> {
    let mut opened = desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    opened.allows(Act::Fill)?;
    let shown = shown(ctx, tx, desk, &opened, revision)?;
    take(ctx, tx, &mut opened, shown)
}

/// Leaves a draft to the revision under which it was begun: its author finishes it so, unless yet another one is published.
///
/// # Errors
/// `NotNow` once deposited; `RevisionRequired` when the author of the procedure wants the new one; `ChangedMeanwhile` when
/// another revision was published since, or none is any more.
pub fn finish_former(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    revision: RevisionId,
) -> Result<(), DossierError> {
    let mut opened = desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    opened.allows(Act::Fill)?;
    let mut shown = shown(ctx, tx, desk, &opened, revision)?;
    if shown.is_required() {
        return Err(DossierError::RevisionRequired);
    }
    note(&mut shown.stored, FORMER_KEPT, revision);
    store::write_draft(tx, ctx, opened.dossier.id, &shown.stored, &opened.key)?;
    opened.save(ctx, tx)?;
    let detail = [("newer", revision.to_string())];
    let subject = Subject::dossier(opened.dossier.id);
    Ok(journal::record(
        ctx,
        tx,
        "draft.former_kept",
        subject,
        &detail,
    )?)
}

fn shown(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    opened: &Opened,
    revision: RevisionId,
) -> Result<Newer, DossierError> {
    let expected = opened.dossier.version;
    newer(ctx, tx, desk, opened)?
        .filter(|newer| newer.revision.id == revision)
        .ok_or(DossierError::ChangedMeanwhile { expected })
}

fn take(ctx: &Ctx, tx: &mut Tx<'_>, opened: &mut Opened, newer: Newer) -> Result<(), DossierError> {
    let Newer {
        revision,
        carried,
        mut stored,
        ..
    } = newer;
    let id = opened.dossier.id;
    forget_files(ctx, tx, opened, &carried)?;
    let former = opened.dossier.revision;
    stored.entries = typed::carried(&revision.form, &carried, &stored.entries);
    stored.entries.remove(FORMER_KEPT);
    stored.answers = carried.answers;
    note(&mut stored, MOVED_FROM, former);
    store::write_draft(tx, ctx, id, &stored, &opened.key)?;
    let (group, service) = (revision.group, revision.service);
    store::move_to_revision(tx, ctx, id, revision.id, group, service)?;
    opened.dossier.revision = revision.id;
    opened.dossier.group = group;
    opened.dossier.service = service;
    opened.revision = revision;
    opened.save(ctx, tx)?;
    let detail = [
        ("from", former.to_string()),
        ("to", opened.dossier.revision.to_string()),
    ];
    Ok(journal::record(
        ctx,
        tx,
        "draft.revised",
        Subject::dossier(id),
        &detail,
    )?)
}

/// The files of questions that are not asked any more: nobody would read them.
fn forget_files(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    opened: &Opened,
    carried: &Carried,
) -> Result<(), DossierError> {
    let gone = carried.misfits.iter();
    for misfit in gone.filter(|misfit| misfit.why == Why::Gone) {
        if let parvis_form::Answer::Pieces(pieces) = &misfit.answer {
            for file in &pieces.files {
                store::remove_piece(tx, ctx, opened.dossier.id, file.id)?;
            }
        }
    }
    Ok(())
}

fn note(stored: &mut StoredAnswers, name: &str, revision: RevisionId) {
    let value = vec![revision.to_string()];
    let noted = StepDraft {
        entries: Entries::from([(REVISION.to_owned(), value)]),
        refused: false,
        ..StepDraft::default()
    };
    stored.entries.insert(name.to_owned(), noted);
}

fn noted(stored: &StoredAnswers, name: &str) -> Option<RevisionId> {
    let values = stored.entries.get(name)?.entries.get(REVISION)?;
    values.first()?.parse().ok()
}

/// The revision from which a draft moved.
pub(crate) fn is_moved(stored: &StoredAnswers) -> Option<RevisionId> {
    noted(stored, MOVED_FROM)
}

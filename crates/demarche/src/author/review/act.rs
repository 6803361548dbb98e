//! A second person reads a draft before it is published. What is approved is one text, in the place of one revision: nothing else.

use parvis_access::{AccessError, OrganisationRole, agent, role};
use parvis_jobs as jobs;
use parvis_kernel::{AgentId, Ctx, Fact, Language, OrganisationId, ReviewId, RevisionId};
use parvis_organisation as organisation;
use parvis_store::Tx;

use super::super::act::{trace, writes};
use crate::error::DemarcheError;
use crate::facts;
use crate::model::{Draft, Review, Writer};
use crate::store::{self, Asked, Rests};
use parvis_procedure::Checked;

/// Letters at most of a note, of a comment, of a reason.
pub(in super::super) const LONGEST: usize = 2_000;
/// Requests of a procedure that are looked at: the latest.
pub(in super::super) const LOOKED_AT: i64 = 30;

/// Gives the version of a draft that the author had read to a second person. A request about an earlier text ends.
///
/// # Errors
/// `DraftChanged` when another version is kept; `ReviewAsked` when this text waits for its reader already; `ReasonNeeded` for a note that
/// is too long; access refused; those of the store.
pub fn ask_review(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    checked: &Checked,
    read: i64,
    note: &str,
) -> Result<ReviewId, DemarcheError> {
    writes(ctx, tx)?;
    let slug = checked.file.slug.clone();
    let by = ctx.actor.agent().ok_or(AccessError::Forbidden)?;
    let note = note.trim();
    if note.chars().count() > LONGEST {
        return Err(DemarcheError::ReasonNeeded);
    }
    let draft = store::draft(tx, ctx.organisation, &slug)?;
    let same = |draft: &Draft| draft.version == read && draft.checksum == checked.checksum;
    if !draft.as_ref().is_some_and(same) {
        return Err(DemarcheError::DraftChanged { slug });
    }
    let base = published(ctx, tx, &slug)?;
    if let Some(earlier) = waiting(ctx, tx, &slug)? {
        if earlier.is_of(&checked.checksum, base) {
            return Err(DemarcheError::ReviewAsked { slug });
        }
        store::withdraw(tx, ctx, &slug, earlier.id)?;
    }
    let asked = Asked {
        slug: &slug,
        title: checked.file.title.in_language(Language::French),
        checksum: &checked.checksum,
        base,
        note,
        by,
    };
    let Some(id) = store::ask(tx, ctx, &asked)? else {
        return Err(DemarcheError::ReviewAsked { slug });
    };
    trace(ctx, tx, "procedure.review_asked", &slug)?;
    tell(ctx, tx, facts::REVIEW_ASKED, id, (&slug, by))?;
    Ok(id)
}

/// Takes a request back: nobody has to read it any more.
///
/// # Errors
/// `ReviewOver` when it does not wait any more; access refused; those of the store.
pub fn withdraw_review(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    slug: &str,
    id: ReviewId,
) -> Result<(), DemarcheError> {
    writes(ctx, tx)?;
    if !store::withdraw(tx, ctx, slug, id)? {
        let slug = slug.to_owned();
        return Err(DemarcheError::ReviewOver { slug });
    }
    trace(ctx, tx, "procedure.review_withdrawn", slug)
}

/// Approves the text that was given to be read, or sends it back with what to change.
///
/// # Errors
/// `ReviewOver` when it was answered or taken back meanwhile, when the draft is another text now, or when another revision was published;
/// `ReviewOwn` for who asked, and for who wrote the draft; `ReasonNeeded` for a draft sent back without a word; access refused; those of
/// the store.
pub fn answer_review(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    slug: &str,
    id: ReviewId,
    (approved, comment): (bool, &str),
) -> Result<(), DemarcheError> {
    writes(ctx, tx)?;
    let by = ctx.actor.agent().ok_or(AccessError::Forbidden)?;
    let over = || DemarcheError::ReviewOver {
        slug: slug.to_owned(),
    };
    let open = waiting(ctx, tx, slug)?.filter(|review| review.id == id);
    let review = open.ok_or_else(over)?;
    let draft = store::draft(tx, ctx.organisation, slug)?.ok_or_else(over)?;
    if !review.is_of(&draft.checksum, published(ctx, tx, slug)?) {
        return Err(over());
    }
    if review.asked_by == by || wrote(tx, ctx.organisation, slug, by)? {
        let slug = slug.to_owned();
        return Err(DemarcheError::ReviewOwn { slug });
    }
    let comment = comment.trim();
    if comment.chars().count() > LONGEST || (!approved && comment.is_empty()) {
        return Err(DemarcheError::ReasonNeeded);
    }
    if !store::answer(tx, ctx, slug, id, (approved, comment))? {
        return Err(over());
    }
    let verb = match approved {
        true => "procedure.review_approved",
        false => "procedure.review_sent_back",
    };
    trace(ctx, tx, verb, slug)?;
    tell(ctx, tx, facts::REVIEW_ANSWERED, id, (slug, review.asked_by))
}

/// On what a publication rests: the reading that approved this text, or the reason for which nobody else read it.
///
/// The latest answer about the text decides. Who gave it must still write procedures, and must not have written the draft since.
pub(crate) fn rests<'a>(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    checked: &Checked,
    base: Option<RevisionId>,
    because: Option<&'a str>,
) -> Result<Rests<'a>, DemarcheError> {
    let slug = &checked.file.slug;
    let review = approval(tx, ctx.organisation, slug, (&checked.checksum, base))?;
    if let Some(review) = review {
        return Ok(Rests {
            review: Some(review.id),
            unreviewed_because: None,
        });
    }
    let unreviewed = Rests {
        review: None,
        unreviewed_because: because,
    };
    if !is_review_asked_for(ctx, tx)? {
        let unreviewed_because = None;
        return Ok(Rests {
            unreviewed_because,
            ..unreviewed
        });
    }
    if because.is_none() {
        return Err(DemarcheError::NotReviewed { slug: slug.clone() });
    }
    trace(ctx, tx, "procedure.published_unreviewed", slug)?;
    if let Some(by) = ctx.actor.agent() {
        let subject = ctx.organisation.uuid();
        let fact = Fact::new(
            ctx.organisation,
            facts::PUBLISHED_UNREVIEWED,
            subject,
            ctx.now,
        );
        jobs::publish(tx, &fact.with("procedure", slug.as_str()).with("agent", by))?;
    }
    Ok(unreviewed)
}

/// The reading that approved a text, in the place of a revision, while it holds.
pub(in super::super) fn approval(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
    (checksum, base): (&str, Option<RevisionId>),
) -> Result<Option<Review>, DemarcheError> {
    // The latest first, and one waits at a time: the first that was answered has the latest answer.
    let all = store::reviews(tx, organisation, slug, LOOKED_AT)?;
    let is_it = |review: &Review| review.is_of(checksum, base) && review.answered.is_some();
    let latest = all.into_iter().find(is_it);
    let Some((review, answer)) = latest.and_then(|review| Some((review.clone(), review.answered?)))
    else {
        return Ok(None);
    };
    let holds = answer.approved
        && is_author(tx, organisation, answer.by)?
        && !wrote(tx, organisation, slug, answer.by)?;
    Ok(holds.then_some(review))
}

/// Whether the organisation asks for a second person. Nothing that is tried is read by anybody else.
///
/// # Errors
/// Those of the store.
pub fn is_review_asked_for(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<bool, DemarcheError> {
    let own = organisation::by_id(tx, ctx.organisation)?;
    Ok(own.profile.second_reader && own.trial.is_none())
}

/// The request of a procedure that waits for somebody.
pub(super) fn waiting(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    slug: &str,
) -> Result<Option<Review>, DemarcheError> {
    let all = store::reviews(tx, ctx.organisation, slug, LOOKED_AT)?;
    Ok(all.into_iter().find(Review::is_waiting))
}

/// Whether an agent wrote the draft since it was begun.
pub(super) fn wrote(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
    agent: AgentId,
) -> Result<bool, DemarcheError> {
    let writers = store::writers(tx, organisation, slug)?;
    let own = |writer: &Writer| writer.publication.is_none() && writer.agent == agent;
    Ok(writers.iter().any(own))
}

/// Ends the request that waits: its draft is no more.
pub(in super::super) fn end(ctx: &Ctx, tx: &mut Tx<'_>, slug: &str) -> Result<(), DemarcheError> {
    if let Some(review) = waiting(ctx, tx, slug)? {
        store::withdraw(tx, ctx, slug, review.id)?;
    }
    Ok(())
}

fn published(ctx: &Ctx, tx: &mut Tx<'_>, slug: &str) -> Result<Option<RevisionId>, DemarcheError> {
    super::super::act::base(ctx, tx, slug)
}

/// Whether an agent still writes the procedures of the organisation.
fn is_author(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: AgentId,
) -> Result<bool, DemarcheError> {
    let agent = match agent::find(tx, organisation, id) {
        Ok(agent) => agent,
        Err(AccessError::NotFound) => return Ok(false),
        Err(error) => return Err(error.into()),
    };
    let roles = role::of_agent(tx, organisation, id)?;
    let writes = |role: &OrganisationRole| {
        matches!(
            role,
            OrganisationRole::Administrator | OrganisationRole::ProcedureAuthor
        )
    };
    Ok(agent.disabled_at.is_none() && roles.iter().any(writes))
}

/// The requests of an organisation that wait and that an agent may answer: those that they neither asked nor wrote.
///
/// # Errors
/// Those of the store.
pub fn reviews_waiting(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
) -> Result<Vec<Review>, DemarcheError> {
    let mut found = Vec::new();
    for review in store::waiting(tx, organisation)? {
        if review.asked_by != agent && !wrote(tx, organisation, &review.slug, agent)? {
            found.push(review);
        }
    }
    Ok(found)
}

/// Whether a request still waits and an agent may answer it: whom its mail is for.
///
/// # Errors
/// Those of the store.
pub fn readers_of(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    (slug, id): (&str, ReviewId),
    among: &[AgentId],
) -> Result<Vec<AgentId>, DemarcheError> {
    let all = store::reviews(tx, organisation, slug, LOOKED_AT)?;
    let open = all.into_iter().find(|one| one.id == id && one.is_waiting());
    let Some(review) = open else {
        return Ok(Vec::new());
    };
    let mut readers = Vec::new();
    for agent in among {
        let reads = review.asked_by != *agent
            && is_author(tx, organisation, *agent)?
            && !wrote(tx, organisation, slug, *agent)?;
        if reads {
            readers.push(*agent);
        }
    }
    Ok(readers)
}

fn tell(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    kind: &'static str,
    id: ReviewId,
    (slug, agent): (&str, AgentId),
) -> Result<(), DemarcheError> {
    let fact = Fact::new(ctx.organisation, kind, id.uuid(), ctx.now);
    Ok(jobs::publish(
        tx,
        &fact.with("procedure", slug).with("agent", agent),
    )?)
}

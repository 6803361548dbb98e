//! Drafts given to a second person to read, who wrote them, and the publications that rest on it.

use parvis_kernel::{
    AgentId, Ctx, Instant, OrganisationId, ProcedureId, PublicationId, ReviewId, RevisionId,
};
use parvis_store::{Row, Sql, StoreError, Tx};

use crate::model::{Answered, Publication, Review, Writer};

const REMEMBER_WRITER: Sql = Sql(
    "INSERT INTO procedure_writers (organisation_id, slug, publication_id, agent_id, written_at) VALUES ($1, $2, '', $3, $4) \
     ON CONFLICT (organisation_id, slug, publication_id, agent_id) DO UPDATE SET written_at = excluded.written_at",
);
const WRITERS: Sql = Sql(
    "SELECT publication_id, agent_id, written_at FROM procedure_writers WHERE organisation_id = $1 AND slug = $2 \
     ORDER BY written_at, agent_id",
);
const FORGET_WRITERS: Sql = Sql(
    "DELETE FROM procedure_writers WHERE organisation_id = $1 AND slug = $2 AND publication_id = ''",
);
const KEEP_WRITERS: Sql = Sql(
    "UPDATE procedure_writers SET publication_id = $3 WHERE organisation_id = $1 AND slug = $2 AND publication_id = ''",
);
const INSERT_REVIEW: Sql = Sql(
    "INSERT INTO procedure_reviews (organisation_id, id, slug, title, checksum, base, note, asked_at, asked_by) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING",
);
const WITHDRAW: Sql = Sql(
    "UPDATE procedure_reviews SET withdrawn_at = $4, withdrawn_by = $5 \
     WHERE organisation_id = $1 AND slug = $2 AND id = $3 AND answered_at IS NULL AND withdrawn_at IS NULL",
);
const ANSWER: Sql = Sql(
    "UPDATE procedure_reviews SET answered_at = $4, answered_by = $5, approved = $6, comment = $7 \
     WHERE organisation_id = $1 AND slug = $2 AND id = $3 AND answered_at IS NULL AND withdrawn_at IS NULL",
);
const REVIEWS: Sql = Sql(
    "SELECT id, slug, title, checksum, base, note, asked_at, asked_by, withdrawn_at, withdrawn_by, answered_at, answered_by, \
     approved, comment FROM procedure_reviews WHERE organisation_id = $1 AND slug = $2 ORDER BY asked_at DESC, id DESC LIMIT $3",
);
const WAITING: Sql = Sql(
    "SELECT w.id, w.slug, w.title, w.checksum, w.base, w.note, w.asked_at, w.asked_by, w.withdrawn_at, w.withdrawn_by, \
     w.answered_at, w.answered_by, w.approved, w.comment FROM procedure_reviews w \
     JOIN procedure_drafts d ON d.organisation_id = w.organisation_id AND d.slug = w.slug AND d.checksum = w.checksum \
     WHERE w.organisation_id = $1 AND w.answered_at IS NULL AND w.withdrawn_at IS NULL ORDER BY w.slug LIMIT 100",
);
const INSERT_PUBLICATION: Sql = Sql(
    "INSERT INTO procedure_publications (organisation_id, id, procedure_id, revision_id, published_at, published_by, review_id, \
     unreviewed_because) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
);
const PUBLICATIONS: Sql = Sql(
    "SELECT p.id, p.revision_id, p.published_at, p.published_by, r.answered_by, r.answered_at, p.unreviewed_because \
     FROM procedure_publications p \
     LEFT JOIN procedure_reviews r ON r.organisation_id = p.organisation_id AND r.id = p.review_id \
     WHERE p.organisation_id = $1 AND p.procedure_id = $2 ORDER BY p.published_at, p.id",
);

/// Remembers that the agent of the context wrote the draft; what the house writes has no author.
pub(crate) fn remember_writer(tx: &mut Tx<'_>, ctx: &Ctx, slug: &str) -> Result<(), StoreError> {
    let Some(agent) = ctx.actor.agent() else {
        return Ok(());
    };
    let values = [
        ctx.organisation.into(),
        slug.into(),
        agent.into(),
        ctx.now.into(),
    ];
    tx.execute(REMEMBER_WRITER, &values)?;
    Ok(())
}

/// Who wrote the draft of a procedure, and what was published of it, the earliest first.
pub(crate) fn writers(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
) -> Result<Vec<Writer>, StoreError> {
    tx.query(WRITERS, &[organisation.into(), slug.into()], |row| {
        let publication = row.text(0)?;
        Ok(Writer {
            publication: publication.parse().ok(),
            agent: row.id(1)?,
        })
    })
}

/// Forgets who wrote a draft that is thrown away.
pub(crate) fn forget_writers(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
) -> Result<(), StoreError> {
    tx.execute(FORGET_WRITERS, &[organisation.into(), slug.into()])?;
    Ok(())
}

/// Those who wrote the draft are those who wrote what is published.
pub(crate) fn keep_writers(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
    publication: PublicationId,
) -> Result<(), StoreError> {
    let values = [organisation.into(), slug.into(), publication.into()];
    tx.execute(KEEP_WRITERS, &values)?;
    Ok(())
}

/// What is given to be read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub slug: &'a str,
    pub title: &'a str,
    pub checksum: &'a str,
    pub base: Option<RevisionId>,
    pub note: &'a str,
    pub by: AgentId,
}

/// Writes a request; nothing when another one waits.
pub(crate) fn ask(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    asked: &Asked<'_>,
) -> Result<Option<ReviewId>, StoreError> {
    let id = ReviewId::new();
    let base = asked.base.map(|base| base.to_string()).unwrap_or_default();
    let values = [
        ctx.organisation.into(),
        id.into(),
        asked.slug.into(),
        asked.title.into(),
        asked.checksum.into(),
        base.into(),
        asked.note.into(),
        ctx.now.into(),
        asked.by.into(),
    ];
    Ok((tx.execute(INSERT_REVIEW, &values)? == 1).then_some(id))
}

/// Ends a request that waits; false when it waits no more.
pub(crate) fn withdraw(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    slug: &str,
    id: ReviewId,
) -> Result<bool, StoreError> {
    let values = [
        ctx.organisation.into(),
        slug.into(),
        id.into(),
        ctx.now.into(),
        ctx.actor.agent().into(),
    ];
    Ok(tx.execute(WITHDRAW, &values)? == 1)
}

/// Answers a request that waits; false when it waits no more.
pub(crate) fn answer(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    slug: &str,
    id: ReviewId,
    (approved, comment): (bool, &str),
) -> Result<bool, StoreError> {
    let values = [
        ctx.organisation.into(),
        slug.into(),
        id.into(),
        ctx.now.into(),
        ctx.actor.agent().into(),
        approved.into(),
        comment.into(),
    ];
    Ok(tx.execute(ANSWER, &values)? == 1)
}

/// The requests of a procedure, the latest first.
pub(crate) fn reviews(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
    most: i64,
) -> Result<Vec<Review>, StoreError> {
    let values = [organisation.into(), slug.into(), most.into()];
    tx.query(REVIEWS, &values, review)
}

/// The requests that wait for somebody and are about the draft as it is, by name in addresses.
pub(crate) fn waiting(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Vec<Review>, StoreError> {
    tx.query(WAITING, &[organisation.into()], review)
}

fn review(row: &Row<'_>) -> Result<Review, StoreError> {
    let withdrawn = match row.opt_instant(8)? {
        Some(at) => Some((at, row.opt_id(9)?)),
        None => None,
    };
    let answered = match (row.opt_instant(10)?, row.opt_id::<AgentId>(11)?) {
        (Some(at), Some(by)) => Some(Answered {
            at,
            by,
            approved: row.bool(12)?,
            comment: row.opt_text(13)?.unwrap_or_default(),
        }),
        _ => None,
    };
    Ok(Review {
        id: row.id(0)?,
        slug: row.text(1)?,
        title: row.text(2)?,
        checksum: row.text(3)?,
        base: row.text(4)?.parse().ok(),
        note: row.text(5)?,
        asked_at: row.instant(6)?,
        asked_by: row.id(7)?,
        withdrawn,
        answered,
    })
}

/// On what a publication rests.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rests<'a> {
    pub review: Option<ReviewId>,
    pub unreviewed_because: Option<&'a str>,
}

pub(crate) fn insert_publication(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    procedure: ProcedureId,
    revision: RevisionId,
    rests: Rests<'_>,
) -> Result<PublicationId, StoreError> {
    let id = PublicationId::new();
    let values = [
        ctx.organisation.into(),
        id.into(),
        procedure.into(),
        revision.into(),
        ctx.now.into(),
        ctx.actor.agent().into(),
        rests.review.into(),
        rests.unreviewed_because.into(),
    ];
    tx.put(INSERT_PUBLICATION, &values)?;
    Ok(id)
}

/// The publications of a procedure, the earliest first.
pub(crate) fn publications(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    procedure: ProcedureId,
) -> Result<Vec<Publication>, StoreError> {
    let values = [organisation.into(), procedure.into()];
    tx.query(PUBLICATIONS, &values, |row| {
        let reviewed: Option<(AgentId, Instant)> = match (row.opt_id(4)?, row.opt_instant(5)?) {
            (Some(by), Some(at)) => Some((by, at)),
            _ => None,
        };
        Ok(Publication {
            id: row.id(0)?,
            revision: row.id(1)?,
            at: row.instant(2)?,
            by: row.opt_id(3)?,
            reviewed,
            unreviewed_because: row.opt_text(6)?,
        })
    })
}

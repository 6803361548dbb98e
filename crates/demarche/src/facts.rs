//! What this room publishes.

use parvis_kernel::{Ctx, Fact, ProcedureId, RevisionId};

/// A revision of a procedure became the published one. Subject: the procedure; detail: `revision`.
pub const PROCEDURE_PUBLISHED: &str = "procedure.published.v1";
/// A named agent confirmed the dated facts of a procedure. Subject: the procedure.
pub const PROCEDURE_CONFIRMED: &str = "procedure.confirmed.v1";

/// A procedure closed: nobody begins it any more. Subject: the procedure.
pub const PROCEDURE_CLOSED: &str = "procedure.closed.v1";
/// A closed procedure opened again. Subject: the procedure.
pub const PROCEDURE_REOPENED: &str = "procedure.reopened.v1";

pub(crate) fn published(ctx: &Ctx, procedure: ProcedureId, revision: RevisionId) -> Fact {
    Fact::new(
        ctx.organisation,
        PROCEDURE_PUBLISHED,
        procedure.uuid(),
        ctx.now,
    )
    .with("revision", revision)
}

pub(crate) fn confirmed(ctx: &Ctx, procedure: ProcedureId) -> Fact {
    Fact::new(
        ctx.organisation,
        PROCEDURE_CONFIRMED,
        procedure.uuid(),
        ctx.now,
    )
}

/// A draft was given to a second person to read. Subject: the review; details: `procedure` (its slug), `agent` (who asked).
pub const REVIEW_ASKED: &str = "procedure.review_asked.v1";
/// Somebody read it and answered. Subject: the review; details: `procedure`, `agent` (who had asked).
pub const REVIEW_ANSWERED: &str = "procedure.review_answered.v1";
/// A revision was published though nobody else read it. Subject: the procedure; details: `procedure`, `agent` (who published).
pub const PUBLISHED_UNREVIEWED: &str = "procedure.published_unreviewed.v1";

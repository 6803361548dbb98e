//! Asking an administration for an answer instead of the person: they are told, they say what it needs, they press, and they see where
//! the answer came from. When it gives none, the question is asked plainly.

mod act;
mod page;

use parvis_form::Source;
use parvis_kernel::Ctx;
use parvis_sources::Sources;

use crate::desk::Desk;

pub(crate) use act::Asked;
pub(crate) use page::{SourcesOf, routes};

/// Whether a source may be asked now. Whoever types the identity of somebody else must not read what an administration knows of them:
/// until a person can prove who they are, a real source is asked only by an agent who has them in front of them.
pub(crate) fn is_offered(ctx: &Ctx, desk: &Desk, sources: &Sources, source: Source) -> bool {
    let organisation = &desk.organisation.slug;
    let is_safe = sources.is_fictitious(organisation, source) || ctx.serves_person();
    is_safe && sources.offers(organisation, source)
}

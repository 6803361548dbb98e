//! The facts that this room hears by itself. Those of dossiers are wired by `server`.

use parvis_access::challenge::CODE_ASKED;
use parvis_jobs::Subscriber;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, Fact, Failure, Instant, Language};
use parvis_store::Tx;

use crate::model::Template;

/// Who hears: a code was asked, so it is sent.
pub const SUBSCRIBERS: &[Subscriber] = &[Subscriber {
    name: "notify.code",
    kinds: &[CODE_ASKED],
    deliver: code_asked,
}];

fn code_asked(fact: &Fact, now: Instant, tx: &mut Tx<'_>) -> Result<(), Failure> {
    let ctx = Ctx {
        language: language_of(fact),
        ..Ctx::house(fact.organisation, now)
    };
    let subject = Subject::new("challenge", fact.subject);
    crate::send(&ctx, tx, Template::Code, subject)
        .map(drop)
        .map_err(|error| Failure::new("planning a mail", error))
}

/// The language that a fact carries; French without one.
fn language_of(fact: &Fact) -> Language {
    let tag = fact.detail.get("language").and_then(|tag| tag.as_str());
    tag.and_then(|tag| tag.parse().ok()).unwrap_or_default()
}

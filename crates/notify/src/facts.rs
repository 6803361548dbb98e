//! The facts that this room hears by itself. Those of dossiers are wired by `server`.

use parvis_access::account::NOTICED;
use parvis_access::challenge::CODE_ASKED;
use parvis_jobs::Subscriber;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, Fact, Failure, Instant, Language};
use parvis_store::Tx;

use crate::model::Template;

/// Who hears: a code was asked, so it is sent; something happened to an account, so its person is told.
pub const SUBSCRIBERS: &[Subscriber] = &[
    Subscriber {
        name: "notify.code",
        kinds: &[CODE_ASKED],
        deliver: |fact, now, tx| plan(fact, now, tx, Template::Code, "challenge"),
    },
    Subscriber {
        name: "notify.account",
        kinds: &[NOTICED],
        deliver: |fact, now, tx| plan(fact, now, tx, Template::Account, "account-notice"),
    },
];

fn plan(
    fact: &Fact,
    now: Instant,
    tx: &mut Tx<'_>,
    template: Template,
    noun: &str,
) -> Result<(), Failure> {
    let ctx = Ctx {
        language: language_of(fact),
        ..Ctx::house(fact.organisation, now)
    };
    let subject = Subject::new(noun, fact.subject);
    crate::send(&ctx, tx, template, subject)
        .map(drop)
        .map_err(|error| Failure::new("planning a mail", error))
}

/// The language that a fact carries; French without one.
fn language_of(fact: &Fact) -> Language {
    let tag = fact.detail.get("language").and_then(|tag| tag.as_str());
    tag.and_then(|tag| tag.parse().ok()).unwrap_or_default()
}

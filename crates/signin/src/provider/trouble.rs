//! What is said to somebody who does not come in by the provider, and what came back when it was tried out.

use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use http::StatusCode;
use parvis_identity::{
    IdentityError, Known, Provider, Refused, Trouble, Whom, has_verified_address,
    proves_second_factor, tried,
};
use parvis_web::{House, Link, PageError, Row, Tag, Tone, Visit};

use super::{LEAVE, TRIAL, cookie};
use crate::agent::PASSWORD;

/// Where the provider is administered.
const ADMINISTRATION: &str = "/agent/administration/connexion";

#[derive(Template)]
#[template(path = "provider/trouble.html")]
struct Page<'a> {
    visit: &'a Visit,
    title: String,
    text: String,
    next: String,
    again: Option<Link>,
    rescue: Link,
}

#[derive(Template)]
#[template(path = "provider/trial.html")]
struct Trial<'a> {
    visit: &'a Visit,
    back: Link,
    whom: String,
    good: Tag,
    rows: Vec<Row>,
    /// Where it is opened to agents, when it may be.
    open: Option<String>,
    again: Link,
}

/// The provider did not say who it is.
pub(super) async fn met(
    house: &House,
    visit: &Visit,
    provider: &Provider,
    trouble: Trouble,
    trial: bool,
) -> Result<Response, PageError> {
    let (ctx, version) = (visit.ctx.clone(), provider.version);
    let written = house.store.write(move |tx| {
        if trial {
            return tried(&ctx, tx, version, Some(reason(trouble)));
        }
        parvis_identity::refused(&ctx, tx, &trouble.code())
    });
    let written = written.await;
    written.map_err(|error: IdentityError| PageError::from_outcome(error.refusal()))?;
    tracing::warn!(organisation = %visit.organisation.slug, reason = %trouble.code(), "a sign-in by the provider did not end well");
    let status = match trouble {
        Trouble::Unreachable(_) | Trouble::Declared(_) => StatusCode::BAD_GATEWAY,
        Trouble::Declined(_) => StatusCode::FORBIDDEN,
        Trouble::Unbelievable(_) => StatusCode::BAD_REQUEST,
    };
    let key = reason(trouble);
    let label = [("label", provider.settings.label.as_str())];
    let mut text = visit.say_with(&format!("provider-{key}-text"), &label);
    if trial {
        text = format!("{text} {}", exactly(visit, trouble));
    }
    let (again, rescue) = match trial {
        true => (link(visit, "provider-try-again", TRIAL), settings(visit)),
        false => (link(visit, "provider-again", LEAVE), password(visit)),
    };
    let page = Page {
        visit,
        title: visit.say_with(&format!("provider-{key}-title"), &label),
        text,
        next: visit
            .say(if trial {
                "provider-trial-next"
            } else {
                "provider-next"
            })
            .to_owned(),
        again: Some(again),
        rescue,
    };
    Ok((status, cookie(visit, ""), Html(page.render()?)).into_response())
}

/// The word of a trouble, in journals and in keys.
const fn reason(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Unreachable(_) => "unreachable",
        Trouble::Declared(_) => "declared",
        Trouble::Declined(_) => "declined",
        Trouble::Unbelievable(_) => "unbelievable",
    }
}

/// What exactly, for who administers.
fn exactly(visit: &Visit, trouble: Trouble) -> String {
    let key = match trouble {
        Trouble::Unreachable("address") => "provider-why-address",
        Trouble::Unreachable("name") => "provider-why-name",
        Trouble::Unreachable("certificate") => "provider-why-certificate",
        Trouble::Unreachable("timeout") => "provider-why-timeout",
        Trouble::Unreachable("status" | "size") => "provider-why-status",
        Trouble::Unreachable(_) => "provider-why-connection",
        Trouble::Declared("issuer") => "provider-why-issuer",
        Trouble::Declared("secret") => "provider-why-secret",
        Trouble::Declared("client") => "provider-why-client",
        Trouble::Declared(_) => "provider-why-document",
        Trouble::Declined(code) => {
            return visit.say_with("provider-why-declined", &[("code", code)]);
        }
        Trouble::Unbelievable(what) => {
            return visit.say_with("provider-why-unbelievable", &[("what", what)]);
        }
    };
    visit.say(key).to_owned()
}

/// The browser is on no way to the provider: it came back twice, too late, or from elsewhere.
pub(super) async fn ended(house: &House, visit: &Visit) -> Result<Response, PageError> {
    let ctx = visit.ctx.clone();
    let written = house
        .store
        .write(move |tx| parvis_identity::refused(&ctx, tx, "ended"));
    let written = written.await;
    written.map_err(|error: IdentityError| PageError::from_outcome(error.refusal()))?;
    let page = Page {
        visit,
        title: visit.say("provider-ended-title").to_owned(),
        text: visit.say("provider-ended-text").to_owned(),
        next: visit.say("provider-ended-next").to_owned(),
        again: None,
        rescue: password(visit),
    };
    let answered = (StatusCode::BAD_REQUEST, cookie(visit, ""));
    Ok((answered.0, answered.1, Html(page.render()?)).into_response())
}

/// The provider knows them; the organisation does not let them in.
pub(super) fn refused(visit: &Visit, label: &str, why: Refused) -> Result<Response, PageError> {
    let key = refusal(why);
    let label = [("label", label)];
    let page = Page {
        visit,
        title: visit.say_with(&format!("provider-{key}-title"), &label),
        text: visit.say_with(&format!("provider-{key}-text"), &label),
        next: visit.say_with(&format!("provider-{key}-next"), &label),
        again: None,
        rescue: password(visit),
    };
    Ok((StatusCode::FORBIDDEN, Html(page.render()?)).into_response())
}

const fn refusal(why: Refused) -> &'static str {
    match why {
        Refused::NoAddress | Refused::AddressNotVerified => "not-verified",
        Refused::AddressChanged | Refused::BoundElsewhere => "other",
        Refused::Domain | Refused::Unknown => "unknown",
        Refused::Closed => "closed",
    }
}

/// Why nobody could come in by a provider that answers so: it is not to be opened to agents.
pub(super) const fn spoils(whom: Whom) -> Option<&'static str> {
    match whom {
        Whom::Refused(
            why @ (Refused::NoAddress | Refused::AddressNotVerified | Refused::Domain),
        ) => Some(why.code()),
        _ => None,
    }
}

/// What came back of a trial.
pub(super) fn trial(
    visit: &Visit,
    provider: &Provider,
    known: &Known,
    whom: Whom,
    name: Option<String>,
) -> Result<Response, PageError> {
    let good = spoils(whom).is_none();
    let tag = match good {
        true => Tag::new(visit.say("provider-trial-good"), Tone::Good),
        false => Tag::new(visit.say("provider-trial-bad"), Tone::Bad),
    };
    let open = good && provider.enabled_at.is_none();
    let page = Trial {
        visit,
        back: settings(visit),
        whom: judged(visit, whom, name),
        good: tag,
        rows: rows(visit, provider, known),
        open: open.then(|| visit.url(&format!("{ADMINISTRATION}/ouvrir"))),
        again: link(visit, "provider-try-again", TRIAL),
    };
    Ok(Html(page.render()?).into_response())
}

fn rows(visit: &Visit, provider: &Provider, known: &Known) -> Vec<Row> {
    let row = |key: &str, answer: &str| Row::new(visit.say(key), answer);
    let nothing = visit.say("provider-trial-nothing");
    let verified = match (&known.email, known.email_verified) {
        (None, _) => nothing,
        (Some(_), Some(true)) => visit.say("provider-trial-yes"),
        (Some(_), Some(false)) => visit.say("provider-trial-no"),
        (Some(_), None) if has_verified_address(&provider.settings, known) => {
            visit.say("provider-trial-believed")
        }
        (Some(_), None) => visit.say("provider-trial-not-said"),
    };
    let factor = match proves_second_factor(&provider.settings, known) {
        true => "provider-trial-factor-provider",
        false => "provider-trial-factor-house",
    };
    let ways = match known.amr.is_empty() {
        true => nothing.to_owned(),
        false => known.amr.join(", "),
    };
    vec![
        row("provider-trial-issuer", &provider.settings.issuer),
        row("provider-trial-subject", &known.subject),
        row(
            "provider-trial-email",
            known.email.as_ref().map_or(nothing, |email| email.as_str()),
        ),
        row("provider-trial-verified", verified),
        row(
            "provider-trial-acr",
            known.acr.as_deref().unwrap_or(nothing),
        ),
        row("provider-trial-amr", &ways),
        row("provider-trial-factor", visit.say(factor)),
    ]
}

fn judged(visit: &Visit, whom: Whom, name: Option<String>) -> String {
    let key = match whom {
        Whom::Comes(_) => "provider-trial-comes",
        Whom::Links(_) => "provider-trial-links",
        Whom::Joins(_) => "provider-trial-joins",
        Whom::Refused(Refused::NoAddress) => "provider-trial-no-address",
        Whom::Refused(Refused::AddressNotVerified) => "provider-trial-not-verified",
        Whom::Refused(Refused::Domain) => "provider-trial-domain",
        Whom::Refused(Refused::Unknown) => "provider-trial-unknown",
        Whom::Refused(Refused::Closed) => "provider-trial-closed",
        Whom::Refused(Refused::AddressChanged | Refused::BoundElsewhere) => "provider-trial-other",
    };
    visit.say_with(key, &[("name", name.unwrap_or_default())])
}

fn link(visit: &Visit, key: &str, path: &str) -> Link {
    Link::new(visit.say(key), visit.url(path))
}

fn password(visit: &Visit) -> Link {
    link(visit, "provider-rescue", PASSWORD)
}

fn settings(visit: &Visit) -> Link {
    link(visit, "provider-settings", ADMINISTRATION)
}

//! How shall we know you again: by e-mail, by a follow-up code, or not at all.

use std::sync::Arc;
use std::time::Duration;

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use parvis_access::AccessError;
use parvis_access::challenge::{self, NewChallenge};
use parvis_demarche::Revision;
use parvis_kernel::{ChallengeId, Personal};
use parvis_organisation::{self as organisation, Service};
use parvis_web::{
    Choice, Entries, EntriesExt, Errors, Form, House, PageError, Readings, Rule, Visit, Wording,
    page, session_of,
};
use serde::Deserialize;

use super::act::{Start, start};
use super::offer::{self, Offer, Read};
use crate::answer::view_draft;
use crate::desk::Desk;
use crate::error::DossierError;
use crate::model::{Dossier, Identification};
use crate::prefill::{Carried, LinkProblem, Proposal};
use crate::request::{DeskOf, number_of};
use crate::said::worded;
use crate::store;

/// Codes sent to one address; shared with the page that sends another one.
const CODES: Rule = Rule {
    name: "code",
    burst: 5,
    every: Duration::from_secs(120),
};
/// Codes asked by one device.
const CODES_OF_DEVICE: Rule = Rule {
    name: "code-device",
    burst: 30,
    every: Duration::from_secs(120),
};
/// Drafts begun by one device without an address.
const DRAFTS: Rule = Rule {
    name: "draft",
    burst: 30,
    every: Duration::from_secs(120),
};
/// Letters at most of an address (RFC 5321).
const LONGEST_ADDRESS: usize = 254;

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/demarches/{slug}/commencer", get(show).post(send))
        .route("/demarches/{slug}/commencer/suite", get(confirmed))
        .route("/dossiers/{number}/code-de-suivi", get(show_code))
}

#[derive(Template)]
#[template(path = "start/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    title: Wording,
    /// In which languages the texts can be read.
    readings: Readings,
    back: String,
    action: String,
    time: String,
    papers: Vec<Wording>,
    draft: String,
    data: String,
    drawn: String,
    choices: Vec<Choice>,
    email: String,
    errors: Errors,
    offer: Option<Offer>,
    service: Service,
}

#[derive(Template)]
#[template(path = "start/code.html")]
struct CodePage<'a> {
    visit: &'a Visit,
    title: Wording,
    number: String,
    code: String,
    until: String,
    next: String,
    service: Service,
}

async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
    visit: Visit,
) -> Result<Response, PageError> {
    let found = offered(&house, &visit, &desk, slug).await?;
    let carried = Carried::of_query(query.as_deref());
    match offer::read(&house, &visit, &found.0, carried).await? {
        Ok(read) => {
            let offer = read.map(|own| Offer::of(&visit, &desk, &found.0, &own));
            shown(&visit, found, &Entries::new(), Errors::none(), offer)
        }
        Err(problem) => offer::refused(&visit, &found.0, problem),
    }
}

async fn send(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(slug): Path<String>,
    visit: Visit,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let found = offered(&house, &visit, &desk, slug).await?;
    let carried = Carried::of_form(&entries);
    let read = match offer::read(&house, &visit, &found.0, carried).await? {
        Ok(read) => read,
        // A double click: the first one used the code up, and began the draft that the second one finds.
        Err(LinkProblem::Unknown) if is_begun(&house, &visit, &entries).await? => None,
        Err(problem) => return offer::refused(&visit, &found.0, problem),
    };
    match asked(&visit, &found.0, &entries) {
        Ok(Asked::Email(address)) => ask_code(&house, &visit, &found.0.slug, address, read).await,
        Ok(Asked::AtOnce(identification)) => {
            visit.limit(&house, &DRAFTS, &visit.client.to_string())?;
            let beginning = Beginning {
                slug: &found.0.slug,
                identification,
                drawn: drawn(&entries),
                proposal: read.map(|own| own.proposal),
            };
            begin(&house, &visit, &desk, beginning).await
        }
        Err(errors) => {
            let offer = read.map(|own| Offer::of(&visit, &desk, &found.0, &own));
            shown(&visit, found, &entries, errors, offer)
        }
    }
}

/// The identifier that was drawn with the page; another one when it was lost.
fn drawn(entries: &Entries) -> ChallengeId {
    entries.first("brouillon").parse().unwrap_or_default()
}

/// Whether the draft of this very page was begun.
async fn is_begun(house: &House, visit: &Visit, entries: &Entries) -> Result<bool, PageError> {
    let (organisation, drawn) = (visit.organisation.id, drawn(entries));
    let begun = house
        .store
        .read(move |tx| store::by_challenge(tx, organisation, drawn));
    Ok(begun.await?.is_some())
}

/// The published procedure and its service.
async fn offered(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    slug: String,
) -> Result<(Arc<Revision>, Service), PageError> {
    let (organisation, desk) = (visit.organisation.id, desk.clone());
    let found = house.store.read(move |tx| {
        let revision = super::offered(tx, &desk, &slug)?;
        let service = organisation::service(tx, organisation, revision.service)?;
        Ok::<_, DossierError>((revision, service))
    });
    Ok(found.await?)
}

fn shown(
    visit: &Visit,
    (revision, service): (Arc<Revision>, Service),
    entries: &Entries,
    errors: Errors,
    offer: Option<Offer>,
) -> Result<Response, PageError> {
    let file = &revision.file;
    let days = file
        .draft_days
        .unwrap_or(visit.organisation.profile.draft_days);
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let shown = Page {
        visit,
        title: worded(visit, &file.title),
        readings: visit.readings(&file.languages()),
        back: visit.url(&format!("/demarches/{}", revision.slug)),
        action: visit.url(&format!("/demarches/{}/commencer", revision.slug)),
        time: visit.say_with("start-time", &[("minutes", file.minutes)]),
        papers: file
            .papers
            .iter()
            .map(|paper| worded(visit, &paper.name))
            .collect(),
        draft: visit.say_with("start-draft", &[("days", days)]),
        data: visit.say_with("start-data", &[("service", &service.name)]),
        drawn: drawn(entries).to_string(),
        choices: choices(visit, file.is_anonymous_allowed(), entries.first("connu")),
        email: entries.first("courriel").to_owned(),
        errors,
        offer,
        service,
    };
    Ok((status, page(&shown)?).into_response())
}

fn choices(visit: &Visit, anonymous: bool, chosen: &str) -> Vec<Choice> {
    let ways = [
        ("compte", "start-by-account", "start-by-account-hint"),
        ("courriel", "start-by-email", "start-by-email-hint"),
        ("code", "start-by-code", "start-by-code-hint"),
        ("anonyme", "start-anonymous", "start-anonymous-hint"),
    ];
    let offered = ways
        .into_iter()
        .filter(|(way, ..)| anonymous || *way != "anonyme")
        .filter(|(way, ..)| *way != "compte" || is_signed(visit));
    let choices = offered.map(|(way, words, hint)| {
        let choice = Choice::new(way, visit.say(words))
            .hint(visit.say(hint))
            .checked(way == chosen);
        if way == "courriel" {
            choice.revealing()
        } else {
            choice
        }
    });
    choices.collect()
}

/// Whether the person is signed in to an account: its address is confirmed already.
fn is_signed(visit: &Visit) -> bool {
    let session = visit.session.as_ref();
    session.is_some_and(|own| own.signed_account().is_some())
}

/// How the person wants to be known again.
enum Asked {
    Email(Personal<String>),
    AtOnce(Identification),
}

fn asked(visit: &Visit, revision: &Revision, entries: &Entries) -> Result<Asked, Errors> {
    let wrong = |name: &str, key| {
        Err(Errors::from_iter([(
            name.to_owned(),
            visit.say(key).to_owned(),
        )]))
    };
    match entries.first("connu") {
        "courriel" => match entries.first("courriel") {
            "" => wrong("courriel", "start-error-email"),
            typed if !is_address(typed) => wrong("courriel", "start-error-email-wrong"),
            typed => Ok(Asked::Email(Personal::new(typed.to_owned()))),
        },
        "compte" if is_signed(visit) => Ok(Asked::AtOnce(Identification::Email)),
        "code" => Ok(Asked::AtOnce(Identification::Code)),
        "anonyme" if revision.file.is_anonymous_allowed() => {
            Ok(Asked::AtOnce(Identification::Anonymous))
        }
        "anonyme" => wrong("connu", "start-error-anonymous"),
        _ => wrong("connu", "start-error-choose"),
    }
}

/// Whether a text can be an address: one `@`, a dotted domain, nothing that deceives a mail server.
#[must_use]
pub fn is_address(typed: &str) -> bool {
    let Some((local, domain)) = typed.split_once('@') else {
        return false;
    };
    let plain = |letter: char| letter.is_ascii_alphanumeric() || ".-".contains(letter);
    let quiet = |letter: char| letter.is_ascii_graphic() && !"\"(),:;<>@[\\]".contains(letter);
    let labels: Vec<&str> = domain.split('.').collect();
    typed.len() <= LONGEST_ADDRESS
        && (1..=64).contains(&local.len())
        && local.chars().all(quiet)
        && labels.len() > 1
        && labels
            .iter()
            .all(|label| !label.is_empty() && label.chars().all(plain))
        && labels.last().is_some_and(|last| last.len() > 1)
}

/// Sends a code to the address; the draft is begun once the code is given.
async fn ask_code(
    house: &House,
    visit: &Visit,
    slug: &str,
    address: Personal<String>,
    read: Option<Read>,
) -> Result<Response, PageError> {
    visit.limit(house, &CODES_OF_DEVICE, &visit.client.to_string())?;
    visit.limit(house, &CODES, &address.to_lowercase())?;
    let (session, cookie) = session_of(house, visit).await?;
    let ctx = visit.ctx.clone();
    let new = NewChallenge {
        session: session.id,
        address,
        purpose: format!("/demarches/{slug}/commencer/suite"),
        dossier: None,
        decoy: false,
    };
    let (slug, proposal) = (slug.to_owned(), read.map(|own| own.proposal));
    let asked = house.store.write(move |tx| {
        offer::wait(&ctx, tx, new.session, &slug, proposal.as_ref())?;
        let id = challenge::create(&ctx, tx, &new)?;
        parvis_jobs::publish(tx, &challenge::asked(&ctx, id)).map_err(AccessError::from)?;
        Ok::<_, DossierError>(id)
    });
    let id = asked.await?;
    house.wake.wake();
    let next = Redirect::to(&visit.url(&format!("/code?c={id}")));
    Ok(match cookie {
        Some(cookie) => (cookie, next).into_response(),
        None => next.into_response(),
    })
}

/// A draft that begins without a code.
struct Beginning<'a> {
    slug: &'a str,
    identification: Identification,
    drawn: ChallengeId,
    proposal: Option<Proposal>,
}

/// Begins a draft at once, for a person without address; the page carries the identifier that makes a double click harmless.
async fn begin(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    beginning: Beginning<'_>,
) -> Result<Response, PageError> {
    let (session, cookie) = session_of(house, visit).await?;
    let new = Start {
        slug: beginning.slug.to_owned(),
        session: session.id,
        identification: beginning.identification,
        challenge: beginning.drawn,
    };
    let (ctx, slug, proposal) = (visit.ctx.clone(), new.slug.clone(), beginning.proposal);
    let kept = house
        .store
        .write(move |tx| offer::wait(&ctx, tx, session.id, &slug, proposal.as_ref()));
    kept.await?;
    let dossier = started(house, visit, desk, new).await?;
    let next = match beginning.identification {
        Identification::Email => visit.url(&format!("/dossiers/{}/pour-qui", dossier.number)),
        _ => visit.url(&format!("/dossiers/{}/code-de-suivi", dossier.number)),
    };
    let next = Redirect::to(&next);
    Ok(match cookie {
        Some(cookie) => (cookie, next).into_response(),
        None => next.into_response(),
    })
}

async fn started(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    new: Start,
) -> Result<Dossier, PageError> {
    // Twice: the draft of a double click is seen by the second request only once the first one is written.
    for _ in 0..2 {
        let (ctx, desk, new) = (visit.ctx.clone(), desk.clone(), new.clone());
        let begun = house
            .store
            .write(move |tx| start(&ctx, tx, &desk, &new))
            .await;
        match begun {
            Err(DossierError::NoFreeNumber(_)) => {}
            outcome => {
                let dossier = outcome?;
                house.wake.wake();
                return Ok(dossier);
            }
        }
    }
    Err(DossierError::NotFound.into())
}

/// What the page of the code brings back.
#[derive(Deserialize)]
struct Confirmed {
    c: Option<ChallengeId>,
}

/// The address is confirmed: the draft begins. Twice, the same one.
async fn confirmed(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(slug): Path<String>,
    Query(query): Query<Confirmed>,
    visit: Visit,
) -> Result<Redirect, PageError> {
    let again = visit.url(&format!("/demarches/{slug}/commencer"));
    let (Some(session), Some(challenge)) = (&visit.session, query.c) else {
        return Ok(Redirect::to(&again));
    };
    let new = Start {
        slug,
        session: session.id,
        identification: Identification::Email,
        challenge,
    };
    let dossier = started(&house, &visit, &desk, new).await?;
    let next = format!("/dossiers/{}/pour-qui", dossier.number);
    Ok(Redirect::to(&visit.url(&next)))
}

/// The number and the code, to note before going on. Nothing for who has an address.
async fn show_code(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    visit: Visit,
) -> Result<Response, PageError> {
    let (ctx, number) = (visit.ctx.clone(), number_of(&number)?);
    let viewed = house.store.write(move |tx| {
        let view = view_draft(&ctx, tx, &desk, &number)?;
        let service = organisation::service(tx, ctx.organisation, view.dossier.service)?;
        Ok::<_, DossierError>((view, service))
    });
    let (view, service) = viewed.await?;
    let number = &view.dossier.number;
    let next = match view.dossier.identification {
        Identification::Anonymous => visit.url(&format!("/dossiers/{number}/taches")),
        _ => visit.url(&format!("/dossiers/{number}/pour-qui")),
    };
    let Some(code) = view.follow_up_code else {
        return Ok(Redirect::to(&next).into_response());
    };
    let until = view.dossier.facts.expires_at.unwrap_or(visit.ctx.now);
    let shown = CodePage {
        title: worded(&visit, &view.revision.file.title),
        number: number.to_string(),
        code: code.reveal().to_owned(),
        until: visit.say_with("start-code-until", &[("date", visit.day(until))]),
        next,
        service,
        visit: &visit,
    };
    Ok(page(&shown)?.into_response())
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn an_address_is_what_a_mail_server_accepts() {
        for right in ["zoe@example.org", "z.l+a@sous.exemple.fr", "a@b-c.paris"] {
            assert!(is_address(right), "{right}");
        }
        let long = format!("a@{}.fr", "b".repeat(300));
        for wrong in [
            "",
            "zoe",
            "zoe@",
            "@b.fr",
            "zoe@fr",
            "a b@c.fr",
            "a@b..fr",
            "a@b@c.fr",
            "a@b.fr\r\nBcc: x@y.fr",
            "é@b.fr",
            &long,
        ] {
            assert!(!is_address(wrong), "{wrong}");
        }
    }
}

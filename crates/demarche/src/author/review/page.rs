//! The page of a review: its author asks, somebody else reads and answers.

use askama::Template;
use axum::extract::{Extension, Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use parvis_kernel::ReviewId;
use parvis_web::{Choice, Entries, EntriesExt, Errors, Form, House, PageError, Visit};

use super::super::request::{Author, Done, done, path, version};
use super::super::seen::Seen;
use super::super::show::{DraftSaid, draft};
use super::act::{self, LONGEST};
use super::said::sent_back;
use super::{Told, page_of, told};
use crate::catalogue::Catalogue;
use crate::error::DemarcheError;
use crate::model::Review;
use crate::prose::Said;
use parvis_procedure::Checked;

#[derive(Template)]
#[template(path = "author/review/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    notice: Option<&'static str>,
    errors: Errors,
    title: Said,
    own: String,
    action: String,
    told: Option<Told>,
    version: i64,
    draft: DraftSaid,
    /// The request that waits.
    waiting: Option<WaitingSaid>,
    /// The note of who asked, or the comment of who answered.
    said: Option<Quoted>,
    /// What one may do now: `ask`, `mend` what was sent back, `answer`, `wait`, `publish`.
    step: &'static str,
    /// How the button that asks looks: it is not the first thing to do with a text that was sent back.
    asking: &'static str,
    note: String,
    comment: String,
    answers: Vec<Choice>,
    past: Vec<PastSaid>,
    longest: usize,
}

struct WaitingSaid {
    id: String,
    /// Why whoever looks at the page cannot answer; nothing when they can.
    why_not: String,
}

/// Somebody's words, and whose they are.
struct Quoted {
    title: String,
    text: String,
}

/// A request that was answered, or taken back.
struct PastSaid {
    text: String,
    comment: String,
}

/// A draft that is right, and what surrounds it.
struct Ready {
    seen: Seen,
    checked: Checked,
}

impl Ready {
    /// Nothing once the draft was published or thrown away, or is wrong again.
    fn of(seen: Seen) -> Option<Self> {
        match seen.checked() {
            Some(Ok(checked)) => Some(Self { seen, checked }),
            _ => None,
        }
    }
}

async fn seen(
    house: &House,
    visit: &Visit,
    catalogue: Catalogue,
    slug: &str,
) -> Result<Seen, PageError> {
    let (ctx, asked) = (visit.ctx.clone(), slug.to_owned());
    let read = house
        .store
        .read(move |tx| Seen::read(&ctx, tx, &catalogue, &asked));
    Ok(read.await?)
}

async fn ready(
    house: &House,
    visit: &Visit,
    catalogue: Catalogue,
    slug: &str,
) -> Result<Ready, PageError> {
    let seen = seen(house, visit, catalogue, slug).await?;
    let slug = slug.to_owned();
    Ready::of(seen).ok_or_else(|| DemarcheError::DraftChanged { slug }.into())
}

pub(super) async fn show(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Author(visit): Author,
    Path(slug): Path<String>,
    Done(notice): Done,
) -> Result<Response, PageError> {
    // The link of a mail is opened days later: the draft may be published by then.
    let seen = seen(&house, &visit, catalogue, &slug).await?;
    let Some(ready) = Ready::of(seen) else {
        return Ok(Redirect::to(&visit.url(&path(&slug))).into_response());
    };
    page(&visit, &ready, &Entries::new(), Errors::none(), notice)
}

fn page(
    visit: &Visit,
    ready: &Ready,
    entries: &Entries,
    errors: Errors,
    notice: Option<&'static str>,
) -> Result<Response, PageError> {
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let seen = &ready.seen;
    let own = visit.url(&path(&seen.slug));
    let open = seen.reviews.iter().find(|review| review.is_waiting());
    let base = seen.standing.as_ref().and_then(|own| own.published);
    let open = open.filter(|review| review.is_of(&ready.checked.checksum, base));
    let waiting = open.map(|review| waiting(visit, seen, review));
    let step = match (&waiting, &seen.approval) {
        (Some(waiting), _) if waiting.why_not.is_empty() => "answer",
        (Some(_), _) => "wait",
        (None, Some(_)) => "publish",
        (None, None) if sent_back(seen).is_some() => "mend",
        (None, None) => "ask",
    };
    let answer = |value: &str, key: &str, hint: &str| {
        Choice::new(value, visit.say(key))
            .hint(visit.say(hint))
            .checked(entries.first("reponse") == value)
    };
    let page = Page {
        visit,
        notice,
        errors,
        title: Said::of(visit, &ready.checked.file.title),
        action: format!("{own}/relecture"),
        own,
        told: told(visit, seen),
        version: seen.draft.as_ref().map_or(0, |draft| draft.version),
        draft: draft(visit, seen, &Ok(ready.checked.clone())),
        said: quoted(visit, seen, open),
        waiting,
        step,
        asking: if step == "mend" { "secondary" } else { "" },
        note: entries.first("note").to_owned(),
        comment: entries.first("commentaire").to_owned(),
        answers: vec![
            answer("approuver", "review-approve", "review-approve-hint"),
            answer("renvoyer", "review-send-back", "review-send-back-hint"),
        ],
        past: past(visit, seen),
        longest: LONGEST,
    };
    Ok((status, Html(page.render()?)).into_response())
}

fn waiting(visit: &Visit, seen: &Seen, review: &Review) -> WaitingSaid {
    let agent = visit.ctx.actor.agent();
    let mut writers = seen.writers.iter();
    let wrote = writers.any(|own| own.publication.is_none() && Some(own.agent) == agent);
    let why_not = match (agent == Some(review.asked_by), wrote) {
        (true, _) => visit.say("review-why-not-asked"),
        (false, true) => visit.say("review-why-not-wrote"),
        (false, false) => "",
    };
    WaitingSaid {
        id: review.id.to_string(),
        why_not: why_not.to_owned(),
    }
}

/// The note that goes with the request that waits; otherwise the comment of who sent the text back, or approved it.
fn quoted(visit: &Visit, seen: &Seen, waiting: Option<&Review>) -> Option<Quoted> {
    let latest = || sent_back(seen).or(seen.approval.as_ref());
    let (key, by, text) = match waiting {
        Some(review) => ("review-note-of", review.asked_by, review.note.clone()),
        None => {
            let answer = latest()?.answered.clone()?;
            let key = match answer.approved {
                true => "review-comment-of",
                false => "review-wrong-of",
            };
            (key, answer.by, answer.comment)
        }
    };
    let name = [("name", seen.name(Some(by)).unwrap_or_default())];
    (!text.is_empty()).then(|| Quoted {
        title: visit.say_with(key, &name),
        text,
    })
}

/// What became of the earlier requests, the latest first.
fn past(visit: &Visit, seen: &Seen) -> Vec<PastSaid> {
    let name = |agent| seen.name(agent).unwrap_or_default().to_owned();
    // What decides now is told above.
    let latest = sent_back(seen).or(seen.approval.as_ref());
    let latest = latest.map(|review| review.id);
    let earlier = seen.reviews.iter().filter(|own| Some(own.id) != latest);
    let told = earlier.filter_map(|review| {
        let (key, by, at, comment) = match (&review.answered, review.withdrawn) {
            (Some(answer), _) => {
                let key = match answer.approved {
                    true => "review-past-approved",
                    false => "review-past-sent-back",
                };
                (key, Some(answer.by), answer.at, answer.comment.clone())
            }
            (None, Some((at, by))) => ("review-past-withdrawn", by, at, String::new()),
            (None, None) => return None,
        };
        let values = [("name", name(by)), ("date", visit.date_time(at))];
        let text = visit.say_with(key, &values);
        Some(PastSaid { text, comment })
    });
    told.collect()
}

pub(super) async fn ask(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Author(visit): Author,
    Path(slug): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let ready = ready(&house, &visit, catalogue, &slug).await?;
    if entries.first("note").chars().count() > LONGEST {
        let mut errors = Errors::none();
        errors.add("note", too_long(&visit));
        return page(&visit, &ready, &entries, errors, None);
    }
    let (ctx, checked, read) = (visit.ctx.clone(), ready.checked, version(&entries));
    let note = entries.first("note").to_owned();
    let asked = house
        .store
        .write(move |tx| act::ask_review(&ctx, tx, &checked, read, &note));
    asked.await?;
    house.wake.wake();
    Ok(done(&visit, &page_of(&slug), "relecture-demandee"))
}

pub(super) async fn answer(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Author(visit): Author,
    Path(slug): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let ready = ready(&house, &visit, catalogue, &slug).await?;
    let (answer, comment) = (entries.first("reponse"), entries.first("commentaire"));
    let mut errors = Errors::none();
    if !matches!(answer, "approuver" | "renvoyer") {
        errors.add("reponse", visit.say("review-error-answer"));
    }
    if answer == "renvoyer" && comment.is_empty() {
        errors.add("commentaire", visit.say("review-error-comment"));
    }
    if comment.chars().count() > LONGEST {
        errors.add("commentaire", too_long(&visit));
    }
    if errors.any() {
        return page(&visit, &ready, &entries, errors, None);
    }
    let approved = answer == "approuver";
    let id = review_of(&entries)?;
    let (ctx, own, comment) = (visit.ctx.clone(), slug.clone(), comment.to_owned());
    let answered = house
        .store
        .write(move |tx| act::answer_review(&ctx, tx, &own, id, (approved, &comment)));
    answered.await?;
    house.wake.wake();
    let said = match approved {
        true => "relecture-approuvee",
        false => "relecture-renvoyee",
    };
    Ok(done(&visit, &page_of(&slug), said))
}

pub(super) async fn withdraw(
    State(house): State<House>,
    Author(visit): Author,
    Path(slug): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let id = review_of(&entries)?;
    let (ctx, own) = (visit.ctx.clone(), slug.clone());
    let withdrawn = house
        .store
        .write(move |tx| act::withdraw_review(&ctx, tx, &own, id));
    withdrawn.await?;
    Ok(done(&visit, &page_of(&slug), "relecture-retiree"))
}

fn review_of(entries: &Entries) -> Result<ReviewId, PageError> {
    let id = entries.first("relecture").parse();
    id.map_err(|_| PageError::not_found())
}

fn too_long(visit: &Visit) -> String {
    visit.say_with("review-error-long", &[("most", LONGEST)])
}

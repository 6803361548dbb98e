//! The page that says who is asked for what, and asks.

use std::convert::Infallible;
use std::time::Duration;

use askama::Template;
use axum::Router;
use axum::extract::{FromRequestParts, Path, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use parvis_form::{Answers, Entries, EntryError, NoPieces, Step, normalise_step};
use parvis_sources::{Failed, Sources, slot};
use parvis_web::{Form, House, PageError, Rule, Visit, Wording, page};

use super::act::{Obtaining, claim, keep, view};
use super::is_offered;
use crate::addresses::Addresses;
use crate::answer::aside::Aside;
use crate::answer::fields::{self, Posted, Questions, Rendered, Shape};
use crate::desk::Desk;
use crate::error::DossierError;
use crate::model::Number;
use crate::prefill::Prefilled;
use crate::request::{DeskOf, again, number_of};
use crate::said::worded;

/// Calls that one device has made.
const CALLS: Rule = Rule {
    name: "source",
    burst: 10,
    every: Duration::from_secs(60),
};
/// How often it is looked whether the call of a first click is over, and how many times at most.
const LOOK: Duration = Duration::from_millis(250);
const LOOKS: usize = 48;

pub(crate) fn routes() -> Router<House> {
    Router::new().route(
        "/dossiers/{number}/sources/{step}/{field}",
        get(show).post(send),
    )
}

/// The sources of the installation; none when it has none.
#[derive(Debug, Clone, Default)]
pub(crate) struct SourcesOf(pub(crate) Sources);

impl<S: Send + Sync> FromRequestParts<S> for SourcesOf {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let sources = parts.extensions.get::<Sources>().cloned();
        Ok(Self(sources.unwrap_or_default()))
    }
}

#[derive(Template)]
#[template(path = "obtain/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    procedure: Wording,
    title: String,
    who: String,
    kept: Wording,
    law: &'a str,
    fictitious: bool,
    back: String,
    action: String,
    fields: Rendered,
    aside: Aside,
}

/// A question of a draft whose answer may be obtained.
type At = Path<(String, String, String)>;

async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    SourcesOf(sources): SourcesOf,
    Path((number, step, field)): At,
    visit: Visit,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let (seen, aside) = seen(&house, &visit, &desk, &number, (&step, &field)).await?;
    let place = Place {
        desk: &desk,
        sources: &sources,
        step: &step,
    };
    shown(&visit, &place, &seen, aside, &Entries::new(), &[])
}

async fn seen(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    number: &Number,
    (step, field): (&str, &str),
) -> Result<(Obtaining, Aside), PageError> {
    let (ctx, desk, number) = (visit.ctx.clone(), desk.clone(), number.clone());
    let (step, field) = (step.to_owned(), field.to_owned());
    let seen = house.store.read(move |tx| {
        let seen = view(&ctx, tx, &desk, &number, (&step, &field))?;
        let aside = Aside::of(&ctx, tx, &seen.dossier)?;
        Ok::<_, DossierError>((seen, aside))
    });
    Ok(seen.await?)
}

/// Where the page stands.
struct Place<'a> {
    desk: &'a Desk,
    sources: &'a Sources,
    step: &'a str,
}

fn shown(
    visit: &Visit,
    place: &Place<'_>,
    seen: &Obtaining,
    aside: Aside,
    typed: &Entries,
    wrong: &[EntryError],
) -> Result<Response, PageError> {
    let at = Addresses::of(visit, &seen.dossier.number);
    let organisation = &place.desk.organisation.slug;
    if !is_offered(&visit.ctx, place.desk, place.sources, seen.source) {
        return Ok(Redirect::to(&at.step(place.step)).into_response());
    }
    let slot = slot(seen.source);
    let needs = needed(slot.needs()).ok_or_else(PageError::not_found)?;
    let fields = fields::render(
        visit,
        place.desk,
        &Questions {
            number: &seen.dossier.number,
            form: slot.needs(),
            step: needs,
            answers: &Answers::default(),
            entries: Some(typed),
            errors: wrong,
            pieces: &[],
            own: false,
            anonymous: false,
            extra: &[],
            prefilled: &Prefilled::default(),
            sources: &Sources::default(),
            shape: Shape::InPlace,
        },
    )?;
    let status = match fields.errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let words = slot.words();
    let what = visit.say(&format!("source-{words}-what")).to_owned();
    let who = visit.say(&format!("source-{words}-who")).to_owned();
    let label = worded(visit, &seen.field.label);
    let law = format!("source-{words}-law");
    let page_of = Page {
        visit,
        procedure: worded(visit, &seen.revision.file.title),
        title: visit.say_with("obtain-title", &[("what", &what)]),
        who: visit.say_with("obtain-who", &[("what", &what), ("who", &who)]),
        kept: Wording::quoting(&label, |label| {
            visit.say_with("obtain-kept", &[("label", label)])
        }),
        law: visit.say(&law),
        fictitious: place.sources.is_fictitious(organisation, seen.source),
        back: at.step(place.step),
        action: at.source(place.step, seen.field.id.as_str()),
        fields,
        aside,
    };
    Ok((status, page(&page_of)?).into_response())
}

fn needed(form: &parvis_form::Form) -> Option<&Step> {
    form.steps().first()
}

async fn send(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    SourcesOf(sources): SourcesOf,
    Path((number, step, field)): At,
    visit: Visit,
    Form(posted): Form,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let (seen, aside) = seen(&house, &visit, &desk, &number, (&step, &field)).await?;
    let place = Place {
        desk: &desk,
        sources: &sources,
        step: &step,
    };
    let needs = match needs(&visit, &place, &seen, posted) {
        Ok(needs) => needs,
        Err((typed, wrong)) => return shown(&visit, &place, &seen, aside, &typed, &wrong),
    };
    let back = Addresses::of(&visit, &number).step(&step);
    let back = Redirect::to(&format!("{back}#{field}")).into_response();
    if !is_offered(&visit.ctx, &desk, &sources, seen.source) {
        return Ok(back);
    }
    visit.limit(&house, &CALLS, &visit.client.to_string())?;
    let acting = Acting {
        house: &house,
        visit: &visit,
        desk: &desk,
        number: &number,
        step: &step,
        field: &field,
    };
    if !acting.claim().await? {
        acting.wait().await?;
        return Ok(back);
    }
    let (organisation, now) = (&desk.organisation.slug, visit.ctx.now);
    let answered = sources.ask(organisation, seen.source, &needs, now).await;
    acting.keep(answered).await?;
    Ok(back)
}

/// What the person said of who is to be found; what to correct when it is not right.
fn needs(
    visit: &Visit,
    place: &Place<'_>,
    seen: &Obtaining,
    posted: Entries,
) -> Result<Answers, (Entries, Vec<EntryError>)> {
    let form = slot(seen.source).needs();
    let Some(step) = needed(form) else {
        return Ok(Answers::default());
    };
    let typed = Posted::of(step, posted).entries;
    let surroundings = place.desk.surroundings(&visit.ctx, &NoPieces);
    let read = normalise_step(form, step, &Answers::default(), &typed, &surroundings);
    match read.errors.is_empty() {
        true => Ok(read.answers),
        false => Err((typed, read.errors)),
    }
}

/// One call, and around it what is written.
struct Acting<'a> {
    house: &'a House,
    visit: &'a Visit,
    desk: &'a Desk,
    number: &'a Number,
    step: &'a str,
    field: &'a str,
}

impl Acting<'_> {
    async fn claim(&self) -> Result<bool, PageError> {
        let claimed = again(|| {
            let (ctx, desk, number) = (
                self.visit.ctx.clone(),
                self.desk.clone(),
                self.number.clone(),
            );
            let (step, field) = (self.step.to_owned(), self.field.to_owned());
            self.house
                .store
                .write(move |tx| claim(&ctx, tx, &desk, &number, (&step, &field)))
        });
        Ok(claimed.await?)
    }

    async fn keep(&self, answered: Result<String, Failed>) -> Result<(), PageError> {
        let kept = again(|| {
            let (ctx, desk, number) = (
                self.visit.ctx.clone(),
                self.desk.clone(),
                self.number.clone(),
            );
            let (step, field) = (self.step.to_owned(), self.field.to_owned());
            let answered = answered.clone();
            self.house.store.write(move |tx| {
                let answered = answered.as_deref().map_err(|failed| *failed);
                keep(&ctx, tx, &desk, &number, (&step, &field), answered)
            })
        });
        kept.await?;
        Ok(())
    }

    /// A second click: the first one makes the call. It is waited for, as long as the call may last.
    async fn wait(&self) -> Result<(), PageError> {
        for _ in 0..LOOKS {
            tokio::time::sleep(LOOK).await;
            let at = (self.step, self.field);
            let (seen, _) = seen(self.house, self.visit, self.desk, self.number, at).await?;
            if seen.asked.is_none_or(|asked| asked.over) {
                break;
            }
        }
        Ok(())
    }
}

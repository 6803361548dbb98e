//! Why the request cannot be made, and who can help: as early as the answers say so. Nothing is lost, all can be corrected.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use parvis_form::{Barrier, Journey};
use parvis_web::{House, PageError, Readings, Visit, Wording, page};

use crate::addresses::Addresses;
use crate::answer::aside::Aside;
use crate::answer::{DraftView, view_draft};
use crate::error::DossierError;
use crate::request::{DeskOf, number_of};
use crate::revise::{Met, meet};
use crate::said::{Said, worded};

pub(crate) fn routes() -> Router<House> {
    Router::new().route("/dossiers/{number}/impossible", get(show))
}

#[derive(Template)]
#[template(path = "stopped/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    at: Addresses,
    procedure: Wording,
    why: Vec<Wording>,
    who: Vec<Wording>,
    link: Option<Link>,
    correct: String,
    aside: Aside,
    readings: Readings,
}

/// Where who can help is found on the web.
struct Link {
    text: String,
    href: String,
}

async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    visit: Visit,
) -> Result<Response, PageError> {
    let (ctx, number) = (visit.ctx.clone(), number_of(&number)?);
    let at = Addresses::of(&visit, &number);
    if let Met::Choose(elsewhere) = meet(&house, &visit, &desk, &number).await? {
        return Ok(elsewhere);
    }
    let viewed = house.store.write(move |tx| {
        let view = view_draft(&ctx, tx, &desk, &number)?;
        let aside = Aside::of(&ctx, tx, &view.dossier)?;
        Ok::<_, DossierError>((view, aside))
    });
    let (view, aside) = match viewed.await {
        Err(DossierError::NotNow { .. }) => return Ok(Redirect::to(at.follow()).into_response()),
        viewed => viewed?,
    };
    let journey = Journey::new(&view.revision.form, &view.answers, visit.today());
    match journey.barrier() {
        Some(barrier) => Ok(page(&shown(&visit, at, &view, &barrier, aside))?.into_response()),
        None => Ok(Redirect::to(&at.tasks()).into_response()),
    }
}

fn shown<'a>(
    visit: &'a Visit,
    at: Addresses,
    view: &DraftView,
    barrier: &Barrier<'_>,
    aside: Aside,
) -> Page<'a> {
    let Barrier { step, why } = barrier;
    Page {
        visit,
        procedure: worded(visit, &view.revision.file.title),
        why: Said::of(visit, &why.message).paragraphs(),
        who: Said::of(visit, &why.who).paragraphs(),
        link: why.url.as_deref().map(|url| link(visit, url)),
        correct: at.step(step.id.as_str()),
        at,
        aside,
        readings: visit.readings(&view.revision.file.languages()),
    }
}

/// The link names the site: the address itself says little.
fn link(visit: &Visit, url: &str) -> Link {
    let rest = url.trim_start_matches("https://");
    let site = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    let site = site.trim_start_matches("www.");
    Link {
        text: visit.say_with("stopped-link", &[("site", site)]),
        href: url.to_owned(),
    }
}

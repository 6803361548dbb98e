//! The steps of a draft of a procedure, as a person will see them: nothing is filled in, nothing is recorded.

mod frame;

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Html;
use axum::routing::get;
use parvis_demarche::{Author, drafted, preview_path};
use parvis_form::{Answers, Form, Step};
use parvis_sources::Sources;
use parvis_web::{House, PageError, Visit, Wording, page};

use crate::answer::fields::{self, Questions, Rendered, Shape};
use crate::desk::Desk;
use crate::model::Number;
use crate::prefill::Prefilled;
use crate::request::DeskOf;
use crate::said::{Said, worded};

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/agent/demarches/{slug}/apercu/etapes/{step}", get(show))
        .route(
            "/agent/demarches/{slug}/apercu/cadre/{step}",
            get(frame::show),
        )
}

#[derive(Template)]
#[template(path = "preview/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    procedure: Wording,
    title: Wording,
    intro: Vec<Wording>,
    progress: String,
    conditional: bool,
    fields: Rendered,
    previous: Option<String>,
    next: Option<String>,
    presentation: String,
    back: String,
}

async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Author(visit): Author,
    Path((slug, step)): Path<(String, String)>,
) -> Result<Html<String>, PageError> {
    let checked = drafted(&house, &visit, &slug).await?;
    let form = checked.form.without_conditions();
    let steps = form.steps();
    let at = steps.iter().position(|own| own.id.as_str() == step);
    let at = at.ok_or_else(PageError::not_found)?;
    let shown = steps.get(at).ok_or_else(PageError::not_found)?;
    let to = |at: Option<usize>| {
        let step = steps.get(at?)?;
        Some(visit.url(&preview_path(&slug, step.id.as_str())))
    };
    let own = format!("/agent/demarches/{slug}");
    let intro = shown.intro.as_ref();
    let written = Page {
        visit: &visit,
        procedure: worded(&visit, &checked.file.title),
        title: worded(&visit, &shown.title),
        intro: intro.map_or_else(Vec::new, |intro| Said::of(&visit, intro).paragraphs()),
        progress: visit.say_with(
            "step-progress",
            &[("number", at + 1), ("total", steps.len())],
        ),
        conditional: checked.form.step(&step).is_some_and(is_conditional),
        fields: questions(
            &visit,
            &desk,
            &form,
            shown,
            checked.file.is_anonymous_allowed(),
        )?,
        previous: to(at.checked_sub(1)),
        next: to(at.checked_add(1)),
        presentation: visit.url(&format!("{own}/apercu")),
        back: visit.url(&own),
    };
    page(&written)
}

/// Whether answers hide the step, or something of it.
fn is_conditional(step: &Step) -> bool {
    let hidden = |element: &parvis_form::Element| {
        let field = |field: &parvis_form::Field| field.condition.is_some();
        element.condition().is_some() || element.fields().iter().any(field)
    };
    step.condition.is_some() || step.elements.iter().any(hidden)
}

fn questions(
    visit: &Visit,
    desk: &Desk,
    form: &Form,
    step: &Step,
    anonymous: bool,
) -> Result<Rendered, PageError> {
    fields::render(
        visit,
        desk,
        &Questions {
            number: &Number::default(),
            form,
            step,
            answers: &Answers::default(),
            entries: None,
            errors: &[],
            pieces: &[],
            own: false,
            anonymous,
            extra: &[],
            prefilled: &Prefilled::default(),
            sources: &Sources::default(),
            // Its author reads every question on one page.
            shape: Shape::InPlace,
        },
    )
}

//! The pages of a draft, as those who have the link of its panel walk through them.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use parvis_demarche::Passage;
use parvis_demarche::panel::{self, WHOLE};
use parvis_form::{Answers, Element, Form, Step};
use parvis_sources::Sources;
use parvis_web::{House, PageError, Visit, Wording};

use super::{ROBOTS, Shown, over, shown};
use crate::answer::fields::{self, Questions, Shape};
use crate::desk::Desk;
use crate::model::Number;
use crate::prefill::Prefilled;
use crate::request::DeskOf;
use crate::said::{Said, worded};

#[derive(Template)]
#[template(path = "panel/begin.html")]
struct Begin<'a> {
    visit: &'a Visit,
    title: Wording,
    summary: Vec<Wording>,
    who_for: Said,
    words: &'a str,
    until: String,
    steps: usize,
    first: Option<String>,
    remark: String,
    privacy: String,
}

#[derive(Template)]
#[template(path = "panel/step.html")]
struct StepPage<'a> {
    visit: &'a Visit,
    procedure: Wording,
    title: Wording,
    intro: Vec<Wording>,
    progress: String,
    conditional: bool,
    /// The way to say something of the step.
    remark: String,
    parts: Vec<Part>,
    previous: String,
    next: String,
}

/// A question, a block or a text, and the way to say something of it.
struct Part {
    html: String,
    label: Wording,
    conditional: bool,
    anchor: String,
    remark: String,
}

#[derive(Template)]
#[template(path = "panel/end.html")]
struct End<'a> {
    visit: &'a Visit,
    procedure: Wording,
    remark: String,
    first: String,
}

fn answered(page: &impl Template) -> Result<Response, PageError> {
    Ok(([ROBOTS], Html(page.render()?)).into_response())
}

pub(super) async fn begin(
    State(house): State<House>,
    visit: Visit,
    Path(code): Path<String>,
) -> Result<Response, PageError> {
    let shown = match shown(&house, &visit, &code).await? {
        Ok(shown) => shown,
        Err(closed) => return over::page(&visit, &closed),
    };
    let file = &shown.checked.file;
    let form = &shown.checked.form;
    let paragraphs = |text| Said::of(&visit, text).paragraphs();
    answered(&Begin {
        visit: &visit,
        title: worded(&visit, &file.title),
        summary: paragraphs(&file.summary),
        who_for: Said::of(&visit, &file.who_for),
        words: &shown.panel.words,
        until: visit.date_time(shown.panel.ends_at),
        steps: form.steps().len(),
        first: form
            .steps()
            .first()
            .map(|step| step_url(&visit, &shown, step)),
        remark: shown.remark(&visit, WHOLE),
        privacy: visit.url("/donnees-personnelles"),
    })
}

fn step_url(visit: &Visit, shown: &Shown, step: &Step) -> String {
    shown.url(visit, &format!("/etapes/{}", step.id.as_str()))
}

pub(super) async fn step(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    visit: Visit,
    Path((code, id)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let shown = match shown(&house, &visit, &code).await? {
        Ok(shown) => shown,
        Err(closed) => return over::page(&visit, &closed),
    };
    let form = shown.checked.form.without_conditions();
    let steps = form.steps();
    let at = steps.iter().position(|own| own.id.as_str() == id);
    let at = at.ok_or_else(PageError::not_found)?;
    let own = steps.get(at).ok_or_else(PageError::not_found)?;
    let url = |at: Option<usize>| steps.get(at?).map(|step| step_url(&visit, &shown, step));
    let written = shown
        .checked
        .form
        .step(&id)
        .ok_or_else(PageError::not_found)?;
    let intro = own.intro.as_ref();
    let progress = [("number", at + 1), ("total", steps.len())];
    answered(&StepPage {
        visit: &visit,
        procedure: worded(&visit, &shown.checked.file.title),
        title: worded(&visit, &own.title),
        intro: intro.map_or_else(Vec::new, |intro| Said::of(&visit, intro).paragraphs()),
        progress: visit.say_with("step-progress", &progress),
        conditional: written.condition.is_some(),
        remark: shown.remark(&visit, &panel::of_step(own).name),
        parts: parts(&visit, &desk, &shown, (&form, own), written)?,
        previous: url(at.checked_sub(1)).unwrap_or_else(|| shown.url(&visit, "")),
        next: url(at.checked_add(1)).unwrap_or_else(|| shown.url(&visit, "/fin")),
    })
}

/// The parts of a step, each by itself. `written` is the step with its conditions.
fn parts(
    visit: &Visit,
    desk: &Desk,
    shown: &Shown,
    (form, step): (&Form, &Step),
    written: &Step,
) -> Result<Vec<Part>, PageError> {
    let mut parts = Vec::new();
    for (index, element) in step.elements.iter().enumerate() {
        let place = panel::of_element(step, index, element);
        let alone = Step {
            elements: vec![element.clone()],
            ..step.clone()
        };
        let rendered = fields::render(
            visit,
            desk,
            &Questions {
                number: &Number::default(),
                form,
                step: &alone,
                answers: &Answers::default(),
                entries: None,
                errors: &[],
                pieces: &[],
                own: false,
                anonymous: shown.checked.file.is_anonymous_allowed(),
                extra: &[],
                prefilled: &Prefilled::default(),
                sources: &Sources::default(),
                shape: Shape::InPlace,
            },
        )?;
        if rendered.html.trim().is_empty() {
            continue;
        }
        parts.push(Part {
            html: rendered.html,
            label: worded(visit, &place.label),
            conditional: written.elements.get(index).is_some_and(is_conditional),
            anchor: anchor(&place.name),
            remark: shown.remark(visit, &place.name),
        });
    }
    Ok(parts)
}

/// Where the page stands once something was said of a place.
pub(super) fn anchor(place: &str) -> String {
    place.replace('/', "-")
}

/// Whether answers hide an element, or something of it.
fn is_conditional(element: &Element) -> bool {
    let mut fields = element.fields().iter();
    element.condition().is_some() || fields.any(|field| field.condition.is_some())
}

pub(super) async fn end(
    State(house): State<House>,
    visit: Visit,
    Path(code): Path<String>,
) -> Result<Response, PageError> {
    let shown = match shown(&house, &visit, &code).await? {
        Ok(shown) => shown,
        Err(closed) => return over::page(&visit, &closed),
    };
    answered(&End {
        visit: &visit,
        procedure: worded(&visit, &shown.checked.file.title),
        remark: shown.remark(&visit, WHOLE),
        first: shown.url(&visit, ""),
    })
}

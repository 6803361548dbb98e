//! A step, or one question of it, in a frame of the editor: what the draft makes now, at the width of a telephone or of a desk.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use parvis_demarche::{Author, previewed};
use parvis_form::{Element, Step};
use parvis_web::{House, PageError, Visit, Wording, headers};
use serde::Deserialize;

use super::questions;
use crate::answer::fields::Rendered;
use crate::request::DeskOf;
use crate::said::{Said, worded};

/// What of the step is shown: a question or a block; all of it without.
#[derive(Deserialize)]
pub(super) struct Asked {
    partie: Option<String>,
}

#[derive(Template)]
#[template(path = "preview/frame.html")]
struct Page<'a> {
    visit: &'a Visit,
    title: Wording,
    intro: Vec<Wording>,
    whole: bool,
    fields: Rendered,
}

pub(super) async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Author(visit): Author,
    Path((slug, step)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let checked = previewed(&house, &visit, &slug).await?;
    let form = checked.form.without_conditions();
    let shown = form.step(&step).ok_or_else(PageError::not_found)?;
    let part = asked.partie.unwrap_or_default();
    let of_part = only(shown, &part);
    let whole = of_part.is_none();
    let shown = of_part.as_ref().unwrap_or(shown);
    let anonymous = checked.file.is_anonymous_allowed();
    let intro = shown.intro.as_ref().filter(|_| whole);
    let written = Page {
        visit: &visit,
        title: worded(&visit, &shown.title),
        intro: intro.map_or_else(Vec::new, |intro| Said::of(&visit, intro).paragraphs()),
        whole,
        fields: questions(&visit, &desk, &form, shown, anonymous)?,
    };
    let page = Html(written.render()?);
    Ok((headers::framed(), page).into_response())
}

/// The step with nothing but one question or block; none when it has none of that name.
fn only(step: &Step, part: &str) -> Option<Step> {
    let is_part = |element: &&Element| match element {
        Element::Field(field) => field.id.as_str() == part,
        Element::Block(block) => block.id.as_str() == part,
        _ => false,
    };
    let found = step.elements.iter().find(is_part)?.clone();
    Some(Step {
        elements: vec![found],
        ..step.clone()
    })
}

//! The paths of a procedure: an author chooses answers and sees the steps and the questions that a person would meet.

use askama::Template;
use axum::extract::{Extension, Path as Address, State};
use axum::http::Uri;
use axum::response::Html;
use parvis_form::{Answer, Answers, Field, Form, Journey, JourneyElement, JourneyStep, Kind, Text};
use parvis_procedure::check;
use parvis_web::{Choice, Entries, EntriesExt, House, PageError, Visit, Wording, parse_entries};

use super::super::request::Author;
use super::outline_of;
use super::work::Work;
use crate::catalogue::Catalogue;
use crate::error::DemarcheError;
use crate::prose::Said;

/// Options that are shown as boxes: a longer list opens.
const BOXES: usize = 12;

#[derive(Template)]
#[template(path = "author/editor/paths/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    title: Said,
    outline: String,
    action: String,
    steps: Vec<Met>,
    all: usize,
    stop: Option<(Said, Option<Said>)>,
}

/// A step that a person would meet.
struct Met {
    title: Said,
    /// Somebody could not go further than this one.
    stops: bool,
    questions: Vec<Question>,
}

/// A question of it.
struct Question {
    name: String,
    label: Said,
    optional: bool,
    several: bool,
    /// What can be chosen here; nothing when its answer is not chosen among a few.
    choices: Vec<Choice>,
}

pub(super) async fn show(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Author(visit): Author,
    Address(slug): Address<String>,
    uri: Uri,
) -> Result<Html<String>, PageError> {
    let work = Work::open(&house, &visit, catalogue, &slug).await?;
    let Ok(checked) = check("demarche.yaml", &work.text) else {
        return Err(DemarcheError::DraftChanged { slug }.into());
    };
    let entries = parse_entries(uri.query().unwrap_or_default().as_bytes())?;
    let answers = answers(&checked.form, &entries);
    let journey = Journey::new(&checked.form, &answers, visit.today());
    let barrier = journey.barrier();
    let said = |text: &Text| Said::of(&visit, text);
    let steps = journey.steps().iter().map(|step| {
        let stops = barrier.is_some_and(|barrier| barrier.step.id == step.step.id);
        met(&visit, step, &answers, stops)
    });
    let page = Page {
        visit: &visit,
        title: said(&checked.file.title),
        outline: visit.url(&outline_of(&slug)),
        action: visit.url(&format!("{}/parcours", outline_of(&slug))),
        steps: steps.collect(),
        all: checked.form.steps().len(),
        stop: barrier.map(|barrier| {
            let who = &barrier.why.who;
            (said(&barrier.why.message), Some(said(who)))
        }),
    };
    Ok(Html(page.render()?))
}

/// The answers that were chosen; what is not an option of its question counts for nothing.
fn answers(form: &Form, entries: &Entries) -> Answers {
    let mut answers = Answers::new();
    for field in form.fields() {
        let chosen = entries.all(field.id.as_str());
        let known = |value: &&String| options(field).iter().any(|(own, _)| *own == **value);
        let chosen: Vec<String> = chosen.iter().filter(known).cloned().collect();
        let answer = match (&field.kind, chosen.first()) {
            (_, None) => continue,
            (Kind::YesNo(_), Some(value)) => Answer::YesNo(value == "true"),
            (Kind::Choices(_), Some(_)) => Answer::Choices(chosen),
            (_, Some(value)) => Answer::Choice(value.clone()),
        };
        answers.insert(field.id.clone(), answer);
    }
    answers
}

/// What can be chosen: the value and its words; none for what is not chosen among a few.
fn options(field: &Field) -> Vec<(&str, Option<&Text>)> {
    match &field.kind {
        Kind::YesNo(_) => vec![("true", None), ("false", None)],
        Kind::Choice(kind) => pairs(&kind.options),
        Kind::Choices(kind) => pairs(&kind.options),
        Kind::Select(kind) => pairs(&kind.options),
        _ => Vec::new(),
    }
}

fn pairs(options: &[parvis_form::kind::ChoiceOption]) -> Vec<(&str, Option<&Text>)> {
    let pairs = options
        .iter()
        .map(|option| (option.value.as_str(), Some(&option.label)));
    pairs.collect()
}

fn met(visit: &Visit, step: &JourneyStep<'_>, answers: &Answers, stops: bool) -> Met {
    let mut questions = Vec::new();
    for element in &step.elements {
        match element {
            JourneyElement::Field(field) => questions.push(question(visit, field, answers)),
            JourneyElement::Block { block, .. } => questions.push(Question {
                name: String::new(),
                label: Said::of(visit, &block.title),
                optional: block.min == 0,
                several: false,
                choices: Vec::new(),
            }),
            JourneyElement::Explanation(_) => {}
        }
    }
    Met {
        title: Said::of(visit, &step.step.title),
        stops,
        questions,
    }
}

fn question(visit: &Visit, field: &Field, answers: &Answers) -> Question {
    let chosen = |value: &str| match answers.get(field.id.as_str()) {
        Some(Answer::YesNo(yes)) => value == yes.to_string(),
        Some(Answer::Choice(own)) => own == value,
        Some(Answer::Choices(own)) => own.iter().any(|one| one == value),
        _ => false,
    };
    let choices = options(field).into_iter().map(|(value, words)| {
        let label = match words {
            Some(words) => Said::of(visit, words).into(),
            None if value == "true" => Wording::from(visit.say("editor-yes")),
            None => visit.say("editor-no").into(),
        };
        Choice::new(value, label).checked(chosen(value))
    });
    let choices: Vec<Choice> = choices.collect();
    Question {
        name: field.id.to_string(),
        label: Said::of(visit, &field.label),
        optional: field.optional,
        several: matches!(field.kind, Kind::Choices(_)) && choices.len() <= BOXES,
        choices,
    }
}

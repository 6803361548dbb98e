//! The page that shows all the answers before the deposit.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use parvis_form::answer::EntryErrorKind;
use parvis_form::{At, EntryError, Form, Part, SummaryRow, SummaryStep, summary};
use parvis_kernel::Language;
use parvis_web::{House, Line, Link, PageError, Row, Visit, page, typography};

use super::act::{CheckView, step_of, view_check};
use crate::addresses::Addresses;
use crate::answer::aside::Aside;
use crate::error::DossierError;
use crate::model::{Author, Identification};
use crate::request::{DeskOf, number_of};
use crate::said::Said;

#[derive(Template)]
#[template(path = "check/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    at: Addresses,
    title: Said,
    undone: Vec<Undone>,
    aside: Aside,
    cards: Vec<(String, Vec<Row>)>,
}

/// A group of answers under one title.
struct Card {
    title: String,
    rows: Vec<Row>,
}

/// Something to do before the deposit.
pub(crate) struct Undone {
    /// What, in words.
    pub(crate) text: String,
    /// Where it is done.
    pub(crate) href: String,
}

pub(super) async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    visit: Visit,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let (ctx, asked) = (visit.ctx.clone(), number.clone());
    let view = house
        .store
        .write(move |tx| view_check(&ctx, tx, &desk, &asked))
        .await;
    match view {
        Ok(view) => Ok(page(&shown(&visit, &view))?.into_response()),
        Err(DossierError::NotNow { .. }) => {
            let at = Addresses::of(&visit, &number);
            Ok(Redirect::to(at.follow()).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

fn shown<'a>(visit: &'a Visit, view: &'a CheckView) -> Page<'a> {
    let scribe = Scribe::new(visit, view);
    let mut cards: Vec<Card> = scribe.people().into_iter().collect();
    for step in summary(&view.revision.form, &view.answers, visit.language) {
        scribe.step(&step, &mut cards);
    }
    Page {
        visit,
        at: scribe.at.clone(),
        title: Said::of(visit, &view.revision.file.title),
        undone: undone(visit, view),
        aside: aside_of(view),
        cards: cards
            .into_iter()
            .map(|card| (card.title, card.rows))
            .collect(),
    }
}

/// What stands beside the pages of a draft.
pub(crate) fn aside_of(view: &CheckView) -> Aside {
    Aside {
        number: view.dossier.number.to_string(),
        service: view.service.clone(),
    }
}

/// What is to be done before the deposit, each with its link.
pub(crate) fn undone(visit: &Visit, view: &CheckView) -> Vec<Undone> {
    let scribe = Scribe::new(visit, view);
    let mut undone = Vec::new();
    if view.people_unknown {
        undone.push(Undone {
            text: visit.say("check-people-unknown").to_owned(),
            href: scribe.people_url(),
        });
    }
    undone.extend(view.errors.iter().map(|error| scribe.error(error)));
    undone.extend(view.unfinished.iter().map(|step| {
        let title = view.revision.form.step(step.as_str());
        let title = title.map(|step| Said::of(visit, &step.title).text);
        let values = [("step", title.unwrap_or_default())];
        Undone {
            text: visit.say_with("check-unfinished", &values),
            href: scribe.step_url(step.as_str(), ""),
        }
    }));
    undone
}

struct Scribe<'a> {
    visit: &'a Visit,
    view: &'a CheckView,
    at: Addresses,
}

impl<'a> Scribe<'a> {
    fn new(visit: &'a Visit, view: &'a CheckView) -> Self {
        let at = Addresses::of(visit, &view.dossier.number);
        Self { visit, view, at }
    }

    /// Words of an author that were already put in the language of the page.
    fn author(&self, words: &str) -> String {
        match self.visit.language {
            Language::French => typography(words),
            Language::English => words.to_owned(),
        }
    }

    /// The page of the people, which then comes back here.
    fn people_url(&self) -> String {
        format!("{}?retour=verifier", self.at.people())
    }

    /// The page of a step, which then comes back here.
    fn step_url(&self, step: &str, input: &str) -> String {
        let anchor = if input.is_empty() { "" } else { "#" };
        format!("{}?retour=verifier{anchor}{input}", self.at.step(step))
    }

    fn error(&self, error: &EntryError) -> Undone {
        let step = step_of(&self.view.revision.form, error);
        let step = step.map(|step| step.id.to_string()).unwrap_or_default();
        let message = self
            .visit
            .say_with(&error.key(), &error.values(self.visit.language));
        let text = match self.row_title(error) {
            Some(row) => self
                .visit
                .say_with("check-in-row", &[("row", row), ("message", message)]),
            None => message,
        };
        Undone {
            text,
            href: self.step_url(&step, &error.input_name()),
        }
    }

    /// « Enfant 2 », for something wrong in a row.
    fn row_title(&self, error: &EntryError) -> Option<String> {
        let (block, row) = error.row.as_ref()?;
        let rows = self.view.answers.rows(block.as_str());
        let index = rows.iter().position(|own| own.id == *row)?;
        let block = self.view.revision.form.block(block.as_str())?;
        let title = Said::of(self.visit, &block.row_title).text;
        Some(format!("{title} {}", index + 1))
    }

    /// Who fills the dossier in and for whom; nothing for somebody who stays unknown.
    fn people(&self) -> Option<Card> {
        let dossier = &self.view.dossier;
        let people = &dossier.people;
        if dossier.identification == Identification::Anonymous {
            return None;
        }
        let change = self.visit.say("check-change");
        let row = |key: &str, answer: &str| {
            let answer = if answer.is_empty() {
                self.visit.say("check-no-answer")
            } else {
                answer
            };
            Row::new(self.visit.say(key), answer)
        };
        let mut rows =
            vec![row("check-beneficiary", &people.label()).change(change, self.people_url())];
        if let Author::Helper {
            name, structure, ..
        } = &people.author
        {
            let structure = structure.as_ref().map(|text| text.as_str());
            let lines = [Some(name.as_str()), structure];
            let lines: Vec<&str> = lines.into_iter().flatten().collect();
            rows.push(row("check-helper", &lines.join("\n")).change(change, self.people_url()));
        }
        if let Some(email) = &people.contact.email {
            rows.push(row("check-email", email));
        }
        Some(Card {
            title: self.visit.say("check-people").to_owned(),
            rows,
        })
    }

    /// The answers of a step, those of each row of a block under their own title.
    fn step(&self, step: &SummaryStep, cards: &mut Vec<Card>) {
        let mut title = step.title.clone();
        let mut rows = Vec::new();
        for answered in &step.rows {
            let wanted = match &answered.row {
                Some(row) => &row.title,
                None => &step.title,
            };
            if *wanted != title {
                push(cards, self.author(&title), &mut rows);
                title.clone_from(wanted);
            }
            rows.push(self.answer(answered));
        }
        push(cards, self.author(&title), &mut rows);
    }

    fn answer(&self, answered: &SummaryRow) -> Row {
        let files = answered.pieces.len();
        let lines: Vec<&str> = answered
            .lines
            .iter()
            .skip(files)
            .map(String::as_str)
            .collect();
        let mut row = Row::new(self.author(&answered.label), &lines.join("\n"));
        for piece in &answered.pieces {
            let size = self.visit.size(piece.size);
            row = row.link(format!("{} ({size})", piece.name), self.at.piece(piece.id));
        }
        if row.lines.is_empty() {
            row.lines.push(Line {
                text: self.visit.say("check-no-answer").to_owned(),
                href: None,
            });
        }
        let input = input_of(&self.view.revision.form, answered);
        let href = self.step_url(answered.step.as_str(), &input);
        let mut change = Link::new(self.visit.say("check-change"), href);
        if let Some(of_row) = &answered.row {
            change.text = self
                .visit
                .say_with("check-change-row", &[("row", &of_row.title)]);
        }
        row.change = Some(change);
        row
    }
}

fn push(cards: &mut Vec<Card>, title: String, rows: &mut Vec<Row>) {
    if !rows.is_empty() {
        cards.push(Card {
            title,
            rows: std::mem::take(rows),
        });
    }
}

/// The input where an answer is changed.
fn input_of(form: &Form, answered: &SummaryRow) -> String {
    let at = match &answered.row {
        Some(row) => At::Row {
            block: &row.block,
            row: row.id,
        },
        None => At::Form,
    };
    match form.field(answered.field.as_str()) {
        Some(field) => field
            .error(at, Part::Whole, EntryErrorKind::Required)
            .input_name(),
        None => at.name(&answered.field, Part::Whole),
    }
}

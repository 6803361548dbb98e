//! The page that shows all the answers before the deposit.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use parvis_form::{Answer, EntryError, Journey, JourneyStep};
use parvis_web::{House, PageError, Readings, Visit, Wording, page};

use super::act::{CheckView, step_of, view_check};
use crate::addresses::Addresses;
use crate::answer::aside::Aside;
use crate::answer::fields::message;
use crate::answered::{Answered, Card, page_of};
use crate::error::DossierError;
use crate::request::{DeskOf, number_of};
use crate::revise::{Met, meet};
use crate::said::{Said, worded};

#[derive(Template)]
#[template(path = "check/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    at: Addresses,
    title: Said,
    /// In which languages the texts can be read.
    readings: Readings,
    undone: Vec<Undone>,
    /// Whether the draft just followed a new revision.
    is_moved: bool,
    aside: Aside,
    /// The names of files in which something malicious was found.
    blocked: Vec<String>,
    cards: Vec<Card>,
    /// What will be asked for the request, in words.
    fee: Option<Fee>,
}

/// What will be asked for the request.
struct Fee {
    label: Wording,
    amount: Wording,
}

/// Something to do before the deposit.
pub(crate) struct Undone {
    /// What, in words.
    pub(crate) text: Wording,
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
    let is_moved = match meet(&house, &visit, &desk, &number).await? {
        Met::Choose(elsewhere) => return Ok(elsewhere),
        Met::Moved => true,
        Met::Same => false,
    };
    let (ctx, asked) = (visit.ctx.clone(), number.clone());
    let view = house
        .store
        .write(move |tx| view_check(&ctx, tx, &desk, &asked))
        .await;
    match view {
        Ok(view) if view.stopped.is_some() => {
            let at = Addresses::of(&visit, &number);
            Ok(Redirect::to(&at.stopped()).into_response())
        }
        Ok(view) => Ok(page(&shown(&visit, &view, is_moved))?.into_response()),
        Err(DossierError::NotNow { .. }) => {
            let at = Addresses::of(&visit, &number);
            Ok(Redirect::to(at.follow()).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

fn shown<'a>(visit: &'a Visit, view: &'a CheckView, is_moved: bool) -> Page<'a> {
    let scribe = Scribe::new(visit, view);
    let answered = Answered {
        visit,
        at: &scribe.at,
        dossier: &view.dossier,
        revision: &view.revision,
        answers: &view.answers,
        pieces: &view.pieces,
        prefilled: &view.prefilled,
        can_change: true,
    };
    let cards = answered.cards();
    Page {
        visit,
        at: scribe.at.clone(),
        title: Said::of(visit, &view.revision.file.title),
        readings: visit.readings(&view.revision.file.languages()),
        undone: undone(visit, view),
        is_moved,
        aside: aside_of(view),
        blocked: blocked(view),
        fee: fee(visit, view),
        cards,
    }
}

/// The fee, when its question is met; zero is free of charge, and what the answers do not decide is told later.
fn fee(visit: &Visit, view: &CheckView) -> Option<Fee> {
    let form = &view.revision.form;
    let field = form.fee()?;
    let journey = Journey::once_deposited(form, &view.answers);
    let mut shown = journey.steps().iter().flat_map(JourneyStep::fields);
    shown.find(|(own, _)| own.id == field.id)?;
    let amount = match view.answers.get(field.id.as_str()) {
        Some(Answer::Amount(amount)) if amount.cents == 0 => visit.say("check-free").into(),
        Some(answer) => {
            let lines = field.in_words(answer, visit.tongues()).into_iter();
            Wording::joined(lines.map(|line| Said::shown(visit, line).into()), " ")
        }
        None => visit.say("check-fee-later").into(),
    };
    Some(Fee {
        label: worded(visit, &field.label),
        amount,
    })
}

fn blocked(view: &CheckView) -> Vec<String> {
    let pieces = view.pieces.iter();
    let blocked = pieces.filter(|piece| piece.examination.infection.is_some());
    blocked
        .map(|piece| piece.description.name.to_string())
        .collect()
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
            text: visit.say("check-people-unknown").into(),
            href: scribe.people_url(),
        });
    }
    undone.extend(view.errors.iter().map(|error| scribe.error(error)));
    undone.extend(view.unfinished.iter().map(|step| {
        let title = view.revision.form.step(step.as_str());
        let title = title.map(|step| worded(visit, &step.title));
        let text = Wording::quoting(&title.unwrap_or_default(), |step| {
            visit.say_with("check-unfinished", &[("step", step)])
        });
        Undone {
            text,
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
        let message = message(self.visit, error);
        let text = match self.row_title(error) {
            Some(row) => Wording::quoting_all(&[row, message], |places| {
                let values = ["row", "message"].into_iter().zip(places);
                self.visit
                    .say_with("check-in-row", &values.collect::<Vec<_>>())
            }),
            None => message,
        };
        let row = error.row.as_ref().map(|(block, row)| (block, *row));
        let page = page_of(&self.at, &self.view.revision.form, &step, row);
        Undone {
            text,
            href: format!("{page}?retour=verifier#{}", error.input_name()),
        }
    }

    /// « Enfant 2 », for something wrong in a row.
    fn row_title(&self, error: &EntryError) -> Option<Wording> {
        let (block, row) = error.row.as_ref()?;
        let rows = self.view.answers.rows(block.as_str());
        let index = rows.iter().position(|own| own.id == *row)?;
        let block = self.view.revision.form.block(block.as_str())?;
        Some(worded(self.visit, &block.row_title).numbered(index + 1))
    }
}

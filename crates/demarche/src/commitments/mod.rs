//! How the promises of procedures are kept, for the agents who keep them; what people write of how their request was dealt with.

mod act;
mod page;

use axum::Router;
use axum::routing::{get, post};
use parvis_procedure::ProcedureFile;
use parvis_web::{House, Visit};

use crate::measures::{Kept, Measures};

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route(PATH, get(page::list))
        .route("/agent/engagements/{slug}", get(page::show))
        .route("/agent/engagements/{slug}/effacer", post(page::forget))
}

/// The list of the procedures that promise something.
const PATH: &str = "/agent/engagements";

/// A promise, and how far it was kept, in words.
pub(crate) struct Told {
    /// What it is about: a key of the words.
    pub about: &'static str,
    /// What is promised.
    pub promise: String,
    /// How far it was kept over a year.
    pub kept: String,
    /// The share alone; nothing under the fewest cases that are told.
    pub share: Option<String>,
}

/// The keys of a promise: what it is about, what is promised, how far it was kept, and too few to say.
type Keys = [&'static str; 4];

const ANSWER: Keys = [
    "commitments-answer",
    "procedure-promise-answer",
    "procedure-kept-answer",
    "procedure-kept-few",
];
const MESSAGE: Keys = [
    "commitments-message",
    "procedure-promise-message",
    "procedure-kept-message",
    "procedure-kept-few",
];
const SATISFACTION: Keys = [
    "commitments-satisfaction",
    "procedure-promise-satisfaction",
    "procedure-kept-satisfaction",
    "procedure-kept-satisfaction-few",
];

/// Each promise of a procedure, and how far it was kept.
pub(crate) fn told(visit: &Visit, file: &ProcedureFile, measured: Option<Measures>) -> Vec<Told> {
    let Some(promised) = file.commitments else {
        return Vec::new();
    };
    let measured = measured.unwrap_or_default();
    let promises = [
        (ANSWER, promised.answer_days, measured.answers),
        (MESSAGE, promised.message_days, measured.messages),
        (SATISFACTION, promised.satisfaction, measured.satisfaction),
    ];
    let made = promises.into_iter();
    made.filter_map(|(keys, count, kept)| Some(one(visit, keys, count?, kept)))
        .collect()
}

/// « Tenu pour 92 % des 140 demandes »; nothing is told of a few people.
fn one(visit: &Visit, [about, promise, measured, few]: Keys, count: u16, kept: Kept) -> Told {
    let share = kept.percent();
    Told {
        about,
        promise: visit.say_with(promise, &[("count", count)]),
        kept: match share {
            Some(share) => visit.say_with(measured, &[("share", share), ("cases", kept.cases)]),
            None => visit.say(few).to_owned(),
        },
        share: share.map(|share| visit.say_with("commitments-share", &[("share", share)])),
    }
}

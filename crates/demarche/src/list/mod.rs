//! All the procedures, or those that answer a question; when none does, who to turn to.

use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Extension, Query, State};
use axum::response::Html;
use parvis_web::{House, Link, PageError, Visit};

use crate::catalogue::Catalogue;
use crate::offer::{Offer, Shelf, shelves};
use crate::search::search;

/// Letters of a question that are kept.
const QUESTION: usize = 200;

#[derive(Template)]
#[template(path = "list/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    heading: String,
    links: Vec<Link>,
    question: String,
    answer: Answer,
}

enum Answer {
    All(Vec<Shelf>),
    Found(Vec<Offer>),
    Nothing,
}

pub(crate) async fn show(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    visit: Visit,
    query: Result<Query<Vec<(String, String)>>, QueryRejection>,
) -> Result<Html<String>, PageError> {
    let organisation = visit.organisation.id;
    let revisions = house
        .store
        .read(move |tx| catalogue.list(tx, organisation))
        .await?;
    let question = question_of(query);
    let answer = if question.is_empty() {
        Answer::All(shelves(&visit, &revisions))
    } else {
        let found = search(&revisions, &question);
        let offers = found.iter().map(|revision| Offer::of(&visit, revision));
        Answer::of(offers.collect())
    };
    let page = Page {
        heading: heading(&visit, &question, &answer),
        links: vec![Link::new(visit.say("layout-home"), visit.url("/"))],
        visit: &visit,
        question,
        answer,
    };
    Ok(Html(page.render()?))
}

impl Answer {
    fn of(offers: Vec<Offer>) -> Self {
        if offers.is_empty() {
            Self::Nothing
        } else {
            Self::Found(offers)
        }
    }
}

/// The first `q` of the address, shortened; nothing when the address cannot be read.
fn question_of(query: Result<Query<Vec<(String, String)>>, QueryRejection>) -> String {
    let Ok(Query(pairs)) = query else {
        return String::new();
    };
    let asked = pairs.into_iter().find(|(name, _)| name == "q");
    let asked = asked.map(|(_, question)| question).unwrap_or_default();
    asked
        .trim()
        .chars()
        .filter(|letter| !letter.is_control())
        .take(QUESTION)
        .collect()
}

fn heading(visit: &Visit, question: &str, answer: &Answer) -> String {
    let question = ("question", question.to_owned());
    match answer {
        Answer::All(_) => visit.say("procedure-list-title").to_owned(),
        Answer::Nothing => visit.say_with("procedure-list-nothing", &[question]),
        Answer::Found(offers) => {
            let count = ("count", offers.len().to_string());
            visit.say_with("procedure-list-found", &[question, count])
        }
    }
}

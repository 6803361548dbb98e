//! The page on which a second agent compares an account with its proof.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use parvis_law::Value;
use parvis_web::{Choice, Entries, EntriesExt, Errors, Form, House, Link, PageError, Row, Visit};

use super::act::{AccountView, view_account};
use super::{Compared, ComparedWith, check_account};
use crate::desk::Desk;
use crate::model::Number;
use crate::open::{Head, OpenView, Seen, Sheet, Tried, opened, piece_link};
use crate::payment::Proved;
use crate::request::{AgentVisit, DeskOf, number_of};
use crate::text::{LONGEST_TEXT, cleaned};

/// The answer that says that the account is not the person's.
const DIFFERS: &str = "non";

pub(crate) fn routes() -> Router<House> {
    Router::new().route("/agent/dossiers/{number}/compte", get(show).post(send))
}

/// The account, whole, beside what it is compared with.
#[derive(Template)]
#[template(path = "check_account/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    head: Head,
    title: &'a str,
    errors: Errors,
    facts: Vec<Row>,
    pieces: Vec<Link>,
    answers: Vec<Choice>,
    words: String,
    most: usize,
}

/// What was answered.
#[derive(Default)]
struct Typed {
    answer: String,
    words: String,
}

impl Typed {
    fn of(entries: &Entries) -> Self {
        Self {
            answer: entries.first("compte").to_owned(),
            words: cleaned(entries.first("texte")),
        }
    }

    fn compared(&self, visit: &Visit) -> Result<Compared, Errors> {
        let mut errors = Errors::none();
        if let Some(proved) = Proved::of_code(&self.answer) {
            return Ok(Compared::Matches(ComparedWith(proved)));
        }
        if self.answer != DIFFERS {
            errors.add("compte", visit.say("check-account-error"));
        } else if self.words.is_empty() {
            errors.add("texte", visit.say("check-account-error-words"));
        } else if self.words.chars().count() > LONGEST_TEXT {
            let most = [("most", LONGEST_TEXT)];
            errors.add("texte", visit.say_with("refusal-text", &most));
        } else {
            return Ok(Compared::Differs(self.words.clone()));
        }
        Err(errors)
    }
}

impl<'a> Page<'a> {
    fn of(
        visit: &'a Visit,
        view: &OpenView,
        account: &AccountView,
        typed: Typed,
        errors: Errors,
    ) -> Self {
        let row = |key: &str, text: &str| Row::new(visit.say(key), text);
        let amount = Value::Amount(account.cents).say(visit.language);
        let pieces = account
            .pieces
            .iter()
            .filter(|piece| !piece.is_of_decision());
        let pieces: Vec<Link> = pieces.map(|piece| piece_link(visit, view, piece)).collect();
        Self {
            head: Head::of(visit, view, Sheet::Elsewhere),
            title: visit.say("check-account-title"),
            errors,
            facts: vec![
                row("check-account-holder", &account.account.holder),
                row("check-account-iban", &account.account.grouped()),
                row("check-account-amount", &amount),
            ],
            answers: answers(visit, !pieces.is_empty(), &typed.answer),
            pieces,
            words: typed.words,
            most: LONGEST_TEXT,
            visit,
        }
    }
}

fn answers(visit: &Visit, has_pieces: bool, chosen: &str) -> Vec<Choice> {
    let proved = Proved::ALL.into_iter();
    let proved = proved.filter(|proved| has_pieces || *proved != Proved::Piece);
    let mut answers: Vec<Choice> = proved
        .map(|proved| {
            let key = format!("check-account-{}", proved.code());
            Choice::new(proved.code(), visit.say(&key)).checked(chosen == proved.code())
        })
        .collect();
    answers.push(
        Choice::new(DIFFERS, visit.say("check-account-differs"))
            .checked(chosen == DIFFERS)
            .revealing(),
    );
    answers
}

async fn show(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let typed = Typed::default();
    form(&house, &visit, &desk, &number, typed, Errors::none()).await
}

/// The page: the account is read anew, and each reading is traced.
async fn form(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    number: &Number,
    typed: Typed,
    errors: Errors,
) -> Result<Response, PageError> {
    let (ctx, own, asked) = (visit.ctx.clone(), desk.clone(), number.clone());
    let reading = house
        .store
        .write(move |tx| view_account(&ctx, tx, &own, &asked));
    let account = reading.await?;
    let view = opened(house, visit, desk, number).await?;
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let page = Page::of(visit, &view, &account, typed, errors).render()?;
    Ok((status, Html(page)).into_response())
}

async fn send(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let typed = Typed::of(&entries);
    let compared = match typed.compared(&visit) {
        Ok(compared) => compared,
        Err(errors) => return form(&house, &visit, &desk, &number, typed, errors).await,
    };
    let tried = Tried {
        seen: Seen::sent(&entries),
        verb: match compared {
            Compared::Matches(_) => "account.confirmed",
            Compared::Differs(_) => "account.refused",
        },
        done: match compared {
            Compared::Matches(_) => "compte",
            Compared::Differs(_) => "autre-compte",
        },
    };
    let acting = tried.answer(
        &house,
        &visit,
        &desk,
        &number,
        move |ctx, tx, desk, number, version| {
            check_account(ctx, tx, desk, number, version, &compared).map(drop)
        },
    );
    acting.await
}

/// Whether this agent is asked to check the account of a dossier now.
pub(crate) fn is_asked(visit: &Visit, view: &OpenView) -> bool {
    let owed = view.owed.as_ref().filter(|owed| owed.order.is_none());
    let facts = &view.dossier.facts;
    let waits = facts.waiting_since.is_some() || !facts.shows_decision(visit.ctx.now);
    let own = visit.ctx.actor.agent();
    owed.is_some_and(|owed| Some(owed.decided_by) != own) && !waits
}

//! The page that asks one question, and says what becomes of the answer.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use parvis_demarche::satisfaction::{Answer, Degree, LONGEST};
use parvis_web::{Choice, Entries, EntriesExt, Errors, Form, House, PageError, Visit, page};

use super::act::{Appraised, appraise, may_appraise};
use crate::addresses::Addresses;
use crate::desk::Desk;
use crate::model::Number;
use crate::request::{DeskOf, number_of};
use crate::said::Said;
use crate::text;

#[derive(Template)]
#[template(path = "appraise/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    at: Addresses,
    title: Said,
    errors: Errors,
    degrees: Vec<Choice>,
    words: &'a str,
    most: usize,
}

/// What was typed.
#[derive(Debug, Clone, Default)]
struct Typed {
    degree: Option<Degree>,
    words: String,
}

impl Typed {
    fn of(entries: &Entries) -> Self {
        Self {
            degree: Degree::of_code(entries.first("degre")),
            words: text::cleaned(entries.first("texte")),
        }
    }

    fn errors(&self, visit: &Visit) -> Errors {
        let mut errors = Errors::none();
        if self.degree.is_none() {
            errors.add("degre", visit.say("appraise-error-degree"));
        }
        if self.words.chars().count() > LONGEST {
            let most = [("most", LONGEST)];
            errors.add("texte", visit.say_with("appraise-error-text", &most));
        }
        errors
    }
}

pub(super) async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    visit: Visit,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    asked(
        &house,
        &visit,
        desk,
        &number,
        &Typed::default(),
        Errors::none(),
    )
    .await
}

pub(super) async fn send(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    visit: Visit,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let typed = Typed::of(&entries);
    let errors = typed.errors(&visit);
    let (false, Some(degree)) = (errors.any(), typed.degree) else {
        return asked(&house, &visit, desk, &number, &typed, errors).await;
    };
    let words = typed.words;
    let answer = Answer { degree, words };
    let (ctx, own) = (visit.ctx.clone(), number.clone());
    let acting = house
        .store
        .write(move |tx| appraise(&ctx, tx, &desk, &own, &answer));
    let done = match acting.await? {
        Appraised::Kept => "satisfaction",
        Appraised::Already => "satisfaction-deja",
    };
    let at = Addresses::of(&visit, &number);
    Ok(Redirect::to(&format!("{}?fait={done}", at.follow())).into_response())
}

/// The question; who answered, or has nothing to say yet, is led to their dossier.
async fn asked(
    house: &House,
    visit: &Visit,
    desk: Desk,
    number: &Number,
    typed: &Typed,
    errors: Errors,
) -> Result<Response, PageError> {
    let at = Addresses::of(visit, number);
    let (ctx, number) = (visit.ctx.clone(), number.clone());
    let reading = house
        .store
        .read(move |tx| may_appraise(&ctx, tx, &desk, &number));
    let Some((_, revision)) = reading.await? else {
        return Ok(Redirect::to(at.follow()).into_response());
    };
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let degree = |degree: Degree| {
        let said = visit
            .say(&format!("satisfaction-{}", degree.code()))
            .to_owned();
        Choice::new(degree.code(), said).checked(typed.degree == Some(degree))
    };
    let template = Page {
        visit,
        at,
        title: Said::of(visit, &revision.file.title),
        errors,
        degrees: Degree::ALL.into_iter().map(degree).collect(),
        words: &typed.words,
        most: LONGEST,
    };
    Ok((status, page(&template)?).into_response())
}

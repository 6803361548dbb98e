//! Taking a dossier, giving it, putting it back: one form, three buttons.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use parvis_kernel::AgentId;
use parvis_web::{Choice, EntriesExt, Errors, Form, House, PageError, Visit};

use super::assign;
use crate::desk::Desk;
use crate::model::Number;
use crate::open::{Head, OpenView, Seen, Sheet, Tried, opened};
use crate::request::{AgentVisit, DeskOf, number_of};
use crate::rules::Act;

pub(crate) fn routes() -> Router<House> {
    Router::new().route("/agent/dossiers/{number}/attribuer", get(choose).post(give))
}

/// To whom the dossier goes.
#[derive(Template)]
#[template(path = "assign/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    head: Head,
    title: &'a str,
    errors: Errors,
    colleagues: Vec<Choice>,
}

impl<'a> Page<'a> {
    fn of(visit: &'a Visit, view: &OpenView, errors: Errors) -> Self {
        let own = visit.ctx.actor.agent();
        let colleagues = view.colleagues.iter().filter(|agent| Some(agent.id) != own);
        let choice = |agent: &parvis_access::Agent| {
            Choice::new(agent.id.to_string(), agent.full_name())
                .hint(&agent.quality)
                .checked(view.dossier.agent == Some(agent.id))
        };
        Self {
            visit,
            head: Head::of(visit, view, Sheet::Elsewhere),
            title: visit.say("assign-title"),
            errors,
            colleagues: colleagues.map(choice).collect(),
        }
    }
}

async fn choose(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
) -> Result<Html<String>, PageError> {
    let view = opened(&house, &visit, &desk, &number_of(&number)?).await?;
    view.may(Act::Assign)?;
    Ok(Html(Page::of(&visit, &view, Errors::none()).render()?))
}

async fn give(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let own = visit.ctx.actor.agent();
    let (to, done) = match entries.first("a") {
        "moi" => (own, "pris"),
        "personne" => (None, "remis"),
        id => match id.parse::<AgentId>() {
            Ok(colleague) => (Some(colleague), "donne"),
            Err(_) => return nobody_chosen(&house, &visit, &desk, &number).await,
        },
    };
    let tried = Tried {
        seen: Seen::sent(&entries),
        verb: "dossier.assigned",
        done,
    };
    let acting = tried.answer(
        &house,
        &visit,
        &desk,
        &number,
        move |ctx, tx, desk, number, version| assign(ctx, tx, desk, number, version, to),
    );
    acting.await
}

async fn nobody_chosen(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    number: &Number,
) -> Result<Response, PageError> {
    let view = opened(house, visit, desk, number).await?;
    view.may(Act::Assign)?;
    let mut errors = Errors::none();
    errors.add("a", visit.say("assign-choose"));
    let page = Page::of(visit, &view, errors).render()?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response())
}

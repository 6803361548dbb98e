//! What a page on a dossier says of the other agents, and the address that its script asks again.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Extension, Router};
use parvis_access::Agent;
use parvis_web::{Form, House, PageError, Unattended, Visit};

use super::{Present, attend};
use crate::request::{AgentVisit, DeskOf, number_of};

pub(crate) fn routes() -> Router<House> {
    // A page that asks by itself does not keep open the session of an agent who went away.
    Router::new()
        .route("/agent/dossiers/{number}/presence", post(still_there))
        .route_layer(Extension(Unattended))
}

/// A sentence for each, one line each: the script shows them as texts.
async fn still_there(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    Form(_): Form,
) -> Result<Response, PageError> {
    let (ctx, number) = (visit.ctx.clone(), number_of(&number)?);
    let attending = house
        .store
        .write(move |tx| attend(&ctx, tx, &desk, &number));
    let named = attending.await?;
    let named = named.iter().map(|(present, agent)| (*present, agent));
    Ok(sentences(&visit, named).join("\n").into_response())
}

/// Who else has the dossier before their eyes, in words.
pub(crate) fn sentences<'a>(
    visit: &Visit,
    present: impl IntoIterator<Item = (Present, &'a Agent)>,
) -> Vec<String> {
    let sentence = |(present, agent): (Present, &Agent)| {
        let today = visit.day(present.since) == visit.day(visit.ctx.now);
        let (key, at) = match today {
            true => ("presence-reads", visit.time(present.since)),
            false => ("presence-reads-before", visit.date_time(present.since)),
        };
        visit.say_with(key, &[("agent", agent.full_name()), ("at", at)])
    };
    present.into_iter().map(sentence).collect()
}

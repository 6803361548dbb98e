//! Ending with the person: the agent holds their dossier no more.

use axum::Router;
use axum::extract::State;
use axum::response::Redirect;
use axum::routing::post;
use parvis_access::guichet;
use parvis_web::{AgentVisit, Form, House, PageError};

use crate::home::HOME;

pub(crate) fn routes() -> Router<House> {
    Router::new().route("/agent/guichet/terminer", post(finish))
}

async fn finish(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    Form(_): Form,
) -> Result<Redirect, PageError> {
    let ctx = visit.ctx.clone();
    house
        .store
        .write(move |tx| guichet::finish(&ctx, tx))
        .await?;
    Ok(Redirect::to(&visit.url(&format!("{HOME}?fait=termine"))))
}

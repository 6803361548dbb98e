//! Signing out.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::{AccessError, session};
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_web::{Form, House, PageError, Visit};

use super::PASSWORD;

pub(super) async fn sign_out(
    State(house): State<House>,
    visit: Visit,
    Form(_): Form,
) -> Result<Response, PageError> {
    if let Some(session) = &visit.session {
        let (ctx, id, agent) = (visit.ctx.clone(), session.id, session.agent);
        let closed = house.store.write(move |tx| {
            session::close(&ctx, tx, id)?;
            if let Some(agent) = agent {
                let subject = Subject::new("agent", agent.uuid());
                journal::security(&ctx, tx, "agent.signed_out", subject, &[])?;
            }
            Ok::<_, AccessError>(())
        });
        closed.await?;
    }
    let end = Redirect::to(&visit.url(&format!("{PASSWORD}?fin=1")));
    Ok((visit.forget(), end).into_response())
}

//! Agents: the list, one of them, what each may do.

mod list;
pub(crate) mod one;
pub(crate) mod rights;

use axum::Router;
use axum::routing::get;
use parvis_access::staff::{self, Member};
use parvis_kernel::AgentId;
use parvis_web::{House, PageError, Visit};

use crate::request::id;

pub(crate) const AGENTS: &str = "/agent/administration/agents";

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route(
            "/agent/administration/agents",
            get(list::show).post(list::search),
        )
        .route("/agent/administration/agents/{agent}", get(one::show))
        .route(
            "/agent/administration/agents/{agent}/modifier",
            get(one::edit).post(one::change),
        )
        .route(
            "/agent/administration/agents/{agent}/droits",
            get(rights::edit).post(rights::change),
        )
        .route(
            "/agent/administration/agents/{agent}/compte/{act}",
            get(one::confirm).post(one::act),
        )
}

/// An agent of this organisation, for who sees the administration.
async fn member(house: &House, visit: &Visit, text: &str) -> Result<Member, PageError> {
    let (ctx, agent) = (visit.ctx.clone(), id::<AgentId>(text)?);
    Ok(house
        .store
        .read(move |tx| staff::one(&ctx, tx, agent))
        .await?)
}

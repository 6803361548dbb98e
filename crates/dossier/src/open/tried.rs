//! An act that an agent tries on a dossier: done, done already, or refused because somebody acted in between.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use parvis_kernel::Ctx;
use parvis_store::Tx;
use parvis_web::{House, PageError, Visit};

use super::page::{File, opened};
use super::{Notice, OpenView, Seen};
use crate::desk::Desk;
use crate::error::DossierError;
use crate::model::Number;

/// An act that an agent tried on a dossier that they had read.
pub(crate) struct Tried {
    /// What they had read.
    pub(crate) seen: Seen,
    /// The verb under which the journal keeps the act.
    pub(crate) verb: &'static str,
    /// The word of the address that says that it is done.
    pub(crate) done: &'static str,
}

/// An act on the version of a dossier that the agent had read.
pub(crate) trait ActOnDossier<T>:
    Fn(&Ctx, &mut Tx<'_>, &Desk, &Number, i64) -> Result<T, DossierError> + Send + 'static
{
}

impl<T, F> ActOnDossier<T> for F where
    F: Fn(&Ctx, &mut Tx<'_>, &Desk, &Number, i64) -> Result<T, DossierError> + Send + 'static
{
}

/// What the agent had written, when their act was not done because somebody acted in between.
pub(crate) struct Lost(pub(crate) OpenView);

impl Tried {
    /// Does the act, in a transaction of its own, and lets what follows from it (mails, calls) leave at once.
    pub(crate) async fn acted<T: Send + 'static>(
        &self,
        house: &House,
        visit: &Visit,
        desk: &Desk,
        number: &Number,
        act: impl ActOnDossier<T>,
    ) -> Result<T, DossierError> {
        let (ctx, desk, number) = (visit.ctx.clone(), desk.clone(), number.clone());
        let version = self.seen.version;
        let acting = house
            .store
            .write(move |tx| act(&ctx, tx, &desk, &number, version));
        let outcome = acting.await;
        house.wake.wake();
        outcome
    }

    /// Does an act for which nothing was typed: the page of the dossier once it is done, or the dossier as it is now.
    pub(crate) async fn answer<T: Send + 'static>(
        &self,
        house: &House,
        visit: &Visit,
        desk: &Desk,
        number: &Number,
        act: impl ActOnDossier<T>,
    ) -> Result<Response, PageError> {
        let outcome = self.acted(house, visit, desk, number, act).await;
        match self.answered(house, visit, desk, number, outcome).await? {
            Ok(response) => Ok(response),
            Err(Lost(view)) => lost(visit, &view, self.seen, ""),
        }
    }

    /// The page of the dossier, once the act is done: also when it was done by an earlier click of the same button.
    /// Otherwise the dossier as it is now, to tell what changed.
    pub(crate) async fn answered<T>(
        &self,
        house: &House,
        visit: &Visit,
        desk: &Desk,
        number: &Number,
        outcome: Result<T, DossierError>,
    ) -> Result<Result<Response, Lost>, PageError> {
        match outcome {
            Ok(_) => Ok(Ok(self.page(visit, number))),
            Err(DossierError::ChangedMeanwhile { .. }) => {
                let view = opened(house, visit, desk, number).await?;
                if self.was_done(visit, &view) {
                    return Ok(Ok(self.page(visit, number)));
                }
                Ok(Err(Lost(view)))
            }
            Err(error) => Err(error.into()),
        }
    }

    fn page(&self, visit: &Visit, number: &Number) -> Response {
        let path = format!("/agent/dossiers/{number}?fait={}", self.done);
        Redirect::to(&visit.url(&path)).into_response()
    }

    /// Whether all that happened since the page was read is this very act of this very agent.
    fn was_done(&self, visit: &Visit, view: &OpenView) -> bool {
        let own = visit.ctx.actor.agent().map(|agent| agent.uuid());
        let since = view.history.iter().skip(self.seen.events);
        // The files that came with an act are recorded beside it.
        let mut since = since.filter(|entry| entry.verb != "piece.added" || entry.actor_id != own);
        match (since.next(), since.next()) {
            (Some(entry), None) => entry.verb == self.verb && entry.actor_id == own,
            _ => false,
        }
    }
}

/// The dossier as it is now, for the agent whose act was not done: what changed, and what they had written.
pub(crate) fn lost(
    visit: &Visit,
    view: &OpenView,
    seen: Seen,
    kept: &str,
) -> Result<Response, PageError> {
    let notice = Notice::changed(visit, view, seen, kept);
    let page = File::of(visit, view, notice).render()?;
    Ok((StatusCode::CONFLICT, Html(page)).into_response())
}

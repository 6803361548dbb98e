//! The page of the trial: what is tried, the link to share, who may go where, when it ends.

use askama::Template;
use axum::extract::{Extension, State};
use axum::response::Html;
use http::HeaderMap;
use http::header::HOST;
use parvis_organisation::{Organisation, trial};
use parvis_web::{House, PageError, Visit};

use super::super::act::writes;
use super::super::request::{Author, Done};
use crate::catalogue::Catalogue;
use crate::error::DemarcheError;
use crate::prose::Said;

#[derive(Template)]
#[template(path = "author/trial/show.html")]
struct Page<'a> {
    visit: &'a Visit,
    notice: Option<&'static str>,
    trial: Option<TrialSaid>,
}

/// The trial, as the page tells it.
struct TrialSaid {
    end: String,
    procedures: Vec<ProcedureSaid>,
}

struct ProcedureSaid {
    title: Said,
    href: String,
    link: String,
}

pub(super) async fn show(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Author(visit): Author,
    Done(notice): Done,
    headers: HeaderMap,
) -> Result<Html<String>, PageError> {
    let ctx = visit.ctx.clone();
    let read = house.store.read(move |tx| {
        writes(&ctx, tx)?;
        let Some(there) = trial::find(tx, ctx.organisation)? else {
            return Ok(None);
        };
        // Its procedures are those that the organisation tries; its files are not looked at from here.
        let tried = catalogue.list(tx, there.id)?;
        Ok::<_, DemarcheError>(Some((there, tried)))
    });
    let found = read.await?;
    let is_open = |there: &Organisation| {
        let trial = there.trial.as_ref();
        trial.is_some_and(|trial| !trial.is_over(visit.ctx.now))
    };
    let found = found.filter(|(there, _)| is_open(there));
    let said = found.map(|(there, tried)| {
        let end = there.trial.as_ref().map(|trial| visit.day(trial.ends_at));
        let root = root(&visit, &headers);
        let procedures = tried.iter().map(|revision| {
            let vault = house.store.vault();
            let entry = parvis_web::trial::entry(vault, &there, Some(&revision.slug));
            let href = visit.url(&entry);
            ProcedureSaid {
                title: Said::of(&visit, &revision.file.title),
                link: format!("{root}{href}"),
                href,
            }
        });
        TrialSaid {
            end: end.unwrap_or_default(),
            procedures: procedures.collect(),
        }
    });
    let page = Page {
        visit: &visit,
        notice,
        trial: said,
    };
    Ok(Html(page.render()?))
}

/// What stands before a path when it is sent to somebody.
fn root(visit: &Visit, headers: &HeaderMap) -> String {
    let asked = headers.get(HOST).and_then(|host| host.to_str().ok());
    let host = visit.organisation.host.as_deref().or(asked);
    let scheme = if visit.secure { "https" } else { "http" };
    host.map(|host| format!("{scheme}://{host}"))
        .unwrap_or_default()
}

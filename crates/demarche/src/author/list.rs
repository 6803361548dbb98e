//! Every procedure of the organisation, published, drafted or closed.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Extension, State};
use axum::response::Html;
use parvis_kernel::{Ctx, Instant};
use parvis_store::Tx;
use parvis_web::{House, PageError, Tag, Tone, Visit};

use super::act;
use super::request::{Author, Done, path};
use super::review::reviews_waiting;
use crate::catalogue::Catalogue;
use crate::error::DemarcheError;
use crate::model::Review;
use crate::prose::Said;
use crate::store;

#[derive(Template)]
#[template(path = "author/list.html")]
struct Page<'a> {
    visit: &'a Visit,
    notice: Option<&'static str>,
    /// Drafts that wait for whoever looks at the page to read them.
    to_read: Vec<ToRead>,
    lines: Vec<Line>,
}

/// A draft that somebody asks to read.
struct ToRead {
    title: Said,
    href: String,
    asked: String,
}

struct Line {
    title: Said,
    href: String,
    state: Tag,
    published: Option<String>,
    draft: Option<String>,
}

/// A procedure as the store tells it.
#[derive(Default)]
struct Known {
    title: Option<parvis_form::Text>,
    published: Option<(i64, Instant)>,
    closed_at: Option<Instant>,
    draft: Option<(String, Instant)>,
}

fn read(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    catalogue: &Catalogue,
) -> Result<BTreeMap<String, Known>, DemarcheError> {
    act::writes(ctx, tx)?;
    let mut known: BTreeMap<String, Known> = BTreeMap::new();
    for standing in store::procedures(tx, ctx.organisation)? {
        let Some(id) = standing.published else {
            continue;
        };
        let revision = catalogue.revision(tx, ctx.organisation, id)?;
        let procedure = Known {
            title: Some(revision.file.title.clone()),
            published: Some((revision.number, revision.published_at)),
            closed_at: standing.closed_at,
            draft: None,
        };
        known.insert(standing.slug, procedure);
    }
    for draft in store::drafts(tx, ctx.organisation)? {
        let procedure = known.entry(draft.slug).or_default();
        procedure.draft = Some((draft.title, draft.written_at));
    }
    Ok(known)
}

/// What waits for the agent to read it, and who asks.
fn to_read(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Vec<(Review, String)>, DemarcheError> {
    let Some(agent) = ctx.actor.agent() else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for review in reviews_waiting(tx, ctx.organisation, agent)? {
        let asks = parvis_access::agent::find(tx, ctx.organisation, review.asked_by)?;
        found.push((review, asks.full_name()));
    }
    Ok(found)
}

pub(super) async fn show(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Author(visit): Author,
    Done(notice): Done,
) -> Result<Html<String>, PageError> {
    let ctx = visit.ctx.clone();
    let read = house.store.read(move |tx| {
        let known = read(&ctx, tx, &catalogue)?;
        Ok::<_, DemarcheError>((known, to_read(&ctx, tx)?))
    });
    let (known, asked) = read.await?;
    let asked = asked.iter().map(|(review, name)| {
        let date = visit.date_time(review.asked_at);
        let values = [("name", name.as_str()), ("date", date.as_str())];
        ToRead {
            title: Said::french(&visit, &review.title),
            href: visit.url(&format!("{}/relecture", path(&review.slug))),
            asked: visit.say_with("review-asked", &values),
        }
    });
    let lines = known.iter().map(|(slug, known)| line(&visit, slug, known));
    let page = Page {
        visit: &visit,
        notice,
        to_read: asked.collect(),
        lines: lines.collect(),
    };
    Ok(Html(page.render()?))
}

fn line(visit: &Visit, slug: &str, known: &Known) -> Line {
    let drafted = known.draft.as_ref().map(|(title, _)| title.as_str());
    let title = match &known.title {
        Some(title) => Said::of(visit, title),
        None => Said::french(visit, drafted.unwrap_or(slug)),
    };
    let published = known.published.map(|(number, at)| {
        let values = [("number", number.to_string()), ("date", visit.day(at))];
        visit.say_with("author-list-revision", &values)
    });
    let draft = known.draft.as_ref().map(|(_, at)| visit.day(*at));
    Line {
        title,
        href: visit.url(&path(slug)),
        state: state(visit, known.published.is_some(), known.closed_at.is_some()),
        published,
        draft: draft.map(|date| visit.say_with("author-list-written", &[("date", date)])),
    }
}

/// What the public sees of it.
pub(super) fn state(visit: &Visit, published: bool, closed: bool) -> Tag {
    match (published, closed) {
        (_, true) => Tag::new(visit.say("author-state-closed"), Tone::Quiet),
        (true, false) => Tag::new(visit.say("author-state-published"), Tone::Good),
        (false, false) => Tag::new(visit.say("author-state-draft"), Tone::Wait),
    }
}

//! The panels of a procedure: their links, and what was said of each question.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Extension, Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use http::HeaderMap;
use http::header::HOST;
use parvis_kernel::PanelId;
use parvis_web::{Choice, Entries, EntriesExt, Errors, Form, House, PageError, Tag, Tone, Visit};

use super::super::editor;
use super::super::request::{Author, Done, done, path, version};
use super::super::seen::Seen;
use super::act::{self, DAYS, LONGEST, USUAL_DAYS};
use super::places::{Place, places};
use super::{page_of, public_path};
use crate::catalogue::Catalogue;
use crate::error::DemarcheError;
use crate::model::{Panel, Remark};
use crate::prose::Said;

#[derive(Template)]
#[template(path = "author/panel/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    notice: Option<&'static str>,
    errors: Errors,
    title: Said,
    own: String,
    action: String,
    open: Vec<OpenSaid>,
    places: Vec<PlaceSaid>,
    /// The version of the draft that a new panel would show; 0 when it has none that is right.
    version: i64,
    days: Vec<Choice>,
    words: String,
    longest: usize,
}

/// A panel that is open.
struct OpenSaid {
    id: String,
    href: String,
    link: String,
    until: String,
    count: String,
}

/// What was said of a place.
struct PlaceSaid {
    label: String,
    /// Its page in the editor; nothing when the draft has it no more.
    mend: String,
    remarks: Vec<RemarkSaid>,
}

/// A remark, as its author page tells it.
pub(super) struct RemarkSaid {
    pub text: String,
    pub by: String,
    pub tag: Tag,
    pub words: String,
    pub href: String,
    /// What the link to its page says: nobody answered yet, or one may read it again.
    pub act: &'static str,
}

/// What the page reads.
struct View {
    seen: Seen,
    panels: Vec<(Panel, Vec<Remark>)>,
}

async fn view(
    house: &House,
    visit: &Visit,
    catalogue: Catalogue,
    slug: &str,
) -> Result<View, PageError> {
    let (ctx, asked) = (visit.ctx.clone(), slug.to_owned());
    let read = house.store.read(move |tx| {
        Ok::<_, DemarcheError>(View {
            seen: Seen::read(&ctx, tx, &catalogue, &asked)?,
            panels: act::remarks_of(tx, ctx.organisation, &asked)?,
        })
    });
    Ok(read.await?)
}

pub(super) async fn show(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Author(visit): Author,
    Path(slug): Path<String>,
    Done(notice): Done,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let view = view(&house, &visit, catalogue, &slug).await?;
    let root = root(&visit, &headers);
    let page = page(&house, &visit, &view, &Entries::new(), &root);
    answered(Page { notice, ..page })
}

fn answered(page: Page<'_>) -> Result<Response, PageError> {
    let status = match page.errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    Ok((status, Html(page.render()?)).into_response())
}

fn page<'a>(
    house: &House,
    visit: &'a Visit,
    view: &View,
    entries: &Entries,
    root: &str,
) -> Page<'a> {
    let seen = &view.seen;
    let checked = seen.checked();
    let drafted = checked.as_ref().and_then(|checked| checked.as_ref().ok());
    let published = seen.published.as_ref().map(|revision| &revision.file);
    let title = match drafted.map(|checked| &checked.file).or(published) {
        Some(file) => Said::of(visit, &file.title),
        None => Said::french(visit, &seen.slug),
    };
    let open = view.panels.iter().map(|(panel, _)| panel);
    let open = open.filter(|panel| panel.is_open(visit.ctx.now));
    let days = DAYS.iter().map(|days| {
        let label = visit.say_with("panel-days", &[("count", days)]);
        let typed = entries.first("jours");
        let chosen = typed == days.to_string() || (typed.is_empty() && *days == USUAL_DAYS);
        Choice::new(days.to_string(), label).checked(chosen)
    });
    let order = drafted.map_or_else(Vec::new, places);
    let version = seen.draft.as_ref().filter(|_| drafted.is_some());
    Page {
        visit,
        notice: None,
        errors: Errors::none(),
        title,
        own: visit.url(&path(&seen.slug)),
        action: visit.url(&page_of(&seen.slug)),
        open: open.map(|own| open_said(house, visit, own, root)).collect(),
        places: by_place(visit, &seen.slug, &view.panels, &order),
        version: version.map_or(0, |draft| draft.version),
        days: days.collect(),
        words: entries.first("mots").to_owned(),
        longest: LONGEST,
    }
}

fn open_said(house: &House, visit: &Visit, panel: &Panel, root: &str) -> OpenSaid {
    let code = act::code(house.store.vault(), visit.organisation.id, panel.id);
    let href = visit.url(&public_path(&code));
    OpenSaid {
        id: panel.id.to_string(),
        link: format!("{root}{href}"),
        href,
        until: visit.say_with("panel-until", &[("date", visit.date_time(panel.ends_at))]),
        count: visit.say_with("panel-count", &[("count", panel.remarks)]),
    }
}

/// What was said, by place, in the order of the pages of the draft; what the draft has no more comes last.
fn by_place(
    visit: &Visit,
    slug: &str,
    panels: &[(Panel, Vec<Remark>)],
    order: &[Place],
) -> Vec<PlaceSaid> {
    let mut found: BTreeMap<(usize, String), PlaceSaid> = BTreeMap::new();
    for remark in panels.iter().flat_map(|(_, remarks)| remarks) {
        let rank = order.iter().position(|place| place.name == remark.place);
        let own = rank.and_then(|rank| order.get(rank));
        let key = (rank.unwrap_or(usize::MAX), remark.place.clone());
        let place = found.entry(key).or_insert_with(|| PlaceSaid {
            label: label(visit, remark),
            mend: own.map_or_else(String::new, |place| visit.url(&mend_path(slug, place))),
            remarks: Vec::new(),
        });
        place.remarks.push(said(visit, slug, remark));
    }
    found.into_values().collect()
}

/// The page of the editor where a place is changed.
pub(super) fn mend_path(slug: &str, place: &Place) -> String {
    match (place.name.split_once('/'), &place.step) {
        (Some(("question", name)), Some(step)) => {
            editor::part_of(slug, format!("steps/{step}/elements/{name}"))
        }
        (_, Some(step)) => editor::part_of(slug, format!("steps/{step}")),
        (_, None) => editor::part_of(slug, "presentation"),
    }
}

/// The words of the place of a remark.
pub(super) fn label(visit: &Visit, remark: &Remark) -> String {
    match remark.place == super::WHOLE {
        true => visit.say("panel-whole").to_owned(),
        false => remark.label.clone(),
    }
}

pub(super) fn said(visit: &Visit, slug: &str, remark: &Remark) -> RemarkSaid {
    let date = visit.date_time(remark.written_at);
    let by = match remark.name.as_str() {
        "" => visit.say_with("panel-said-anonymous", &[("date", date)]),
        name => visit.say_with("panel-said", &[("name", name), ("date", date.as_str())]),
    };
    let settled = remark.settled.as_ref();
    let (key, tone) = match settled {
        None => ("panel-to-read", Tone::Wait),
        Some(settled) if !settled.kept => ("panel-set-aside", Tone::Quiet),
        Some(_) if remark.publication.is_some() => ("panel-cited", Tone::Good),
        Some(_) => ("panel-kept", Tone::Good),
    };
    RemarkSaid {
        text: remark.text.clone(),
        by,
        tag: Tag::new(visit.say(key), tone),
        words: settled.map_or_else(String::new, |settled| settled.words.clone()),
        act: match settled {
            None => "panel-answer",
            Some(_) if remark.publication.is_some() => "panel-see",
            Some(_) => "panel-change",
        },
        href: visit.url(&format!("{}/remarques/{}", page_of(slug), remark.id)),
    }
}

pub(super) async fn open(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    Author(visit): Author,
    Path(slug): Path<String>,
    headers: HeaderMap,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let view = view(&house, &visit, catalogue, &slug).await?;
    let words = entries.first("mots").to_owned();
    let days = entries.first("jours").parse().ok();
    let days = days.filter(|days| DAYS.contains(days));
    let mut errors = Errors::none();
    if days.is_none() {
        errors.add("jours", visit.say("panel-error-days"));
    }
    if words.chars().count() > LONGEST {
        errors.add(
            "mots",
            visit.say_with("review-error-long", &[("most", LONGEST)]),
        );
    }
    let Some(days) = days.filter(|_| !errors.any()) else {
        let root = root(&visit, &headers);
        let page = page(&house, &visit, &view, &entries, &root);
        return answered(Page { errors, ..page });
    };
    let Some(Ok(checked)) = view.seen.checked() else {
        return Err(DemarcheError::DraftChanged { slug }.into());
    };
    let (ctx, read) = (visit.ctx.clone(), version(&entries));
    let opened = house
        .store
        .write(move |tx| act::open_panel(&ctx, tx, &checked, read, (days, &words)));
    opened.await?;
    Ok(done(&visit, &page_of(&slug), "panel-ouvert"))
}

pub(super) async fn close(
    State(house): State<House>,
    Author(visit): Author,
    Path(slug): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let id: PanelId = entries
        .first("panel")
        .parse()
        .map_err(|_| PageError::not_found())?;
    let (ctx, own) = (visit.ctx.clone(), slug.clone());
    let closed = house
        .store
        .write(move |tx| act::close_panel(&ctx, tx, &own, id));
    closed.await?;
    Ok(done(&visit, &page_of(&slug), "panel-ferme"))
}

/// What stands before a path when it is sent to somebody.
fn root(visit: &Visit, headers: &HeaderMap) -> String {
    let asked = headers.get(HOST).and_then(|host| host.to_str().ok());
    let host = visit.organisation.host.as_deref().or(asked);
    let scheme = if visit.secure { "https" } else { "http" };
    host.map(|host| format!("{scheme}://{host}"))
        .unwrap_or_default()
}

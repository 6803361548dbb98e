//! What is left to do once the installation is set up: a first procedure, and what stands around the house.

use axum::Router;
use axum::extract::{Extension, Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::header::CONTENT_TYPE;
use parvis_access::{Right, Target, agent, authorize};
use parvis_kernel::{Ctx, Failure, GroupId};
use parvis_organisation::{Group, Organisation, Service};
use parvis_store::Tx;
use parvis_web::{
    Choice, Entries, EntriesExt, Errors, Form, House, Link, PageError, Tag, Task, Tone, Visit,
};

use crate::error::AdministrationError;
use crate::pages::{self, Block, Field, Frame, Part};
use crate::request::{Agent, Done, done, id};
use crate::services::refuse_reader;
use crate::surroundings::{Around, Bundled, Seen, Standing, Surroundings};

const BEGIN: &str = "/agent/administration/mise-en-route";
const PUBLISH: &str = "/agent/administration/mise-en-route/demarche";

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/agent/administration/mise-en-route", get(show))
        .route(
            "/agent/administration/mise-en-route/demarche",
            get(choose).post(publish),
        )
        .route(
            "/agent/administration/mise-en-route/demarche/{slug}",
            get(text),
        )
}

/// What the page tells.
struct View {
    bundled: Vec<Bundled>,
    groups: Vec<(Group, Service)>,
    alone: bool,
}

/// The procedures that come with the house, and the groups in which the agent decides: they alone can publish for them.
fn read(ctx: &Ctx, tx: &mut Tx<'_>, around: Surroundings) -> Result<View, AdministrationError> {
    authorize(ctx, tx, Right::ReadAdministration, Target::Organisation)?;
    let members = parvis_access::staff::all(ctx, tx)?;
    let open = members.iter().filter(|own| own.agent.disabled_at.is_none());
    let mut groups = Vec::new();
    if let Some(own) = ctx.actor.agent() {
        for membership in agent::memberships(tx, ctx.organisation, own)? {
            let group = parvis_organisation::group(tx, ctx.organisation, membership.group)?;
            let service = parvis_organisation::service(tx, ctx.organisation, group.service)?;
            if membership.role == parvis_access::Role::Instructeur {
                groups.push((group, service));
            }
        }
    }
    Ok(View {
        bundled: (around.bundled)(ctx, tx)?,
        groups,
        alone: open.count() < 2,
    })
}

async fn view(house: &House, visit: &Visit, around: Surroundings) -> Result<View, PageError> {
    let ctx = visit.ctx.clone();
    Ok(house.store.read(move |tx| read(&ctx, tx, around)).await?)
}

async fn show(
    State(house): State<House>,
    Agent(visit): Agent,
    Extension(surroundings): Extension<Surroundings>,
    around: Option<Extension<Around>>,
    Done(told): Done,
) -> Result<Response, PageError> {
    let view = view(&house, &visit, surroundings).await?;
    let seen = look(around.map(|own| own.0), &visit.organisation).await?;
    let mut tasks = own_tasks(&visit, &view);
    tasks.extend(seen.iter().map(|own| task_of(&visit, *own)));
    let blocks = [
        Block::Text(visit.say("begin-text").to_owned()),
        Block::Tasks(tasks),
        Block::Text(visit.say("begin-doctor").to_owned()),
    ];
    let frame = Frame::titled(visit.say("begin-title")).told(told);
    pages::sheet(&visit, &frame, &blocks)
}

/// Looks around the house, outside of any transaction.
async fn look(around: Option<Around>, organisation: &Organisation) -> Result<Vec<Seen>, PageError> {
    let Some(around) = around else {
        return Ok(Vec::new());
    };
    let sender = organisation.profile.sender.clone();
    let looked = tokio::task::spawn_blocking(move || (around.0)(&sender)).await;
    Ok(looked.map_err(|error| Failure::new("looking around the house", error))?)
}

/// What is done in these pages.
fn own_tasks(visit: &Visit, view: &View) -> Vec<Task> {
    let task = |key: &str, path: &str, hint: &str, done: bool| Task {
        title: visit.say(key).into(),
        href: Some(visit.url(path)),
        hint: visit.say(hint).to_owned(),
        status: tag(visit, if done { Standing::Good } else { Standing::ToDo }),
    };
    let offers = view.bundled.iter().any(|own| own.offered);
    vec![
        task("begin-procedure", PUBLISH, "begin-procedure-hint", offers),
        task(
            "begin-colleague",
            "/agent/administration/invitations/nouvelle",
            "begin-colleague-hint",
            !view.alone,
        ),
        task(
            "begin-describe",
            "/agent/administration/organisation/modifier",
            "begin-describe-hint",
            crate::home::is_described(&visit.organisation.profile),
        ),
    ]
}

/// What is done on the machine.
fn task_of(visit: &Visit, (what, standing): Seen) -> Task {
    let state = match standing {
        Standing::Good => "good",
        Standing::ToDo | Standing::Unseen => "to-do",
        Standing::Bad => "bad",
    };
    let hint = match (what, standing) {
        (_, Standing::Good) => String::new(),
        _ => visit.say(&format!("begin-{what}-{state}")).to_owned(),
    };
    Task {
        title: visit.say(&format!("begin-{what}")).to_owned().into(),
        href: None,
        hint,
        status: tag(visit, standing),
    }
}

fn tag(visit: &Visit, standing: Standing) -> Tag {
    match standing {
        Standing::Good => Tag::new(visit.say("begin-good"), Tone::Good),
        Standing::ToDo => Tag::new(visit.say("begin-to-do"), Tone::Wait),
        Standing::Bad => Tag::new(visit.say("begin-bad"), Tone::Bad),
        Standing::Unseen => Tag::new(visit.say("begin-unseen"), Tone::Quiet),
    }
}

async fn choose(
    State(house): State<House>,
    Agent(visit): Agent,
    Extension(surroundings): Extension<Surroundings>,
) -> Result<Response, PageError> {
    refuse_reader(&visit)?;
    let view = view(&house, &visit, surroundings).await?;
    page(&visit, &view, &Entries::new(), &Errors::none())
}

fn page(
    visit: &Visit,
    view: &View,
    entries: &Entries,
    errors: &Errors,
) -> Result<Response, PageError> {
    let procedures = view.bundled.iter().map(|own| {
        let choice = Choice::new(&own.slug, own.title.clone());
        let chosen = entries.first("demarche") == own.slug;
        choice.hint(own.summary.clone()).checked(chosen)
    });
    let typed = entries.first("groupe");
    let groups = view.groups.iter().enumerate().map(|(rank, (group, _))| {
        let id = group.id.to_string();
        let chosen = typed == id || (typed.is_empty() && rank == 0);
        Choice::new(id, group.name.clone()).checked(chosen)
    });
    let confirmed = Choice::new("oui", visit.say("begin-confirm-label"));
    let read = view.bundled.iter().map(|own| {
        let values = [("title", &own.title)];
        Link::new(
            visit.say_with("begin-read", &values),
            visit.url(&format!("{PUBLISH}/{}", own.slug)),
        )
    });
    let form = pages::Form {
        frame: Frame::titled(visit.say("begin-publish-title")).back(visit, "begin-title", BEGIN),
        action: visit.url(PUBLISH),
        parts: vec![
            Part::Text(visit.say("begin-publish-text").to_owned()),
            Part::Radios(
                Field::new("demarche", visit.say("begin-publish-which")),
                procedures.collect(),
            ),
            Part::Select(
                Field::new("groupe", visit.say("begin-publish-group")),
                groups.collect(),
            ),
            Part::Text(visit.say("begin-confirm-text").to_owned()),
            Part::Links(read.collect()),
            Part::Boxes(
                Field::new("confirme", visit.say("begin-confirm")),
                vec![confirmed.checked(entries.first("confirme") == "oui")],
            ),
        ],
        button: visit.say("begin-publish-button").to_owned(),
        ..pages::Form::default()
    };
    pages::form(visit, &form, errors)
}

async fn publish(
    State(house): State<House>,
    Agent(visit): Agent,
    Extension(surroundings): Extension<Surroundings>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    refuse_reader(&visit)?;
    let view = view(&house, &visit, surroundings).await?;
    let slug = entries.first("demarche").to_owned();
    let mut errors = Errors::none();
    if view.bundled.iter().all(|own| own.slug != slug) {
        errors.add("demarche", visit.say("begin-error-which"));
    }
    let chosen: Option<GroupId> = id(entries.first("groupe")).ok();
    let own = view
        .groups
        .iter()
        .find(|(group, _)| Some(group.id) == chosen);
    if own.is_none() {
        errors.add("groupe", visit.say("begin-error-group"));
    }
    if entries.first("confirme") != "oui" {
        errors.add("confirme", visit.say("begin-error-confirm"));
    }
    let Some((group, service)) = own.cloned().filter(|_| !errors.any()) else {
        return page(&visit, &view, &entries, &errors);
    };
    let (ctx, own) = (visit.ctx.clone(), slug.clone());
    let published = house
        .store
        .write(move |tx| (surroundings.publish_bundled)(&ctx, tx, &own, &group, &service));
    if published.await? {
        return Ok(done(&visit, BEGIN, "publie"));
    }
    // Somebody else reads it first: its page says so, and how to ask.
    let page = format!("/agent/demarches/{slug}/relecture");
    Ok(done(&visit, &page, "brouillon"))
}

/// The whole text of a procedure, as it would be published.
async fn text(
    Agent(visit): Agent,
    Extension(surroundings): Extension<Surroundings>,
    Path(slug): Path<String>,
) -> Result<Response, PageError> {
    refuse_reader(&visit)?;
    let text = (surroundings.bundled_text)(&slug).ok_or_else(PageError::not_found)?;
    Ok(([(CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response())
}

//! One group of agents.

use axum::Extension;
use axum::extract::{Path, State};
use axum::response::Response;
use parvis_kernel::{GroupId, ServiceId};
use parvis_organisation::Group;
use parvis_web::{Choice, Entries, EntriesExt, Errors, Form, House, Link, PageError, Visit};

use super::act::Directory;
use super::{SERVICES, act, directory, missing_name, refused, slug_of};
use crate::pages::{self, Field, Frame, Part, Send};
use crate::request::{Agent, done, id};
use crate::surroundings::{Led, Surroundings};

/// What the form of the confirmation says.
const CONFIRMED: &str = "confirmer";

const GROUPS: &str = "/agent/administration/groupes";

pub(super) async fn begin(
    State(house): State<House>,
    Agent(visit): Agent,
) -> Result<Response, PageError> {
    super::refuse_reader(&visit)?;
    let known = directory(&house, &visit.ctx).await?;
    new_page(&visit, &known, &Entries::new(), &Errors::none())
}

fn new_page(
    visit: &Visit,
    known: &Directory,
    entries: &Entries,
    errors: &Errors,
) -> Result<Response, PageError> {
    let mut form = page(
        visit,
        known,
        entries,
        "admin-group-new",
        &format!("{GROUPS}/nouveau"),
    );
    let slug =
        Field::new("nom-court", visit.say("admin-column-slug")).value(entries.first("nom-court"));
    form.parts.insert(
        1,
        Part::Input(
            slug.hint(visit.say("admin-slug-hint"))
                .width("20")
                .optional(),
        ),
    );
    pages::form(visit, &form, errors)
}

fn page(
    visit: &Visit,
    known: &Directory,
    entries: &Entries,
    title: &str,
    path: &str,
) -> pages::Form {
    let services = known.open_services().map(|service| {
        let id = service.id.to_string();
        let chosen = entries.first("service") == id;
        Choice::new(id, service.name.as_str()).checked(chosen)
    });
    let name = Field::new("nom", visit.say("admin-column-name")).value(entries.first("nom"));
    let service = Field::new("service", visit.say("admin-column-service"));
    pages::Form {
        frame: Frame::titled(visit.say(title)).back(visit, "admin-section-services", SERVICES),
        action: visit.url(path),
        parts: vec![Part::Input(name), Part::Select(service, services.collect())],
        button: visit.say("admin-save").to_owned(),
        ..pages::Form::default()
    }
}

fn service_of(visit: &Visit, entries: &Entries, errors: &mut Errors) -> ServiceId {
    let parsed = entries.first("service").parse();
    parsed.unwrap_or_else(|_| {
        pages::missing(visit, errors, "service", "admin-column-service");
        ServiceId::new()
    })
}

pub(super) async fn create(
    State(house): State<House>,
    Agent(visit): Agent,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let known = directory(&house, &visit.ctx).await?;
    let mut errors = missing_name(&visit, &entries);
    let service = service_of(&visit, &entries, &mut errors);
    if !errors.any() {
        let typed = entries.first("nom-court");
        let name = entries.first("nom").to_owned();
        let group = Group {
            id: GroupId::new(),
            slug: if typed.is_empty() {
                slug_of(&name)
            } else {
                typed.to_owned()
            },
            name,
            service,
        };
        let ctx = visit.ctx.clone();
        match house
            .store
            .write(move |tx| act::create_group(&ctx, tx, &group))
            .await
        {
            Ok(()) => return Ok(done(&visit, SERVICES, "cree")),
            Err(error) => refused(&visit, error, &mut errors)?,
        }
    }
    new_page(&visit, &known, &entries, &errors)
}

pub(super) async fn edit(
    State(house): State<House>,
    Agent(visit): Agent,
    Path(group): Path<String>,
) -> Result<Response, PageError> {
    super::refuse_reader(&visit)?;
    let known = directory(&house, &visit.ctx).await?;
    let group = open(&known, &group)?;
    shown(&visit, &known, &group, &typed(&group), &Errors::none())
}

fn typed(group: &Group) -> Entries {
    Entries::from([
        ("nom".to_owned(), vec![group.name.clone()]),
        ("service".to_owned(), vec![group.service.to_string()]),
    ])
}

fn shown(
    visit: &Visit,
    known: &Directory,
    group: &Group,
    entries: &Entries,
    errors: &Errors,
) -> Result<Response, PageError> {
    let path = format!("{GROUPS}/{}", group.id);
    let mut form = page(visit, known, entries, "admin-group-edit", &path);
    form.also = Some(Send {
        action: visit.url(&format!("{path}/fermer")),
        text: visit.say("admin-group-close").to_owned(),
        ..Send::default()
    });
    pages::form(visit, &form, errors)
}

/// What closing the group changes, before it is done: the procedures that lead to it by a rule.
fn confirmation(visit: &Visit, group: &Group, led: &[Led]) -> Result<Response, PageError> {
    let link = |led: &Led| {
        let path = format!("/agent/demarches/{}", led.slug);
        Link::new(led.title.as_str(), visit.url(&path))
    };
    let path = format!("{GROUPS}/{}", group.id);
    let name = [("name", group.name.as_str())];
    let form = pages::Form {
        frame: Frame::titled(visit.say_with("admin-group-close-title", &name)).back(
            visit,
            "admin-group-edit",
            &path,
        ),
        action: visit.url(&format!("{path}/fermer")),
        parts: vec![
            Part::Text(visit.say("admin-group-close-led").to_owned()),
            Part::Links(led.iter().map(link).collect()),
            Part::Text(visit.say("admin-group-close-then").to_owned()),
            Part::Kept("etape", CONFIRMED.to_owned()),
        ],
        button: visit.say("admin-group-close").to_owned(),
        grave: true,
        ..pages::Form::default()
    };
    pages::form(visit, &form, &Errors::none())
}

/// An open group of this organisation.
fn open(known: &Directory, text: &str) -> Result<Group, PageError> {
    let id: GroupId = id(text)?;
    let found = known.open_groups().find(|group| group.id == id).cloned();
    found.ok_or_else(PageError::not_found)
}

pub(super) async fn change(
    State(house): State<House>,
    Agent(visit): Agent,
    Path(group): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let known = directory(&house, &visit.ctx).await?;
    let group = open(&known, &group)?;
    let mut errors = missing_name(&visit, &entries);
    let service = service_of(&visit, &entries, &mut errors);
    if !errors.any() {
        let (ctx, id, name) = (visit.ctx.clone(), group.id, entries.first("nom").to_owned());
        match house
            .store
            .write(move |tx| act::change_group(&ctx, tx, id, &name, service))
            .await
        {
            Ok(()) => return Ok(done(&visit, SERVICES, "enregistre")),
            Err(error) => refused(&visit, error, &mut errors)?,
        }
    }
    shown(&visit, &known, &group, &entries, &errors)
}

pub(super) async fn close(
    State(house): State<House>,
    Agent(visit): Agent,
    Extension(surroundings): Extension<Surroundings>,
    Path(group): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let known = directory(&house, &visit.ctx).await?;
    let group = open(&known, &group)?;
    let (ctx, id) = (visit.ctx.clone(), group.id);
    if entries.first("etape") != CONFIRMED {
        let reading = house
            .store
            .read(move |tx| act::led_by_rules(&ctx, tx, surroundings, id));
        match reading.await {
            Ok(led) if led.is_empty() => {}
            Ok(led) => return confirmation(&visit, &group, &led),
            Err(error) => {
                let mut errors = Errors::none();
                refused(&visit, error, &mut errors)?;
                return shown(&visit, &known, &group, &typed(&group), &errors);
            }
        }
    }
    let ctx = visit.ctx.clone();
    let closed = house
        .store
        .write(move |tx| act::close_group(&ctx, tx, surroundings, id));
    let mut errors = Errors::none();
    match closed.await {
        Ok(()) => return Ok(done(&visit, SERVICES, "ferme")),
        Err(error) => refused(&visit, error, &mut errors)?,
    }
    shown(&visit, &known, &group, &typed(&group), &errors)
}

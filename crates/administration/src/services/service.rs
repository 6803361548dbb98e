//! One service.

use axum::Extension;
use axum::extract::{Path, State};
use axum::response::Response;
use parvis_kernel::ServiceId;
use parvis_organisation::{Contact, Service};
use parvis_web::{Entries, EntriesExt, Errors, Form, House, PageError, Visit};

use super::{SERVICES, act, directory, missing_name, refused, slug_of};
use crate::pages::{self, Field, Frame, Part, Send};
use crate::request::{Agent, done, id, is_address, lines, optional};
use crate::surroundings::Surroundings;

pub(super) async fn begin(
    State(house): State<House>,
    Agent(visit): Agent,
) -> Result<Response, PageError> {
    super::refuse_reader(&visit)?;
    directory(&house, &visit.ctx).await?;
    new_page(&visit, &Entries::new(), &Errors::none())
}

fn new_page(visit: &Visit, entries: &Entries, errors: &Errors) -> Result<Response, PageError> {
    let mut form = page(
        visit,
        entries,
        "admin-service-new",
        &format!("{SERVICES}/nouveau"),
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

fn page(visit: &Visit, entries: &Entries, title: &str, path: &str) -> pages::Form {
    let field = |name: &str, key: &str| Field::new(name, visit.say(key)).value(entries.first(name));
    let by_line =
        |field: Field| Part::Area(field.hint(visit.say("admin-organisation-lines")).optional());
    pages::Form {
        frame: Frame::titled(visit.say(title)).back(visit, "admin-section-services", SERVICES),
        action: visit.url(path),
        parts: vec![
            Part::Input(field("nom", "admin-column-name")),
            by_line(field("adresse", "admin-organisation-address")),
            Part::Input(
                field("telephone", "admin-organisation-phone")
                    .kind("tel")
                    .width("20")
                    .optional(),
            ),
            Part::Input(
                field("courriel", "admin-organisation-email")
                    .kind("email")
                    .width("30")
                    .optional(),
            ),
            by_line(field("horaires", "admin-organisation-hours")),
        ],
        button: visit.say("admin-save").to_owned(),
        ..pages::Form::default()
    }
}

fn contact(entries: &Entries) -> Contact {
    Contact {
        postal_address: lines(entries.first("adresse")),
        email: optional(entries.first("courriel")),
        phone: optional(entries.first("telephone")),
        hours: lines(entries.first("horaires")),
    }
}

fn errors(visit: &Visit, entries: &Entries) -> Errors {
    let mut errors = missing_name(visit, entries);
    let address = entries.first("courriel");
    if !address.is_empty() && !is_address(address) {
        errors.add("courriel", visit.say("admin-error-address"));
    }
    errors
}

pub(super) async fn create(
    State(house): State<House>,
    Agent(visit): Agent,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let mut errors = errors(&visit, &entries);
    if !errors.any() {
        let typed = entries.first("nom-court");
        let name = entries.first("nom").to_owned();
        let service = Service {
            id: ServiceId::new(),
            slug: if typed.is_empty() {
                slug_of(&name)
            } else {
                typed.to_owned()
            },
            name,
            contact: contact(&entries),
        };
        let ctx = visit.ctx.clone();
        match house
            .store
            .write(move |tx| act::create_service(&ctx, tx, &service))
            .await
        {
            Ok(()) => return Ok(done(&visit, SERVICES, "cree")),
            Err(error) => refused(&visit, error, &mut errors)?,
        }
    }
    new_page(&visit, &entries, &errors)
}

pub(super) async fn edit(
    State(house): State<House>,
    Agent(visit): Agent,
    Path(service): Path<String>,
) -> Result<Response, PageError> {
    super::refuse_reader(&visit)?;
    let service = open(&house, &visit, &service).await?;
    shown(&visit, &service, &typed(&service), &Errors::none())
}

fn typed(service: &Service) -> Entries {
    let contact = service.contact.clone();
    let pairs = [
        ("nom", service.name.clone()),
        ("adresse", contact.postal_address.join("\n")),
        ("telephone", contact.phone.unwrap_or_default()),
        ("courriel", contact.email.unwrap_or_default()),
        ("horaires", contact.hours.join("\n")),
    ];
    let pairs = pairs
        .into_iter()
        .map(|(name, value)| (name.to_owned(), vec![value]));
    pairs.collect()
}

fn shown(
    visit: &Visit,
    service: &Service,
    entries: &Entries,
    errors: &Errors,
) -> Result<Response, PageError> {
    let path = format!("{SERVICES}/{}", service.id);
    let mut form = page(visit, entries, "admin-service-edit", &path);
    form.also = Some(Send {
        action: visit.url(&format!("{path}/fermer")),
        text: visit.say("admin-service-close").to_owned(),
        ..Send::default()
    });
    pages::form(visit, &form, errors)
}

/// An open service of this organisation.
async fn open(house: &House, visit: &Visit, text: &str) -> Result<Service, PageError> {
    let id: ServiceId = id(text)?;
    let known = directory(house, &visit.ctx).await?;
    let found = known
        .open_services()
        .find(|service| service.id == id)
        .cloned();
    found.ok_or_else(PageError::not_found)
}

pub(super) async fn change(
    State(house): State<House>,
    Agent(visit): Agent,
    Path(service): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let service = open(&house, &visit, &service).await?;
    let mut errors = errors(&visit, &entries);
    if !errors.any() {
        let (ctx, id) = (visit.ctx.clone(), service.id);
        let (name, contact) = (entries.first("nom").to_owned(), contact(&entries));
        match house
            .store
            .write(move |tx| act::change_service(&ctx, tx, id, &name, &contact))
            .await
        {
            Ok(()) => return Ok(done(&visit, SERVICES, "enregistre")),
            Err(error) => refused(&visit, error, &mut errors)?,
        }
    }
    shown(&visit, &service, &entries, &errors)
}

pub(super) async fn close(
    State(house): State<House>,
    Agent(visit): Agent,
    Extension(surroundings): Extension<Surroundings>,
    Path(service): Path<String>,
    Form(_): Form,
) -> Result<Response, PageError> {
    let service = open(&house, &visit, &service).await?;
    let (ctx, id) = (visit.ctx.clone(), service.id);
    let closed = house
        .store
        .write(move |tx| act::close_service(&ctx, tx, surroundings, id));
    let mut errors = Errors::none();
    match closed.await {
        Ok(()) => return Ok(done(&visit, SERVICES, "ferme")),
        Err(error) => refused(&visit, error, &mut errors)?,
    }
    shown(&visit, &service, &typed(&service), &errors)
}

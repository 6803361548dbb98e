//! Services and the groups of agents that belong to them: made, renamed, moved, closed.

mod act;
mod group;
mod service;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use parvis_kernel::{Ctx, Instant};
use parvis_organisation::{Group, OrganisationError, Service};
use parvis_web::{Entries, EntriesExt, Errors, House, Link, PageError, Tag, Tone, Visit};

use crate::error::AdministrationError;
use crate::pages::{self, Block, Frame, Item, List};
use crate::request::{Agent, Done};
use crate::surroundings::Use;

pub(crate) use act::Directory;

const SERVICES: &str = "/agent/administration/services";

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/agent/administration/services", get(show))
        .route(
            "/agent/administration/services/nouveau",
            get(service::begin).post(service::create),
        )
        .route(
            "/agent/administration/services/{service}",
            get(service::edit).post(service::change),
        )
        .route(
            "/agent/administration/services/{service}/fermer",
            post(service::close),
        )
        .route(
            "/agent/administration/groupes/nouveau",
            get(group::begin).post(group::create),
        )
        .route(
            "/agent/administration/groupes/{group}",
            get(group::edit).post(group::change),
        )
        .route(
            "/agent/administration/groupes/{group}/fermer",
            post(group::close),
        )
}

/// Services and groups, for who sees the administration.
pub(crate) async fn directory(house: &House, ctx: &Ctx) -> Result<Directory, PageError> {
    let ctx = ctx.clone();
    Ok(house.store.read(move |tx| act::read(&ctx, tx)).await?)
}

async fn show(
    State(house): State<House>,
    Agent(visit): Agent,
    Done(told): Done,
) -> Result<Response, PageError> {
    let known = directory(&house, &visit.ctx).await?;
    let to = |key: &str, path: &str| Link::new(visit.say(key), visit.url(path));
    let mut blocks = vec![Block::List(services(&visit, &known))];
    if visit.administers() {
        blocks.push(Block::Button(to(
            "admin-service-new",
            "/agent/administration/services/nouveau",
        )));
    }
    blocks.push(Block::List(groups(&visit, &known)));
    if visit.administers() {
        blocks.push(Block::Button(to(
            "admin-group-new",
            "/agent/administration/groupes/nouveau",
        )));
    }
    let frame = Frame::titled(visit.say("admin-section-services")).told(told);
    pages::sheet(&visit, &frame, &blocks)
}

fn services(visit: &Visit, known: &Directory) -> List {
    let row = |(service, closed_at): &(Service, Option<Instant>)| {
        let href = format!("{SERVICES}/{}", service.id);
        let contact = &service.contact;
        let reached = contact
            .phone
            .iter()
            .chain(&contact.email)
            .cloned()
            .collect();
        vec![
            named(visit, &service.name, &href, *closed_at),
            Item::text(&service.slug),
            Item::lines(reached),
            state(visit, *closed_at),
        ]
    };
    list(
        visit,
        "admin-services",
        "admin-column-reached",
        known.services.iter().map(row).collect(),
    )
}

fn groups(visit: &Visit, known: &Directory) -> List {
    let row = |(group, closed_at): &(Group, Option<Instant>)| {
        let href = format!("/agent/administration/groupes/{}", group.id);
        vec![
            named(visit, &group.name, &href, *closed_at),
            Item::text(&group.slug),
            Item::text(known.service_name(group.service)),
            state(visit, *closed_at),
        ]
    };
    list(
        visit,
        "admin-groups",
        "admin-column-service",
        known.groups.iter().map(row).collect(),
    )
}

fn list(visit: &Visit, caption: &str, third: &str, rows: Vec<Vec<Item>>) -> List {
    let columns = [
        "admin-column-name",
        "admin-column-slug",
        third,
        "admin-column-state",
    ];
    List {
        caption: visit.say(caption).to_owned(),
        columns: columns.map(|key| visit.say(key).to_owned()).to_vec(),
        rows,
    }
}

/// A name, which leads to where it is changed when the agent may and when it can be.
fn named(visit: &Visit, name: &str, path: &str, closed_at: Option<Instant>) -> Item {
    match visit.administers() && closed_at.is_none() {
        true => Item::link(name, visit.url(path)),
        false => Item::text(name),
    }
}

fn state(visit: &Visit, closed_at: Option<Instant>) -> Item {
    Item::tag(Some(match closed_at {
        None => Tag::new(visit.say("admin-state-open"), Tone::Good),
        Some(at) => {
            let day = [("day", visit.day(at))];
            Tag::new(visit.say_with("admin-state-closed-on", &day), Tone::Quiet)
        }
    }))
}

/// Who only reads finds no form; the acts would refuse it too.
pub(crate) fn refuse_reader(visit: &Visit) -> Result<(), PageError> {
    match visit.administers() {
        true => Ok(()),
        false => Err(parvis_access::AccessError::Forbidden.into()),
    }
}

/// Says beside which field a rule said no.
fn refused(
    visit: &Visit,
    error: AdministrationError,
    errors: &mut Errors,
) -> Result<(), PageError> {
    match error {
        AdministrationError::Organisation(OrganisationError::MalformedSlug { .. }) => {
            errors.add("nom-court", visit.say("admin-error-slug"));
        }
        AdministrationError::Organisation(OrganisationError::AlreadyServed { .. }) => {
            errors.add("nom-court", visit.say("admin-error-slug-taken"));
        }
        AdministrationError::InUse(uses) => {
            let said: Vec<&str> = uses.iter().map(|own| visit.say(use_key(*own))).collect();
            let uses = [("uses", said.join(", "))];
            errors.add("", visit.say_with("admin-error-in-use", &uses));
        }
        other => return Err(other.into()),
    }
    Ok(())
}

const fn use_key(own: Use) -> &'static str {
    match own {
        Use::Agents => "admin-use-agents",
        Use::Groups => "admin-use-groups",
        Use::Procedures => "admin-use-procedures",
        Use::Dossiers => "admin-use-dossiers",
    }
}

fn missing_name(visit: &Visit, entries: &Entries) -> Errors {
    let mut errors = Errors::none();
    if entries.first("nom").is_empty() {
        pages::missing(visit, &mut errors, "nom", "admin-column-name");
    }
    errors
}

/// A short name made of a name: lower case, without accents, words joined by hyphens.
pub(crate) fn slug_of(name: &str) -> String {
    let mut slug = String::new();
    for sign in name.to_lowercase().chars() {
        match unaccented(sign) {
            Some(letter) => slug.push_str(letter),
            None if sign.is_ascii_alphanumeric() => slug.push(sign),
            None if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            None => {}
        }
    }
    slug.truncate(63);
    slug.trim_end_matches('-').to_owned()
}

/// The plain letters of an accented one of French.
const fn unaccented(sign: char) -> Option<&'static str> {
    Some(match sign {
        'à' | 'â' | 'ä' => "a",
        'é' | 'è' | 'ê' | 'ë' => "e",
        'î' | 'ï' => "i",
        'ô' | 'ö' => "o",
        'ù' | 'û' | 'ü' => "u",
        'ÿ' => "y",
        'ç' => "c",
        'œ' => "oe",
        'æ' => "ae",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_is_made_of_a_name() {
        for (name, slug) in [
            ("État civil", "etat-civil"),
            (
                "Ville de Rochebrune-sur-Loire",
                "ville-de-rochebrune-sur-loire",
            ),
            ("  L’Œuvre & Cie !", "l-oeuvre-cie"),
            ("…", ""),
        ] {
            assert_eq!(slug_of(name), slug, "{name}");
        }
    }
}

//! What the organisation says of itself: its name, its contacts, its declarations, its image.

mod form;
mod logo;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use parvis_access::{Right, Target, authorize};
use parvis_kernel::Ctx;
use parvis_organisation::{Accessibility, Contact, Organisation, OrganisationError, Profile};
use parvis_store::Tx;
use parvis_web::{Entries, EntriesExt, Errors, Form, House, Link, PageError, Row, Visit};

use crate::error::AdministrationError;
use crate::pages::{self, Block, Frame};
use crate::request::{Agent, Done, done};
use crate::services::refuse_reader;

pub(crate) use form::ZONES;

const ORGANISATION: &str = "/agent/administration/organisation";

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/agent/administration/organisation", get(show))
        .route(
            "/agent/administration/organisation/modifier",
            get(edit).post(change),
        )
        .route(
            "/agent/administration/organisation/logo",
            get(logo::show).post(logo::replace),
        )
        .route(
            "/agent/administration/organisation/logo/retirer",
            post(logo::remove),
        )
        .route("/logo/{file}", get(logo::serve))
}

/// The organisation as it stands in the database, for who sees the administration.
fn read(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Organisation, AdministrationError> {
    authorize(ctx, tx, Right::ReadAdministration, Target::Organisation)?;
    let all = parvis_organisation::all(tx)?;
    let own = all.into_iter().find(|own| own.id == ctx.organisation);
    Ok(own.ok_or(OrganisationError::NotFound)?)
}

async fn current(house: &House, visit: &Visit) -> Result<Organisation, PageError> {
    let ctx = visit.ctx.clone();
    Ok(house.store.read(move |tx| read(&ctx, tx)).await?)
}

/// Changes what the organisation says of itself.
fn describe(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    name: &str,
    profile: &Profile,
) -> Result<(), AdministrationError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    Ok(parvis_organisation::describe(ctx, tx, name, profile)?)
}

async fn show(
    State(house): State<House>,
    Agent(visit): Agent,
    Done(told): Done,
) -> Result<Response, PageError> {
    let own = current(&house, &visit).await?;
    let mut blocks = vec![Block::Summary(rows(&visit, &own))];
    if visit.administers() {
        let to = |key: &str, path: &str| Link::new(visit.say(key), visit.url(path));
        blocks.push(Block::Button(to(
            "admin-change",
            "/agent/administration/organisation/modifier",
        )));
        blocks.push(Block::Links(vec![to(
            "admin-logo-link",
            "/agent/administration/organisation/logo",
        )]));
    }
    let frame = Frame::titled(visit.say("admin-organisation-title")).told(told);
    pages::sheet(&visit, &frame, &blocks)
}

fn rows(visit: &Visit, own: &Organisation) -> Vec<Row> {
    let profile = &own.profile;
    let row = |key: &str, text: &str| match text.is_empty() {
        true => Row::new(visit.say(key), visit.say("admin-nothing")),
        false => Row::new(visit.say(key), text),
    };
    let said = |text: &Option<String>| text.clone().unwrap_or_default();
    let hold = [("count", i64::from(profile.hold_minutes))];
    let draft = [("count", i64::from(profile.draft_days))];
    let review = [("count", i64::from(profile.review_months))];
    vec![
        row("admin-organisation-name", &own.name),
        row("admin-organisation-siren", &said(&profile.siren)),
        row("admin-organisation-contact", &contact(&profile.contact)),
        row("admin-organisation-zone", &profile.time_zone),
        row("admin-organisation-sender", &profile.sender),
        row("admin-organisation-accent", &profile.accent),
        row(
            "admin-organisation-director",
            &said(&profile.publication_director),
        ),
        row("admin-organisation-host", &said(&profile.host)),
        row(
            "admin-organisation-dpo",
            &contact(&profile.data_protection_officer),
        ),
        row("admin-organisation-security", &profile.security_contact),
        row(
            "admin-organisation-accessibility",
            visit.say(accessibility_key(profile.accessibility)),
        ),
        row(
            "admin-organisation-court",
            &said(&profile.administrative_court),
        ),
        row("admin-organisation-conformity", &said(&profile.conformity)),
        row(
            "admin-organisation-hold",
            &visit.say_with("admin-organisation-minutes", &hold),
        ),
        row(
            "admin-organisation-draft",
            &visit.say_with("admin-organisation-days", &draft),
        ),
        row(
            "admin-organisation-review",
            &visit.say_with("admin-organisation-months", &review),
        ),
        row(
            "admin-organisation-reader",
            visit.say(form::reader_key(profile.second_reader)),
        ),
    ]
}

/// A contact, a line each.
fn contact(contact: &Contact) -> String {
    let lines = contact
        .postal_address
        .iter()
        .chain(&contact.phone)
        .chain(&contact.email);
    let lines: Vec<&str> = lines.chain(&contact.hours).map(String::as_str).collect();
    lines.join("\n")
}

const fn accessibility_key(state: Accessibility) -> &'static str {
    match state {
        Accessibility::NotAudited => "admin-accessibility-not-audited",
        Accessibility::NotConforming => "admin-accessibility-not-conforming",
        Accessibility::PartlyConforming => "admin-accessibility-partly",
        Accessibility::Conforming => "admin-accessibility-conforming",
    }
}

async fn edit(State(house): State<House>, Agent(visit): Agent) -> Result<Response, PageError> {
    refuse_reader(&visit)?;
    let own = current(&house, &visit).await?;
    let page = form::page(&visit, &form::typed(&own));
    pages::form(&visit, &page, &Errors::none())
}

async fn change(
    State(house): State<House>,
    Agent(visit): Agent,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let own = current(&house, &visit).await?;
    let mut errors = form::errors(&visit, &entries);
    if !errors.any() {
        let profile = form::profile(&entries, own.profile);
        let (ctx, name) = (visit.ctx.clone(), entries.first("nom").to_owned());
        let described = house
            .store
            .write(move |tx| describe(&ctx, tx, &name, &profile));
        match described.await {
            Ok(()) => {
                house.directory.refresh(&house.store).await?;
                return Ok(done(&visit, ORGANISATION, "enregistre"));
            }
            Err(AdministrationError::Organisation(error)) => refused(&visit, error, &mut errors)?,
            Err(error) => return Err(error.into()),
        }
    }
    pages::form(&visit, &form::page(&visit, &entries), &errors)
}

/// Says beside which field a rule said no.
fn refused(visit: &Visit, error: OrganisationError, errors: &mut Errors) -> Result<(), PageError> {
    match error {
        OrganisationError::Unreadable { ratio, nearest } => {
            // One figure after the decimal sign, rounded down: 4.49 is not 4.5.
            let tenths = (ratio * 10.0).floor() / 10.0;
            let ratio = match visit.language {
                parvis_kernel::Language::French => format!("{tenths:.1}").replace('.', ","),
                parvis_kernel::Language::English => format!("{tenths:.1}"),
            };
            let values = [("ratio", ratio), ("nearest", nearest)];
            errors.add(
                "couleur",
                visit.say_with("admin-organisation-error-contrast", &values),
            );
        }
        OrganisationError::MalformedProfile { key: "siren", .. } => {
            errors.add("siren", visit.say("admin-organisation-error-siren"));
        }
        OrganisationError::MalformedProfile { key: "accent", .. } => {
            errors.add("couleur", visit.say("admin-organisation-error-accent"));
        }
        OrganisationError::UnknownTimeZone { .. } => {
            pages::missing(visit, errors, "fuseau", "admin-organisation-zone");
        }
        other => return Err(other.into()),
    }
    Ok(())
}

/// A number of an entry, within bounds.
fn number(entries: &Entries, name: &str, least: u16, most: u16) -> Option<u16> {
    let number = entries.first(name).parse().ok()?;
    (least..=most).contains(&number).then_some(number)
}

//! Inviting somebody to become an agent; sending the link again; taking it back.

use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use parvis_access::AccessError;
use parvis_access::invitation::{self, Guest, Invitation};
use parvis_journal::Subject;
use parvis_kernel::{Ctx, InvitationId};
use parvis_notify::Template;
use parvis_store::Tx;
use parvis_web::{Entries, EntriesExt, Errors, Form, House, Link, PageError, Tag, Tone, Visit};

use crate::error::AdministrationError;
use crate::pages::{self, Block, Field, Frame, Item, List, Part, Send};
use crate::request::{Agent, Done, done, id, is_address, optional};
use crate::services::{Directory, directory, refuse_reader};
use crate::staff::{one, rights};

const INVITATIONS: &str = "/agent/administration/invitations";

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/agent/administration/invitations", get(show))
        .route(
            "/agent/administration/invitations/nouvelle",
            get(begin).post(create),
        )
        .route(
            "/agent/administration/invitations/{invitation}/renvoyer",
            post(renew),
        )
        .route(
            "/agent/administration/invitations/{invitation}/retirer",
            post(revoke),
        )
}

/// Invites somebody: the invitation and its mail live or die together.
fn invite(ctx: &Ctx, tx: &mut Tx<'_>, guest: &Guest) -> Result<(), AdministrationError> {
    let id = invitation::invite(ctx, tx, guest)?;
    send(ctx, tx, id)
}

fn send(ctx: &Ctx, tx: &mut Tx<'_>, id: InvitationId) -> Result<(), AdministrationError> {
    let subject = Subject::new("invitation", id.uuid());
    parvis_notify::send(ctx, tx, Template::Invitation, subject)?;
    Ok(())
}

async fn show(
    State(house): State<House>,
    Agent(visit): Agent,
    Done(told): Done,
) -> Result<Response, PageError> {
    let known = directory(&house, &visit.ctx).await?;
    let ctx = visit.ctx.clone();
    let waiting = house
        .store
        .read(move |tx| invitation::waiting(&ctx, tx))
        .await?;
    let mut blocks = Vec::new();
    if waiting.is_empty() {
        blocks.push(Block::Text(visit.say("admin-invitations-none").to_owned()));
    } else {
        let columns = [
            "admin-column-guest",
            "admin-column-rights",
            "admin-column-state",
            "admin-column-acts",
        ];
        let count = if visit.administers() { 4 } else { 3 };
        blocks.push(Block::List(List {
            caption: visit.say("admin-invitations-waiting").to_owned(),
            columns: columns
                .iter()
                .take(count)
                .map(|key| visit.say(key).to_owned())
                .collect(),
            rows: waiting.iter().map(|own| row(&visit, &known, own)).collect(),
        }));
    }
    if visit.administers() {
        let href = visit.url("/agent/administration/invitations/nouvelle");
        blocks.push(Block::Button(Link::new(
            visit.say("admin-agents-invite"),
            href,
        )));
    }
    let frame = Frame::titled(visit.say("admin-home-invitations")).told(told);
    pages::sheet(&visit, &frame, &blocks)
}

fn row(visit: &Visit, known: &Directory, own: &Invitation) -> Vec<Item> {
    let guest = &own.guest;
    let name = format!("{} {}", guest.first_name, guest.last_name);
    let day = [("day", visit.date_time(own.expires_at))];
    let state = match own.expires_at > visit.ctx.now {
        true => Tag::new(visit.say_with("admin-invitation-until", &day), Tone::Wait),
        false => Tag::new(visit.say("admin-invitation-expired"), Tone::Bad),
    };
    let mut items = vec![
        Item::lines(vec![name.clone(), guest.email.clone()]),
        Item::lines(rights::said_of(visit, known, &guest.rights)),
        Item::tag(Some(state)),
    ];
    if visit.administers() {
        let send = |word: &str, key: &str| Send {
            action: visit.url(&format!("{INVITATIONS}/{}/{word}", own.id)),
            text: visit.say(key).to_owned(),
            about: name.clone(),
            ..Send::default()
        };
        items.push(Item {
            sends: vec![
                send("renvoyer", "admin-invitation-again"),
                send("retirer", "admin-invitation-revoke"),
            ],
            ..Item::default()
        });
    }
    items
}

async fn begin(State(house): State<House>, Agent(visit): Agent) -> Result<Response, PageError> {
    refuse_reader(&visit)?;
    let known = directory(&house, &visit.ctx).await?;
    page(&visit, &known, &Entries::new(), &Errors::none())
}

fn page(
    visit: &Visit,
    known: &Directory,
    entries: &Entries,
    errors: &Errors,
) -> Result<Response, PageError> {
    let email =
        Field::new("courriel", visit.say("admin-agent-email")).value(entries.first("courriel"));
    let email = email
        .hint(visit.say("admin-invitation-email-hint"))
        .kind("email")
        .width("30");
    let mut parts = vec![
        Part::Text(visit.say("admin-invitation-text").to_owned()),
        Part::Input(email),
    ];
    parts.extend(one::identity(visit, known, entries));
    parts.extend(rights::parts(visit, known, &rights::given(entries, known)));
    let form = pages::Form {
        frame: Frame::titled(visit.say("admin-agents-invite")).back(
            visit,
            "admin-section-agents",
            crate::staff::AGENTS,
        ),
        action: visit.url("/agent/administration/invitations/nouvelle"),
        parts,
        button: visit.say("admin-invitation-send").to_owned(),
        ..pages::Form::default()
    };
    pages::form(visit, &form, errors)
}

async fn create(
    State(house): State<House>,
    Agent(visit): Agent,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let known = directory(&house, &visit.ctx).await?;
    let mut errors = one::identity_errors(&visit, &known, &entries);
    if !is_address(entries.first("courriel")) {
        errors.add("courriel", visit.say("admin-error-address"));
    }
    if !errors.any() {
        let guest = Guest {
            email: entries.first("courriel").to_owned(),
            first_name: entries.first("prenom").to_owned(),
            last_name: entries.first("nom").to_owned(),
            quality: entries.first("qualite").to_owned(),
            service: id(entries.first("service"))?,
            delegation: optional(entries.first("delegation")),
            rights: rights::given(&entries, &known),
        };
        let ctx = visit.ctx.clone();
        match house.store.write(move |tx| invite(&ctx, tx, &guest)).await {
            Ok(()) => {
                house.wake.wake();
                return Ok(done(&visit, INVITATIONS, "invite"));
            }
            Err(AdministrationError::Access(AccessError::AgentExists)) => {
                errors.add("courriel", visit.say("refusal-agent-exists"));
            }
            Err(error) => return Err(error.into()),
        }
    }
    page(&visit, &known, &entries, &errors)
}

async fn renew(
    State(house): State<House>,
    Agent(visit): Agent,
    Path(invitation): Path<String>,
    Form(_): Form,
) -> Result<Response, PageError> {
    let (ctx, id) = (visit.ctx.clone(), id::<InvitationId>(&invitation)?);
    let renewed = house.store.write(move |tx| {
        invitation::renew(&ctx, tx, id)?;
        send(&ctx, tx, id)
    });
    renewed.await?;
    house.wake.wake();
    Ok(done(&visit, INVITATIONS, "invite"))
}

async fn revoke(
    State(house): State<House>,
    Agent(visit): Agent,
    Path(invitation): Path<String>,
    Form(_): Form,
) -> Result<Response, PageError> {
    let (ctx, id) = (visit.ctx.clone(), id::<InvitationId>(&invitation)?);
    house
        .store
        .write(move |tx| invitation::revoke(&ctx, tx, id))
        .await?;
    Ok(done(&visit, INVITATIONS, "retire"))
}

//! What every agent sees of their own account: their sessions, their password.

use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use parvis_access::agent;
use parvis_access::device::{self, Device};
use parvis_kernel::{Personal, SessionId};
use parvis_web::{
    EntriesExt, Errors, Form, House, Link, PageError, Rule, Tag, Tone, Visit, hash_password,
    is_password,
};

use crate::accept::password_errors;
use crate::pages::{self, Block, Field, Frame, Item, List, Part, Send};
use crate::request::{Agent, Done, done};

const SESSIONS: &str = "/agent/sessions";
const PASSWORD: &str = "/agent/mot-de-passe";

/// Tries of the older password in one session.
const OLDER: Rule = Rule {
    name: "password-change",
    burst: 5,
    every: Duration::from_secs(60),
};

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route(SESSIONS, get(show).post(end))
        .route(PASSWORD, get(begin).post(change))
}

async fn show(
    State(house): State<House>,
    Agent(visit): Agent,
    Done(told): Done,
) -> Result<Response, PageError> {
    let Some(own) = visit.ctx.actor.agent() else {
        return Err(PageError::sign_in_first());
    };
    let ctx = visit.ctx.clone();
    let devices = house
        .store
        .read(move |tx| device::of_agent(&ctx, tx, own))
        .await?;
    let columns = [
        "agent-account-column-browser",
        "agent-account-column-opened",
        "agent-account-column-seen",
        "agent-account-column-end",
    ];
    let mut blocks = vec![
        Block::Text(visit.say("agent-account-sessions-text").to_owned()),
        Block::List(List {
            caption: visit.say("agent-account-sessions").to_owned(),
            columns: columns.map(|key| visit.say(key).to_owned()).to_vec(),
            rows: devices.iter().map(|device| row(&visit, device)).collect(),
        }),
    ];
    if devices.len() > 1 {
        blocks.push(Block::Send(Send {
            action: visit.url(SESSIONS),
            text: visit.say("agent-account-end-others").to_owned(),
            name: "session",
            value: "autres".to_owned(),
            ..Send::default()
        }));
    }
    blocks.push(Block::Links(vec![Link::new(
        visit.say("agent-account-password-title"),
        visit.url(PASSWORD),
    )]));
    pages::sheet(
        &visit,
        &Frame::titled(visit.say("agent-account-title")).told(told),
        &blocks,
    )
}

fn row(visit: &Visit, device: &Device) -> Vec<Item> {
    let browser = device.browser.clone();
    let browser = browser.unwrap_or_else(|| visit.say("agent-account-browser-unknown").to_owned());
    let opened = visit.date_time(device.opened_at);
    let own = visit
        .session
        .as_ref()
        .is_some_and(|session| session.id == device.session);
    let last = match own {
        true => Item::tag(Some(Tag::new(
            visit.say("agent-account-this-one"),
            Tone::Good,
        ))),
        false => Item {
            sends: vec![Send {
                action: visit.url(SESSIONS),
                text: visit.say("agent-account-end").to_owned(),
                about: format!("{browser}, {opened}"),
                name: "session",
                value: device.session.to_string(),
            }],
            ..Item::default()
        },
    };
    vec![
        Item::text(browser),
        Item::text(opened),
        Item::text(visit.date_time(device.last_seen_at)),
        last,
    ]
}

async fn end(
    State(house): State<House>,
    Agent(visit): Agent,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let ctx = visit.ctx.clone();
    let word = entries.first("session").to_owned();
    let ended = match word.as_str() {
        "autres" => {
            house
                .store
                .write(move |tx| device::end_others(&ctx, tx))
                .await
        }
        _ => {
            let session: SessionId = crate::request::id(&word)?;
            house
                .store
                .write(move |tx| device::end(&ctx, tx, session))
                .await
        }
    };
    ended?;
    Ok(done(&visit, SESSIONS, "session"))
}

async fn begin(Agent(visit): Agent) -> Result<Response, PageError> {
    page(&visit, &Errors::none())
}

fn page(visit: &Visit, errors: &Errors) -> Result<Response, PageError> {
    let secret = |name: &str, key: &str, autocomplete| {
        let field = Field::new(name, visit.say(key))
            .kind("password")
            .width("30");
        field.autocomplete(autocomplete)
    };
    let new = secret("mot-de-passe", "agent-account-password-new", "new-password");
    let form = pages::Form {
        frame: Frame::titled(visit.say("agent-account-password-title")).back(
            visit,
            "agent-account-title",
            SESSIONS,
        ),
        action: visit.url(PASSWORD),
        parts: vec![
            Part::Text(visit.say("agent-account-password-text").to_owned()),
            Part::Input(secret(
                "actuel",
                "agent-account-password-current",
                "current-password",
            )),
            Part::Input(new.hint(visit.say("accept-password-hint"))),
            Part::Input(secret(
                "confirmation",
                "accept-password-again",
                "new-password",
            )),
        ],
        button: visit.say("agent-account-password-button").to_owned(),
        ..pages::Form::default()
    };
    pages::form(visit, &form, errors)
}

async fn change(
    State(house): State<House>,
    Agent(visit): Agent,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let Some(own) = visit.ctx.actor.agent() else {
        return Err(PageError::sign_in_first());
    };
    visit.limit(&house, &OLDER, &own.to_string())?;
    let organisation = visit.organisation.id;
    let known = house
        .store
        .read(move |tx| agent::credentials_of(tx, organisation, own))
        .await?;
    let word = |name: &str| entries.all(name).first().cloned().unwrap_or_default();
    let (older, given) = (word("actuel"), word("mot-de-passe"));
    let mut errors = Errors::none();
    if !is_password(Some(known.password_hash), Personal::new(older)).await? {
        errors.add("actuel", visit.say("agent-account-password-wrong"));
    } else {
        let agent = &known.agent;
        let habits = [agent.email.as_str(), &agent.first_name, &agent.last_name];
        errors = password_errors(&visit, &given, entries.all("confirmation"), &habits);
    }
    if errors.any() {
        return page(&visit, &errors);
    }
    let hash = hash_password(Personal::new(given)).await?;
    let ctx = visit.ctx.clone();
    house
        .store
        .write(move |tx| device::change_password(&ctx, tx, &hash))
        .await?;
    Ok(done(&visit, SESSIONS, "mot-de-passe"))
}

//! One agent: who they are, what they may do, their account.

use axum::extract::{Path, State};
use axum::response::Response;
use parvis_access::staff::{self, Member};
use parvis_access::{AccessError, device};
use parvis_kernel::{AgentId, Ctx};
use parvis_store::Tx;
use parvis_web::{Choice, Entries, EntriesExt, Errors, Form, House, Link, PageError, Row, Visit};

use super::rights::said;
use super::{AGENTS, list, member};
use crate::error::AdministrationError;
use crate::pages::{self, Block, Field, Frame, Part};
use crate::request::{Agent, Done, done, optional};
use crate::services::{Directory, directory, refuse_reader};

/// What is done to an account after a word of confirmation.
#[derive(Clone, Copy)]
struct AccountAct {
    /// Its word in addresses.
    word: &'static str,
    title: &'static str,
    warning: &'static str,
    act: fn(&Ctx, &mut Tx<'_>, AgentId) -> Result<(), AccessError>,
}

const ACTS: [AccountAct; 5] = [
    AccountAct {
        word: "fermer",
        title: "admin-agent-close",
        warning: "admin-agent-close-warning",
        act: staff::disable,
    },
    AccountAct {
        word: "rouvrir",
        title: "admin-agent-reopen",
        warning: "admin-agent-reopen-warning",
        act: staff::enable,
    },
    AccountAct {
        word: "second-facteur",
        title: "admin-agent-forget",
        warning: "admin-agent-forget-warning",
        act: staff::forget_second_factor,
    },
    AccountAct {
        word: "delier",
        title: "admin-agent-unlink",
        warning: "admin-agent-unlink-warning",
        act: parvis_identity::unlink,
    },
    AccountAct {
        word: "sessions",
        title: "admin-agent-end",
        warning: "admin-agent-end-warning",
        act: device::end_all_of,
    },
];

/// How an agent gets in.
struct Account {
    sessions: usize,
    /// Whether the provider of the organisation means them by a subject.
    linked: bool,
}

fn act_of(word: &str) -> Result<AccountAct, PageError> {
    let found = ACTS.into_iter().find(|own| own.word == word);
    found.ok_or_else(PageError::not_found)
}

pub(super) async fn show(
    State(house): State<House>,
    Agent(visit): Agent,
    Path(agent): Path<String>,
    Done(told): Done,
) -> Result<Response, PageError> {
    let known = directory(&house, &visit.ctx).await?;
    let member = member(&house, &visit, &agent).await?;
    let (ctx, id) = (visit.ctx.clone(), member.agent.id);
    let read = house.store.read(move |tx| {
        let sessions = device::of_agent(&ctx, tx, id)?.len();
        let linked = parvis_identity::is_linked(&ctx, tx, id)?;
        Ok::<_, AdministrationError>(Account { sessions, linked })
    });
    let account = read.await?;
    let mut blocks = vec![Block::Summary(rows(&visit, &known, &member, &account))];
    if visit.administers() {
        blocks.push(Block::Links(links(&visit, &member, &account)));
    }
    let frame =
        Frame::titled(member.agent.full_name()).back(&visit, "admin-section-agents", AGENTS);
    pages::sheet(&visit, &frame.told(told), &blocks)
}

fn rows(visit: &Visit, known: &Directory, member: &Member, account: &Account) -> Vec<Row> {
    let agent = &member.agent;
    let row = |key: &str, text: &str| Row::new(visit.say(key), text);
    let last = member.last_signed_in_at.map(|at| visit.date_time(at));
    let last = last.unwrap_or_else(|| visit.say("admin-agent-never").to_owned());
    let factor = match member.second_factor {
        true => "admin-agent-factor-yes",
        false => "admin-agent-factor-no",
    };
    let linked = match account.linked {
        true => "admin-agent-linked-yes",
        false => "admin-agent-linked-no",
    };
    let delegation = agent
        .delegation
        .clone()
        .unwrap_or_else(|| visit.say("admin-nothing").to_owned());
    vec![
        row("admin-column-state", &list::state(visit, member).text),
        row("admin-agent-email", &agent.email),
        row("admin-agent-quality", &agent.quality),
        row("admin-column-service", known.service_name(agent.service)),
        row("admin-agent-delegation", &delegation),
        row(
            "admin-column-rights",
            &said(visit, known, member).join("\n"),
        ),
        row("admin-column-last", &last),
        row("admin-agent-factor", visit.say(factor)),
        row("admin-agent-sessions", &account.sessions.to_string()),
        row("admin-agent-linked", visit.say(linked)),
    ]
}

fn links(visit: &Visit, member: &Member, account: &Account) -> Vec<Link> {
    let path = format!("{AGENTS}/{}", member.agent.id);
    let closed = member.agent.disabled_at.is_some();
    let mut links = vec![
        Link::new(
            visit.say("admin-agent-edit"),
            visit.url(&format!("{path}/modifier")),
        ),
        Link::new(
            visit.say("admin-agent-rights"),
            visit.url(&format!("{path}/droits")),
        ),
    ];
    for own in ACTS {
        let fits = match own.word {
            "fermer" | "sessions" => !closed,
            "rouvrir" => closed,
            "delier" => account.linked,
            _ => member.second_factor,
        };
        if fits {
            links.push(Link::new(
                visit.say(own.title),
                visit.url(&format!("{path}/compte/{}", own.word)),
            ));
        }
    }
    links
}

pub(super) async fn edit(
    State(house): State<House>,
    Agent(visit): Agent,
    Path(agent): Path<String>,
) -> Result<Response, PageError> {
    refuse_reader(&visit)?;
    let known = directory(&house, &visit.ctx).await?;
    let member = member(&house, &visit, &agent).await?;
    let own = &member.agent;
    let pairs = [
        ("prenom", own.first_name.clone()),
        ("nom", own.last_name.clone()),
        ("qualite", own.quality.clone()),
        ("service", own.service.to_string()),
        ("delegation", own.delegation.clone().unwrap_or_default()),
    ];
    let entries = pairs
        .into_iter()
        .map(|(name, value)| (name.to_owned(), vec![value]))
        .collect();
    page(&visit, &known, &member, &entries, &Errors::none())
}

fn page(
    visit: &Visit,
    known: &Directory,
    member: &Member,
    entries: &Entries,
    errors: &Errors,
) -> Result<Response, PageError> {
    let path = format!("{AGENTS}/{}", member.agent.id);
    let form = pages::Form {
        frame: Frame::titled(visit.say("admin-agent-edit")).back(visit, "admin-agent-back", &path),
        action: visit.url(&format!("{path}/modifier")),
        parts: identity(visit, known, entries),
        button: visit.say("admin-save").to_owned(),
        ..pages::Form::default()
    };
    pages::form(visit, &form, errors)
}

/// The parts of a form that say who somebody is.
pub(crate) fn identity(visit: &Visit, known: &Directory, entries: &Entries) -> Vec<Part> {
    let field = |name: &str, key: &str| Field::new(name, visit.say(key)).value(entries.first(name));
    let services = known.open_services().map(|service| {
        let id = service.id.to_string();
        let chosen = entries.first("service") == id;
        Choice::new(id, service.name.as_str()).checked(chosen)
    });
    let quality =
        field("qualite", "admin-agent-quality").hint(visit.say("admin-agent-quality-hint"));
    vec![
        Part::Input(field("prenom", "admin-agent-first-name")),
        Part::Input(field("nom", "admin-agent-last-name")),
        Part::Input(quality),
        Part::Select(
            Field::new("service", visit.say("admin-column-service")),
            services.collect(),
        ),
        Part::Input(field("delegation", "admin-agent-delegation").optional()),
    ]
}

/// What is missing of who somebody is.
pub(crate) fn identity_errors(visit: &Visit, known: &Directory, entries: &Entries) -> Errors {
    let mut errors = Errors::none();
    for (name, label) in [
        ("prenom", "admin-agent-first-name"),
        ("nom", "admin-agent-last-name"),
        ("qualite", "admin-agent-quality"),
    ] {
        if entries.first(name).is_empty() {
            pages::missing(visit, &mut errors, name, label);
        }
    }
    let service = entries.first("service");
    if !known
        .open_services()
        .any(|own| own.id.to_string() == service)
    {
        pages::missing(visit, &mut errors, "service", "admin-column-service");
    }
    errors
}

pub(super) async fn change(
    State(house): State<House>,
    Agent(visit): Agent,
    Path(agent): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let known = directory(&house, &visit.ctx).await?;
    let member = member(&house, &visit, &agent).await?;
    let errors = identity_errors(&visit, &known, &entries);
    if errors.any() {
        return page(&visit, &known, &member, &entries, &errors);
    }
    let changed = parvis_access::Agent {
        first_name: entries.first("prenom").to_owned(),
        last_name: entries.first("nom").to_owned(),
        quality: entries.first("qualite").to_owned(),
        service: crate::request::id(entries.first("service"))?,
        delegation: optional(entries.first("delegation")),
        ..member.agent
    };
    let (ctx, id) = (visit.ctx.clone(), changed.id);
    house
        .store
        .write(move |tx| staff::change(&ctx, tx, &changed))
        .await?;
    Ok(done(&visit, &format!("{AGENTS}/{id}"), "enregistre"))
}

pub(super) async fn confirm(
    State(house): State<House>,
    Agent(visit): Agent,
    Path((agent, act)): Path<(String, String)>,
) -> Result<Response, PageError> {
    refuse_reader(&visit)?;
    let own = act_of(&act)?;
    let member = member(&house, &visit, &agent).await?;
    confirmation(&visit, &member, own, &Errors::none())
}

fn confirmation(
    visit: &Visit,
    member: &Member,
    own: AccountAct,
    errors: &Errors,
) -> Result<Response, PageError> {
    let path = format!("{AGENTS}/{}", member.agent.id);
    let name = [("name", member.agent.full_name())];
    let form = pages::Form {
        frame: Frame::titled(visit.say(own.title)).back(visit, "admin-agent-back", &path),
        action: visit.url(&format!("{path}/compte/{}", own.word)),
        parts: vec![Part::Text(visit.say_with(own.warning, &name))],
        button: visit.say(own.title).to_owned(),
        grave: own.word != "rouvrir",
        ..pages::Form::default()
    };
    pages::form(visit, &form, errors)
}

pub(super) async fn act(
    State(house): State<House>,
    Agent(visit): Agent,
    Path((agent, act)): Path<(String, String)>,
    Form(_): Form,
) -> Result<Response, PageError> {
    let own = act_of(&act)?;
    let member = member(&house, &visit, &agent).await?;
    let (ctx, id) = (visit.ctx.clone(), member.agent.id);
    let mut errors = Errors::none();
    match house.store.write(move |tx| (own.act)(&ctx, tx, id)).await {
        Ok(()) => return Ok(done(&visit, &format!("{AGENTS}/{id}"), "enregistre")),
        Err(AccessError::OwnAccount) => errors.add("", visit.say("refusal-own-account")),
        Err(AccessError::LastAdministrator) => {
            errors.add("", visit.say("refusal-last-administrator"))
        }
        Err(error) => return Err(error.into()),
    }
    confirmation(&visit, &member, own, &errors)
}

//! The review of rights: of every open account, somebody says whether its rights are right.

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use parvis_access::AccessError;
use parvis_access::review::{self, Outcome, Standing};
use parvis_access::staff::{self, Member};
use parvis_kernel::AgentId;
use parvis_web::{Choice, Entries, EntriesExt, Errors, Form, House, PageError, Visit};

use crate::home::{review_due, unused_since};
use crate::pages::{self, Block, Field, Frame, Item, List, Part};
use crate::request::{Agent, Done, done};
use crate::services::{Directory, directory};
use crate::staff::rights;

const REVIEW: &str = "/agent/administration/revue";
/// Accounts of a page: those that remain come with the next one.
const PAGE: usize = 50;

pub(crate) fn routes() -> Router<House> {
    Router::new().route(REVIEW, get(show).post(answer))
}

/// Every open account, and where the review stands.
struct View {
    known: Directory,
    members: Vec<Member>,
    standing: Standing,
}

impl View {
    /// Those of which nothing was said yet in this review.
    fn awaited(&self) -> impl Iterator<Item = &Member> {
        let last = self.standing.last;
        self.members
            .iter()
            .filter(move |member| review::awaits(member, last))
    }
}

async fn view(house: &House, visit: &Visit) -> Result<View, PageError> {
    let known = directory(house, &visit.ctx).await?;
    let ctx = visit.ctx.clone();
    let read = house
        .store
        .read(move |tx| Ok::<_, AccessError>((staff::all(&ctx, tx)?, review::standing(&ctx, tx)?)));
    let (members, standing) = read.await?;
    Ok(View {
        known,
        members,
        standing,
    })
}

async fn show(
    State(house): State<House>,
    Agent(visit): Agent,
    Done(told): Done,
) -> Result<Response, PageError> {
    let view = view(&house, &visit).await?;
    if visit.administers() {
        return page(&visit, &view, told, &Entries::new(), &Errors::none());
    }
    let columns = [
        "admin-column-agent",
        "admin-column-rights",
        "admin-column-last",
    ];
    let row = |member: &Member| {
        vec![
            Item::text(member.agent.full_name()),
            Item::lines(rights::said(&visit, &view.known, member)),
            Item::text(last(&visit, member)),
        ]
    };
    let blocks = [
        Block::Text(stands(&visit, &view)),
        Block::List(List {
            caption: visit.say("admin-review-remaining").to_owned(),
            columns: columns.map(|key| visit.say(key).to_owned()).to_vec(),
            rows: view.awaited().map(row).collect(),
        }),
    ];
    pages::sheet(
        &visit,
        &Frame::titled(visit.say("admin-home-review")).told(told),
        &blocks,
    )
}

fn stands(visit: &Visit, view: &View) -> String {
    let due = review_due(&visit.organisation.profile, view.standing, &view.members);
    match view.standing.last {
        Some(last) => {
            let days = [
                ("last", visit.day(last.completed_at)),
                ("due", visit.day(due)),
            ];
            visit.say_with("admin-home-review-hint", &days)
        }
        None => visit.say_with("admin-home-review-never", &[("due", visit.day(due))]),
    }
}

fn last(visit: &Visit, member: &Member) -> String {
    let last = match member.last_signed_in_at {
        Some(at) => visit.say_with("admin-review-last", &[("day", visit.day(at))]),
        None => visit.say("admin-review-never").to_owned(),
    };
    match member.is_unused_since(unused_since(visit.ctx.now)) {
        true => format!("{last} {}", visit.say("admin-review-unused")),
        false => last,
    }
}

fn page(
    visit: &Visit,
    view: &View,
    told: Option<&'static str>,
    entries: &Entries,
    errors: &Errors,
) -> Result<Response, PageError> {
    let count = [("count", view.standing.remaining)];
    let mut parts = vec![
        Part::Text(stands(visit, view)),
        Part::Text(visit.say_with("admin-review-text", &count)),
    ];
    for member in view.awaited().take(PAGE) {
        let name = field_of(member.agent.id);
        let said = rights::said(visit, &view.known, member).join(" ; ");
        let hint = format!("{}, {said}. {}", member.agent.quality, last(visit, member));
        let choice = |word: &str, key: &str| {
            Choice::new(word, visit.say(key)).checked(entries.first(&name) == word)
        };
        let choices = vec![
            choice("confirmer", "admin-review-confirm"),
            choice("retirer", "admin-review-withdraw"),
        ];
        parts.push(Part::Radios(
            Field::new(name.clone(), member.agent.full_name()).hint(hint),
            choices,
        ));
    }
    let form = pages::Form {
        frame: Frame::titled(visit.say("admin-home-review")).told(told),
        action: visit.url(REVIEW),
        parts,
        button: visit.say("admin-review-button").to_owned(),
        ..pages::Form::default()
    };
    pages::form(visit, &form, errors)
}

fn field_of(agent: AgentId) -> String {
    format!("agent-{agent}")
}

async fn answer(
    State(house): State<House>,
    Agent(visit): Agent,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let view = view(&house, &visit).await?;
    let mut errors = Errors::none();
    let outcome = |member: &Member| match entries.first(&field_of(member.agent.id)) {
        "confirmer" => Some((member.agent.id, Outcome::Confirmed)),
        "retirer" => Some((member.agent.id, Outcome::Withdrawn)),
        _ => None,
    };
    let outcomes: Vec<_> = view.awaited().filter_map(outcome).collect();
    if outcomes.is_empty() {
        let first = view
            .awaited()
            .next()
            .map(|member| field_of(member.agent.id));
        errors.add(
            first.unwrap_or_default(),
            visit.say("admin-review-error-none"),
        );
        return page(&visit, &view, None, &entries, &errors);
    }
    let ctx = visit.ctx.clone();
    let key = match house
        .store
        .write(move |tx| review::answer(&ctx, tx, &outcomes))
        .await
    {
        Ok(_) => return Ok(done(&visit, REVIEW, "revue")),
        Err(AccessError::OwnAccount) => "refusal-own-account",
        Err(AccessError::LastAdministrator) => "refusal-last-administrator",
        Err(error) => return Err(error.into()),
    };
    errors.add("", visit.say(key));
    page(&visit, &view, None, &entries, &errors)
}

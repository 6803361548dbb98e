//! What there is to do.

use std::time::Duration;

use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use axum::{Extension, Router};
use parvis_access::invitation::{self, Invitation};
use parvis_access::review::{self, Standing};
use parvis_access::staff::{self, Member};
use parvis_kernel::{Ctx, Instant};
use parvis_organisation::Profile;
use parvis_store::Tx;
use parvis_web::{House, PageError, Tag, Task, Tone, Visit};

use crate::antivirus;
use crate::error::AdministrationError;
use crate::pages::{self, Block, Frame};
use crate::request::{Agent, Done};
use crate::surroundings::{Antivirus, Surroundings, Unexamined};

/// An account that nobody uses for so long is marked.
const UNUSED: Duration = Duration::from_secs(183 * 24 * 3600);
const DAY: Duration = Duration::from_secs(24 * 3600);

pub(crate) fn routes() -> Router<House> {
    Router::new().route("/agent/administration", get(show))
}

/// Before this instant, an account that nobody used since is unused.
pub(crate) fn unused_since(now: Instant) -> Instant {
    now.checked_sub(UNUSED).unwrap_or(Instant::MIN)
}

/// When the next review is due, counted from the last one; from the first account when there was none.
pub(crate) fn review_due(profile: &Profile, standing: Standing, members: &[Member]) -> Instant {
    let first = members.iter().map(|member| member.created_at).min();
    let last = standing.last.map(|review| review.completed_at);
    let from = last.or(first).unwrap_or(Instant::UNIX_EPOCH);
    from.saturating_add(DAY * 30 * u32::from(profile.review_months))
        .unwrap_or(Instant::MAX)
}

/// Whether the organisation says all that the law asks it to say.
pub(crate) fn is_described(profile: &Profile) -> bool {
    profile.publication_director.is_some()
        && profile.administrative_court.is_some()
        && profile.data_protection_officer.email.is_some()
        && !profile.contact.postal_address.is_empty()
        && !profile.security_contact.is_empty()
}

/// What the page tells.
struct View {
    members: Vec<Member>,
    invitations: Vec<Invitation>,
    standing: Standing,
    offers: bool,
    exports: usize,
    unrouted: i64,
    unexamined: Unexamined,
}

fn read(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    surroundings: Surroundings,
) -> Result<View, AdministrationError> {
    Ok(View {
        members: staff::all(ctx, tx)?,
        invitations: invitation::waiting(ctx, tx)?,
        standing: review::standing(ctx, tx)?,
        offers: (surroundings.offers)(tx, ctx.organisation)?,
        exports: (surroundings.exports_to_approve)(ctx, tx)?,
        unrouted: (surroundings.unrouted)(tx, ctx.organisation)?,
        unexamined: (surroundings.unexamined)(tx, ctx.organisation)?,
    })
}

async fn show(
    State(house): State<House>,
    Agent(visit): Agent,
    Extension(surroundings): Extension<Surroundings>,
    antivirus: Option<Extension<Antivirus>>,
    Done(told): Done,
) -> Result<Response, PageError> {
    let ctx = visit.ctx.clone();
    let view = house
        .store
        .read(move |tx| read(&ctx, tx, surroundings))
        .await?;
    let frame = Frame::titled(visit.say("admin-home-title")).told(told);
    let mut tasks = tasks(&visit, &view);
    if let Some(Extension(antivirus)) = antivirus {
        let standing = (antivirus.0)(visit.ctx.now);
        antivirus::place(&visit, &standing, view.unexamined, &mut tasks);
    }
    pages::sheet(&visit, &frame, &[Block::Tasks(tasks)])
}

fn tasks(visit: &Visit, view: &View) -> Vec<Task> {
    let profile = &visit.organisation.profile;
    let now = visit.ctx.now;
    let complete = is_described(profile);
    let unused = view
        .members
        .iter()
        .filter(|own| own.is_unused_since(unused_since(now)))
        .count();
    let open = view
        .members
        .iter()
        .filter(|own| own.agent.disabled_at.is_none())
        .count();
    let due = review_due(profile, view.standing, &view.members);
    let review = match view.standing.last {
        Some(last) => {
            let days = [
                ("last", visit.day(last.completed_at)),
                ("due", visit.day(due)),
            ];
            visit.say_with("admin-home-review-hint", &days)
        }
        None => visit.say_with("admin-home-review-never", &[("due", visit.day(due))]),
    };
    let invited = [("count", view.invitations.len())];
    let count = [("count", open)];
    let accounts = visit.say_with("admin-home-agents-hint", &count);
    let unused_hint = match unused {
        0 => accounts,
        unused => format!(
            "{accounts} {}",
            visit.say_with("admin-home-unused", &[("count", unused)])
        ),
    };
    let task = |key: &str, path: &str, hint: String, done: bool| Task {
        title: visit.say(key).into(),
        href: Some(visit.url(path)),
        hint,
        status: match done {
            true => Tag::new(visit.say("admin-home-fine"), Tone::Good),
            false => Tag::new(visit.say("admin-home-to-do"), Tone::Wait),
        },
    };
    let said = |key: &str| visit.say(key).to_owned();
    let mut tasks = vec![
        task(
            "admin-home-describe",
            "/agent/administration/organisation",
            said("admin-home-describe-hint"),
            complete,
        ),
        task(
            "admin-home-offer",
            "/agent/administration/mise-en-route/demarche",
            said("admin-home-offer-hint"),
            view.offers,
        ),
        task(
            "admin-home-agents",
            "/agent/administration/agents",
            unused_hint,
            open > 1 && unused == 0,
        ),
        task(
            "admin-home-invitations",
            "/agent/administration/invitations",
            visit.say_with("admin-home-invitations-hint", &invited),
            view.invitations.iter().all(|own| own.expires_at > now),
        ),
        task(
            "admin-home-begin",
            "/agent/administration/mise-en-route",
            said("admin-home-begin-hint"),
            view.offers,
        ),
        task(
            "admin-home-review",
            "/agent/administration/revue",
            review,
            due > now,
        ),
        task(
            "admin-home-exports",
            "/agent/exports/approbations",
            visit.say_with("admin-home-exports-hint", &[("count", view.exports)]),
            view.exports == 0,
        ),
    ];
    if view.unrouted > 0 {
        let count = [("count", view.unrouted)];
        let hint = visit.say_with("admin-home-unrouted-hint", &count);
        tasks.insert(
            0,
            task("admin-home-unrouted", "/agent/demarches", hint, false),
        );
    }
    tasks
}

//! `/` and `/dev`: the communes, the mails that were written, the codes of agents, dossiers to follow.

mod example;
mod mail;
mod view;

use std::path::PathBuf;
use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use http::StatusCode;
use parvis_access::{agent, totp};
use parvis_demarche::Catalogue;
use parvis_kernel::{Failure, Instant};
use parvis_notify::post::folder::{self, Kept};
use parvis_web::House;

use super::communes::{self, DescribedAgent, Description};
use crate::config::Config;
use example::{ShownExample, examples};
use view::View;

/// Mails of the list.
const MAILS: usize = 60;
/// Seconds during which a code serves.
const CODE_SECONDS: i64 = 30;

/// What the pages need.
#[derive(Clone)]
struct Demonstration(Arc<Inner>);

struct Inner {
    house: House,
    config: Config,
    catalogue: Catalogue,
    descriptions: [Description; 2],
}

impl Inner {
    /// The folder of mails; none when they leave through SMTP.
    fn mails(&self) -> Option<PathBuf> {
        let leaves = self.config.mail.host.is_some();
        (!leaves).then(|| self.config.data.join("mails"))
    }
}

pub(super) fn routes(house: &House, config: &Config) -> Router {
    let inner = Inner {
        house: house.clone(),
        config: config.clone(),
        catalogue: Catalogue::new(),
        descriptions: communes::descriptions(),
    };
    Router::new()
        .route("/", get(show_home))
        .route("/dev", get(show_dev))
        .route("/dev/courriels/{name}", get(mail::show))
        .fallback(not_found)
        .with_state(Demonstration(Arc::new(inner)))
}

#[derive(Template)]
#[template(path = "demonstration/pages/home.html")]
struct Home<'a> {
    view: &'a View,
    communes: &'a [Description],
}

async fn show_home(State(demonstration): State<Demonstration>, view: View) -> Response {
    let communes = &demonstration.0.descriptions;
    shown(&Home {
        view: &view,
        communes,
    })
}

#[derive(Template)]
#[template(path = "demonstration/pages/dev.html")]
struct Dev<'a> {
    view: &'a View,
    communes: Vec<Staff<'a>>,
    password: &'a str,
    seconds_left: i64,
    mails: Vec<Kept>,
    mails_leave: bool,
    examples: Vec<ShownExample>,
}

/// The agents of a commune.
struct Staff<'a> {
    described: &'a Description,
    agents: Vec<Member<'a>>,
}

/// An agent and the code of now.
struct Member<'a> {
    described: &'a DescribedAgent,
    code: Option<String>,
}

async fn show_dev(State(demonstration): State<Demonstration>, view: View) -> Response {
    match dev(&demonstration.0, &view).await {
        Ok(response) => response,
        Err(failure) => failed(&failure),
    }
}

async fn dev(inner: &Arc<Inner>, view: &View) -> Result<Response, Failure> {
    let now = inner.house.clock.now();
    let mut communes = Vec::new();
    for described in &inner.descriptions {
        communes.push(staff(inner, described, now).await?);
    }
    let (mails, mails_leave) = match inner.mails() {
        Some(folder) => (kept(folder).await?, false),
        None => (Vec::new(), true),
    };
    Ok(shown(&Dev {
        view,
        communes,
        password: communes::PASSWORD,
        seconds_left: CODE_SECONDS - now.as_second().rem_euclid(CODE_SECONDS),
        mails,
        mails_leave,
        examples: examples(inner, view.language).await?,
    }))
}

async fn kept(folder: PathBuf) -> Result<Vec<Kept>, Failure> {
    let failed = |error: std::io::Error| Failure::new("listing the mails", error);
    let listed = tokio::task::spawn_blocking(move || folder::list(&folder, MAILS)).await;
    listed
        .map_err(|error| Failure::new("listing the mails", error))?
        .map_err(failed)
}

async fn staff<'a>(
    inner: &Inner,
    described: &'a Description,
    now: Instant,
) -> Result<Staff<'a>, Failure> {
    let emails: Vec<&'static str> = described.agents.iter().map(|agent| agent.email).collect();
    let organisation = inner.house.directory.by_slug(described.slug);
    let codes = match organisation.map(|organisation| organisation.id) {
        Some(organisation) => {
            let read = inner.house.store.read(move |tx| {
                let code = |email: &&str| {
                    let found = agent::credentials(tx, organisation, email)?;
                    let secret = found.and_then(|found| found.totp_secret);
                    secret.map(|secret| totp::code_at(&secret, now)).transpose()
                };
                emails.iter().map(code).collect::<Result<Vec<_>, _>>()
            });
            read.await
                .map_err(|error| Failure::new("reading the codes", error))?
        }
        None => Vec::new(),
    };
    let codes = codes.into_iter().chain(std::iter::repeat(None));
    let agents = described.agents.iter().zip(codes);
    Ok(Staff {
        described,
        agents: agents
            .map(|(described, code)| Member { described, code })
            .collect(),
    })
}

#[derive(Template)]
#[template(path = "demonstration/pages/missing.html")]
struct Missing<'a> {
    view: &'a View,
}

async fn not_found(view: View) -> Response {
    (StatusCode::NOT_FOUND, shown(&Missing { view: &view })).into_response()
}

fn shown(page: &impl Template) -> Response {
    match page.render() {
        Ok(text) => Html(text).into_response(),
        Err(error) => failed(&Failure::new("writing a page", error)),
    }
}

fn failed(failure: &Failure) -> Response {
    tracing::error!(doing = failure.doing, error = %failure.source, "a page of the demonstration failed");
    (StatusCode::INTERNAL_SERVER_ERROR, "incident\n").into_response()
}

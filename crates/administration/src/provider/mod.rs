//! Who knows the agents of the organisation: its OpenID Connect provider, declared, tried out, opened and closed.

mod form;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use parvis_identity::{Addresses, IdentityError, Matching, Provider, SecondFactor};
use parvis_web::{Form, House, Link, PageError, Roots, Row, Tag, Tone, Visit};

use crate::error::AdministrationError;
use crate::pages::{self, Block, Frame, Send};
use crate::request::{Agent, Done, done};

/// Where it is.
const PROVIDER: &str = "/agent/administration/connexion";
/// Where it is tried out, in the room of sign-in.
const TRIAL: &str = "/agent/connexion/fournisseur/essai";

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/agent/administration/connexion", get(show))
        .route(
            "/agent/administration/connexion/modifier",
            get(form::begin).post(form::declare),
        )
        .route("/agent/administration/connexion/ouvrir", post(open))
        .route("/agent/administration/connexion/fermer", post(close))
}

async fn show(
    State(house): State<House>,
    Agent(visit): Agent,
    Done(told): Done,
) -> Result<Response, PageError> {
    let provider = found(&house, &visit).await?;
    let frame = Frame::titled(visit.say("admin-provider-title")).told(told);
    pages::sheet(&visit, &frame, &blocks(&house, &visit, provider.as_ref()))
}

async fn found(house: &House, visit: &Visit) -> Result<Option<Provider>, PageError> {
    let ctx = visit.ctx.clone();
    let read = house
        .store
        .read(move |tx| parvis_identity::find(&ctx, tx).map_err(AdministrationError::from));
    Ok(read.await?)
}

fn blocks(house: &House, visit: &Visit, provider: Option<&Provider>) -> Vec<Block> {
    let mut blocks = vec![Block::Text(visit.say("admin-provider-text").to_owned())];
    let Some(own) = provider else {
        blocks.push(Block::Text(visit.say("admin-provider-none").to_owned()));
        if visit.administers() {
            blocks.push(Block::Button(edit(visit, "admin-provider-declare")));
        }
        return blocks;
    };
    blocks.push(Block::Summary(rows(house, visit, own)));
    if !visit.administers() {
        return blocks;
    }
    let trial = Link::new(visit.say("admin-provider-try"), visit.url(TRIAL));
    let send = |word: &str, key: &str| {
        Block::Send(Send {
            action: visit.url(&format!("{PROVIDER}/{word}")),
            text: visit.say(key).to_owned(),
            ..Send::default()
        })
    };
    match (own.enabled_at, own.tried_at) {
        (Some(_), _) => {
            blocks.push(send("fermer", "admin-provider-close"));
            blocks.push(Block::Links(vec![
                trial,
                edit(visit, "admin-provider-edit"),
            ]));
        }
        (None, Some(_)) => {
            blocks.push(send("ouvrir", "admin-provider-open"));
            blocks.push(Block::Links(vec![
                trial,
                edit(visit, "admin-provider-edit"),
            ]));
        }
        (None, None) => {
            blocks.push(Block::Text(visit.say("admin-provider-try-text").to_owned()));
            blocks.push(Block::Button(trial));
            blocks.push(Block::Links(vec![edit(visit, "admin-provider-edit")]));
        }
    }
    blocks
}

fn edit(visit: &Visit, key: &str) -> Link {
    Link::new(visit.say(key), visit.url(&format!("{PROVIDER}/modifier")))
}

/// What the provider has to know of the house: where it leads back to, and where somebody who signed out there comes back.
fn returns(house: &House, visit: &Visit) -> (String, String) {
    let root = Roots::new(&house.settings.public_url).of(&visit.organisation);
    (
        format!("{root}/agent/connexion/fournisseur/retour"),
        format!("{root}/agent/connexion"),
    )
}

fn rows(house: &House, visit: &Visit, own: &Provider) -> Vec<Row> {
    let settings = &own.settings;
    let row = |key: &str, answer: &str| Row::new(visit.say(key), answer);
    let list = |words: &[String], key: &str| match words.is_empty() {
        true => visit.say(key).to_owned(),
        false => words.join("\n"),
    };
    let (back, end) = returns(house, visit);
    vec![
        row("admin-column-state", &state(visit, own).text),
        row("admin-provider-issuer", &settings.issuer),
        row("admin-provider-client", &settings.client_id),
        row("admin-provider-secret", visit.say("admin-provider-sealed")),
        row("admin-provider-label", &settings.label),
        row(
            "admin-provider-scopes",
            &list(&settings.scopes, "admin-nothing"),
        ),
        row(
            "admin-provider-addresses",
            addresses(visit, settings.addresses),
        ),
        row(
            "admin-provider-matching",
            matching(visit, settings.matching),
        ),
        row(
            "admin-provider-domains",
            &list(&settings.domains, "admin-provider-any"),
        ),
        row(
            "admin-provider-factor",
            factor(visit, settings.second_factor),
        ),
        row("admin-provider-acr", &list(&settings.acr, "admin-nothing")),
        row("admin-provider-back", &back),
        row("admin-provider-end", &end),
    ]
}

fn state(visit: &Visit, own: &Provider) -> Tag {
    let at = |at| [("at", visit.date_time(at))];
    match (own.enabled_at, own.tried_at) {
        (Some(since), _) => Tag::new(
            visit.say_with("admin-provider-opened", &at(since)),
            Tone::Good,
        ),
        (None, Some(tried)) => Tag::new(
            visit.say_with("admin-provider-tried", &at(tried)),
            Tone::Wait,
        ),
        (None, None) => Tag::new(visit.say("admin-provider-not-tried"), Tone::Wait),
    }
}

fn addresses(visit: &Visit, own: Addresses) -> &str {
    visit.say(match own {
        Addresses::SaidVerified => "admin-provider-addresses-said",
        Addresses::AllVerified => "admin-provider-addresses-all",
    })
}

fn matching(visit: &Visit, own: Matching) -> &str {
    visit.say(match own {
        Matching::Subject => "admin-provider-matching-subject",
        Matching::SubjectAndAddress => "admin-provider-matching-both",
    })
}

fn factor(visit: &Visit, own: SecondFactor) -> &str {
    visit.say(match own {
        SecondFactor::House => "admin-provider-factor-house",
        SecondFactor::Provider => "admin-provider-factor-provider",
    })
}

async fn open(
    State(house): State<House>,
    Agent(visit): Agent,
    Form(_): Form,
) -> Result<Response, PageError> {
    let ctx = visit.ctx.clone();
    let opened = house
        .store
        .write(move |tx| parvis_identity::enable(&ctx, tx));
    match opened.await {
        Ok(()) => Ok(done(&visit, PROVIDER, "ouvert")),
        Err(error) => Err(refused(error)),
    }
}

async fn close(
    State(house): State<House>,
    Agent(visit): Agent,
    Form(_): Form,
) -> Result<Response, PageError> {
    let ctx = visit.ctx.clone();
    let closed = house
        .store
        .write(move |tx| parvis_identity::disable(&ctx, tx));
    match closed.await {
        Ok(()) => Ok(done(&visit, PROVIDER, "referme")),
        Err(error) => Err(refused(error)),
    }
}

fn refused(error: IdentityError) -> PageError {
    AdministrationError::from(error).into()
}

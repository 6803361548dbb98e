//! The application that calls, known by its bearer token.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::FromRequestParts;
use http::header::AUTHORIZATION;
use http::request::Parts;
use http::{HeaderMap, StatusCode};
use parvis_access::token::{self, Misuse, Scope, Secret, Token};
use parvis_kernel::{Actor, Ctx, Language, Purpose};

use super::Problem;
use crate::error::PageError;
use crate::house::House;
use crate::limits::{Quota, Rule};
use crate::request::Visit;

/// Calls of one token.
pub(super) const CALLS: Rule = Rule {
    name: "api",
    burst: 600,
    every: Duration::from_millis(100),
};
/// Calls without a known token, from one device.
const STRANGERS: Rule = Rule {
    name: "api-stranger",
    burst: 60,
    every: Duration::from_secs(1),
};

/// The application that calls.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The context of the acts of this call.
    pub ctx: Ctx,
    /// The language of what is told to it.
    pub language: Language,
    /// Its token.
    pub token: Arc<Token>,
    /// The site that it calls, without any session.
    visit: Visit,
}

impl Caller {
    /// A message with its variables.
    pub fn say_with<V: std::fmt::Display>(&self, key: &str, values: &[(&str, V)]) -> String {
        self.visit.say_with(key, values)
    }

    /// The address of something under the root of the interface.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        self.visit.url(&format!("{}{path}", super::ROOT))
    }

    /// Goes on only if the token was given for this; leaves the trace of what it is refused.
    ///
    /// # Errors
    /// `scope`.
    pub async fn needs(&self, house: &House, scope: Scope) -> Result<(), PageError> {
        if self.token.has(scope) {
            return Ok(());
        }
        Err(refused(house, &self.ctx, &self.token, Misuse::Scope).await)
    }
}

/// What was found of who calls.
pub(super) enum Found {
    /// A live token, and what it may still call.
    Known(Box<Caller>, Quota),
    /// No token that serves: what is told, and to a known token what it may still call.
    Refused(PageError, Option<Quota>),
}

/// Who calls. Cookies are not looked at.
pub(super) async fn found(house: &House, visit: &Visit, headers: &HeaderMap) -> Found {
    match identified(house, visit, headers).await {
        Ok(token) => admitted(house, visit, token).await,
        Err(error) => match visit.limit(house, &STRANGERS, &visit.client.to_string()) {
            Ok(()) => Found::Refused(error, None),
            Err(wait) => Found::Refused(wait, None),
        },
    }
}

async fn identified(house: &House, visit: &Visit, headers: &HeaderMap) -> Result<Token, PageError> {
    let Some(sent) = headers.get(AUTHORIZATION) else {
        return Err(unauthorized("token-missing", "api-problem-token-missing"));
    };
    let unknown = || unauthorized("token-unknown", "api-problem-token-unknown");
    let sent = sent.to_str().map_err(|_| unknown())?;
    let secret = sent
        .split_once(' ')
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .and_then(|(_, secret)| Secret::parse(secret.trim()))
        .ok_or_else(unknown)?;
    let organisation = visit.organisation.id;
    let read = house
        .store
        .read(move |tx| token::find_by_secret(tx, organisation, &secret));
    read.await?.ok_or_else(unknown)
}

async fn admitted(house: &House, visit: &Visit, token: Token) -> Found {
    let key = token.id.to_string();
    let quota = match house.limits.take_told(&CALLS, &key, visit.ctx.now) {
        Ok(quota) => quota,
        Err((wait, quota)) => return Found::Refused(wait.into(), Some(quota)),
    };
    let ctx = visit
        .ctx
        .acting_as(Actor::Machine(token.id), Purpose::OwnDemarche);
    let ctx = ctx.through(parvis_kernel::Channel::Api);
    if let Err(why) = token.admits(visit.client, ctx.now) {
        let error = refused(house, &ctx, &token, why).await;
        return Found::Refused(error, Some(quota));
    }
    touched(house, &ctx, &token).await;
    let caller = Caller {
        ctx,
        language: visit.language,
        token: Arc::new(token),
        visit: visit.clone(),
    };
    Found::Known(Box::new(caller), quota)
}

/// Leaves the trace that a known token was refused, and says so.
async fn refused(house: &House, ctx: &Ctx, token: &Token, why: Misuse) -> PageError {
    let (ctx, id) = (ctx.clone(), token.id);
    let traced = house
        .store
        .write(move |tx| token::refused(&ctx, tx, id, why));
    if let Err(error) = traced.await {
        return error.into();
    }
    match why {
        Misuse::Expired => unauthorized("token-expired", "api-problem-token-expired"),
        Misuse::Revoked => unauthorized("token-revoked", "api-problem-token-revoked"),
        Misuse::Network => {
            Problem::new(StatusCode::FORBIDDEN, "network", "api-problem-network").into()
        }
        Misuse::Scope => Problem::new(StatusCode::FORBIDDEN, "scope", "api-problem-scope").into(),
    }
}

fn unauthorized(code: &'static str, key: &'static str) -> PageError {
    Problem::new(StatusCode::UNAUTHORIZED, code, key).into()
}

/// Writes, now and then, that a token is used. A call is answered even when that cannot be written.
async fn touched(house: &House, ctx: &Ctx, token: &Token) {
    if !token.should_be_touched(ctx.now) {
        return;
    }
    let (ctx, id) = (ctx.clone(), token.id);
    let written = house.store.write(move |tx| token::touch(&ctx, tx, id));
    if let Err(error) = written.await {
        tracing::warn!(%error, "the last use of a token was not written");
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, PageError> {
        let known = parts.extensions.get::<Self>().cloned();
        known.ok_or_else(|| unauthorized("token-missing", "api-problem-token-missing"))
    }
}

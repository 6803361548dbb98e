//! The session of a person who is about to need one.

use parvis_access::AccessError;
use parvis_access::session::{self, Session, Token};
use parvis_kernel::{Refusal, RefusalKind};
use parvis_store::StoreError;

use super::{Cookie, Visit};
use crate::error::PageError;
use crate::house::House;

/// The session of the person, opened when there is none yet; with the cookie that keeps it when its token is new.
///
/// The token with which the page was shown is used first, so that a double click opens one session.
///
/// # Errors
/// A conflict when the browser is that of an agent.
pub async fn session_of(
    house: &House,
    visit: &Visit,
) -> Result<(Session, Option<Cookie>), PageError> {
    if let Some(session) = &visit.session {
        return of_person(session.clone()).map(|session| (session, None));
    }
    // Twice: the second request of a double click may see the session of the first one only then.
    for _ in 0..2 {
        let Some(token) = visit.token() else { break };
        match found_or_opened(house, visit, token.clone()).await {
            Ok(session) => return of_person(session).map(|session| (session, None)),
            Err(AccessError::Store(StoreError::Constraint { .. })) => {}
            Err(error) => return Err(error.into()),
        }
    }
    // The token is that of a session that ended: another one begins.
    let token = Token::draw()?;
    let session = found_or_opened(house, visit, token.clone()).await?;
    Ok((session, Some(visit.keep(&token))))
}

fn of_person(session: Session) -> Result<Session, PageError> {
    match session.agent {
        None => Ok(session),
        Some(_) => Err(Refusal::new(RefusalKind::Conflict, "refusal-agent-session").into()),
    }
}

async fn found_or_opened(
    house: &House,
    visit: &Visit,
    token: Token,
) -> Result<Session, AccessError> {
    let ctx = visit.ctx.clone();
    let opened =
        house.store.write(
            move |tx| match session::find(tx, ctx.organisation, &token, ctx.now)? {
                Some(session) => Ok(session),
                None => session::open(&ctx, tx, &token),
            },
        );
    opened.await
}

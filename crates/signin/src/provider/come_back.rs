//! Coming back from the provider.

use axum::Extension;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::{HeaderMap, Uri};
use parvis_access::session::{self, Token};
use parvis_access::{agent, device};
use parvis_identity::{
    Answer, Attempt, Identity, IdentityError, Keys, Known, Provider, Refused, Whom, arrive, judge,
    open, take, tried, with_secret,
};
use parvis_kernel::{AgentId, Ctx, Personal, SessionId};
use parvis_store::Tx;
use parvis_web::{EntriesExt, House, PageError, Visit, device_name, read_cookie};

use super::{cookie, cookie_name, journey, trouble};
use crate::agent::{ENROLMENT, SECOND_FACTOR, page_with};
use crate::gate;
use crate::way::Way;

pub(super) async fn come_back(
    State(house): State<House>,
    Extension(identity): Extension<Identity>,
    visit: Visit,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    // What the provider handed back is in no link of the pages.
    let visit = visit.without_query();
    gate::take_device(&house, &visit)?;
    let entries = parvis_web::parse_entries(uri.query().unwrap_or_default().as_bytes())?;
    let given = |name: &str| Some(entries.first(name).to_owned()).filter(|text| !text.is_empty());
    let answer = Answer {
        code: given("code").map(Personal::new),
        error: given("error"),
        issuer: given("iss"),
    };
    let browser = read_cookie(&headers, &cookie_name(&visit)).and_then(Token::parse);
    let keys = Token::parse(entries.first("state")).zip(browser);
    let Some(keys) = keys.map(|(state, browser)| Keys { state, browser }) else {
        return trouble::ended(&house, &visit).await;
    };
    let Some((attempt, provider, secret)) = attempted(&house, &visit, &keys).await? else {
        return trouble::ended(&house, &visit).await;
    };
    let journey = journey(&house, &visit, &keys);
    let trial = attempt.tried_by.is_some();
    let known = match identity.answer(&provider, &secret, &journey, &answer).await {
        Ok(known) => known,
        Err(own) => return trouble::met(&house, &visit, &provider, own, trial).await,
    };
    let response = match trial {
        true => trial_shown(&house, &visit, provider, known).await?,
        false => {
            admit(
                &house,
                &visit,
                provider,
                known,
                &attempt.way,
                device_name(&headers),
            )
            .await?
        }
    };
    Ok((cookie(&visit, ""), response).into_response())
}

/// The attempt of this browser, which is over from now on, and the provider that it left for; nothing when the provider changed since,
/// when it was closed, or when somebody else tries it out.
async fn attempted(
    house: &House,
    visit: &Visit,
    keys: &Keys,
) -> Result<Option<(Attempt, Provider, Personal<String>)>, PageError> {
    let (ctx, keys) = (visit.ctx.clone(), keys.clone());
    let taken = house.store.write(move |tx| {
        let Some(attempt) = take(&ctx, tx, &keys)? else {
            return Ok(None);
        };
        let (provider, secret) = with_secret(tx, ctx.organisation)?;
        let same = provider.version == attempt.version;
        let open = match attempt.tried_by {
            Some(agent) => ctx.actor.agent() == Some(agent),
            None => provider.enabled_at.is_some(),
        };
        Ok::<_, IdentityError>((same && open).then_some((attempt, provider, secret)))
    });
    taken
        .await
        .map_err(|error| PageError::from_outcome(error.refusal()))
}

/// What came of somebody who was known.
enum Admitted {
    /// Nobody here.
    Refused(Refused),
    /// An agent, who still has to give or to enrol their second factor, or not.
    Agent { through: bool, enrolled: bool },
}

/// Opens a session of its own for the agent whom the provider means, in the place of the browser's older one.
async fn admit(
    house: &House,
    visit: &Visit,
    provider: Provider,
    known: Known,
    way: &str,
    device_name: Option<String>,
) -> Result<Response, PageError> {
    let token = Token::draw()?;
    let (ctx, new) = (visit.ctx.clone(), token.clone());
    let older = visit.session.as_ref().map(|own| own.id);
    let label = provider.settings.label.clone();
    let admitted = house.store.write(move |tx| {
        let agent = match arrive(&ctx, tx, &provider, &known)? {
            Ok(agent) => agent,
            Err(why) => return Ok(Admitted::Refused(why)),
        };
        let opened = Opened {
            older,
            token: &new,
            agent,
            device: device_name.as_deref(),
        };
        let session = opened.open(&ctx, tx)?;
        let through = open(&ctx, tx, &provider, &known, session, agent)?;
        let credentials = agent::credentials_of(tx, ctx.organisation, agent)?;
        let enrolled = credentials.totp_secret.is_some();
        Ok::<_, IdentityError>(Admitted::Agent { through, enrolled })
    });
    let admitted = admitted.await;
    let admitted = admitted.map_err(|error| PageError::from_outcome(error.refusal()))?;
    let way = Way::below(way, "/agent");
    let to = match admitted {
        Admitted::Refused(why) => return trouble::refused(visit, &label, why),
        Admitted::Agent { through: true, .. } => {
            visit.url(way.as_ref().map_or("/agent", Way::path))
        }
        Admitted::Agent { enrolled: true, .. } => page_with(visit, way.as_ref(), SECOND_FACTOR),
        Admitted::Agent { .. } => page_with(visit, way.as_ref(), ENROLMENT),
    };
    Ok((visit.keep(&token), Redirect::to(&to)).into_response())
}

struct Opened<'a> {
    older: Option<SessionId>,
    token: &'a Token,
    agent: AgentId,
    device: Option<&'a str>,
}

impl Opened<'_> {
    fn open(&self, ctx: &Ctx, tx: &mut Tx<'_>) -> Result<SessionId, IdentityError> {
        if let Some(older) = self.older {
            session::close(ctx, tx, older)?;
        }
        let session = session::open_for_agent(ctx, tx, self.token, self.agent)?;
        if let Some(name) = self.device {
            device::describe(ctx, tx, session.id, name)?;
        }
        Ok(session.id)
    }
}

/// Shows who administers what came back, and writes that it was tried. Nobody is signed in or bound by it.
async fn trial_shown(
    house: &House,
    visit: &Visit,
    provider: Provider,
    known: Known,
) -> Result<Response, PageError> {
    let (ctx, own, said) = (visit.ctx.clone(), provider.clone(), known.clone());
    let judged = house.store.write(move |tx| {
        let whom = judge(tx, &own, &said, ctx.now)?;
        let name = match whom {
            Whom::Comes(agent) | Whom::Links(agent) => {
                Some(agent::find(tx, ctx.organisation, agent)?.full_name())
            }
            Whom::Joins(_) | Whom::Refused(_) => None,
        };
        tried(&ctx, tx, own.version, trouble::spoils(whom))?;
        Ok::<_, IdentityError>((whom, name))
    });
    let judged = judged.await;
    let (whom, name) = judged.map_err(|error| PageError::from_outcome(error.refusal()))?;
    trouble::trial(visit, &provider, &known, whom, name)
}

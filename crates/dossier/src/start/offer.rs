//! What a link proposes, shown before a draft begins.

use std::time::Duration;

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use parvis_demarche::Revision;
use parvis_form::{NoPieces, prefill as read_proposal};
use parvis_kernel::{Ctx, SessionId};
use parvis_store::Tx;
use parvis_web::{House, PageError, Row, Rule, Visit, Wording, page};

use crate::desk::Desk;
use crate::error::DossierError;
use crate::model::PrefillCode;
use crate::prefill::{
    self, Carried, LinkProblem, NotOpened, Proposal, Provenance, SealedLink, declined,
};
use crate::said::{Said, worded};

/// How long a proposal waits for the person to confirm their address.
const WAIT: Duration = Duration::from_secs(2 * 3600);
/// Codes tried by one device.
const CODES: Rule = Rule {
    name: "prefill-code",
    burst: 30,
    every: Duration::from_secs(60),
};

/// What is proposed, as the page shows it.
pub(super) struct Offer {
    /// Who proposes.
    pub(super) title: String,
    /// Questions and answers.
    pub(super) rows: Vec<Row>,
    /// What is left out, and why.
    pub(super) declined: Vec<Wording>,
    /// The hidden inputs that carry it on.
    pub(super) hidden: Vec<(String, String)>,
}

impl Offer {
    /// Reads a proposal as the draft will.
    pub(super) fn of(visit: &Visit, desk: &Desk, revision: &Revision, read: &Read) -> Self {
        let proposal = &read.proposal;
        let surroundings = desk.surroundings(&visit.ctx, &NoPieces);
        let form = &revision.form;
        let found = read_proposal(form, &proposal.given, proposal.way(), &surroundings);
        let rows = found.proposed.iter().map(|own| {
            let lines = own.field.in_words(&own.answer, visit.tongues()).into_iter();
            let lines: Vec<String> = lines.map(|line| Said::shown(visit, line).text).collect();
            Row::new(worded(visit, &own.field.label), &lines.join("\n"))
        });
        Self {
            title: match proposal.from.name() {
                Some(name) => visit.say_with("prefill-offer-name", &[("name", name)]),
                None => visit.say("prefill-offer-link").to_owned(),
            },
            rows: rows.collect(),
            declined: declined(visit, &found.declined),
            hidden: read.carried.hidden(),
        }
    }
}

/// A proposal, and what carried it.
pub(super) struct Read {
    pub(super) proposal: Proposal,
    carried: Carried,
}

/// Reads what is carried: nothing, a proposal, or why a link is not followed.
pub(super) async fn read(
    house: &House,
    visit: &Visit,
    revision: &Revision,
    carried: Result<Carried, LinkProblem>,
) -> Result<Result<Option<Read>, LinkProblem>, PageError> {
    let carried = match carried {
        Ok(carried) => carried,
        Err(problem) => return Ok(Err(problem)),
    };
    let slug = revision.slug.clone();
    let proposal = match &carried {
        Carried::Nothing => return Ok(Ok(None)),
        Carried::Values(given) => Ok(Proposal {
            procedure: slug,
            from: Provenance::Link,
            given: given.clone(),
            code: None,
        }),
        Carried::Sealed(text) => sealed(house, visit, slug, text),
        Carried::Code(typed) => coded(house, visit, slug, typed).await?,
    };
    Ok(proposal.map(|proposal| Some(Read { proposal, carried })))
}

fn sealed(house: &House, visit: &Visit, slug: String, text: &str) -> Result<Proposal, LinkProblem> {
    let (vault, organisation) = (house.store.vault(), visit.organisation.id);
    let opened = SealedLink::open(vault, organisation, &slug, text, visit.ctx.now);
    let link = opened.map_err(|why| match why {
        NotOpened::Altered => LinkProblem::Altered,
        NotOpened::Over => LinkProblem::Over,
    })?;
    Ok(Proposal {
        procedure: slug,
        from: Provenance::Sealed { by: link.by },
        given: link.given,
        code: None,
    })
}

async fn coded(
    house: &House,
    visit: &Visit,
    slug: String,
    typed: &str,
) -> Result<Result<Proposal, LinkProblem>, PageError> {
    visit.limit(house, &CODES, &visit.client.to_string())?;
    let Some(code) = PrefillCode::parse(typed) else {
        return Ok(Err(LinkProblem::Unknown));
    };
    let (ctx, asked) = (visit.ctx.clone(), code.clone());
    let kept = house
        .store
        .read(move |tx| prefill::kept(&ctx, tx, asked.reveal()));
    Ok(match kept.await? {
        None => Err(LinkProblem::Unknown),
        Some(proposal) if proposal.procedure != slug => Err(LinkProblem::Altered),
        Some(proposal) => Ok(Proposal {
            code: Some(code.reveal().to_owned()),
            ..proposal
        }),
    })
}

/// Lets a proposal wait for the draft that this session begins. Without one, an earlier one is forgotten.
pub(super) fn wait(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    session: SessionId,
    slug: &str,
    proposal: Option<&Proposal>,
) -> Result<(), DossierError> {
    let under = prefill::beginning(session, slug);
    match proposal {
        Some(proposal) => prefill::keep(ctx, tx, &under, proposal, WAIT).map(drop),
        None => prefill::forget(ctx, tx, &under).map(drop),
    }
}

#[derive(Template)]
#[template(path = "start/refused.html")]
struct Refused<'a> {
    visit: &'a Visit,
    title: Wording,
    why: &'static str,
    back: String,
    begin: String,
}

/// The link is not followed: why, and how to go on without it.
pub(super) fn refused(
    visit: &Visit,
    revision: &Revision,
    problem: LinkProblem,
) -> Result<Response, PageError> {
    let at = format!("/demarches/{}", revision.slug);
    let shown = Refused {
        visit,
        title: worded(visit, &revision.file.title),
        why: problem.key(),
        back: visit.url(&at),
        begin: visit.url(&format!("{at}/commencer")),
    };
    let status = match problem {
        LinkProblem::Altered | LinkProblem::TooLong => StatusCode::BAD_REQUEST,
        LinkProblem::Over | LinkProblem::Unknown => StatusCode::GONE,
    };
    Ok((status, page(&shown)?).into_response())
}

//! Following a dossier: coming back to it, and what the person is shown.

use std::collections::{BTreeMap, BTreeSet};

use parvis_access::{AccessError, Agent, Right, agent, session};
use parvis_form::Answers;
use parvis_journal as journal;
use parvis_journal::{Entry, Subject};
use parvis_kernel::{AgentId, Channel, Ctx, DossierId, Instant, SessionId};
use parvis_organisation::{self as organisation, Service};
use parvis_store::Tx;

use crate::desk::{self, Desk};
use crate::error::DossierError;
use crate::model::{Dossier, FollowUpCode, GivenReceipt, Message, Number, Piece, Request, Sender};
use crate::payment::{self, Owed};
use crate::prefill::Prefilled;
use crate::{appraise, presence, store};

/// The follow-up code of a dossier whose person gave no e-mail.
pub(crate) fn code_of(tx: &Tx<'_>, dossier: &Dossier) -> Option<FollowUpCode> {
    dossier.follow_up_code(tx.vault())
}

/// Where the code of a follow-up by e-mail may be sent: the confirmed address of the dossier, if the one that was typed is
/// that one. Nobody learns from the answer whether the number or the address exists.
///
/// # Errors
/// Those of the store.
pub fn address_matches(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    number: &Number,
    typed: &str,
) -> Result<Option<DossierId>, DossierError> {
    let dossier = match store::by_number(tx, ctx.organisation, number) {
        Ok((dossier, _)) => dossier,
        Err(DossierError::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    let known = dossier.people.contact.email.as_ref();
    let same = known.is_some_and(|known| known.eq_ignore_ascii_case(typed.trim()));
    Ok(same.then_some(dossier.id))
}

/// The dossier of a number, for whoever just proved that it is theirs.
pub(crate) fn id_of(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    number: &Number,
) -> Result<DossierId, DossierError> {
    let (dossier, _) = store::by_number(tx, ctx.organisation, number)?;
    Ok(dossier.id)
}

/// Lets a session follow the dossier that its confirmed code was asked for.
///
/// # Errors
/// `NotFound` for a code of another session, not confirmed, or that opens nothing.
pub fn open_by_challenge(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    session: SessionId,
    challenge: parvis_kernel::ChallengeId,
) -> Result<Dossier, DossierError> {
    let challenge = parvis_access::challenge::find(tx, ctx.organisation, challenge)?;
    let confirmed = challenge.confirmed_at.is_some() && challenge.session == session;
    let id = challenge
        .dossier
        .filter(|_| confirmed && !challenge.decoy)
        .ok_or(AccessError::NotFound)?;
    session::grant(ctx, tx, session, id)?;
    let subject = Subject::dossier(id);
    journal::security(ctx, tx, "dossier.opened_by_address", subject, &[])?;
    store::find(tx, ctx.organisation, id).map(|(dossier, _)| dossier)
}

/// Lets a session follow a dossier by its number and its follow-up code. False when they do not go together.
///
/// # Errors
/// Those of the store.
pub fn open_by_code(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    session: SessionId,
    number: &Number,
    typed: &str,
) -> Result<bool, DossierError> {
    let dossier = match store::by_number(tx, ctx.organisation, number) {
        Ok((dossier, _)) => dossier,
        Err(DossierError::NotFound) => return Ok(false),
        Err(error) => return Err(error),
    };
    let subject = Subject::dossier(dossier.id);
    if !code_of(tx, &dossier).is_some_and(|code| code.is(typed)) {
        journal::security(ctx, tx, "dossier.follow_up_refused", subject, &[])?;
        return Ok(false);
    }
    session::grant(ctx, tx, session, dossier.id)?;
    journal::security(ctx, tx, "dossier.opened_by_code", subject, &[])?;
    Ok(true)
}

/// A dossier as the person follows it.
#[derive(Debug, Clone)]
pub struct FollowView {
    /// The dossier.
    pub dossier: Dossier,
    /// The revision that it answers.
    pub revision: std::sync::Arc<parvis_demarche::Revision>,
    /// The receipt, once deposited.
    pub receipt: Option<GivenReceipt>,
    /// The answers as they stand: those of the deposit, or of the last correction; nothing for a draft.
    pub answers: Option<Answers>,
    /// What happened, oldest first.
    pub events: Vec<PersonEvent>,
    /// Messages both ways, oldest first.
    pub messages: Vec<Message>,
    /// What was asked, oldest first.
    pub requests: Vec<Request>,
    /// Files given or received.
    pub pieces: Vec<Piece>,
    /// Where the answers that the person did not type came from.
    pub prefilled: Prefilled,
    /// The service in charge.
    pub service: Service,
    /// The agents who wrote (CRPA L111-2: the person is told who).
    pub agents: BTreeMap<AgentId, Agent>,
    /// What the decision gives, in euro cents, and what became of it; nothing while it is not shown.
    pub(crate) owed: Option<(Owed, i64)>,
    /// Whether the person may say how satisfied they are.
    pub(crate) asks_satisfaction: bool,
    /// The follow-up code, for a person without e-mail.
    pub follow_up_code: Option<FollowUpCode>,
}

/// Something that happened, as the person is told it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonEvent {
    /// When.
    pub at: Instant,
    /// The verb of the journal: names a message of the words (`event-dossier-submitted`).
    pub verb: String,
    /// Whether the service did it.
    pub by_service: bool,
    /// Through which door an agent did it for the person.
    pub helped: Option<Channel>,
}

/// What the person is told of the journal: what was done, not how the service works inside.
const TOLD: &[&str] = &[
    "draft.started",
    "draft.prefilled",
    "dossier.submitted",
    "dossier.instructed",
    "dossier.requested",
    "dossier.completed",
    "dossier.messaged",
    "dossier.closed",
    "dossier.withdrawn",
    "dossier.decided",
    "decision.first_read",
    "account.confirmed",
    "account.refused",
    "payment.sent",
];

/// A dossier as its follow-up page shows it; a draft too. Leaves the trace of a consultation, and marks the service's messages read.
///
/// # Errors
/// `NotFound`.
pub fn follow(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
) -> Result<FollowView, DossierError> {
    let opened = desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    let (organisation, id) = (ctx.organisation, opened.dossier.id);
    let subject = Subject::dossier(id);
    journal::consulted(ctx, tx, "dossier.followed", subject.clone(), &[])?;
    presence::serve(ctx, tx, &opened.dossier)?;
    let receipt = match opened.dossier.facts.submitted_at {
        Some(_) => Some(store::receipt(tx, organisation, id, &opened.key)?),
        None => None,
    };
    let version = opened.dossier.answers_version;
    let answers = match receipt {
        Some(_) => Some(store::answers(tx, organisation, id, version, &opened.key)?),
        None => None,
    };
    let history = journal::history(tx, organisation, subject)?;
    let shows_decision = opened.dossier.facts.shows_decision(ctx.now);
    let messages = store::messages(tx, organisation, id, &opened.key)?;
    if !ctx.serves_person() {
        store::mark_messages_read(tx, ctx, id, false)?;
    }
    let requests = store::requests(tx, organisation, id, &opened.key)?;
    let owed = owed(ctx, tx, &opened)?;
    let mut prefilled = store::prefilled(tx, organisation, id, &opened.key)?;
    let asks_satisfaction = appraise::is_offered(ctx, tx, &opened.dossier, &opened.revision)?;
    // An agent who serves the person is still an agent.
    let answers = match (ctx.serves_person(), answers) {
        (true, Some(answers)) => {
            let file = &opened.revision.file;
            prefilled = payment::masked_beside(file, &answers, prefilled);
            Some(payment::masked(file, answers))
        }
        (_, answers) => answers,
    };
    Ok(FollowView {
        owed,
        asks_satisfaction,
        receipt,
        answers,
        events: events(history, shows_decision),
        agents: writers(ctx, tx, &messages, &requests)?,
        service: organisation::service(tx, organisation, opened.dossier.service)?,
        messages,
        requests,
        pieces: store::pieces(tx, organisation, id, &opened.key)?,
        prefilled,
        follow_up_code: code_of(tx, &opened.dossier),
        dossier: opened.dossier,
        revision: opened.revision,
    })
}

fn owed(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    opened: &desk::Opened,
) -> Result<Option<(Owed, i64)>, DossierError> {
    if opened.revision.file.payment.is_none() || !opened.dossier.facts.shows_decision(ctx.now) {
        return Ok(None);
    }
    let decided = store::decision(tx, ctx.organisation, opened.dossier.id, &opened.key)?;
    let cents = decided.and_then(|decided| decided.decision.amount);
    Ok(payment::found(ctx, tx, &opened.dossier)?.zip(cents))
}

/// The agents who wrote to the person.
fn writers(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    messages: &[Message],
    requests: &[Request],
) -> Result<BTreeMap<AgentId, Agent>, DossierError> {
    let of_messages = messages.iter().filter_map(|message| match message.sender {
        Sender::Service(agent) => Some(agent),
        Sender::Usager | Sender::House => None,
    });
    let of_requests = requests.iter().map(|request| request.agent);
    let ids: BTreeSet<AgentId> = of_messages.chain(of_requests).collect();
    let mut writers = BTreeMap::new();
    for id in ids {
        match agent::find(tx, ctx.organisation, id) {
            Ok(agent) => drop(writers.insert(id, agent)),
            Err(AccessError::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(writers)
}

/// The door through which an agent did it for the person.
pub(crate) fn helped(entry: &Entry) -> Option<Channel> {
    let channel = entry.channel.as_deref().and_then(Channel::of_code);
    channel.filter(|channel| channel.is_assisted())
}

fn events(history: Vec<Entry>, shows_decision: bool) -> Vec<PersonEvent> {
    history
        .into_iter()
        .filter(|entry| TOLD.contains(&entry.verb.as_str()))
        .filter(|entry| shows_decision || entry.verb != "dossier.decided")
        .map(|entry| {
            let helped = helped(&entry);
            PersonEvent {
                at: entry.at,
                by_service: matches!(entry.actor_kind.as_str(), "agent" | "house")
                    && helped.is_none(),
                helped,
                verb: entry.verb,
            }
        })
        .collect()
}

//! Beginning a draft.

use std::sync::Arc;
use std::time::Duration;

use parvis_access::{
    AccessError, Right, Target, account as accounts, authorize, challenge, session, token,
};
use parvis_demarche::Revision;
use parvis_form::Answers;
use parvis_jobs as jobs;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Actor, ChallengeId, Ctx, DossierId, Fact, Instant, Personal, SessionId};
use parvis_store::{Tx, sealing};

use crate::desk::Desk;
use crate::error::DossierError;
use crate::facts;
use crate::model::{Contact, Dossier, Facts, Identification, NO_DUE_DATE, Number, People};
use crate::prefill;
use crate::store;

/// Numbers tried before giving up: one in two million is taken once a million exist.
const NUMBER_TRIES: usize = 5;

/// How a draft is begun.
#[derive(Debug, Clone)]
pub struct Start {
    /// The procedure.
    pub slug: String,
    /// The session that will hold it.
    pub session: SessionId,
    /// How the person is known again.
    pub identification: Identification,
    /// The confirmed code; without e-mail, an identifier drawn with the page, so that a double click begins one draft.
    pub challenge: ChallengeId,
}

/// Begins a draft of the published revision, and lets the session hold it. Twice with the same code: the same draft.
///
/// # Errors
/// `ProcedureClosed`; `IdentityNeeded` when the procedure allows no anonymous person; `NotFound` for a code that this session did not confirm.
pub fn start(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    new: &Start,
) -> Result<Dossier, DossierError> {
    let (contact, is_proved) = contact(ctx, tx, new)?;
    if let Some(begun) = store::by_challenge(tx, ctx.organisation, new.challenge)? {
        return again(ctx, tx, new, is_proved, begun);
    }
    let revision = offered(tx, desk, &new.slug)?;
    if new.identification == Identification::Anonymous && !revision.file.is_anonymous_allowed() {
        return Err(DossierError::IdentityNeeded);
    }
    let beginning = Beginning {
        revision: &revision,
        identification: new.identification,
        contact,
        challenge: Some(new.challenge),
    };
    let dossier = draft(ctx, tx, desk, beginning)?;
    session::grant(ctx, tx, new.session, dossier.id)?;
    accounts::keep_new_dossier(ctx, tx, new.session, dossier.id)?;
    let waiting = prefill::beginning(new.session, &new.slug);
    if let Some(proposal) = prefill::take(ctx, tx, &waiting)? {
        prefill::propose(ctx, tx, desk, dossier.id, &proposal)?;
    }
    Ok(dossier)
}

/// The published procedure in which a dossier may begin.
///
/// # Errors
/// `ProcedureClosed`; `MadeElsewhere` when the procedure only says who answers.
pub(crate) fn offered(
    tx: &mut Tx<'_>,
    desk: &Desk,
    slug: &str,
) -> Result<Arc<Revision>, DossierError> {
    let published = desk.catalogue.published(tx, desk.organisation.id, slug)?;
    let revision = published.ok_or(DossierError::ProcedureClosed)?;
    match revision.file.is_made_here() {
        true => Ok(revision),
        false => Err(DossierError::MadeElsewhere),
    }
}

/// How an application begins a draft.
#[derive(Debug, Clone)]
pub struct MachineStart {
    /// The procedure.
    pub slug: String,
    /// Whether the procedure is answered without a name.
    pub anonymous: bool,
    /// The person's address, of which the application answers: receipts and follow-up codes are sent there.
    pub email: Option<Personal<String>>,
}

/// Begins a draft for a person, by an application: it then fills and deposits it. Without an address, the person follows the dossier
/// with the code that the application hands over.
///
/// # Errors
/// `NotFound` outside of the limits of the token; `ProcedureClosed`; `IdentityNeeded`.
pub fn start_by_machine(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    new: &MachineStart,
) -> Result<Dossier, DossierError> {
    let machine = ctx.actor.token().ok_or(AccessError::SignInFirst)?;
    let revision = offered(tx, desk, &new.slug)?;
    authorize(ctx, tx, Right::HoldDossier, Target::Group(revision.group))?;
    token::check_procedure(ctx, tx, revision.procedure)?;
    let identification = match (new.anonymous, &new.email) {
        (true, _) => Identification::Anonymous,
        (false, Some(_)) => Identification::Email,
        (false, None) => Identification::Code,
    };
    if new.anonymous && !revision.file.is_anonymous_allowed() {
        return Err(DossierError::IdentityNeeded);
    }
    let beginning = Beginning {
        revision: &revision,
        identification,
        contact: Contact {
            email: new.email.clone().filter(|_| !new.anonymous),
        },
        challenge: None,
    };
    let dossier = draft(ctx, tx, desk, beginning)?;
    token::grant(ctx, tx, machine, dossier.id)?;
    Ok(dossier)
}

/// What a draft begins with.
pub(crate) struct Beginning<'a> {
    pub(crate) revision: &'a Revision,
    pub(crate) identification: Identification,
    pub(crate) contact: Contact,
    pub(crate) challenge: Option<ChallengeId>,
}

/// Writes a draft, its trace and its fact.
pub(crate) fn draft(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    new: Beginning<'_>,
) -> Result<Dossier, DossierError> {
    let revision = new.revision;
    let days = revision
        .file
        .draft_days
        .unwrap_or(desk.organisation.profile.draft_days);
    let mut dossier = Dossier {
        id: DossierId::new(),
        number: Number::draw(),
        procedure: revision.procedure,
        revision: revision.id,
        group: revision.group,
        service: revision.service,
        channel: ctx.channel.code().to_owned(),
        language: ctx.language,
        identification: new.identification,
        challenge: new.challenge,
        version: 1,
        answers_version: 0,
        people: People {
            contact: new.contact,
            ..People::default()
        },
        facts: Facts::of_new_draft(ctx.now, expiry(ctx.now, days)),
        silence_due: NO_DUE_DATE,
        agent: None,
        agent_since: None,
        given_code: None,
    };
    let key = sealing::create_key(tx, ctx, dossier.id.uuid())?;
    insert_with_free_number(tx, ctx, &mut dossier, &key)?;
    store::insert_answers(tx, ctx, dossier.id, 0, &Answers::default(), &key)?;
    let revision = [("revision", dossier.revision.to_string())];
    journal::record(
        ctx,
        tx,
        "draft.started",
        Subject::dossier(dossier.id),
        &revision,
    )?;
    let fact = Fact::new(
        ctx.organisation,
        facts::DRAFT_STARTED,
        dossier.id.uuid(),
        ctx.now,
    );
    jobs::publish(tx, &fact)?;
    Ok(dossier)
}

/// The draft that was already begun. A confirmed code proves who asks; the identifier of a page proves nothing, so that
/// without an address only the session that began the draft finds it.
fn again(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    new: &Start,
    is_proved: bool,
    begun: DossierId,
) -> Result<Dossier, DossierError> {
    let (dossier, _) = store::find(tx, ctx.organisation, begun)?;
    if dossier.identification != new.identification {
        return Err(DossierError::NotFound);
    }
    if is_proved {
        session::grant(ctx, tx, new.session, begun)?;
    } else {
        let person = Ctx {
            actor: Actor::Usager(new.session),
            ..ctx.clone()
        };
        let target = Target::Dossier(dossier.id, dossier.group);
        authorize(&person, tx, Right::HoldDossier, target)?;
    }
    Ok(dossier)
}

/// When a draft touched now expires.
pub(crate) fn expiry(now: Instant, days: u16) -> Instant {
    now.saturating_add(Duration::from_secs(u64::from(days) * 24 * 3600))
        .unwrap_or(Instant::MAX)
}

/// The confirmed address, or none; and whether a code of this very beginning proves who asks. In an account, the address was
/// confirmed before.
fn contact(ctx: &Ctx, tx: &mut Tx<'_>, new: &Start) -> Result<(Contact, bool), DossierError> {
    if new.identification != Identification::Email {
        return Ok((Contact::default(), false));
    }
    match challenge::find(tx, ctx.organisation, new.challenge) {
        Ok(challenge) if challenge.session == new.session && challenge.confirmed_at.is_some() => {
            let email = Some(challenge.address);
            Ok((Contact { email }, true))
        }
        Err(AccessError::NotFound) => {
            let person = ctx.acting_as(Actor::Usager(new.session), ctx.purpose);
            let signed = match accounts::signed(&person, tx) {
                Err(AccessError::SignInFirst) => return Err(AccessError::NotFound.into()),
                signed => signed?,
            };
            let email = Some(accounts::find(tx, ctx.organisation, signed.account)?.address);
            Ok((Contact { email }, false))
        }
        Ok(_) => Err(AccessError::NotFound.into()),
        Err(error) => Err(error.into()),
    }
}

fn insert_with_free_number(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    dossier: &mut Dossier,
    key: &parvis_store::sealing::SealingKey,
) -> Result<(), DossierError> {
    for _ in 0..NUMBER_TRIES {
        if store::insert(tx, ctx, dossier, key)? {
            return Ok(());
        }
        dossier.number = Number::draw();
    }
    Err(DossierError::NoFreeNumber(dossier.number.clone()))
}

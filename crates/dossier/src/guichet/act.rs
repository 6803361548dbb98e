//! Beginning and taking up again the dossier of a person whom an agent serves.

use std::sync::Arc;

use parvis_access::{Right, Target, authorize, guichet};
use parvis_demarche::Revision;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{ChallengeId, Channel, Ctx, Personal};
use parvis_store::Tx;

use crate::desk::Desk;
use crate::error::DossierError;
use crate::follow::code_of;
use crate::model::{Contact, Dossier, Identification, Number, State};
use crate::start::{Beginning, draft, offered};
use crate::store;

/// How a draft is begun with a person.
#[derive(Debug, Clone)]
pub struct HelpedStart {
    /// The procedure.
    pub slug: String,
    /// At the desk, on the telephone or from paper.
    pub channel: Channel,
    /// The person's address, which the agent read back to them; without one they follow the dossier with a code.
    pub email: Option<Personal<String>>,
    /// Drawn with the page, so that a double click begins one draft.
    pub drawn: ChallengeId,
}

/// Begins a draft of the published revision and serves its person. Twice with the same page: the same draft.
///
/// # Errors
/// `ProcedureClosed`; `Forbidden` or `NotFound` to an agent who does not receive people for this procedure.
pub fn begin(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    new: &HelpedStart,
) -> Result<Dossier, DossierError> {
    let revision = offered(tx, desk, &new.slug)?;
    authorize(ctx, tx, Right::ServePerson, Target::Group(revision.group))?;
    if let Some(begun) = store::by_challenge(tx, ctx.organisation, new.drawn)? {
        let (dossier, _) = store::find(tx, ctx.organisation, begun)?;
        return resume_served(ctx, tx, dossier, new.channel);
    }
    let beginning = Beginning {
        revision: &revision,
        identification: match &new.email {
            Some(_) => Identification::Email,
            None => Identification::Code,
        },
        contact: Contact {
            email: new.email.clone(),
        },
        challenge: Some(new.drawn),
    };
    let dossier = draft(&ctx.through(new.channel), tx, desk, beginning)?;
    guichet::serve(ctx, tx, dossier.id, new.channel)?;
    Ok(dossier)
}

/// Takes up a dossier again with its person, who gives its number and its follow-up code. Nothing when they do not go together.
///
/// # Errors
/// `Forbidden` or `NotFound` to an agent who does not receive people for this procedure.
pub fn resume_by_code(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    number: &Number,
    typed: &str,
    channel: Channel,
) -> Result<Option<Dossier>, DossierError> {
    let (dossier, _) = match store::by_number(tx, ctx.organisation, number) {
        Err(DossierError::NotFound) => return Ok(None),
        found => found?,
    };
    authorize(ctx, tx, Right::ServePerson, Target::Group(dossier.group))?;
    if !code_of(tx, &dossier).is_some_and(|code| code.is(typed)) {
        let subject = Subject::dossier(dossier.id);
        journal::security(ctx, tx, "dossier.follow_up_refused", subject, &[])?;
        return Ok(None);
    }
    guichet::serve(ctx, tx, dossier.id, channel)?;
    Ok(Some(dossier))
}

/// Takes up a dossier again without a code: a draft that the agent began with the person, or a deposited dossier that the agent
/// instructs anyway.
///
/// # Errors
/// `NotFound` for any other dossier.
pub fn resume(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    number: &Number,
    channel: Channel,
) -> Result<Dossier, DossierError> {
    let (dossier, _) = store::by_number(tx, ctx.organisation, number)?;
    match dossier.state() {
        State::Draft => resume_served(ctx, tx, dossier, channel),
        State::Expired => Err(DossierError::NotFound),
        _ => {
            let target = Target::Dossier(dossier.id, dossier.group);
            authorize(ctx, tx, Right::InstructDossier, target)?;
            guichet::serve(ctx, tx, dossier.id, channel)?;
            Ok(dossier)
        }
    }
}

fn resume_served(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    dossier: Dossier,
    channel: Channel,
) -> Result<Dossier, DossierError> {
    authorize(ctx, tx, Right::ServePerson, Target::Group(dossier.group))?;
    if !guichet::has_served(ctx, tx, dossier.id)? {
        return Err(DossierError::NotFound);
    }
    guichet::serve(ctx, tx, dossier.id, channel)?;
    Ok(dossier)
}

/// The drafts that the agent made with persons and that are not finished, the latest first.
///
/// # Errors
/// `SignInFirst` unless an agent acts.
pub fn drafts(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
) -> Result<Vec<(Dossier, Arc<Revision>)>, DossierError> {
    let mut found = Vec::new();
    for id in guichet::latest(ctx, tx)? {
        match store::find(tx, ctx.organisation, id) {
            Ok((dossier, _)) if dossier.state() == State::Draft => {
                let revision = dossier.revision;
                let revision = desk.catalogue.revision(tx, ctx.organisation, revision)?;
                found.push((dossier, revision));
            }
            Ok(_) | Err(DossierError::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(found)
}

/// The dossier of the person whom the agent serves now.
///
/// # Errors
/// `NotFound` when it was erased meanwhile.
pub fn served(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    id: parvis_kernel::DossierId,
) -> Result<(Dossier, Arc<Revision>), DossierError> {
    let (dossier, _) = store::find(tx, ctx.organisation, id)?;
    let revision = desk
        .catalogue
        .revision(tx, ctx.organisation, dossier.revision)?;
    Ok((dossier, revision))
}

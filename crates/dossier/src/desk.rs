//! What every act of the room needs beside its transaction.

use std::sync::Arc;

use jiff::civil::Date;
use parvis_access::{AccessError, Right, Target, authorize, token};
use parvis_demarche::{Catalogue, Revision};
use parvis_form::{HeldPieces, NoDossiers, NoLookup, OfficialLists, Places, Surroundings};
use parvis_kernel::{Actor, Ctx};
use parvis_law::{Remedy, Zone};
use parvis_organisation::Organisation;
use parvis_store::Tx;
use parvis_store::sealing::SealingKey;

use crate::error::DossierError;
use crate::examine::Guard;
use crate::model::{Dossier, Number, State};
use crate::rules::{Act, after};
use crate::transfer::transferred;
use crate::{places, store};

/// The organisation in which an act takes place, with its procedures.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The organisation of the context.
    pub organisation: Arc<Organisation>,
    /// The procedures in memory.
    pub catalogue: Catalogue,
    /// Whether pieces are examined before agents take them.
    pub guard: Guard,
}

impl Desk {
    /// The day of an act, in the time zone of the organisation.
    #[must_use]
    pub fn today(&self, ctx: &Ctx) -> Date {
        self.zone().day_of(ctx.now)
    }

    pub(crate) fn zone(&self) -> Zone {
        Zone::named(&self.organisation.profile.time_zone).unwrap_or_default()
    }

    /// The official places.
    pub(crate) fn places(&self) -> &'static dyn Places {
        &places::OFFICIAL
    }

    /// The official lists beside places.
    pub(crate) fn lists(&self) -> &'static dyn OfficialLists {
        &places::OFFICIAL
    }

    /// What the form engine needs to know of the world to read the answers of a dossier. No register is at hand, and no
    /// other dossier of the person is known: who reads what names one says which they may open.
    pub(crate) fn surroundings<'a>(
        &self,
        ctx: &Ctx,
        pieces: &'a dyn HeldPieces,
    ) -> Surroundings<'a> {
        Surroundings {
            today: self.today(ctx),
            places: self.places(),
            lists: self.lists(),
            lookup: &NoLookup,
            dossiers: &NoDossiers,
            pieces,
        }
    }

    /// The remedies against a decision: those of the procedure, else the usual ones when the court is known.
    pub(crate) fn remedies(&self, revision: &Revision) -> Vec<Remedy> {
        if !revision.file.remedies.is_empty() {
            return revision.file.remedies.clone();
        }
        self.organisation
            .profile
            .administrative_court
            .as_deref()
            .map(|court| Remedy::usual(&self.organisation.name, court))
            .unwrap_or_default()
    }
}

/// A dossier that the actor is let to, with what is needed to work on it.
pub(crate) struct Opened {
    pub(crate) dossier: Dossier,
    pub(crate) revision: Arc<Revision>,
    pub(crate) key: SealingKey,
}

/// Opens a dossier, if the actor has this right on it. To anybody else it does not exist.
pub(crate) fn open(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    right: Right,
) -> Result<Opened, DossierError> {
    if ctx.actor == Actor::Anonymous {
        return Err(DossierError::NotFound);
    }
    let (dossier, key) = store::by_number(tx, ctx.organisation, number)?;
    let target = Target::Dossier(dossier.id, dossier.group);
    let right = for_whom(ctx, right);
    match authorize(ctx, tx, right, target) {
        // Whoever had it until it was handed over is told where it went.
        Err(AccessError::NotFound) => {
            let told = transferred(ctx, tx, &dossier)?;
            return Err(told.unwrap_or_else(|| AccessError::NotFound.into()));
        }
        allowed => allowed?,
    }
    token::check_procedure(ctx, tx, dossier.procedure)?;
    if let Some(id) = ctx.actor.token()
        && matches!(dossier.state(), State::Draft | State::Expired)
        && !token::holds(tx, ctx.organisation, id, dossier.id)?
    {
        return Err(DossierError::NotFound);
    }
    if ctx.actor.agent().is_some()
        && right != Right::HoldDossier
        && matches!(dossier.state(), State::Draft | State::Expired)
    {
        return Err(DossierError::NotFound);
    }
    let revision = desk
        .catalogue
        .revision(tx, ctx.organisation, dossier.revision)?;
    Ok(Opened {
        dossier,
        revision,
        key,
    })
}

/// An agent who serves a person does and sees what the person would, and nothing of what is an agent's.
fn for_whom(ctx: &Ctx, right: Right) -> Right {
    match right {
        Right::ReadDossier | Right::ReadDecision | Right::WriteMessage if ctx.serves_person() => {
            Right::HoldDossier
        }
        right => right,
    }
}

impl Opened {
    /// Goes on only if the act is possible in the state.
    pub(crate) fn allows(&self, act: Act) -> Result<State, DossierError> {
        let state = self.dossier.state();
        after(state, act).ok_or(DossierError::NotNow { state, act })
    }

    /// Goes on only if nobody acted since the actor read the dossier.
    pub(crate) fn is_still_at(&self, version: i64) -> Result<(), DossierError> {
        if self.dossier.version == version {
            Ok(())
        } else {
            Err(DossierError::ChangedMeanwhile { expected: version })
        }
    }

    /// Writes the dossier after an act: provided nobody acted in between.
    pub(crate) fn save(&mut self, ctx: &Ctx, tx: &mut Tx<'_>) -> Result<(), DossierError> {
        store::save(tx, ctx, &self.dossier, &self.key)?;
        self.dossier.version += 1;
        Ok(())
    }
}

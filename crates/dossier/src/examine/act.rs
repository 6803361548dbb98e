//! What the quarantine writes: what it takes, what it found, what it asks of the person.

use std::time::Duration;

use parvis_jobs as jobs;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, Fact, Instant, MessageId, OrganisationId};
use parvis_store::blobs::BlobError;
use parvis_store::sealing::{self, SealingKey};
use parvis_store::{StoreError, Tx};
use parvis_web::Words;

use super::{Finding, Signatures, Trouble};
use crate::error::DossierError;
use crate::facts;
use crate::model::{Message, Sender};
use crate::rules::{Act, after};
use crate::store::{self, ToExamine};

/// A piece that was taken and is not told by then is taken again: longer than any examination.
const LEASE: Duration = Duration::from_secs(600);
/// After the first failed try; each one doubles it.
const FIRST_DELAY: u64 = 30;
/// Between two tries at most.
const LONGEST_DELAY: u64 = 3600;

/// A piece taken to be examined, and what opens it: nothing when its dossier was erased.
pub(super) struct Taken {
    pub(super) piece: ToExamine,
    pub(super) key: Option<SealingKey>,
}

/// Takes pieces whose time has come, that nobody else took in between.
pub(super) fn take(
    tx: &mut Tx<'_>,
    due: &[ToExamine],
    now: Instant,
) -> Result<Vec<Taken>, DossierError> {
    let until = later(now, LEASE);
    let mut taken = Vec::with_capacity(due.len());
    for piece in due {
        if store::move_examination(tx, piece, until)? {
            let piece = ToExamine {
                examine_at: until.as_microsecond(),
                ..piece.clone()
            };
            let key = match sealing::load_key(tx, piece.organisation, piece.dossier.uuid()) {
                Ok(key) => Some(key),
                Err(StoreError::KeyDestroyed) => None,
                Err(error) => return Err(error.into()),
            };
            taken.push(Taken { piece, key });
        }
    }
    Ok(taken)
}

/// Writes what became of an examination. One that took too long, and that another replaced, says nothing any more.
pub(super) fn record(
    tx: &mut Tx<'_>,
    piece: &ToExamine,
    outcome: &Result<Finding, Trouble>,
    signatures: &Signatures,
    now: Instant,
) -> Result<(), DossierError> {
    let found = match outcome {
        Ok(Finding::Clean) => None,
        Ok(Finding::Infected(name)) => Some(name.as_str()),
        Err(trouble) => {
            let delay = delay(piece.tries, trouble);
            return store::keep_trouble(tx, piece, later(now, delay), trouble.code());
        }
    };
    if !store::keep_finding(tx, piece, now, signatures.as_str(), found)? {
        return Ok(());
    }
    match found {
        Some(name) => infected(tx, piece, name, now),
        None => Ok(()),
    }
}

/// Nobody can open it any more: there is nothing to examine.
pub(super) fn give_up_on(tx: &mut Tx<'_>, piece: &ToExamine) -> Result<(), DossierError> {
    store::end_examination(tx, piece)
}

fn infected(
    tx: &mut Tx<'_>,
    piece: &ToExamine,
    name: &str,
    now: Instant,
) -> Result<(), DossierError> {
    let ctx = Ctx::house(piece.organisation, now);
    let subject = Subject::dossier(piece.dossier);
    let detail = [
        ("piece", piece.id.to_string()),
        ("infection", name.to_owned()),
    ];
    journal::record(&ctx, tx, "piece.infected", subject.clone(), &detail)?;
    journal::security(&ctx, tx, "piece.infected", subject, &detail)?;
    store::touch(tx, piece.organisation, piece.dossier)?;
    if store::was_given_by_service(tx, piece)? {
        store::mark_told(tx, piece.organisation, piece.id, now)?;
    }
    Ok(())
}

fn delay(tries: i64, trouble: &Trouble) -> Duration {
    // What was lost or is refused for its size changes only when somebody does something.
    if matches!(
        trouble,
        Trouble::TooLarge | Trouble::Unreadable(BlobError::NotFound | BlobError::Sealed)
    ) {
        return Duration::from_secs(LONGEST_DELAY);
    }
    let doubled = 1_u64 << tries.clamp(0, 10).unsigned_abs();
    Duration::from_secs(FIRST_DELAY.saturating_mul(doubled).min(LONGEST_DELAY))
}

fn later(now: Instant, delay: Duration) -> Instant {
    now.saturating_add(delay).unwrap_or(Instant::MAX)
}

/// Asks the person for another file, in a message of the house: false when there is nobody to ask any more.
///
/// The usual mail tells them that a message came, and nothing of it.
pub(super) fn ask_again(
    tx: &mut Tx<'_>,
    words: &Words,
    infected: &ToExamine,
    message: MessageId,
    now: Instant,
) -> Result<bool, DossierError> {
    let (organisation, id) = (infected.organisation, infected.dossier);
    if !store::mark_told(tx, organisation, infected.id, now)? {
        return Ok(false);
    }
    let (dossier, key) = match store::find(tx, organisation, id) {
        Ok(found) => found,
        Err(DossierError::NotFound) => return Ok(false),
        Err(error) => return Err(error),
    };
    if after(dossier.state(), Act::Write).is_none() {
        return Ok(false);
    }
    let ctx = Ctx::house(organisation, now);
    let piece = store::piece(tx, organisation, id, infected.id, &key)?;
    let name = [("name", piece.description.name.as_str())];
    let body = words.say_with(dossier.language, "examine-message", &name);
    let message = Message {
        id: message,
        sender: Sender::House,
        body: body.into(),
        at: now,
        read_at: None,
    };
    store::insert_message(tx, &ctx, id, &message, &key)?;
    store::touch(tx, organisation, id)?;
    let detail = [("message", message.id.to_string())];
    journal::record(&ctx, tx, "dossier.messaged", Subject::dossier(id), &detail)?;
    let fact = Fact::new(organisation, facts::MESSAGED, id.uuid(), now)
        .with("message", message.id)
        .with("sender", "service");
    jobs::publish(tx, &fact)?;
    Ok(true)
}

/// Pieces of an organisation that wait to be examined.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Unexamined {
    /// How many, counted up to a thousand.
    pub count: i64,
    /// Since when the oldest one waits.
    pub oldest: Option<Instant>,
    /// Of those, how many an examination was tried for and failed.
    pub troubled: i64,
}

/// The pieces of an organisation that wait to be examined.
///
/// # Errors
/// Those of the store.
pub fn unexamined(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Unexamined, StoreError> {
    store::unexamined(tx, organisation)
}

/// The pieces to be examined at an instant, a few at once: those that came while there was an antivirus first.
pub(super) fn due(tx: &mut Tx<'_>, now: Instant, most: i64) -> Result<Vec<ToExamine>, StoreError> {
    store::to_examine(tx, now, most)
}

/// Infected pieces for which the person was not asked for another one yet.
pub(super) fn untold(tx: &mut Tx<'_>, most: i64) -> Result<Vec<ToExamine>, StoreError> {
    store::infected_untold(tx, most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_grow_apart_up_to_an_hour() {
        let seconds: Vec<u64> = (0..12)
            .map(|tries| delay(tries, &Trouble::Failed).as_secs())
            .collect();
        assert_eq!(seconds[..4], [30, 60, 120, 240]);
        assert!(seconds.is_sorted());
        assert_eq!(seconds.last(), Some(&3600));
        assert_eq!(delay(0, &Trouble::TooLarge).as_secs(), 3600);
    }
}

//! What an agent sends with files: a message, a decision.

use axum::extract::Request;
use parvis_form::Entries;
use parvis_store::StoreError;
use parvis_web::{Errors, House, PageError, Visit};

use crate::desk::Desk;
use crate::error::DossierError;
use crate::message::files;
use crate::model::Number;
use crate::piece::{self, Place, Received, Receiver};

/// A posted form with its files.
pub(crate) struct SentFiles {
    /// The texts.
    pub(crate) entries: Entries,
    /// The files: on disk, but that no row names yet.
    pub(crate) received: Vec<Received>,
    /// Why files were refused.
    pub(crate) errors: Errors,
}

/// Reads the form of an agent and its files, which `label` names in what is refused.
pub(crate) async fn sent_files(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    number: &Number,
    label: &str,
    request: Request,
) -> Result<SentFiles, PageError> {
    let question = files::question(0, visit.say(label), false);
    let step = question.and_then(|question| files::step(vec![question]));
    let receiver = step.as_ref().map(|step| Receiver {
        desk,
        number,
        step,
        anonymous: false,
        exchange: true,
    });
    let body = piece::read_body(house, visit, receiver.as_ref(), request).await?;
    if !body.recognised {
        piece::forget(house, &body.received).await;
        return Err(PageError::forged());
    }
    let refused = body.refused.iter();
    let errors = refused.map(|refused| {
        let said = visit.say_with(&refused.key(), &refused.values(visit.language));
        (refused.input_name(), said)
    });
    Ok(SentFiles {
        errors: errors.collect(),
        entries: body.entries,
        received: body.received,
    })
}

impl SentFiles {
    /// The files, for what they turn out to be given.
    pub(crate) fn placed(&self, place: &Place) -> Vec<Received> {
        let placed = self.received.iter().cloned();
        placed
            .map(|file| Received {
                place: place.clone(),
                ..file
            })
            .collect()
    }

    /// Deletes the files when the act was not done. A database that went away may have kept the rows: their files are then
    /// left to the daily sweep.
    pub(crate) async fn forget_unless_kept<T>(
        &self,
        house: &House,
        outcome: &Result<T, DossierError>,
    ) {
        match outcome {
            Ok(_) | Err(DossierError::Store(StoreError::Unavailable(_))) => {}
            Err(_) => piece::forget(house, &self.received).await,
        }
    }
}

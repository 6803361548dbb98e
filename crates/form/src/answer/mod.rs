//! Answers: what a person posts (entries), what is kept (typed answers), and what is refused.

mod entries;
mod error;
mod place;
mod reading;
mod step;
mod value;
pub(crate) mod words;

pub use entries::{ASKED_INPUT, At, Entries, Part, asked_input};
pub use error::{EntryError, EntryErrorKind};
pub use place::{Country, NoPlaces, Place, PlaceScope, Places};
pub(crate) use reading::{Reader, Writer};
pub use step::{StepEntries, normalise_step};
pub use value::{
    Address, Answer, Answers, BirthPlace, Identity, PieceEntry, Pieces, PlaceAnswer, Row,
};

use jiff::civil::Date;
use parvis_kernel::PieceId;

use crate::form::Field;

/// What the engine needs to know of the world to read answers.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// The day, in the time zone of the organisation.
    pub today: Date,
    /// The official places.
    pub places: &'a dyn Places,
    /// The pieces that were received with this file.
    pub pieces: &'a dyn HeldPieces,
}

/// The pieces already received and kept with one file: only these can be answered.
pub trait HeldPieces {
    /// A received piece.
    fn piece(&self, id: PieceId) -> Option<PieceEntry>;
}

/// No piece was received.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoPieces;

impl HeldPieces for NoPieces {
    fn piece(&self, _id: PieceId) -> Option<PieceEntry> {
        None
    }
}

impl HeldPieces for [PieceEntry] {
    fn piece(&self, id: PieceId) -> Option<PieceEntry> {
        self.iter().find(|piece| piece.id == id).cloned()
    }
}

impl HeldPieces for Vec<PieceEntry> {
    fn piece(&self, id: PieceId) -> Option<PieceEntry> {
        self.as_slice().piece(id)
    }
}

/// Reads the entries of one field into its typed answer; `None` when it is left empty and may be.
///
/// # Errors
/// What the person must correct.
pub fn normalise(
    field: &Field,
    at: At<'_>,
    entries: &Entries,
    surroundings: &Surroundings<'_>,
) -> Result<Option<Answer>, Vec<EntryError>> {
    let mut reader = Reader::new(field, at, entries);
    let answer = field.kind.rules().read(&mut reader, surroundings);
    if answer.is_none() && !field.optional && reader.is_clean() {
        reader.refuse(Part::Whole, EntryErrorKind::Required);
    }
    match reader.into_errors() {
        errors if errors.is_empty() => Ok(answer),
        errors => Err(errors),
    }
}

/// Writes a typed answer as the entries that would post it, to show it again.
///
/// An answer of another kind gives no entry.
#[must_use]
pub fn entries_of(field: &Field, at: At<'_>, answer: &Answer) -> Entries {
    let mut writer = Writer::new(field, at);
    field.kind.rules().write(answer, &mut writer);
    writer.into_entries()
}

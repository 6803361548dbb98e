//! Answers: what a person posts (entries), what is kept (typed answers), and what is refused.

/// The `Debug` of personal data shows its type only.
macro_rules! personal {
    ($($name:ident),*) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(concat!(stringify!($name), "([personal])"))
            }
        }
    )*};
}

mod chosen;
mod decimal;
mod dossier;
mod entries;
mod error;
mod listed;
mod location;
mod official;
mod place;
mod reading;
mod register;
mod step;
mod value;
pub(crate) mod words;

pub use chosen::{Cell, Linked, OtherChoices, TableRow};
pub use decimal::{Decimal, NotDecimal};
pub use dossier::{NoDossiers, NotOwn, OwnDossiers};
pub use entries::{ASKED_INPUT, At, Entries, Part, asked_input, asked_next_input};
pub use error::{EntryError, EntryErrorKind};
pub use listed::Listed;
pub use location::{Geometry, Location, Position};
pub use official::{Coded, NoLists, OfficialList, OfficialLists};
pub use place::{Country, NoPlaces, Place, PlaceScope, Places};
pub(crate) use reading::{Reader, Writer};
pub use register::{Lookup, NameSource, NoLookup, Register, Registered};
pub use step::{StepEntries, normalise_step};
pub use value::{
    Address, Amount, Answer, Answers, BirthPlace, Identity, PieceEntry, Pieces, PlaceAnswer, Row,
    Signature,
};

use jiff::civil::Date;
use parvis_kernel::PieceId;

use crate::expression::Scope;
use crate::form::Field;

/// What the engine needs to know of the world to read answers.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// The day, in the time zone of the organisation.
    pub today: Date,
    /// The official places.
    pub places: &'a dyn Places,
    /// The other official lists.
    pub lists: &'a dyn OfficialLists,
    /// What public registers know, when the caller has them at hand.
    pub lookup: &'a dyn Lookup,
    /// The other dossiers of the person.
    pub dossiers: &'a dyn OwnDossiers,
    /// The pieces that were received with this file.
    pub pieces: &'a dyn HeldPieces,
}

impl Surroundings<'static> {
    /// A day, and nothing else of the world: for forms that need no more.
    #[must_use]
    pub fn on(today: Date) -> Self {
        Self {
            today,
            places: &NoPlaces,
            lists: &NoLists,
            lookup: &NoLookup,
            dossiers: &NoDossiers,
            pieces: &NoPieces,
        }
    }
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
    Reader::posted(field, at, entries).answer(surroundings, !field.optional)
}

/// What is wrong with the answer to a field, beside the others.
pub(crate) fn beside(field: &Field, at: At<'_>, scope: &Scope<'_>) -> Option<EntryError> {
    let answer = scope.of_field(&field.id)?;
    let wrong = field.kind.rules().beside(answer, scope)?;
    Some(field.error(at, Part::Whole, wrong))
}

/// Writes a typed answer as the entries that would post it, to show it again.
///
/// An answer of another kind gives no entry.
#[must_use]
pub fn entries_of(field: &Field, at: At<'_>, answer: &Answer) -> Entries {
    Writer::of(field, answer).named(field, at)
}

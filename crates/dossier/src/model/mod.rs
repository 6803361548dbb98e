//! The nouns of the room, pure.

mod dossier;
mod exchange;
mod number;
mod people;
mod receipt;
mod state;

pub use dossier::{Dossier, Facts, Identification, NO_DUE_DATE};
pub(crate) use exchange::OF_DECISION;
pub use exchange::{
    Asked, Decided, Examination, Mention, Message, Note, Piece, PieceDescription, Request, Safety,
    Sender,
};
pub use number::{FollowUpCode, Number, PrefillCode};
pub use parvis_law::Outcome;
pub(crate) use people::search_tokens;
pub use people::{Author, Contact, People, name_tokens};
pub use receipt::GivenReceipt;
pub use state::{Closing, State, outcome_code, outcome_of_code};

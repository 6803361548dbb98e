//! Following a dossier.

mod act;
mod parked;

pub(crate) use act::code_of;
pub use act::{FollowView, PersonEvent, address_matches, follow, open_by_challenge, open_by_code};
pub use parked::{park, unpark};

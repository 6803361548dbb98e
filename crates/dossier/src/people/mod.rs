//! Who fills the dossier in, and for whom.

mod act;

pub use act::{NewHelper, NewPeople, set_people};

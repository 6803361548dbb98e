//! Who fills the dossier in, and for whom.

mod act;
mod page;

pub use act::{NewHelper, NewPeople, set_people};
pub(crate) use page::routes;

//! Who fills the dossier in, and for whom.

mod act;
mod page;

pub(crate) use act::{LONGEST_NAME, TYPED};
pub use act::{NewHelper, NewPeople, keep_people, set_people};
pub(crate) use page::routes;

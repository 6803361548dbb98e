//! A dossier as an agent opens it.

mod act;
mod head;
mod notice;
mod page;
mod seen;
mod told;
mod tried;

pub use act::{OpenView, open_dossier};
pub(crate) use act::{agents, names, role};
pub(crate) use head::{Head, Sheet};
pub(crate) use notice::Notice;
pub(crate) use page::{opened, piece_link, routes};
pub(crate) use seen::Seen;
pub(crate) use told::closing;
pub(crate) use tried::{Lost, Tried, lost};

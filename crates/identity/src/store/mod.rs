//! Every SQL statement of the room.

pub(crate) mod attempts;
pub(crate) mod links;
pub(crate) mod providers;

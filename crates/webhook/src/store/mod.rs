//! Every SQL statement of the room.

pub(crate) mod deliveries;
pub(crate) mod webhooks;

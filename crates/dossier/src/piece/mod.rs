//! Pieces: receiving, removing, reading.

mod act;
mod clean;
mod content;
mod pace;
mod page;
mod receive;
mod size;
mod sniff;
mod whole;

pub use act::{
    MOST_BYTES, Place, Received, Reception, add_piece, prepare, read_piece, remove_piece,
};
pub(crate) use act::{attached_acts, name_in_entries};
pub(crate) use content::{content, is_shown};
pub(crate) use page::routes;
pub(crate) use receive::{Body, EXCHANGE, Receiver, forget, read_body};
pub(crate) use whole::{Coming, receive, reception};

//! Pieces: receiving, removing, reading.

mod act;

pub(crate) use act::name_in_entries;
pub use act::{
    MOST_BYTES, Place, Received, Reception, add_piece, prepare, read_piece, remove_piece,
};

//! Back-ups: taking one while the house serves, checking one, restoring one. `docs/sauvegarde.md` says how to use them, and the
//! decision record *back-up format* what a folder holds.

mod age;
pub(crate) mod file;
pub(crate) mod fill;
mod folder;
pub(crate) mod line;
pub(crate) mod manifest;
mod pieces;
mod progress;
mod restore;
mod rows;
mod take;
mod verify;

pub(crate) use self::age::{Identities, Recipients};
pub(crate) use folder::Folder;
pub(crate) use manifest::{Holding, key_in_french};
pub(crate) use pieces::{Copied, copied, copy, put};
pub(crate) use progress::{Progress, size};
pub(crate) use restore::{From, UNFINISHED, restore};
pub(crate) use rows::Rows;
pub(crate) use take::{Asked, KeyChoice, Taken, take};
pub(crate) use verify::verify;

/// The tables, one file each.
pub(crate) const TABLES: &str = "tables";
/// The pieces, sealed as they are in the installation, under the same names.
pub(crate) const PIECES: &str = "pieces";
/// The list of the pieces.
pub(crate) const PIECES_LIST: &str = "pieces.jsonl";
/// The master key.
const KEY: &str = "parvis.key";
/// What the name of an encrypted file ends with.
pub(crate) const ENCRYPTED: &str = ".age";
/// Pieces copied at once: each waits for its own fsync.
pub(crate) const AT_ONCE: usize = 8;

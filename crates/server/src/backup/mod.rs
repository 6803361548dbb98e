//! Back-ups: taking one while the house serves, checking one, restoring one. `docs/sauvegarde.md` says how to use them, and the
//! decision record *back-up format* what a folder holds.

mod age;
mod file;
mod fill;
mod line;
mod manifest;
mod progress;
mod restore;
mod take;
mod verify;

pub(crate) use self::age::{Identities, Recipients};
pub(crate) use manifest::key_in_french;
pub(crate) use progress::{Progress, size};
pub(crate) use restore::{From, UNFINISHED, restore};
pub(crate) use take::{Asked, KeyChoice, Taken, take};
pub(crate) use verify::verify;

/// The tables, one file each.
const TABLES: &str = "tables";
/// The pieces, sealed as they are in the installation, under the same names.
const PIECES: &str = "pieces";
/// The list of the pieces.
const PIECES_LIST: &str = "pieces.jsonl";
/// The master key.
const KEY: &str = "parvis.key";
/// What the name of an encrypted file ends with.
const ENCRYPTED: &str = ".age";
/// Pieces copied at once: each waits for its own fsync.
const AT_ONCE: usize = 8;

//! Taking one organisation away: everything that it has in a folder of open formats, and that folder into another installation.
//! `docs/reversibilite.md` says how to use it, and the decision record *organisation export* what a folder holds.

mod anteroom;
mod arrive;
mod codes;
mod keys;
mod leave;
mod readable;
mod tables;

pub(crate) use arrive::{Arrived, From, Host, arrive, check};
pub(crate) use leave::{Asked, leave};
pub use tables::{Fate, fates};

/// The keys that open what is sealed, one line each.
const KEYS: &str = "keys.jsonl";
/// The follow-up codes that persons hold on paper, one line each.
const CODES: &str = "codes.jsonl";
/// What somebody reads without this program.
const READABLE: &str = "lisible.zip";

//! The same act on many dossiers: chosen on the list, read before it is confirmed, done in the background one dossier at a time.

mod act;
mod foresee;
mod page;
mod run;
mod typed;
mod wanted;

pub use act::{
    BatchItem, BatchView, Chosen, MOST_DOSSIERS, confirm, prepare, purge, set, stop, undo, view,
};
pub(crate) use page::{offered_acts, routes};
pub use run::{BATCH_JOB, BatchRunner};
pub use wanted::{BatchAct, Outcome, Wanted};

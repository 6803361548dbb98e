//! A list of dossiers taken away as a file: asked on the list, approved by somebody else when it is long, written in the background,
//! kept sealed for some days.

mod act;
mod archive;
mod cell;
mod columns;
pub(crate) mod csv;
pub(crate) mod folder;
mod names;
mod ods;
mod page;
mod run;
mod sheet;
mod view;
mod write;
mod xlsx;
mod xml;

pub(crate) use act::Standing;
pub use act::{
    Asked, Download, Foreseen, KEPT, MASS, MASS_WITH_PIECES, answer, ask, delete, download, due,
    foresee, purge, to_approve,
};
pub use archive::Archive;
pub use cell::Cell;
pub(crate) use columns::{Told, answered, questions};
pub(crate) use page::routes;
pub use run::{EXPORT_JOB, ExportRunner};
pub use view::{Exported, Format};

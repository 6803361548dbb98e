//! What an author writes: the part of a procedure file that describes its form.

mod data;
mod id;
pub mod limits;
mod problem;
mod schema;
mod source;
mod text;

pub use data::{
    DataDefaults, DataUse, LegalBasis, LegalGround, Retention, RetentionUnit, Sensitivity,
};
pub(crate) use id::is_name;
pub use id::{FieldId, IdError, StepId};
pub use problem::{Problem, Problems, read};
pub use schema::{LANGUAGE_PATTERN, definition_schema};
pub use source::{
    CheckSource, ElementSource, IneligibleSource, LegalBasisSource, NumberSource, OptionSource,
    StepSource, TableSource,
};
pub use text::{Shown, Text};

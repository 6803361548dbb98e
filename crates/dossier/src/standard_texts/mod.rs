//! Texts that agents write again, kept by a group or by the whole organisation, and put into a form by a press.

mod act;
mod insert;
mod model;
mod page;

pub use act::{change, delete, keepers, kept, offered, save, versions};
pub(crate) use insert::{Insert, Inserted, appended};
pub use model::{Purpose, StandardText, UnknownWord, Version};
pub(crate) use page::routes;

#![doc = include_str!("../README.md")]

mod catalogue;
mod error;
pub mod facts;
pub mod file;
mod library;
mod model;
mod publish;
mod search;
mod store;

use parvis_store::Migration;

pub use catalogue::Catalogue;
pub use error::DemarcheError;
pub use file::{Checked, DoorKind, IdentityRule, ProcedureFile, Theme, check, procedure_schema};
pub use library::LIBRARY;
pub use model::Revision;
pub use publish::{confirm, confirmation, publish};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[Migration {
    room: "demarche",
    number: 1,
    name: "procedures",
    sql: include_str!("../migrations/0001_procedures.sql"),
}];

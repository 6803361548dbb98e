#![doc = include_str!("../README.md")]

pub mod answer;
pub mod ask;
pub mod assign;
pub mod close;
pub mod complete;
pub mod decide;
pub mod deposit;
mod desk;
mod error;
pub mod expire;
pub mod facts;
pub mod follow;
pub mod instruct;
pub mod message;
pub mod model;
pub mod note;
pub mod open;
pub mod people;
pub mod piece;
mod places;
pub mod queue;
pub mod read_decision;
pub mod rules;
pub mod start;
mod store;
mod text;
pub mod withdraw;

use parvis_store::Migration;

pub use desk::Desk;
pub use error::{DossierError, PieceRefusal};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[Migration {
    room: "dossier",
    number: 1,
    name: "dossiers",
    sql: include_str!("../migrations/0001_dossiers.sql"),
}];

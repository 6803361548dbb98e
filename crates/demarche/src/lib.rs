#![doc = include_str!("../README.md")]

mod about;
pub mod api;
mod author;
mod catalogue;
mod error;
pub mod facts;
pub mod file;
mod home;
mod library;
mod list;
mod model;
mod offer;
mod presentation;
mod prose;
mod publish;
mod retention;
mod schemas;
mod search;
mod store;
pub mod uses;

use axum::Router;
use axum::extract::Extension;
use axum::routing::get;
use parvis_kernel::Language;
use parvis_store::Migration;
use parvis_web::{House, WordsFile};

pub use author::{
    Author, Closing, close, discard_draft, drafted, enter_trial, erase_trial, keep_draft,
    preview_path, publish_draft, reopen, try_text,
};
pub use catalogue::{Catalogue, Notice};
pub use error::DemarcheError;
pub use file::{
    Checked, DoorKind, Fate, IdentityRule, ProcedureFile, Route, Routing, Theme, check,
    procedure_schema,
};
pub use library::LIBRARY;
pub use model::{Draft, Revision};
pub use publish::{confirm, confirmation, publish};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        room: "demarche",
        number: 1,
        name: "procedures",
        sql: include_str!("../migrations/0001_procedures.sql"),
    },
    Migration {
        room: "demarche",
        number: 2,
        name: "drafts",
        sql: include_str!("../migrations/0002_drafts.sql"),
    },
    Migration {
        room: "demarche",
        number: 3,
        name: "closing",
        sql: include_str!("../migrations/0003_closing.sql"),
    },
    Migration {
        room: "demarche",
        number: 4,
        name: "tried",
        sql: include_str!("../migrations/0004_tried.sql"),
    },
];

/// The words of this room.
pub const WORDS: &[WordsFile] = &[
    (Language::French, include_str!("home/fr.ftl")),
    (Language::English, include_str!("home/en.ftl")),
    (Language::French, include_str!("list/fr.ftl")),
    (Language::English, include_str!("list/en.ftl")),
    (Language::French, include_str!("presentation/fr.ftl")),
    (Language::English, include_str!("presentation/en.ftl")),
    (Language::French, include_str!("about/fr.ftl")),
    (Language::English, include_str!("about/en.ftl")),
    (Language::French, include_str!("author/fr.ftl")),
    (Language::English, include_str!("author/en.ftl")),
    (Language::French, include_str!("author/trial/fr.ftl")),
    (Language::English, include_str!("author/trial/en.ftl")),
];

/// The pages of this room, open to everybody but those of authors; paths are relative to the root of an organisation.
pub fn routes(catalogue: Catalogue) -> Router<House> {
    Router::new()
        .route("/", get(home::show))
        .route("/demarches", get(list::show))
        .route("/demarches/{slug}", get(presentation::show))
        .route("/schemas/procedure.json", get(schemas::procedure))
        .merge(about::routes())
        .merge(api::routes())
        .merge(author::routes())
        .layer(Extension(catalogue))
}

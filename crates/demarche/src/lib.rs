#![doc = include_str!("../README.md")]

mod about;
pub mod api;
mod author;
mod catalogue;
mod changes;
mod commitments;
mod describe;
mod error;
pub mod facts;
mod home;
mod list;
mod measures;
mod model;
mod offer;
mod presentation;
mod prose;
mod publish;
mod retention;
pub mod satisfaction;
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

pub use author::panel;
pub use author::{
    Author, Closing, answer_review, ask_review, close, discard_draft, drafted, enter_trial,
    erase_trial, is_review_asked_for, keep_draft, preview_path, previewed, publish_draft,
    publish_unreviewed, readers_of, reopen, reviews_waiting, try_text, what_changed,
    withdraw_review,
};
pub use catalogue::{Catalogue, Notice};
pub use error::DemarcheError;
pub use measures::{FEWEST, Kept, Measures, keep_measures, measures};
pub use model::{Answered, Draft, Panel, Review, Revision};
pub use parvis_procedure::{
    BegunDrafts, Budget, Checked, Commitments, DEMONSTRATION, DoorKind, Fate, Holder, IdentityRule,
    LIBRARY, Payment, ProcedureFile, RefusalGround, Route, Routing, Theme, check, procedure_schema,
};
pub use prose::{Passage, Said, worded};
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
    Migration {
        room: "demarche",
        number: 5,
        name: "draft_texts",
        sql: include_str!("../migrations/0005_draft_texts.sql"),
    },
    Migration {
        room: "demarche",
        number: 6,
        name: "measures",
        sql: include_str!("../migrations/0006_measures.sql"),
    },
    Migration {
        room: "demarche",
        number: 7,
        name: "reviews",
        sql: include_str!("../migrations/0007_reviews.sql"),
    },
    Migration {
        room: "demarche",
        number: 8,
        name: "panels",
        sql: include_str!("../migrations/0008_panels.sql"),
    },
    Migration {
        room: "demarche",
        number: 9,
        name: "satisfaction",
        sql: include_str!("../migrations/0009_satisfaction.sql"),
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
    (Language::French, include_str!("changes/fr.ftl")),
    (Language::English, include_str!("changes/en.ftl")),
    (Language::French, include_str!("describe/fr.ftl")),
    (Language::English, include_str!("describe/en.ftl")),
    (Language::French, include_str!("about/fr.ftl")),
    (Language::English, include_str!("about/en.ftl")),
    (Language::French, include_str!("commitments/fr.ftl")),
    (Language::English, include_str!("commitments/en.ftl")),
    (Language::French, include_str!("author/fr.ftl")),
    (Language::English, include_str!("author/en.ftl")),
    (Language::French, include_str!("author/editor/fr.ftl")),
    (Language::English, include_str!("author/editor/en.ftl")),
    (Language::French, include_str!("author/trial/fr.ftl")),
    (Language::English, include_str!("author/trial/en.ftl")),
    (Language::French, include_str!("author/review/fr.ftl")),
    (Language::English, include_str!("author/review/en.ftl")),
    (Language::French, include_str!("author/panel/fr.ftl")),
    (Language::English, include_str!("author/panel/en.ftl")),
    (Language::French, include_str!("author/crisis/fr.ftl")),
    (Language::English, include_str!("author/crisis/en.ftl")),
];

/// The pages of this room, open to everybody but those of authors; paths are relative to the root of an organisation.
pub fn routes(catalogue: Catalogue) -> Router<House> {
    Router::new()
        .route("/", get(home::show))
        .route("/demarches", get(list::show))
        .route("/demarches/{slug}", get(presentation::show))
        .route("/demarches/{slug}/changements", get(changes::show))
        .route("/schemas/procedure.json", get(schemas::procedure))
        .merge(describe::routes())
        .merge(about::routes())
        .merge(api::routes())
        .merge(commitments::routes())
        .merge(author::routes())
        .layer(Extension(catalogue))
}

#![doc = include_str!("../README.md")]

mod account;
mod addresses;
pub mod answer;
mod answered;
pub mod api;
pub mod appraise;
pub mod ask;
pub mod assign;
pub mod batch;
pub mod changes;
pub mod check;
pub mod check_account;
pub mod close;
pub mod complete;
mod compose_link;
pub mod correspondence;
pub mod decide;
mod decision_document;
mod deletion;
pub mod deposit;
mod desk;
pub mod destroy;
mod drawn;
pub mod erase;
mod error;
pub mod examine;
mod exchanges;
pub mod expire;
pub mod export;
pub mod facts;
pub mod follow;
pub mod guichet;
mod history;
pub mod instruct;
mod links;
pub mod measure;
pub mod mention;
pub mod message;
pub mod model;
pub mod moving;
pub mod note;
mod obtain;
pub mod open;
pub mod order;
mod panel;
pub mod payment;
pub mod people;
pub mod piece;
mod places;
pub mod prefill;
pub mod presence;
mod preview;
pub mod queue;
pub mod read_decision;
pub mod remind;
mod request;
pub mod revise;
pub mod rules;
mod said;
pub mod search;
pub mod shortcuts;
pub mod standard_texts;
pub mod start;
mod states;
mod stopped;
mod store;
pub mod sweep;
pub mod take_back;
mod tasks;
mod text;
pub mod transfer;
mod typed_date;
pub mod uses;
pub mod views;
pub mod withdraw;

use axum::{Extension, Router};
use parvis_demarche::Catalogue;
use parvis_kernel::Language::{English, French};
use parvis_store::Migration;
use parvis_web::{House, WordsFile};

pub use desk::Desk;
pub use error::{DossierError, PieceRefusal};
pub use request::DeskOf;

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        room: "dossier",
        number: 1,
        name: "dossiers",
        sql: include_str!("../migrations/0001_dossiers.sql"),
    },
    Migration {
        room: "dossier",
        number: 2,
        name: "changes",
        sql: include_str!("../migrations/0002_changes.sql"),
    },
    Migration {
        room: "dossier",
        number: 3,
        name: "upload_parts_by_blob",
        sql: include_str!("../migrations/0003_upload_parts_by_blob.sql"),
    },
    Migration {
        room: "dossier",
        number: 4,
        name: "batches",
        sql: include_str!("../migrations/0004_batches.sql"),
    },
    Migration {
        room: "dossier",
        number: 5,
        name: "words",
        sql: include_str!("../migrations/0005_words.sql"),
    },
    Migration {
        room: "dossier",
        number: 6,
        name: "retention",
        sql: include_str!("../migrations/0006_retention.sql"),
    },
    Migration {
        room: "dossier",
        number: 7,
        name: "reminders",
        sql: include_str!("../migrations/0007_reminders.sql"),
    },
    Migration {
        room: "dossier",
        number: 8,
        name: "exports",
        sql: include_str!("../migrations/0008_exports.sql"),
    },
    Migration {
        room: "dossier",
        number: 9,
        name: "unrouted",
        sql: include_str!("../migrations/0009_unrouted.sql"),
    },
    Migration {
        room: "dossier",
        number: 10,
        name: "views",
        sql: include_str!("../migrations/0010_views.sql"),
    },
    Migration {
        room: "dossier",
        number: 11,
        name: "shortcuts",
        sql: include_str!("../migrations/0011_shortcuts.sql"),
    },
    Migration {
        room: "dossier",
        number: 12,
        name: "standard_texts",
        sql: include_str!("../migrations/0012_standard_texts.sql"),
    },
    Migration {
        room: "dossier",
        number: 13,
        name: "examinations",
        sql: include_str!("../migrations/0013_examinations.sql"),
    },
    Migration {
        room: "dossier",
        number: 14,
        name: "mentions",
        sql: include_str!("../migrations/0014_mentions.sql"),
    },
    Migration {
        room: "dossier",
        number: 15,
        name: "presences",
        sql: include_str!("../migrations/0015_presences.sql"),
    },
    Migration {
        room: "dossier",
        number: 16,
        name: "follow_up_codes",
        sql: include_str!("../migrations/0016_follow_up_codes.sql"),
    },
    Migration {
        room: "dossier",
        number: 17,
        name: "payments",
        sql: include_str!("../migrations/0017_payments.sql"),
    },
    Migration {
        room: "dossier",
        number: 18,
        name: "measured",
        sql: include_str!("../migrations/0018_measured.sql"),
    },
    Migration {
        room: "dossier",
        number: 19,
        name: "prefills",
        sql: include_str!("../migrations/0019_prefills.sql"),
    },
    Migration {
        room: "dossier",
        number: 20,
        name: "satisfaction",
        sql: include_str!("../migrations/0020_satisfaction.sql"),
    },
];

/// The words of this room: those of the acts and of the pages, a pair of files for each feature.
pub const WORDS: &[WordsFile] = &[
    (French, include_str!("api/fr.ftl")),
    (English, include_str!("api/en.ftl")),
    (French, include_str!("account/fr.ftl")),
    (English, include_str!("account/en.ftl")),
    (French, include_str!("answer/fr.ftl")),
    (English, include_str!("answer/en.ftl")),
    (French, include_str!("appraise/fr.ftl")),
    (English, include_str!("appraise/en.ftl")),
    (French, include_str!("people/fr.ftl")),
    (English, include_str!("people/en.ftl")),
    (French, include_str!("start/fr.ftl")),
    (English, include_str!("start/en.ftl")),
    (French, include_str!("drawn/fr.ftl")),
    (English, include_str!("drawn/en.ftl")),
    (French, include_str!("prefill/fr.ftl")),
    (English, include_str!("prefill/en.ftl")),
    (French, include_str!("presence/fr.ftl")),
    (English, include_str!("presence/en.ftl")),
    (French, include_str!("panel/fr.ftl")),
    (English, include_str!("panel/en.ftl")),
    (French, include_str!("preview/fr.ftl")),
    (English, include_str!("preview/en.ftl")),
    (French, include_str!("stopped/fr.ftl")),
    (English, include_str!("stopped/en.ftl")),
    (French, include_str!("revise/fr.ftl")),
    (English, include_str!("revise/en.ftl")),
    (French, include_str!("tasks/fr.ftl")),
    (English, include_str!("tasks/en.ftl")),
    (French, include_str!("complete/fr.ftl")),
    (English, include_str!("complete/en.ftl")),
    (French, include_str!("mention/fr.ftl")),
    (English, include_str!("mention/en.ftl")),
    (French, include_str!("compose_link/fr.ftl")),
    (English, include_str!("compose_link/en.ftl")),
    (French, include_str!("message/fr.ftl")),
    (English, include_str!("message/en.ftl")),
    (French, include_str!("read_decision/fr.ftl")),
    (English, include_str!("read_decision/en.ftl")),
    (French, include_str!("erase/fr.ftl")),
    (English, include_str!("erase/en.ftl")),
    (French, include_str!("withdraw/fr.ftl")),
    (English, include_str!("withdraw/en.ftl")),
    (French, include_str!("follow/fr.ftl")),
    (English, include_str!("follow/en.ftl")),
    (French, include_str!("deposit/fr.ftl")),
    (English, include_str!("deposit/en.ftl")),
    (French, include_str!("check/fr.ftl")),
    (English, include_str!("check/en.ftl")),
    (French, include_str!("check_account/fr.ftl")),
    (English, include_str!("check_account/en.ftl")),
    (French, include_str!("order/fr.ftl")),
    (English, include_str!("order/en.ftl")),
    (French, include_str!("payment/fr.ftl")),
    (English, include_str!("payment/en.ftl")),
    (French, include_str!("close/fr.ftl")),
    (English, include_str!("close/en.ftl")),
    (French, include_str!("decide/fr.ftl")),
    (English, include_str!("decide/en.ftl")),
    (French, include_str!("decision_document/fr.ftl")),
    (English, include_str!("decision_document/en.ftl")),
    (French, include_str!("deletion/fr.ftl")),
    (English, include_str!("deletion/en.ftl")),
    (French, include_str!("history/fr.ftl")),
    (English, include_str!("history/en.ftl")),
    (French, include_str!("ask/fr.ftl")),
    (English, include_str!("ask/en.ftl")),
    (French, include_str!("assign/fr.ftl")),
    (English, include_str!("assign/en.ftl")),
    (French, include_str!("examine/fr.ftl")),
    (English, include_str!("examine/en.ftl")),
    (French, include_str!("exchanges/fr.ftl")),
    (English, include_str!("exchanges/en.ftl")),
    (French, include_str!("instruct/fr.ftl")),
    (English, include_str!("instruct/en.ftl")),
    (French, include_str!("note/fr.ftl")),
    (English, include_str!("note/en.ftl")),
    (French, include_str!("obtain/fr.ftl")),
    (English, include_str!("obtain/en.ftl")),
    (French, include_str!("open/fr.ftl")),
    (English, include_str!("open/en.ftl")),
    (French, include_str!("queue/fr.ftl")),
    (English, include_str!("queue/en.ftl")),
    (French, include_str!("refusals/fr.ftl")),
    (English, include_str!("refusals/en.ftl")),
    (French, include_str!("take_back/fr.ftl")),
    (English, include_str!("take_back/en.ftl")),
    (French, include_str!("batch/fr.ftl")),
    (English, include_str!("batch/en.ftl")),
    (French, include_str!("export/fr.ftl")),
    (English, include_str!("export/en.ftl")),
    (French, include_str!("transfer/fr.ftl")),
    (English, include_str!("transfer/en.ftl")),
    (French, include_str!("standard_texts/fr.ftl")),
    (English, include_str!("standard_texts/en.ftl")),
    (French, include_str!("shortcuts/fr.ftl")),
    (English, include_str!("shortcuts/en.ftl")),
    (French, include_str!("views/fr.ftl")),
    (English, include_str!("views/en.ftl")),
    (French, include_str!("states/fr.ftl")),
    (English, include_str!("states/en.ftl")),
];

/// The pages of this room.
pub fn routes(catalogue: Catalogue) -> Router<House> {
    Router::new()
        .merge(start::routes())
        .merge(people::routes())
        .merge(stopped::routes())
        .merge(tasks::routes())
        .merge(panel::routes())
        .merge(revise::routes())
        .merge(preview::routes())
        .merge(answer::routes())
        .merge(piece::routes())
        .merge(message::routes())
        .merge(complete::routes())
        .merge(compose_link::routes())
        .merge(read_decision::routes())
        .merge(appraise::routes())
        .merge(erase::routes())
        .merge(withdraw::routes())
        .merge(follow::routes())
        .merge(deposit::routes())
        .merge(check::routes())
        .merge(batch::routes())
        .merge(ask::routes())
        .merge(assign::routes())
        .merge(check_account::routes())
        .merge(close::routes())
        .merge(decide::routes())
        .merge(exchanges::routes())
        .merge(export::routes())
        .merge(instruct::routes())
        .merge(mention::routes())
        .merge(note::routes())
        .merge(obtain::routes())
        .merge(open::routes())
        .merge(order::routes())
        .merge(presence::routes())
        .merge(queue::routes())
        .merge(shortcuts::routes())
        .merge(standard_texts::routes())
        .merge(transfer::routes())
        .merge(views::routes())
        .merge(api::routes())
        .merge(account::routes())
        .merge(take_back::routes())
        .layer(Extension(catalogue))
}

#![doc = include_str!("../README.md")]

mod accept;
mod antivirus;
mod begin;
mod describe;
mod devices;
mod error;
pub mod establish;
mod events;
mod home;
mod invite;
mod pages;
mod provider;
mod request;
mod review;
mod services;
mod staff;
mod surroundings;
mod tokens;
mod webhooks;

use axum::{Extension, Router};
use parvis_kernel::Language::{English, French};
use parvis_web::{House, WordsFile};

pub use error::AdministrationError;
pub use events::told;
pub use surroundings::{
    Antivirus, AntivirusAsked, AntivirusStanding, Around, Bundled, Led, Look, Seen, Standing,
    Surroundings, Unexamined, Use,
};

/// The words of this room.
pub const WORDS: &[WordsFile] = &[
    (French, include_str!("pages/fr.ftl")),
    (English, include_str!("pages/en.ftl")),
    (French, include_str!("home/fr.ftl")),
    (English, include_str!("home/en.ftl")),
    (French, include_str!("antivirus/fr.ftl")),
    (English, include_str!("antivirus/en.ftl")),
    (French, include_str!("describe/fr.ftl")),
    (English, include_str!("describe/en.ftl")),
    (French, include_str!("services/fr.ftl")),
    (English, include_str!("services/en.ftl")),
    (French, include_str!("staff/fr.ftl")),
    (English, include_str!("staff/en.ftl")),
    (French, include_str!("invite/fr.ftl")),
    (English, include_str!("invite/en.ftl")),
    (French, include_str!("accept/fr.ftl")),
    (English, include_str!("accept/en.ftl")),
    (French, include_str!("devices/fr.ftl")),
    (English, include_str!("devices/en.ftl")),
    (French, include_str!("events/fr.ftl")),
    (English, include_str!("events/en.ftl")),
    (French, include_str!("begin/fr.ftl")),
    (English, include_str!("begin/en.ftl")),
    (French, include_str!("establish/fr.ftl")),
    (English, include_str!("establish/en.ftl")),
    (French, include_str!("review/fr.ftl")),
    (English, include_str!("review/en.ftl")),
    (French, include_str!("provider/fr.ftl")),
    (English, include_str!("provider/en.ftl")),
    (French, include_str!("tokens/fr.ftl")),
    (English, include_str!("tokens/en.ftl")),
    (French, include_str!("webhooks/fr.ftl")),
    (English, include_str!("webhooks/en.ftl")),
];

/// The pages of this room; paths are relative to the root of an organisation.
pub fn routes(surroundings: Surroundings) -> Router<House> {
    Router::new()
        .merge(home::routes())
        .merge(begin::routes())
        .merge(describe::routes())
        .merge(services::routes())
        .merge(staff::routes())
        .merge(invite::routes())
        .merge(accept::routes())
        .merge(devices::routes())
        .merge(review::routes())
        .merge(events::routes())
        .merge(tokens::routes())
        .merge(webhooks::routes())
        .merge(provider::routes())
        .layer(Extension(surroundings))
}

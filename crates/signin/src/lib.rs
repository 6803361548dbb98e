#![doc = include_str!("../README.md")]

mod account;
mod agent;
mod code;
mod gate;
mod leave;
mod offered;
mod provider;
mod qr;
mod way;

use axum::Router;
use parvis_kernel::Language;
use parvis_web::{House, WordsFile};

pub use way::Way;

/// The words of this room.
pub const WORDS: &[WordsFile] = &[
    (Language::French, include_str!("code/fr.ftl")),
    (Language::English, include_str!("code/en.ftl")),
    (Language::French, include_str!("agent/fr.ftl")),
    (Language::English, include_str!("agent/en.ftl")),
    (Language::French, include_str!("provider/fr.ftl")),
    (Language::English, include_str!("provider/en.ftl")),
    (Language::French, include_str!("account/fr.ftl")),
    (Language::English, include_str!("account/en.ftl")),
    (Language::French, include_str!("account/passkey/fr.ftl")),
    (Language::English, include_str!("account/passkey/en.ftl")),
    (Language::French, include_str!("leave/fr.ftl")),
    (Language::English, include_str!("leave/en.ftl")),
];

/// The pages of this room, open to everybody; paths are relative to the root of an organisation.
pub fn routes() -> Router<House> {
    Router::new()
        .merge(code::routes())
        .merge(agent::routes())
        .merge(leave::routes())
        .merge(provider::routes())
        .merge(account::routes())
}

#![doc = include_str!("../README.md")]

mod begin;
mod doors;
mod finish;
mod home;
mod resume;

use axum::{Extension, Router};
use parvis_demarche::Catalogue;
use parvis_kernel::Language::{English, French};
use parvis_web::{House, WordsFile};

/// The words of this room.
pub const WORDS: &[WordsFile] = &[
    (French, include_str!("home/fr.ftl")),
    (English, include_str!("home/en.ftl")),
    (French, include_str!("begin/fr.ftl")),
    (English, include_str!("begin/en.ftl")),
    (French, include_str!("resume/fr.ftl")),
    (English, include_str!("resume/en.ftl")),
];

/// The pages of this room.
pub fn routes(catalogue: Catalogue) -> Router<House> {
    Router::new()
        .merge(home::routes())
        .merge(begin::routes())
        .merge(resume::routes())
        .merge(finish::routes())
        .layer(Extension(catalogue))
}

//! The editor of procedures: pages that change the text of a draft one thing at a time. The text stays the author's: what is not changed
//! keeps its bytes, and the page of the text is never far.

mod act;
mod add;
mod asked;
mod begin;
mod condition;
mod conflict;
mod controls;
mod findings;
mod kinds;
mod outline;
mod part;
mod paths;
mod problems;
mod reading;
mod work;

use axum::Router;
use axum::routing::get;
use parvis_web::{House, Visit};

use super::request::path;

pub(super) use act::edit_new as keep_new;
pub(super) use begin::{Known, known};
pub(super) use outline::short;

pub(super) fn routes() -> Router<House> {
    Router::new()
        .route(
            "/agent/nouvelle-demarche/editeur",
            get(begin::ask).post(begin::begin),
        )
        .route(
            "/agent/demarches/{slug}/editeur",
            get(outline::show).post(outline::change),
        )
        .route(
            "/agent/demarches/{slug}/editeur/ajouter",
            get(add::ask).post(add::add),
        )
        .route("/agent/demarches/{slug}/editeur/parcours", get(paths::show))
        .route(
            "/agent/demarches/{slug}/editeur/condition/{*rest}",
            get(condition::ask).post(condition::change),
        )
        .route(
            "/agent/demarches/{slug}/editeur/partie/{*rest}",
            get(part::show).post(part::change),
        )
}

/// A kind of field in words.
pub(super) fn kind_words(visit: &Visit, term: &str) -> String {
    let line = kinds::of(term);
    line.map_or(term, |line| visit.say(line.words)).to_owned()
}

/// What a kind asks, in words: a limit, a choice.
pub(super) fn limit_words(visit: &Visit, kind: &str, key: &str) -> String {
    let asked = kinds::of(kind).and_then(|line| line.asked.iter().find(|asked| asked.key == key));
    asked.map_or(key, |asked| visit.say(asked.words)).to_owned()
}

/// The outline of a procedure.
fn outline_of(slug: &str) -> String {
    format!("{}/editeur", path(slug))
}

/// The page of one part of it.
pub(super) fn part_of(slug: &str, part: impl std::fmt::Display) -> String {
    format!("{}/editeur/partie/{part}", path(slug))
}

/// The page where the condition of a part is made of choices.
fn condition_of(slug: &str, part: &str) -> String {
    format!("{}/editeur/condition/{part}", path(slug))
}

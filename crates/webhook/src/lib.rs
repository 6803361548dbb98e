#![doc = include_str!("../README.md")]

pub mod api;
mod courier;
mod error;
mod facts;
mod hear;
mod manage;
mod model;
mod rules;
mod secret;
mod store;

use axum::Router;
use parvis_kernel::Instant;
use parvis_kernel::Language::{English, French};
use parvis_store::{Due, Migration, StoreError, Tx};
use parvis_web::{House, WordsFile};

pub use courier::{Courier, RootOf};
pub use error::WebhookError;
pub use facts::SUSPENDED;
pub use hear::{About, hear};
pub use manage::{
    NewWebhook, Page, Settings, arrived, change, create, delete, deliveries, find, list, ping,
    replay, replay_since, resume, rotate, secret, suspend,
};
pub use model::{Delivery, Event, State, Suspension, Webhook};
pub use parvis_outside::{AddressProblem, Lookup, LookupFuture, Policy, is_public};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[Migration {
    room: "webhook",
    number: 1,
    name: "webhooks",
    sql: include_str!("../migrations/0001_webhooks.sql"),
}];

/// The words of this room.
pub const WORDS: &[WordsFile] = &[
    (French, include_str!("fr.ftl")),
    (English, include_str!("en.ftl")),
];

/// The calls of applications.
pub fn routes() -> Router<House> {
    api::routes()
}

/// The deliveries planned before an instant.
///
/// # Errors
/// Those of the store.
pub fn old(tx: &mut Tx<'_>, before: Instant) -> Result<Due, StoreError> {
    store::deliveries::old(tx, before)
}

/// Forgets the deliveries planned before an instant, sent or not; returns how many.
///
/// # Errors
/// Those of the store.
pub fn purge(tx: &mut Tx<'_>, before: Instant) -> Result<u64, StoreError> {
    store::deliveries::purge(tx, before)
}

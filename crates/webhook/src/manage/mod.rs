//! Looking after webhooks: by an application for its own, by who administers for all of them.

mod act;
mod replay;
mod settings;

pub use act::{
    Page, arrived, change, create, delete, deliveries, find, list, resume, rotate, secret, suspend,
};
pub use replay::{ping, replay, replay_since};
pub use settings::{NewWebhook, Settings};

pub(crate) use act::suspended;

#![doc = include_str!("../README.md")]

mod alarms;
mod antivirus;
mod api;
mod backup;
mod command;
mod config;
mod demonstration;
mod doctor;
mod house;
mod letters;
pub mod purge;
pub mod reversibility;
mod serve;
mod sources;
mod surroundings;
mod webhooks;

pub use api::openapi;
pub use command::{Command, run};
pub use config::{AntivirusConfig, Config, ConfigError, IdentityConfig, WebhooksConfig};
pub use house::{migrations, routes, subscribers, words};
pub use letters::composers;
pub use serve::Front;
pub use webhooks::courier;

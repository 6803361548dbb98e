#![doc = include_str!("../README.md")]

pub mod blobs;
mod derivation;
mod dialect;
mod due;
pub mod erasure;
mod error;
mod hand;
mod hex;
mod migrate;
mod open;
mod postgres;
mod queue;
mod row;
pub mod sealing;
pub mod snapshot;
mod sql;
mod sqlite;
mod statement_log;
mod store;

mod tls;
mod tx;
mod value;
mod vault;

pub use due::Due;
pub use error::{ConstraintKind, StoreError};
pub use migrate::{Applied, MIGRATIONS, Migration};
pub use open::{Engine, Location, Options};
pub use row::Row;
pub use sql::Sql;
pub use statement_log::statements_run;
pub use store::Store;
pub use tls::use_ring;
pub use tx::Tx;
pub use value::Value;
pub use vault::Vault;

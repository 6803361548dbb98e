#![doc = include_str!("../README.md")]

mod declare;
mod error;
mod model;
mod protocol;
mod rules;
mod sign_in;
mod store;

use parvis_store::Migration;

pub use declare::{arrived, declare, disable, enable, find, offered, tried, with_secret};
pub use error::IdentityError;
pub use model::{Addresses, Known, Matching, Provider, SecondFactor, Settings};
pub use protocol::{Answer, Identity, Journey, Trouble};
pub use rules::{LONGEST_LABEL, has_verified_address, proves_second_factor};
pub use sign_in::{
    Attempt, Keys, LIFE, Refused, Whom, arrive, begin, is_linked, judge, open, purge, refused,
    take, to_close, unlink, waiting,
};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        room: "identity",
        number: 1,
        name: "identity",
        sql: include_str!("../migrations/0001_identity.sql"),
    },
    Migration {
        room: "identity",
        number: 2,
        name: "addresses",
        sql: include_str!("../migrations/0002_addresses.sql"),
    },
];

#![doc = include_str!("../README.md")]

pub mod account;
pub mod agent;
mod attempts;
mod authorize;
pub mod challenge;
pub mod device;
mod error;
pub mod guichet;
pub mod invitation;
pub mod password;
pub mod review;
pub mod role;
pub mod session;
pub mod staff;
mod store;
pub mod token;
pub mod totp;
pub mod trial;

use parvis_store::Migration;

pub use account::{Account, Signed};
pub use agent::{Agent, Membership, Role};
pub use authorize::{Right, Target, authorize};
pub use error::AccessError;
pub use role::OrganisationRole;
pub use session::Session;

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        room: "access",
        number: 1,
        name: "access",
        sql: include_str!("../migrations/0001_access.sql"),
    },
    Migration {
        room: "access",
        number: 2,
        name: "roles",
        sql: include_str!("../migrations/0002_roles.sql"),
    },
    Migration {
        room: "access",
        number: 3,
        name: "tokens",
        sql: include_str!("../migrations/0003_tokens.sql"),
    },
    Migration {
        room: "access",
        number: 4,
        name: "accounts",
        sql: include_str!("../migrations/0004_accounts.sql"),
    },
    Migration {
        room: "access",
        number: 5,
        name: "administration",
        sql: include_str!("../migrations/0005_administration.sql"),
    },
    Migration {
        room: "access",
        number: 6,
        name: "counter",
        sql: include_str!("../migrations/0006_counter.sql"),
    },
    Migration {
        room: "access",
        number: 7,
        name: "passkeys",
        sql: include_str!("../migrations/0007_passkeys.sql"),
    },
];

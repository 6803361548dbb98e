#![doc = include_str!("../README.md")]

mod backoff;
mod once;
mod outbox;
mod queue;
mod store;
mod worker;

use parvis_store::Migration;

pub use once::{Call, Once, answer_once, forget_answers, once};
pub use outbox::{Subscriber, deliver_due, publish};
pub use queue::{Ending, Job, Runner, RunnerFuture, enqueue, nothing_to_write, run_due};
pub use store::{
    Backlog, OWN_TABLES, backlog, delivered, drop_all_of, forget_delivered, mark_heard,
    retract_held, waits,
};
pub use worker::{Wake, Worker};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        room: "jobs",
        number: 1,
        name: "outbox",
        sql: include_str!("../migrations/0001_outbox.sql"),
    },
    Migration {
        room: "jobs",
        number: 2,
        name: "idempotent_calls",
        sql: include_str!("../migrations/0002_idempotent_calls.sql"),
    },
];

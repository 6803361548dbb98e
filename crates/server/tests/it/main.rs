//! The whole house through its door: two organisations, three procedures, persons and agents, on both engines.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot prepare its ground fails"
)]

mod accounts;
mod administration;
mod antivirus;
mod backup;
mod bad_days;
mod bad_input;
mod doctor;
mod doors;
mod editor;
mod enumeration;
mod exports;
mod failing;
mod founding;
mod guichet;
mod hostile;
mod identity;
mod linting;
mod machines;
mod mails_of_agents;
mod mails_of_payments;
mod main_job;
mod measures;
mod operation;
mod opinions;
mod pages;
mod panels;
mod passkeys;
mod procedures;
mod process;
mod purge;
mod reminders;
mod reversibility;
mod reviewing;
mod routing;
mod security_log;
mod silence;
mod town;
mod trial;
mod upgrade;

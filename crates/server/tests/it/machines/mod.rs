//! The API of machines, through the door of the whole house, on both engines.

mod application;
mod changes;
mod document;
mod everyone;
mod held;
mod life;
mod once;
mod prefills;
pub mod receiver;
mod uploads;
pub mod webhooks;

pub use application::Application;

//! The API of machines, through the door of the whole house, on both engines.

mod application;
mod changes;
mod document;
mod everyone;
mod life;
mod once;
mod uploads;

pub use application::Application;

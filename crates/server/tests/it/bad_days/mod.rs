//! When something fails around the house: each test provokes a fault, and notes what it observed for
//! `docs/reliability.md`.

mod clock;
mod crowd;
mod database;
mod deposits;
mod disk;
mod ground;
mod killed;
mod slow;
mod storage;
mod visitor;
mod workers;

pub use disk::DISK_FULL;
pub use ground::name_of;

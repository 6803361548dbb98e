//! The store as rooms see it, on both engines.

mod acts;
mod group;
mod house;
mod migrating;
mod postgres;
mod sealed;
mod values;

#![doc = include_str!("../README.md")]

mod address;
mod client;
mod lookup;

pub use address::{AddressProblem, Policy, check, is_public};
pub use client::{Patience, client, reason};
pub use lookup::{Lookup, LookupFuture, system};

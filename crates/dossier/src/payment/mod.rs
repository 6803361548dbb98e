//! What a favourable decision gives: how much is owed, to which account, and where its payment stands.
//!
//! Nothing is paid here: the *ordonnateur* orders, the *comptable* pays. Between the decision and the order, an agent who neither decided
//! nor received the person looks at the account.

mod account;
mod owed;
mod page;
mod standing;

pub(crate) use account::{Account, AccountCheck, Proved, masked, masked_beside};
pub(crate) use owed::{NotOwed, owed, proposed};
pub(crate) use page::{for_agents, for_person, in_letters};
pub use standing::Standing;
pub(crate) use standing::{OrderSeen, Owed, found};

//! Checking the account of a person before a payment is ordered.

mod act;
mod page;

pub(crate) use act::account;
pub use act::{Compared, ComparedWith, check_account};
pub(crate) use page::{is_asked, routes};

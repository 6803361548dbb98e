//! Orders to pay, for the finance department: what was decided and checked, once each.
//!
//! An order is a proposal to the comptable with its justification, never a payment. Its dossiers, its file and its trace are written in
//! one transaction: a process that is killed leaves an order that is whole, or none.

mod act;
mod document;
mod page;

pub use act::{Asked, MOST_LINES, Payable, cancel, file, order, payable, send};
pub(crate) use document::Document;
pub(crate) use page::routes;

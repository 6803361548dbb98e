//! Declaration, deposit, receipt.

mod act;

pub use act::{deposit, receipt};

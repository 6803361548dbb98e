//! What is over.

use parvis_kernel::Instant;

use crate::{Row, StoreError};

/// The rows whose time is over: how many, and between which instants.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Due {
    /// How many.
    pub count: i64,
    /// The oldest one.
    pub oldest: Option<Instant>,
    /// The newest one.
    pub newest: Option<Instant>,
}

impl Due {
    /// The three first columns of a row: a count, a smallest and a greatest instant.
    ///
    /// # Errors
    ///
    /// [`StoreError::Decode`] when they are something else.
    pub fn of(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            count: row.int(0)?,
            oldest: row.opt_instant(1)?,
            newest: row.opt_instant(2)?,
        })
    }
}

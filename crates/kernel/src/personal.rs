//! Personal data that cannot reach a log by accident.

use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

/// A value that identifies or describes a person: its `Debug` never shows it, and it has no `Display`.
///
/// Pages and mails take it out with [`Deref`] or [`Personal::into_inner`]: a place where that is
/// written is a place where personal data leave the house.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Personal<T>(T);

impl<T> Personal<T> {
    /// Marks a value as personal.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// Takes the value out.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> From<T> for Personal<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T> Deref for Personal<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> fmt::Debug for Personal<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("[personal]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_output_never_shows_the_value() {
        let name = Personal::new("Zoé Lenoir".to_owned());
        assert_eq!(format!("{name:?}"), "[personal]");
        assert_eq!(name.as_str(), "Zoé Lenoir");
    }
}

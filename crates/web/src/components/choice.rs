//! Answers to choose among, and a date typed in three parts.

use super::Wording;

/// One answer of `radios`, `checkboxes` or `select`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: Wording,
    /// More about it, or nothing.
    pub hint: Wording,
    /// Whether it is chosen.
    pub checked: bool,
    /// Whether choosing it opens another question.
    pub reveals: bool,
}

impl Choice {
    /// An answer that is not chosen.
    #[must_use]
    pub fn new(value: impl Into<String>, label: impl Into<Wording>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            ..Self::default()
        }
    }

    /// Says more about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Wording>) -> Self {
        self.hint = hint.into();
        self
    }

    /// Chosen or not.
    #[must_use]
    pub const fn checked(mut self, checked: bool) -> Self {
        self.checked = checked;
        self
    }

    /// Opens another question when chosen.
    #[must_use]
    pub const fn revealing(mut self) -> Self {
        self.reveals = true;
        self
    }
}

/// A date as it was typed, right or wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DateEntry {
    /// Day of the month.
    pub day: String,
    /// Month, in figures.
    pub month: String,
    /// Year.
    pub year: String,
}

impl DateEntry {
    /// What was typed in the three fields.
    #[must_use]
    pub fn new(day: impl Into<String>, month: impl Into<String>, year: impl Into<String>) -> Self {
        Self {
            day: day.into(),
            month: month.into(),
            year: year.into(),
        }
    }
}

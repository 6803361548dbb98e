//! What stands in one cell of a table, before a format writes it.

use jiff::civil::Date;

/// One cell. Nothing in it is ever a formula: a format writes texts as texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cell {
    /// Nothing.
    Empty,
    /// Words, whoever typed them.
    Text(String),
    /// A whole number that the form typed.
    Number(i64),
    /// A day.
    Date(Date),
}

impl Cell {
    /// Words; nothing when they are empty.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }
}

impl From<Option<Date>> for Cell {
    fn from(date: Option<Date>) -> Self {
        date.map_or(Self::Empty, Self::Date)
    }
}

//! What stands in one cell of a table, before a format writes it.

use jiff::civil::Date;
use parvis_form::Decimal;

/// One cell. Nothing in it is ever a formula: a format writes texts as texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words, whoever typed them.
    Text(String),
    /// A whole number that the form typed.
    Number(i64),
    /// An exact number with a decimal part: an amount in euros, a surface.
    Decimal(Decimal),
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

impl Cell {
    /// As a page says it, in the words of its visit.
    pub(crate) fn said(self, visit_date: impl Fn(Date) -> String) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text,
            Self::Number(number) => number.to_string(),
            Self::Decimal(number) => number.to_string(),
            Self::Date(date) => visit_date(date),
        }
    }
}

impl From<Option<Date>> for Cell {
    fn from(date: Option<Date>) -> Self {
        date.map_or(Self::Empty, Self::Date)
    }
}

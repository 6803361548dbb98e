//! Rows and columns.

use super::Tag;

/// A table of data.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// Whether the caption is only for those who hear the page.
    pub caption_hidden: bool,
    /// The heads of the columns.
    pub columns: Vec<Column>,
    /// The rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// The head of a column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    /// What is read.
    pub text: String,
    /// Whether it holds figures.
    pub numeric: bool,
    /// How it sorts the table, if it can.
    pub sort: Option<Sort>,
}

impl Column {
    /// A column of text.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// A column of figures.
    #[must_use]
    pub fn numeric(text: impl Into<String>) -> Self {
        Self {
            numeric: true,
            ..Self::new(text)
        }
    }

    /// Lets the column sort the table.
    #[must_use]
    pub fn sorting(mut self, href: impl Into<String>, direction: Direction) -> Self {
        self.sort = Some(Sort {
            href: href.into(),
            direction,
        });
        self
    }
}

/// How a column sorts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sort {
    /// The address of the table sorted by this column, or the other way round.
    pub href: String,
    /// How the table is sorted by it now.
    pub direction: Direction,
}

/// The present order of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Sorted by something else.
    Unsorted,
    /// The smallest first.
    Ascending,
    /// The greatest first.
    Descending,
}

impl Direction {
    /// The value of `aria-sort`.
    #[must_use]
    pub const fn aria(self) -> Option<&'static str> {
        match self {
            Self::Unsorted => None,
            Self::Ascending => Some("ascending"),
            Self::Descending => Some("descending"),
        }
    }

    /// The sign shown beside the head.
    #[must_use]
    pub const fn arrow(self) -> &'static str {
        match self {
            Self::Unsorted => "↕",
            Self::Ascending => "↑",
            Self::Descending => "↓",
        }
    }
}

/// What stands in a row, under a column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// What is read.
    pub text: String,
    /// Where it leads, if it does.
    pub href: Option<String>,
    /// A state, shown before the text.
    pub tag: Option<Tag>,
    /// Whether it stays on one line: numbers, dates.
    pub whole: bool,
}

impl Cell {
    /// A text.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// A link.
    #[must_use]
    pub fn link(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self {
            href: Some(href.into()),
            ..Self::new(text)
        }
    }

    /// Stays on one line.
    #[must_use]
    pub const fn whole(mut self) -> Self {
        self.whole = true;
        self
    }

    /// A state.
    #[must_use]
    pub fn tag(tag: Tag) -> Self {
        Self {
            tag: Some(tag),
            ..Self::default()
        }
    }
}

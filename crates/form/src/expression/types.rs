//! The types of what conditions handle.

use std::fmt;
use std::sync::Arc;

/// The type of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Type {
    /// True or false: a yes/no field, a comparison.
    Bool,
    /// An integer.
    Int,
    /// An exact number with a decimal part.
    Decimal,
    /// An amount in euros.
    Amount,
    /// A text: short and long texts, e-mail, phone, parts of others.
    Text,
    /// A date.
    Date,
    /// A day and a time: `.date`.
    DateTime,
    /// One of these options.
    Choice(Vec<String>),
    /// Some of these options.
    Choices(Vec<String>),
    /// A row of a table: a part for each of its columns.
    Table(Arc<Vec<(String, Type)>>),
    /// A choice in two levels: `.first`, `.second`.
    Linked {
        /// The options of the first level.
        first: Vec<String>,
        /// All the options of the second one.
        second: Vec<String>,
    },
    /// A commune or a town abroad: `.code`, `.departement`, `.country`.
    Place,
    /// An element of an official list: `.code`.
    Coded,
    /// A body of a register: `.number`.
    Registered,
    /// A place on the ground, of one of these shapes: `.shape`, `.postcode`, `.commune_code`.
    Location(Vec<String>),
    /// An address: `.postcode`, `.commune_code`.
    Address,
    /// An identity: `.birth_date`, `.birth_place`.
    Identity,
    /// Supporting documents: `size(...)`, `.other_way`.
    Pieces,
    /// The rows of a block: `size(...)`, `.exists(row, ...)`, `.all(row, ...)`.
    Rows,
}

impl Type {
    /// Says whether a value may come before another: `<`, `>`.
    pub(crate) const fn has_order(&self) -> bool {
        matches!(
            self,
            Self::Int | Self::Decimal | Self::Amount | Self::Date | Self::DateTime
        )
    }

    /// Says whether a value stands on its own: `condition ? a : b` may give it.
    pub(crate) const fn is_single(&self) -> bool {
        matches!(self, Self::Bool | Self::Text) || self.has_order()
    }
}

impl fmt::Display for Type {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Bool => "a yes/no",
            Self::Int => "an integer",
            Self::Decimal => "a decimal number",
            Self::Amount => "an amount",
            Self::Text => "a text",
            Self::Date => "a date",
            Self::DateTime => "a date and time",
            Self::Choice(_) => "a choice",
            Self::Choices(_) => "several choices",
            Self::Table(_) => "a row of a table",
            Self::Linked { .. } => "a choice in two levels",
            Self::Place => "a commune",
            Self::Registered => "a body of a register",
            Self::Location(_) => "a place on the ground",
            Self::Coded => "an element of a list",
            Self::Address => "an address",
            Self::Identity => "an identity",
            Self::Pieces => "pieces",
            Self::Rows => "rows",
        })
    }
}

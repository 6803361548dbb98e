//! The types of what conditions handle.

use std::fmt;

/// The type of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Type {
    /// True or false: a yes/no field, a comparison.
    Bool,
    /// An integer.
    Int,
    /// A text: short and long texts, e-mail, phone, parts of others.
    Text,
    /// A date.
    Date,
    /// One of these options.
    Choice(Vec<String>),
    /// Some of these options.
    Choices(Vec<String>),
    /// A commune or a town abroad: `.code`, `.departement`, `.country`.
    Place,
    /// An address: `.postcode`, `.commune_code`.
    Address,
    /// An identity: `.birth_date`, `.birth_place`.
    Identity,
    /// Supporting documents: `size(...)`, `.other_way`.
    Pieces,
    /// The rows of a block: `size(...)`, `.exists(row, ...)`, `.all(row, ...)`.
    Rows,
}

impl fmt::Display for Type {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Bool => "a yes/no",
            Self::Int => "an integer",
            Self::Text => "a text",
            Self::Date => "a date",
            Self::Choice(_) => "a choice",
            Self::Choices(_) => "several choices",
            Self::Place => "a commune",
            Self::Address => "an address",
            Self::Identity => "an identity",
            Self::Pieces => "pieces",
            Self::Rows => "rows",
        })
    }
}

//! What is chosen besides one plain option: several levels, rows of a table, something else in words.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Amount;

/// Options of `choices`, and something else in words.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherChoices {
    /// The values of the options, in the order of the form; the last one is `other`.
    pub chosen: Vec<String>,
    /// What else, as typed.
    pub text: String,
}

/// A row that was chosen in the author's table.
///
/// It keeps what the row said when it was chosen, so that an answer can be read without its form.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableRow {
    /// What identifies the row.
    pub value: String,
    /// What the person read, in French.
    pub label: String,
    /// Its filled cells, by the name of their column.
    pub columns: BTreeMap<String, Cell>,
}

/// A filled cell of the author's table.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cell {
    /// A text.
    Text(String),
    /// An integer.
    Integer(i64),
    /// An amount in euros.
    Amount(Amount),
}

/// An option of the first level, and one of those that it leads to.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Linked {
    /// The value of the first option.
    pub first: String,
    /// The value of the second one; none when the first leads to none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<String>,
}

personal!(OtherChoices, TableRow, Cell, Linked);

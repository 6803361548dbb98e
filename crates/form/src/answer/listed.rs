//! Something of a list, as a person chooses it.

use crate::definition::Text;

/// Something of a list: a row of a table, a département.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// What identifies it.
    pub value: String,
    /// What the person reads.
    pub label: Text,
    /// A few words more, to tell it from its neighbours.
    pub hint: Option<String>,
}

//! Names that authors give to fields and steps.

use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A text that cannot name a field, a block, an option or a step.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// Not written as a name.
    #[error("`{0}` is not a name: a small letter, then at most 39 small letters, digits or `_`")]
    Malformed(String),
    /// A word that conditions keep for themselves.
    #[error("`{0}` is a word of conditions, not a name")]
    Reserved(String),
}

/// Words that the expression language keeps for itself.
const RESERVED: [&str; 21] = [
    "as",
    "break",
    "const",
    "continue",
    "else",
    "false",
    "for",
    "function",
    "if",
    "import",
    "in",
    "let",
    "loop",
    "namespace",
    "null",
    "package",
    "return",
    "true",
    "var",
    "void",
    "while",
];

/// Says whether a text follows `[a-z][a-z0-9_]{0,39}`.
pub(crate) fn is_name(text: &str) -> bool {
    text.len() <= 40
        && text.starts_with(|first: char| first.is_ascii_lowercase())
        && text
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_')
}

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident refuses $reserved:expr),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The name as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Stands for a refused name while the other problems of a file are looked for.
            pub(crate) fn placeholder() -> Self {
                Self("unnamed".to_owned())
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                let reserved: &[&str] = $reserved;
                if !is_name(text) {
                    return Err(IdError::Malformed(text.chars().take(60).collect()));
                }
                if reserved.contains(&text) {
                    return Err(IdError::Reserved(text.to_owned()));
                }
                Ok(Self(text.to_owned()))
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;

            fn try_from(text: String) -> Result<Self, IdError> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> Self {
                name.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    )*};
}

names! {
    /// The stable name of a field or of a block: what conditions, answers and exports call it.
    FieldId refuses &RESERVED,
    /// The stable name of a step: what its address ends with.
    StepId refuses &[],
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_small_letters_digits_and_underscores() {
        for name in ["a", "first_name", "n2", &"a".repeat(40)] {
            assert!(name.parse::<FieldId>().is_ok(), "{name}");
        }
        for name in [
            "",
            "2n",
            "_a",
            "A",
            "é",
            "a-b",
            "a b",
            "true",
            &"a".repeat(41),
        ] {
            assert!(name.parse::<FieldId>().is_err(), "{name}");
        }
    }
}

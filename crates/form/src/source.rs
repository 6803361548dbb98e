//! Who may be asked for an answer instead of the person: an administration that already has it (CRPA L114-8).

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::kind::Kind;

/// A source that a question may name. Another room knows how each is asked, and what it needs to be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Source {
    /// The quotient familial of the CAF or of the MSA, by API Particulier.
    #[serde(rename = "api-particulier/quotient-familial")]
    QuotientFamilial,
}

impl Source {
    /// All of them.
    pub const ALL: &[Self] = &[Self::QuotientFamilial];

    /// What a procedure file calls it: who answers, then what.
    #[must_use]
    pub const fn term(self) -> &'static str {
        match self {
            Self::QuotientFamilial => "api-particulier/quotient-familial",
        }
    }

    /// The kinds of question that take what it gives.
    #[must_use]
    pub const fn kinds(self) -> &'static [&'static str] {
        match self {
            Self::QuotientFamilial => &["integer", "decimal", "amount"],
        }
    }

    /// Says whether a question of this kind takes what it gives.
    #[must_use]
    pub fn suits(self, kind: &Kind) -> bool {
        self.kinds().contains(&kind.term())
    }
}

impl FromStr for Source {
    type Err = ();

    fn from_str(term: &str) -> Result<Self, ()> {
        let mut all = Self::ALL.iter().copied();
        all.find(|source| source.term() == term).ok_or(())
    }
}

//! What a field's data are for: purpose, legal basis, retention and sensitivity.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use serde_saphyr::Spanned;

use super::{LegalBasisSource, Text};

/// What a field's data are for (RGPD art. 13 and 30). One classification feeds the notice, the
/// register, the retention, the masks and the open-data gate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataUse {
    /// Why the data are asked for.
    pub purpose: Text,
    /// What allows asking for them.
    pub legal_basis: LegalBasis,
    /// How long they are kept after the file is closed.
    pub retention: Retention,
    /// How much harm their disclosure would do.
    pub sensitivity: Sensitivity,
}

/// What a procedure file states once (`data_defaults`) for the fields that do not say otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DataDefaults {
    /// Why the data are asked for.
    pub purpose: Option<Spanned<Text>>,
    /// What allows asking for them.
    pub legal_basis: Option<Spanned<LegalBasisSource>>,
    /// How long they are kept, such as `2 years`.
    pub retention: Option<Spanned<String>>,
    /// How much harm their disclosure would do.
    pub sensitivity: Option<Spanned<String>>,
}

/// What allows asking for data: the ground of RGPD art. 6 and the text that founds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalBasis {
    /// The ground of RGPD art. 6.
    pub ground: LegalGround,
    /// The article of a law, decree or deliberation.
    pub text: Text,
}

macro_rules! terms {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $term:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $term)] $variant,)*
        }

        impl $name {
            /// The terms of the procedure file, in order.
            pub const TERMS: &[&str] = &[$($term),*];

            /// The term of the procedure file.
            #[must_use]
            pub const fn term(self) -> &'static str {
                match self {
                    $(Self::$variant => $term,)*
                }
            }
        }

        impl FromStr for $name {
            type Err = ();

            fn from_str(term: &str) -> Result<Self, ()> {
                match term {
                    $($term => Ok(Self::$variant),)*
                    _ => Err(()),
                }
            }
        }
    };
}

terms! {
    /// A ground of RGPD art. 6(1).
    LegalGround {
        /// Consent, (a): rare for an administration, and revocable.
        Consent = "consent",
        /// A contract, (b).
        Contract = "contract",
        /// A legal obligation, (c).
        LegalObligation = "legal_obligation",
        /// Vital interests, (d).
        VitalInterest = "vital_interest",
        /// A task of public interest or of public authority, (e).
        PublicTask = "public_task",
    }
}

terms! {
    /// How much harm the disclosure of a field's data would do.
    Sensitivity {
        /// Ordinary personal data: a name, an address, a choice.
        Ordinary = "ordinary",
        /// Data whose disclosure exposes the person: income, social situation, a child's data, a bank account.
        Sensitive = "sensitive",
        /// Data of RGPD art. 9 and 10: health, opinions, religion, origin, offences, biometry.
        HighlySensitive = "highly_sensitive",
    }
}

/// A unit of retention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RetentionUnit {
    /// Days.
    Days,
    /// Months.
    Months,
    /// Years.
    Years,
}

/// How long data are kept after the file is closed, counted from date to date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Retention {
    /// How many units.
    pub count: u16,
    /// Of what.
    pub unit: RetentionUnit,
}

impl FromStr for Retention {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (count, unit) = text.trim().split_once(' ').ok_or(())?;
        let unit = match unit.trim() {
            "day" | "days" => RetentionUnit::Days,
            "month" | "months" => RetentionUnit::Months,
            "year" | "years" => RetentionUnit::Years,
            _ => return Err(()),
        };
        match count.parse() {
            Ok(count) if count > 0 => Ok(Self { count, unit }),
            _ => Err(()),
        }
    }
}

impl fmt::Display for Retention {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            RetentionUnit::Days => "day",
            RetentionUnit::Months => "month",
            RetentionUnit::Years => "year",
        };
        let plural = if self.count > 1 { "s" } else { "" };
        write!(formatter, "{} {unit}{plural}", self.count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_retention_is_a_count_and_a_unit() {
        let two_years = Retention {
            count: 2,
            unit: RetentionUnit::Years,
        };
        assert_eq!("2 years".parse(), Ok(two_years));
        assert_eq!(two_years.to_string(), "2 years");
        for text in ["", "2", "0 days", "two years", "2 weeks", "-1 days"] {
            assert!(text.parse::<Retention>().is_err(), "{text}");
        }
    }
}

//! What a public register knows, as the engine needs it; the caller may bring it, and need not.

use serde::{Deserialize, Serialize};

/// A public register in which a body has a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Register {
    /// Associations: the répertoire national des associations (RNA), or their SIRET.
    Associations,
    /// Establishments of companies, associations and administrations: their SIRET.
    Companies,
    /// Schools, by their UAI.
    Schools,
}

/// Where the name of a body is looked up.
pub trait Lookup {
    /// The official name under a number that is well formed; nothing when it is not known here. It answers at once:
    /// what comes from elsewhere was fetched before.
    fn name(&self, register: Register, number: &str) -> Option<String>;
}

/// No register at hand: the person types the name.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoLookup;

impl Lookup for NoLookup {
    fn name(&self, _register: Register, _number: &str) -> Option<String> {
        None
    }
}

/// A body of a register.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Registered {
    /// Its number: `W351000123`, fourteen digits, `0351234A`. A school may be given by its name only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Its name.
    pub name: String,
    /// Who says its name.
    pub source: NameSource,
}

/// Who says the name of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NameSource {
    /// The person typed it.
    Declared,
    /// The register gave it.
    Register,
}

personal!(Registered);

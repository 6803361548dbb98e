//! The official lists beside communes, as the engine needs them; another room knows them.

use serde::{Deserialize, Serialize};

use super::Listed;

/// An official list of which one element is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfficialList {
    /// Départements, and what takes their place overseas.
    Departements,
    /// Regions, and what takes their place overseas.
    Regions,
    /// Countries, France among them.
    Countries,
    /// Groups of communes with their own taxation (EPCI à fiscalité propre).
    Epci,
}

/// The official lists.
pub trait OfficialLists {
    /// The whole of a list, in the order in which people read it.
    fn all(&self, list: OfficialList) -> Vec<Listed>;
    /// What a code designates; letter case is forgiven.
    fn by_code(&self, list: OfficialList, code: &str) -> Option<Listed>;
}

/// No list at all: for forms that ask for nothing of them.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoLists;

impl OfficialLists for NoLists {
    fn all(&self, _list: OfficialList) -> Vec<Listed> {
        Vec::new()
    }

    fn by_code(&self, _list: OfficialList, _code: &str) -> Option<Listed> {
        None
    }
}

/// An element of an official list.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coded {
    /// Its official code: `35`, `DE`, the SIREN of an EPCI.
    pub code: String,
    /// Its official name, in French.
    pub name: String,
}

personal!(Coded);

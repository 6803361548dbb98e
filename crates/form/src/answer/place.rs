//! The official places, as the engine needs them; another room knows them.

/// A commune of the official list, current or former.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// What identifies the place for [`Places::by_code`]: its official code.
    pub code: String,
    /// Its official name.
    pub name: String,
    /// Its postcodes; five communes have none.
    pub postcodes: Vec<String>,
    /// The code of its département or overseas collectivité.
    pub departement: String,
    /// For a former commune, the name of the one that it is now part of.
    pub now_in: Option<String>,
}

/// A country.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country {
    /// Its official code.
    pub code: String,
    /// Its name in French.
    pub name: String,
}

/// Which communes are accepted.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum PlaceScope {
    /// Those of today: where somebody lives.
    #[default]
    Current,
    /// Those of today and those that were: where somebody was born.
    CurrentAndFormer,
}

/// The official list of communes and countries.
pub trait Places {
    /// The place of a code, within the scope.
    fn by_code(&self, code: &str, scope: PlaceScope) -> Option<Place>;
    /// The places that a name or a whole postcode designates, best first: accents, hyphens and
    /// letter case are forgiven. An exact name alone gives only the places that bear it.
    fn search(&self, text: &str, scope: PlaceScope) -> Vec<Place>;
    /// The country of a code; France is not one of them.
    fn country(&self, code: &str) -> Option<Country>;
    /// All the countries but France, in alphabetical order.
    fn countries(&self) -> Vec<Country>;
}

/// No place at all: for forms that ask for none.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoPlaces;

impl Places for NoPlaces {
    fn by_code(&self, _code: &str, _scope: PlaceScope) -> Option<Place> {
        None
    }

    fn search(&self, _text: &str, _scope: PlaceScope) -> Vec<Place> {
        Vec::new()
    }

    fn country(&self, _code: &str) -> Option<Country> {
        None
    }

    fn countries(&self) -> Vec<Country> {
        Vec::new()
    }
}

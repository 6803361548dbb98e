//! The languages in which the texts of a page can be read.

use parvis_kernel::LanguageTag;

/// A choice of languages, and whether French must be said to prevail.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Readings {
    /// The languages; nothing when there is nothing to choose that the header of the page does not offer.
    pub choices: Vec<Reading>,
    /// Whether what is read is a translation: the French text prevails (CRPA L111-1).
    pub is_translation: bool,
}

/// One of the languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The language.
    pub language: LanguageTag,
    /// Its name in itself.
    pub name: String,
    /// Where it is chosen.
    pub href: String,
    /// Whether it is the one that is read.
    pub is_current: bool,
}

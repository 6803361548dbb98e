//! Any language in which somebody may write: its tag, its direction, its names.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use unic_langid::{CharacterDirection, LanguageIdentifier};

use crate::Language;

/// Names of languages, of Unicode CLDR: `data/languages/SOURCE.md`.
const NAMES: &str = include_str!("../../../data/languages/languages.tsv");
/// Bytes of the longest tag: `zho-Hant-419`.
const LONGEST: usize = 12;

/// The tag of a language (BCP 47): a language of two or three letters, then a script and a region when they matter, as in
/// `ar`, `pt-BR`, `zh-Hant`. It is written in the usual case, so that two tags of one language are the same text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag {
    bytes: [u8; LONGEST],
    length: u8,
}

/// A text that is not the tag of a language as they are written here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotALanguage {
    /// It is the tag of a language, in another case: this is how it is written.
    #[error("the language `{0}` is written `{1}`")]
    Written(String, LanguageTag),
    /// It is not one.
    #[error("`{0}` is not the tag of a language, expected one such as `en`, `ar` or `pt-BR`")]
    Unknown(String),
}

/// The way in which a script is written on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

impl Direction {
    /// The value of the attribute `dir` of HTML.
    #[must_use]
    pub const fn attribute(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

impl LanguageTag {
    /// French, which prevails (CRPA L111-1).
    pub const FRENCH: Self = Self::of_interface("fr");
    /// English.
    pub const ENGLISH: Self = Self::of_interface("en");

    /// A tag of two letters.
    const fn of_interface(tag: &str) -> Self {
        let mut bytes = [0; LONGEST];
        if let Some((letters, _)) = tag.as_bytes().split_first_chunk::<2>() {
            [bytes[0], bytes[1]] = *letters;
        }
        Self { bytes, length: 2 }
    }

    /// The tag, as in `lang` of HTML.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let written = self.bytes.get(..usize::from(self.length));
        written
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or_default()
    }

    /// The direction of its script: of the one that the tag names, else of the usual one of the language (Unicode CLDR, by `unic-langid`).
    #[must_use]
    pub fn direction(&self) -> Direction {
        match self.identifier().map(|read| read.character_direction()) {
            Some(CharacterDirection::RTL) => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        }
    }

    /// Whether it is French, of whatever region.
    #[must_use]
    pub fn is_french(&self) -> bool {
        self.as_str() == "fr" || self.as_str().starts_with("fr-")
    }

    /// The name of the language in itself; its tag when the house does not know it.
    #[must_use]
    pub fn endonym(&self) -> String {
        self.called(1)
    }

    /// The name of the language in a language of the interface; its tag when the house does not know it.
    #[must_use]
    pub fn name(&self, language: Language) -> String {
        match language {
            Language::French => self.called(2),
            Language::English => self.called(3),
        }
    }

    /// The code of the language in ISO 639-3, which is that of the authority table of the European Union: nothing when the house does not
    /// know it.
    #[must_use]
    pub fn iso_639_3(&self) -> Option<&'static str> {
        let language = self.as_str().split('-').next()?;
        cell(language, 4)
    }

    /// The tags of the languages that have a name here, in the order of their tags.
    pub fn known() -> impl Iterator<Item = Self> {
        let lines = NAMES.lines().skip(1);
        lines.filter_map(|line| line.split('\t').next()?.parse().ok())
    }

    /// The name in a column of the table: of the whole tag, else of its language, followed by the tag.
    fn called(&self, column: usize) -> String {
        let tag = self.as_str();
        if let Some(name) = cell(tag, column) {
            return name.to_owned();
        }
        let language = tag.split('-').next().unwrap_or_default();
        match cell(language, column) {
            Some(name) => format!("{name} ({tag})"),
            None => tag.to_owned(),
        }
    }

    fn identifier(&self) -> Option<LanguageIdentifier> {
        self.as_str().parse().ok()
    }
}

/// What the table says of a tag in a column, from 0.
fn cell(tag: &str, column: usize) -> Option<&'static str> {
    let mut lines = NAMES.lines().map(|line| line.split('\t'));
    let mut line = lines.find(|line| line.clone().next() == Some(tag))?;
    line.nth(column)
}

impl FromStr for LanguageTag {
    type Err = NotALanguage;

    fn from_str(text: &str) -> Result<Self, NotALanguage> {
        let unknown = || NotALanguage::Unknown(text.chars().take(60).collect());
        let read: LanguageIdentifier = text.parse().map_err(|_| unknown())?;
        let language = read.language.as_str();
        // Names of five letters and more are well formed and none is registered: they are words such as `french`.
        if !(2..=3).contains(&language.len())
            || language == "und"
            || read.variants().next().is_some()
        {
            return Err(unknown());
        }
        let written = read.to_string();
        let mut bytes = [0; LONGEST];
        let (Some(room), Ok(length)) =
            (bytes.get_mut(..written.len()), u8::try_from(written.len()))
        else {
            return Err(unknown());
        };
        room.copy_from_slice(written.as_bytes());
        let tag = Self { bytes, length };
        match written == text {
            true => Ok(tag),
            false => Err(NotALanguage::Written(text.to_owned(), tag)),
        }
    }
}

impl From<Language> for LanguageTag {
    fn from(language: Language) -> Self {
        match language {
            Language::French => Self::FRENCH,
            Language::English => Self::ENGLISH,
        }
    }
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl fmt::Debug for LanguageTag {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Serialize for LanguageTag {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for LanguageTag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// The languages of one reader: that of the interface, and the one in which they read what authors wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tongues {
    /// What the house says.
    pub house: Language,
    /// What authors wrote.
    pub authors: LanguageTag,
}

impl From<Language> for Tongues {
    fn from(language: Language) -> Self {
        Self {
            house: language,
            authors: language.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(text: &str) -> LanguageTag {
        text.parse().unwrap()
    }

    #[test]
    fn tags_are_read_as_they_are_written() {
        for text in [
            "fr",
            "ar",
            "pt-BR",
            "zh-Hant",
            "es-419",
            "zh-Hant-HK",
            "ckb",
        ] {
            assert_eq!(tag(text).to_string(), text);
        }
        assert_eq!(LanguageTag::from(Language::French), tag("fr"));
        assert_eq!(LanguageTag::from(Language::English), tag("en"));
    }

    #[test]
    fn what_is_not_a_tag_is_refused_and_another_case_is_told() {
        for text in [
            "",
            "français",
            "french",
            "f",
            "und",
            "fr_",
            "ca-valencia",
            "en-",
            "x-klingon",
            "a-b",
            "123",
        ] {
            let refused = text.parse::<LanguageTag>();
            assert_eq!(
                refused,
                Err(NotALanguage::Unknown(text.to_owned())),
                "{text}"
            );
        }
        for (text, written) in [("AR", "ar"), ("pt-br", "pt-BR"), ("zh_Hant", "zh-Hant")] {
            let refused = text.parse::<LanguageTag>();
            let told = NotALanguage::Written(text.to_owned(), tag(written));
            assert_eq!(refused, Err(told), "{text}");
        }
    }

    #[test]
    fn a_language_has_the_direction_of_its_script() {
        for text in [
            "ar", "ar-MA", "he", "fa", "fa-AF", "ur", "ps", "ckb", "sd", "ug", "yi", "dv",
            "az-Arab",
        ] {
            assert_eq!(tag(text).direction(), Direction::RightToLeft, "{text}");
        }
        for text in [
            "fr", "en", "uk", "zh-Hant", "am", "ku", "tr", "az", "ff-Latn",
        ] {
            assert_eq!(tag(text).direction(), Direction::LeftToRight, "{text}");
        }
        assert_eq!(Direction::RightToLeft.attribute(), "rtl");
    }

    #[test]
    fn a_language_is_called_in_itself_and_in_those_of_the_interface() {
        assert_eq!(tag("ar").endonym(), "العربية");
        assert_eq!(tag("uk").name(Language::French), "ukrainien");
        assert_eq!(tag("pt-BR").name(Language::English), "Portuguese (pt-BR)");
        assert_eq!(
            tag("zh-Hant").name(Language::English),
            "Traditional Chinese"
        );
        assert_eq!(tag("tlh").endonym(), "tlh");
        assert_eq!(tag("pt-BR").iso_639_3(), Some("POR"));
        assert_eq!(tag("tlh").iso_639_3(), None);
        assert_eq!(LanguageTag::known().count(), NAMES.lines().count() - 1);
    }
}

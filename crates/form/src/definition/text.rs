//! Texts of authors, in one language or two.

use std::fmt;

use parvis_kernel::Language;
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A text of an author: French, and English when they wrote it.
///
/// In a file it is a plain text (French) or `{fr: ..., en: ...}`. The French text prevails
/// (CRPA L111-1), so it is mandatory and is what another language falls back to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    french: String,
    english: Option<String>,
}

impl Text {
    /// A text that exists in French only.
    #[must_use]
    pub fn french(text: impl Into<String>) -> Self {
        Self {
            french: text.into(),
            english: None,
        }
    }

    /// A text in both languages.
    #[must_use]
    pub fn bilingual(french: impl Into<String>, english: impl Into<String>) -> Self {
        Self {
            french: french.into(),
            english: Some(english.into()),
        }
    }

    /// The text in a language, or in French.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::French => &self.french,
            Language::English => self.english.as_deref().unwrap_or(&self.french),
        }
    }

    /// Says whether the author wrote the text in that language.
    #[must_use]
    pub fn exists_in(&self, language: Language) -> bool {
        language == Language::French || self.english.is_some()
    }

    /// Every version of the text, French first.
    pub fn versions(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.french.as_str()).chain(self.english.as_deref())
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.english {
            None => serializer.serialize_str(&self.french),
            Some(english) => {
                serializer.collect_map([("fr", self.french.as_str()), ("en", english)])
            }
        }
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text, or {fr: a text, en: a text}")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Text, E> {
        Ok(Text::french(text.trim()))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Text, E> {
        Ok(Text::french(number.to_string()))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Text, E> {
        Ok(Text::french(number.to_string()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
        let mut french: Option<String> = None;
        let mut english: Option<String> = None;
        while let Some(key) = map.next_key::<String>()? {
            let slot = match key.as_str() {
                "fr" => &mut french,
                "en" => &mut english,
                other => return Err(de::Error::unknown_field(other, &["fr", "en"])),
            };
            if slot.is_some() {
                return Err(de::Error::custom(format!(
                    "the language `{key}` is written twice"
                )));
            }
            *slot = Some(map.next_value::<String>()?.trim().to_owned());
        }
        let french = french.ok_or_else(|| de::Error::missing_field("fr"))?;
        Ok(Text { french, english })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_text_is_french_and_other_languages_fall_back_to_it() {
        let text: Text = serde_json::from_str(r#""Votre nom""#).unwrap();
        assert_eq!(text.in_language(Language::English), "Votre nom");
        assert!(!text.exists_in(Language::English));
    }

    #[test]
    fn a_text_in_two_languages_reads_back_what_it_writes() {
        let text = Text::bilingual("Votre nom", "Your name");
        let json = serde_json::to_string(&text).unwrap();
        assert_eq!(serde_json::from_str::<Text>(&json).unwrap(), text);
        assert_eq!(text.in_language(Language::English), "Your name");
    }

    #[test]
    fn a_text_without_french_or_with_another_language_is_refused() {
        assert!(serde_json::from_str::<Text>(r#"{"en": "Name"}"#).is_err());
        assert!(serde_json::from_str::<Text>(r#"{"fr": "Nom", "de": "Name"}"#).is_err());
    }
}

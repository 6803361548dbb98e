//! Texts of authors, in French and in any other language.

use std::fmt;

use parvis_kernel::{LanguageTag, Tongues};
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A text of an author: French, and the other languages in which they wrote it, in their order.
///
/// In a file it is a plain text (French) or a text by language: `{fr: ..., en: ..., ar: ...}`. The French text prevails
/// (CRPA L111-1), so it is mandatory and is what a language that is missing falls back to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    french: String,
    others: Vec<(LanguageTag, String)>,
}

/// Words as a reader is shown them, with the language in which they stand: a page says it, so that they are read aloud,
/// hyphenated and laid out as what they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown {
    /// The words.
    pub words: String,
    /// The language in which their author wrote them; nothing for the words of the house, which are in that of the page, and for those
    /// of the person, of which it is not known.
    pub language: Option<LanguageTag>,
    /// Whether they stand there in French because the author wrote nothing in the language of the reader: then the page says it.
    pub is_lacking: bool,
}

impl Shown {
    /// Words of the house, or of the person.
    #[must_use]
    pub fn plain(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            ..Self::default()
        }
    }

    /// Words that exist in French only, of which no author owes a translation: the name of a place, a citation.
    #[must_use]
    pub fn french(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            language: Some(LanguageTag::FRENCH),
            is_lacking: false,
        }
    }

    /// The same, of other words.
    #[must_use]
    pub fn map(self, change: impl FnOnce(String) -> String) -> Self {
        Self {
            words: change(self.words),
            ..self
        }
    }
}

impl Text {
    /// A text that exists in French only.
    #[must_use]
    pub fn french(text: impl Into<String>) -> Self {
        Self {
            french: text.into(),
            others: Vec::new(),
        }
    }

    /// A text in French and English.
    #[must_use]
    pub fn bilingual(french: impl Into<String>, english: impl Into<String>) -> Self {
        Self::french(french).with(LanguageTag::ENGLISH, english)
    }

    /// The same, with its words in a language: instead of those that it had there.
    #[must_use]
    pub fn with(mut self, language: LanguageTag, words: impl Into<String>) -> Self {
        let words = words.into();
        if language == LanguageTag::FRENCH {
            self.french = words;
        } else if let Some((_, own)) = self.others.iter_mut().find(|(tag, _)| *tag == language) {
            *own = words;
        } else {
            self.others.push((language, words));
        }
        self
    }

    /// The text in a language, or in French.
    #[must_use]
    pub fn in_language(&self, language: impl Into<LanguageTag>) -> &str {
        self.version(language.into()).unwrap_or(&self.french)
    }

    /// Says whether the author wrote the text in that language.
    #[must_use]
    pub fn exists_in(&self, language: impl Into<LanguageTag>) -> bool {
        self.version(language.into()).is_some()
    }

    /// The text as a reader is shown it: in the language that they read, else in French, which they are told. This is where the language
    /// that is shown is decided.
    #[must_use]
    pub fn shown(&self, tongues: impl Into<Tongues>) -> Shown {
        let wanted = tongues.into().authors;
        match self.version(wanted) {
            Some(words) => Shown {
                words: words.to_owned(),
                language: Some(wanted),
                is_lacking: false,
            },
            None => Shown {
                is_lacking: true,
                ..Shown::french(&self.french)
            },
        }
    }

    /// Every version of the text, French first.
    pub fn versions(&self) -> impl Iterator<Item = &str> {
        self.by_language().map(|(_, words)| words)
    }

    /// Every version of the text with its language, French first.
    pub fn by_language(&self) -> impl Iterator<Item = (LanguageTag, &str)> {
        let others = self.others.iter();
        std::iter::once((LanguageTag::FRENCH, self.french.as_str()))
            .chain(others.map(|(language, words)| (*language, words.as_str())))
    }

    fn version(&self, language: LanguageTag) -> Option<&str> {
        let mut versions = self.by_language();
        versions
            .find(|(own, _)| *own == language)
            .map(|(_, words)| words)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.others.as_slice() {
            [] => serializer.serialize_str(&self.french),
            _ => serializer.collect_map(self.by_language()),
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
        formatter.write_str("a text, or a text by language such as {fr: a text, en: a text}")
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
        let mut others: Vec<(LanguageTag, String)> = Vec::new();
        while let Some(language) = map.next_key::<LanguageTag>()? {
            let is_french = language == LanguageTag::FRENCH;
            if (is_french && french.is_some()) || others.iter().any(|(own, _)| *own == language) {
                return Err(de::Error::custom(format!(
                    "the language `{language}` is written twice"
                )));
            }
            let words = map.next_value::<String>()?.trim().to_owned();
            match is_french {
                true => french = Some(words),
                false => others.push((language, words)),
            }
        }
        let french = french.ok_or_else(|| de::Error::missing_field("fr"))?;
        Ok(Text { french, others })
    }
}

#[cfg(test)]
mod tests {
    use parvis_kernel::Language;

    use super::*;

    fn read(json: &str) -> Result<Text, serde_json::Error> {
        serde_json::from_str(json)
    }

    fn tag(text: &str) -> LanguageTag {
        text.parse().unwrap()
    }

    #[test]
    fn a_plain_text_is_french_and_other_languages_fall_back_to_it() {
        let text = read(r#""Votre nom""#).unwrap();
        assert_eq!(text.in_language(Language::English), "Votre nom");
        assert!(!text.exists_in(Language::English));
    }

    #[test]
    fn a_text_in_several_languages_reads_back_what_it_writes_in_its_order() {
        let json = r#"{"fr":"Votre nom","uk":"Ваше прізвище","ar":"لقبك","en":"Your name"}"#;
        let text = read(json).unwrap();
        assert_eq!(serde_json::to_string(&text).unwrap(), json);
        assert_eq!(text.in_language(tag("ar")), "لقبك");
        assert_eq!(text.in_language(Language::English), "Your name");
        let bilingual = Text::bilingual("Votre nom", "Your name");
        let json = serde_json::to_string(&bilingual).unwrap();
        assert_eq!(json, r#"{"fr":"Votre nom","en":"Your name"}"#);
        assert_eq!(read(&json).unwrap(), bilingual);
    }

    #[test]
    fn what_is_shown_says_its_language_and_whether_that_of_the_reader_lacks() {
        let reading = |language| Tongues {
            house: Language::French,
            authors: tag(language),
        };
        let text = Text::french("Nom").with(tag("ar"), "اللقب");
        let shown = text.shown(reading("ar"));
        assert_eq!((shown.language, shown.is_lacking), (Some(tag("ar")), false));
        let shown = text.shown(reading("uk"));
        assert_eq!(shown.words, "Nom");
        let french = Some(LanguageTag::FRENCH);
        assert_eq!((shown.language, shown.is_lacking), (french, true));
        assert!(!text.shown(Language::French).is_lacking);
        // A region is another version: nobody is given one for the other.
        assert!(text.shown(reading("ar-MA")).is_lacking);
    }

    #[test]
    fn a_text_without_french_or_with_something_else_than_languages_is_refused() {
        for (json, told) in [
            (r#"{"en": "Name"}"#, "missing field `fr`"),
            (
                r#"{"fr": "Nom", "french": "Nom"}"#,
                "`french` is not the tag of a language",
            ),
            (
                r#"{"fr": "Nom", "pt-br": "Nome"}"#,
                "the language `pt-br` is written `pt-BR`",
            ),
            (
                r#"{"fr": "Nom", "ar": "أ", "ar": "ب"}"#,
                "the language `ar` is written twice",
            ),
        ] {
            let refused = read(json).unwrap_err().to_string();
            assert!(refused.starts_with(told), "{refused}");
        }
    }
}

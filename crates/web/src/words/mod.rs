//! The words of the interface: Fluent files of every room, French first.

mod load;
mod typography;

use std::collections::{BTreeSet, HashMap};
use std::fmt::Display;
use std::sync::{Arc, Mutex, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use parvis_kernel::Language;

pub use load::WordsError;
pub use typography::typography;

/// A source of words: its language and the text of its `.ftl` file. Each room exports `WORDS: &[WordsFile]`.
pub type WordsFile = (Language, &'static str);

/// The words of this room.
pub const WORDS: &[WordsFile] = &[
    (Language::French, include_str!("fr.ftl")),
    (Language::English, include_str!("en.ftl")),
    (Language::French, include_str!("../api/fr.ftl")),
    (Language::English, include_str!("../api/en.ftl")),
    (Language::French, include_str!("../trial/fr.ftl")),
    (Language::English, include_str!("../trial/en.ftl")),
];

/// All the words of the house, in every language. Cheap to clone.
#[derive(Clone)]
pub struct Words(Arc<Inner>);

struct Inner {
    lexicons: Vec<(Language, Lexicon)>,
    unknown: Mutex<BTreeSet<String>>,
}

struct Lexicon {
    /// Messages without variables, resolved once: nearly all the words of a page.
    plain: HashMap<String, String>,
    /// The others.
    bundle: FluentBundle<FluentResource>,
    keys: BTreeSet<String>,
}

impl Words {
    /// Reads the words of all rooms.
    ///
    /// # Errors
    /// A malformed file, or a key that two files define.
    pub fn load(rooms: &[&[WordsFile]]) -> Result<Self, WordsError> {
        let mut lexicons = Vec::new();
        for language in Language::ALL {
            let sources = rooms.iter().flat_map(|files| files.iter());
            let sources = sources.filter(|(tag, _)| *tag == language);
            lexicons.push((
                language,
                load::lexicon(language, sources.map(|(_, text)| *text))?,
            ));
        }
        Ok(Self(Arc::new(Inner {
            lexicons,
            unknown: Mutex::default(),
        })))
    }

    /// A message without variables, in a language, else in French, else its key.
    #[must_use]
    pub fn say<'a>(&'a self, language: Language, key: &'a str) -> &'a str {
        let found = self
            .preferring(language)
            .find_map(|lexicon| lexicon.plain.get(key));
        if let Some(text) = found {
            return text;
        }
        self.note_unknown(key);
        key
    }

    /// A message with its variables. A whole number chooses plural forms.
    pub fn say_with<V: Display>(
        &self,
        language: Language,
        key: &str,
        values: &[(&str, V)],
    ) -> String {
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            arguments.set((*name).to_owned(), argument(&value.to_string()));
        }
        let found = self
            .preferring(language)
            .find_map(|lexicon| lexicon.resolve(key, Some(&arguments)));
        found.unwrap_or_else(|| {
            self.note_unknown(key);
            key.to_owned()
        })
    }

    /// Whether a key exists in French.
    #[must_use]
    pub fn knows(&self, key: &str) -> bool {
        self.preferring(Language::French)
            .any(|lexicon| lexicon.keys.contains(key))
    }

    /// What a language lacks: `(language, key)` for each key that another language has. Empty in a finished house.
    #[must_use]
    pub fn missing(&self) -> Vec<(Language, String)> {
        let lexicons = &self.0.lexicons;
        let all: BTreeSet<&String> = lexicons.iter().flat_map(|(_, own)| &own.keys).collect();
        let mut missing = Vec::new();
        for (language, lexicon) in lexicons {
            let absent = all.iter().filter(|key| !lexicon.keys.contains(**key));
            missing.extend(absent.map(|key| (*language, (*key).clone())));
        }
        missing
    }

    /// The keys that pages asked for and that no file defines, since the start.
    #[must_use]
    pub fn unknown(&self) -> Vec<String> {
        let unknown = self
            .0
            .unknown
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        unknown.iter().cloned().collect()
    }

    fn preferring(&self, language: Language) -> impl Iterator<Item = &Lexicon> {
        let own = self
            .0
            .lexicons
            .iter()
            .filter(move |(tag, _)| *tag == language);
        let french = self.0.lexicons.iter();
        let french = french.filter(move |(tag, _)| *tag != language && *tag == Language::French);
        own.chain(french).map(|(_, lexicon)| lexicon)
    }

    fn note_unknown(&self, key: &str) {
        let mut unknown = self
            .0
            .unknown
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if unknown.len() < 1_000 && unknown.insert(key.to_owned()) {
            tracing::warn!(key, "a page asked for words that no file defines");
        }
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Words").finish_non_exhaustive()
    }
}

impl Lexicon {
    fn resolve(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, arguments, &mut errors);
        if !errors.is_empty() {
            tracing::warn!(key, ?errors, "words could not be completed");
        }
        Some(text.into_owned())
    }
}

/// A whole number, written as people write it, chooses plurals; anything else is a text (`007` stays `007`).
fn argument(text: &str) -> FluentValue<'static> {
    match text.parse::<i32>() {
        Ok(number) if number.to_string() == text => FluentValue::from(number),
        _ => FluentValue::from(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(french: &'static str, english: &'static str) -> Words {
        Words::load(&[&[(Language::French, french), (Language::English, english)]]).unwrap()
    }

    #[test]
    fn a_message_is_said_in_the_language_of_the_person() {
        let words = words("hello = Bonjour !", "hello = Hello!");
        assert_eq!(words.say(Language::French, "hello"), "Bonjour\u{202f}!");
        assert_eq!(words.say(Language::English, "hello"), "Hello!");
    }

    #[test]
    fn what_a_language_lacks_is_said_in_french_and_reported() {
        let words = words("hello = Bonjour\nbye = Au revoir", "hello = Hello");
        assert_eq!(words.say(Language::English, "bye"), "Au revoir");
        assert_eq!(words.missing(), [(Language::English, "bye".to_owned())]);
    }

    #[test]
    fn a_key_that_no_file_defines_is_shown_and_reported() {
        let words = words("hello = Bonjour", "hello = Hello");
        assert_eq!(words.say(Language::French, "nothing"), "nothing");
        assert_eq!(words.unknown(), ["nothing"]);
    }

    #[test]
    fn numbers_choose_plurals_and_texts_stay_as_they_are() {
        let words = words(
            "files = { $count ->\n    [one] { $count } pièce pour { $who }\n   *[other] { $count } pièces pour { $who }\n}",
            "files = { $count }",
        );
        let say = |count: &str, who: &str| {
            words.say_with(Language::French, "files", &[("count", count), ("who", who)])
        };
        assert_eq!(say("1", "007"), "1 pièce pour 007");
        assert_eq!(say("12", "Zoé : x"), "12 pièces pour Zoé : x");
    }

    #[test]
    fn a_key_defined_twice_is_refused() {
        let twice: &[WordsFile] = &[(Language::French, "a = 1"), (Language::French, "a = 2")];
        assert!(matches!(
            Words::load(&[twice]),
            Err(WordsError::DefinedTwice { .. })
        ));
    }

    #[test]
    fn a_malformed_file_is_refused_with_its_place() {
        let broken: &[WordsFile] = &[(Language::French, "a = 1\nb = { $")];
        let error = Words::load(&[broken]).unwrap_err().to_string();
        assert!(error.contains("line 2"), "{error}");
    }

    #[test]
    fn the_words_of_this_room_exist_in_every_language() {
        let words = Words::load(&[WORDS]).unwrap();
        assert_eq!(words.missing(), []);
    }
}

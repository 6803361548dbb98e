//! Reading Fluent files.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use fluent_syntax::ast::Entry;
use parvis_kernel::Language;
use unic_langid::LanguageIdentifier;

use super::{Lexicon, typography};

/// Why words cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordsError {
    /// A file is not Fluent.
    #[error("words in {language}: line {line}: {cause} (near {near:?})")]
    Malformed {
        /// The language of the file.
        language: Language,
        /// The line, from 1.
        line: usize,
        /// What the parser says.
        cause: String,
        /// The text at this place.
        near: String,
    },
    /// Two files define the same key.
    #[error("words in {language}: {key} is defined twice")]
    DefinedTwice {
        /// The language of the files.
        language: Language,
        /// The key.
        key: String,
    },
}

/// The lexicon of one language.
pub(super) fn lexicon(
    language: Language,
    sources: impl Iterator<Item = &'static str>,
) -> Result<Lexicon, WordsError> {
    let mut bundle = FluentBundle::new_concurrent(vec![identifier(language)]);
    bundle.set_use_isolating(false);
    if language == Language::French {
        bundle.set_transform(Some(french));
    }
    let mut keys = BTreeSet::new();
    for source in sources {
        let resource = parse(language, source)?;
        keys.extend(keys_of(&resource));
        bundle
            .add_resource(resource)
            .map_err(|errors| defined_twice(language, &errors))?;
    }
    let mut lexicon = Lexicon {
        plain: HashMap::new(),
        bundle,
        keys,
    };
    lexicon.plain = plain(&lexicon);
    Ok(lexicon)
}

fn parse(language: Language, source: &str) -> Result<FluentResource, WordsError> {
    FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| {
        let (at, cause) = errors.first().map_or((0, String::new()), |error| {
            (error.pos.start, error.kind.to_string())
        });
        let before = source.get(..at).unwrap_or(source);
        let near = source.get(at..).unwrap_or_default();
        WordsError::Malformed {
            language,
            line: before.matches('\n').count() + 1,
            cause,
            near: near.chars().take(30).collect(),
        }
    })
}

fn keys_of(resource: &FluentResource) -> Vec<String> {
    let messages = resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    });
    messages.collect()
}

fn defined_twice(language: Language, errors: &[fluent_bundle::FluentError]) -> WordsError {
    let key = errors.iter().find_map(|error| match error {
        fluent_bundle::FluentError::Overriding { id, .. } => Some(id.clone()),
        _ => None,
    });
    WordsError::DefinedTwice {
        language,
        key: key.unwrap_or_default(),
    }
}

/// The messages that say the same whatever they are given.
fn plain(lexicon: &Lexicon) -> HashMap<String, String> {
    let mut plain = HashMap::with_capacity(lexicon.keys.len());
    for key in &lexicon.keys {
        let Some(pattern) = lexicon
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
        else {
            continue;
        };
        let mut errors = Vec::new();
        let text = lexicon.bundle.format_pattern(pattern, None, &mut errors);
        if errors.is_empty() {
            plain.insert(key.clone(), text.into_owned());
        }
    }
    plain
}

fn french(text: &str) -> Cow<'_, str> {
    Cow::Owned(typography(text))
}

fn identifier(language: Language) -> LanguageIdentifier {
    language.tag().parse().unwrap_or_default()
}

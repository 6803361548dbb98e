//! The form that an author wants of a short text: a contract number, a reference.

use std::sync::OnceLock;

use regex::{Regex, RegexBuilder};
use serde::{Deserialize, Serialize};

use crate::definition::Text;

/// Bytes of a compiled pattern at most.
const SIZE: usize = 1_000_000;
/// Nesting of a pattern at most.
const DEPTH: u32 = 20;

/// The form of a text. It is matched in linear time, whatever is typed (crate `regex`), and always as a whole.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    /// What the author wrote, a regular expression.
    source: String,
    /// A text of that form, shown to the person.
    example: String,
    /// What the person reads when their text has another form.
    message: Text,
    /// Compiled when it is first needed: a form is read much more often than it is filled.
    #[serde(skip)]
    compiled: OnceLock<Option<Regex>>,
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        (&self.source, &self.example, &self.message)
            == (&other.source, &other.example, &other.message)
    }
}

impl Eq for Pattern {}

/// Why a pattern is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unusable {
    /// It does not read, with the reason of the reader.
    Unreadable(String),
    /// Compiled, it would be too large.
    TooLarge,
}

impl Pattern {
    /// A pattern that reads and is bounded.
    pub(crate) fn new(source: &str, example: String, message: Text) -> Result<Self, Unusable> {
        // Alone first: `a)|(b` only reads between the brackets that make it match as a whole.
        compile(source)?;
        let compiled = compile(&whole(source))?;
        Ok(Self {
            source: source.to_owned(),
            example,
            message,
            compiled: OnceLock::from(Some(compiled)),
        })
    }

    /// A text of that form.
    #[must_use]
    pub fn example(&self) -> &str {
        &self.example
    }

    /// What the person reads when their text has another form.
    #[must_use]
    pub const fn message(&self) -> &Text {
        &self.message
    }

    /// Says whether a text has the form. A pattern was checked before it was stored: were it not readable any more, it would
    /// refuse nothing.
    #[must_use]
    pub fn fits(&self, text: &str) -> bool {
        let compiled = self
            .compiled
            .get_or_init(|| compile(&whole(&self.source)).ok());
        compiled
            .as_ref()
            .is_none_or(|compiled| compiled.is_match(text))
    }
}

fn whole(source: &str) -> String {
    format!(r"\A(?:{source})\z")
}

fn compile(source: &str) -> Result<Regex, Unusable> {
    RegexBuilder::new(source)
        .size_limit(SIZE)
        .dfa_size_limit(SIZE)
        .nest_limit(DEPTH)
        .build()
        .map_err(|error| match error {
            regex::Error::CompiledTooBig(_) => Unusable::TooLarge,
            other => Unusable::Unreadable(reason(&other.to_string())),
        })
}

/// The last line of what the reader says, which is the reason itself.
fn reason(told: &str) -> String {
    let last = told.lines().last().unwrap_or_default().trim();
    last.strip_prefix("error: ").unwrap_or(last).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(source: &str) -> Result<Pattern, Unusable> {
        Pattern::new(source, String::new(), Text::french("Non"))
    }

    #[test]
    fn a_text_fits_as_a_whole_or_not_at_all() {
        for (source, fit, unfit) in [
            ("[A-Z]{2}[0-9]{4}", "AB1234", "xAB1234x"),
            ("a|ab", "ab", "abc"),
            ("^a$", "a", "a\n"),
            ("(?i)dossier-[0-9]+", "Dossier-12", "dossier-"),
        ] {
            let pattern = pattern(source).unwrap();
            assert!(pattern.fits(fit) && !pattern.fits(unfit), "{source}");
        }
    }

    #[test]
    fn hostile_patterns_are_refused_or_cost_nothing() {
        for source in [
            "a)|(b",
            "(",
            "[z-a]",
            r"(a)\1",
            "(?=a)",
            "(?x)a # b",
            &"(".repeat(100),
            "a{1000}{1000}{1000}",
        ] {
            assert!(pattern(source).is_err(), "{source}");
        }
        let slow_elsewhere = pattern("(a+)+b").unwrap();
        let begun = std::time::Instant::now();
        assert!(!slow_elsewhere.fits(&"a".repeat(1_000)));
        assert!(begun.elapsed() < std::time::Duration::from_millis(200));
    }

    #[test]
    fn a_stored_pattern_fits_the_same_texts() {
        let kept = pattern("[0-9]{3}").unwrap();
        let read: Pattern = serde_json::from_str(&serde_json::to_string(&kept).unwrap()).unwrap();
        assert_eq!(read, kept);
        assert!(read.fits("123") && !read.fits("1234"));
    }
}

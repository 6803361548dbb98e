//! How one value of a procedure file is read: the rules that many parts share.

use std::ops::RangeInclusive;
use std::str::FromStr;

use parvis_form::Text;
use parvis_form::definition::{Problems, limits};
use parvis_kernel::{Language, LanguageTag};
use serde_saphyr::{Location, Spanned};

/// Notes what is wrong on the way.
///
/// Each part always answers: a part that cannot stand answers a blank, and the whole is then thrown away with its
/// problems.
pub(crate) struct Checker {
    pub problems: Problems,
    /// Where something missing is told: the start of what it is missing from.
    pub top: Location,
}

impl Checker {
    /// Checks what stands inside another value: missing things are told there.
    pub fn within<T>(&mut self, place: Location, check: impl FnOnce(&mut Self) -> T) -> T {
        let outside = std::mem::replace(&mut self.top, place);
        let checked = check(self);
        self.top = outside;
        checked
    }

    pub fn required<T>(
        &mut self,
        name: &str,
        expected: &str,
        written: Option<Spanned<T>>,
    ) -> Option<Spanned<T>> {
        if written.is_none() {
            let message = format!("`{name}` is missing");
            self.problems.note_expecting(self.top, message, expected);
        }
        written
    }

    pub fn flag(&mut self, name: &str, written: Option<Spanned<bool>>) -> Option<bool> {
        let written = self.required(name, "true or false", written);
        written.map(|flag| flag.value)
    }

    pub fn number(
        &mut self,
        name: &str,
        allowed: RangeInclusive<u16>,
        written: Option<Spanned<u16>>,
    ) -> u16 {
        let expected = format!("a number from {} to {}", allowed.start(), allowed.end());
        let Some(number) = self.required(name, &expected, written) else {
            return 0;
        };
        if !allowed.contains(&number.value) {
            let message = format!("`{name}` is out of bounds");
            self.problems
                .note_expecting(number.referenced, message, expected);
        }
        number.value
    }

    /// One word of a closed list.
    pub fn term<T: FromStr>(
        &mut self,
        name: &str,
        terms: &[&str],
        written: Option<Spanned<String>>,
    ) -> Option<T> {
        let expected = one_of(terms);
        let written = self.required(name, &expected, written)?;
        let read = written.value.parse().ok();
        if read.is_none() {
            let message = format!("`{name}` cannot be `{}`", excerpt(&written.value));
            self.problems
                .note_expecting(written.referenced, message, expected);
        }
        read
    }

    /// A word that may stand in an address: 2 to 63 small letters, digits and inner hyphens.
    pub fn word(&mut self, name: &str, expected: &str, written: Option<Spanned<String>>) -> String {
        let Some(written) = self.required(name, expected, written) else {
            return String::new();
        };
        if !is_word(&written.value) {
            let message = format!("`{}` is not a word for addresses", excerpt(&written.value));
            let expected = "2 to 63 small letters without accent, digits and inner hyphens";
            self.problems
                .note_expecting(written.referenced, message, expected);
        }
        written.value
    }

    /// A title, a name, a label.
    pub fn short(&mut self, name: &str, expected: &str, written: Option<Spanned<Text>>) -> Text {
        self.text(name, expected, written, limits::SHORT_WORDS)
    }

    /// A paragraph, or a few.
    pub fn long(&mut self, name: &str, expected: &str, written: Option<Spanned<Text>>) -> Text {
        self.text(name, expected, written, limits::LONG_WORDS)
    }

    /// One sentence, that a list can show.
    pub fn sentence(&mut self, name: &str, written: Option<Spanned<Text>>) -> Text {
        const EXPECTED: &str = "one sentence of at most 200 letters, with its full stop";
        let at = written
            .as_ref()
            .map_or(self.top, |written| written.referenced);
        let text = self.short(name, EXPECTED, written);
        let said = text.by_language().all(|(language, version)| {
            // What ends a sentence is not the same sign, nor always a sign, in every script.
            let is_known = Language::ALL.map(LanguageTag::from).contains(&language);
            version.is_empty() || is_short(version) && (!is_known || is_sentence(version))
        });
        if !said {
            let message = format!("`{name}` is not one sentence");
            self.problems.note_expecting(at, message, EXPECTED);
        }
        text
    }

    fn text(
        &mut self,
        name: &str,
        expected: &str,
        written: Option<Spanned<Text>>,
        letters: usize,
    ) -> Text {
        let Some(written) = self.required(name, expected, written) else {
            return blank();
        };
        for version in written.value.versions() {
            if version.is_empty() {
                self.problems.note_expecting(
                    written.referenced,
                    format!("`{name}` says nothing"),
                    "a text",
                );
            }
            if version.chars().count() > letters {
                let message = format!("`{name}` is too long");
                self.problems.note_expecting(
                    written.referenced,
                    message,
                    format!("at most {letters} letters"),
                );
            }
        }
        written.value
    }
}

/// The text that stands for one that is missing.
pub(crate) fn blank() -> Text {
    Text::french("")
}

/// What a message quotes of a value.
pub(crate) fn excerpt(value: &str) -> String {
    value.chars().take(60).collect()
}

/// `a`, `b` or `c`.
pub(crate) fn one_of(terms: &[&str]) -> String {
    let quoted: Vec<String> = terms.iter().map(|term| format!("`{term}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}

/// Whether a text may stand in an address.
#[must_use]
pub fn is_word(text: &str) -> bool {
    let allowed =
        |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    (2..=63).contains(&text.len())
        && text.chars().all(allowed)
        && !text.starts_with('-')
        && !text.ends_with('-')
}

fn is_short(text: &str) -> bool {
    text.chars().count() <= 200
}

fn is_sentence(text: &str) -> bool {
    let ends = [". ", "! ", "? ", "… ", "\n"];
    is_short(text)
        && text.ends_with(['.', '!', '?', '…'])
        && !ends.iter().any(|end| text.contains(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_one_and_short() {
        assert!(is_sentence(
            "Demandez une copie de votre acte de naissance."
        ));
        assert!(!is_sentence("Demandez une copie. Elle est gratuite."));
        assert!(!is_sentence("Une copie"));
        assert!(!is_sentence(&format!("{}.", "a".repeat(200))));
    }

    #[test]
    fn terms_are_told_as_a_person_says_them() {
        assert_eq!(one_of(&["a", "b", "c"]), "`a`, `b` or `c`");
        assert_eq!(one_of(&["a"]), "`a`");
    }
}

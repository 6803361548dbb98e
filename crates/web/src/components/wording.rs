//! Words of a page, of which some may be French in a page of another language.

use std::fmt::{Display, Formatter, Result};

use askama::filters::{Html, HtmlSafe, escape};

/// The words of a label, a hint, a message. What is French in a page of another language is marked as such (RGAA 8.7), so that it is
/// read aloud in French. A plain text converts into it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording(Vec<Part>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    text: String,
    is_foreign: bool,
}

/// What stands for quoted words while a sentence is being said: no text of a person or of an author keeps it.
const QUOTED: &str = "\u{fdd0}";

impl Wording {
    /// Words that are French, whatever the language of the page.
    #[must_use]
    pub fn french(text: impl Into<String>) -> Self {
        let text = text.into();
        Self(vec![Part {
            text,
            is_foreign: true,
        }])
    }

    /// A sentence of the house that quotes other words, without the colon of a question that its answers end: `say` is
    /// given what stands for them.
    #[must_use]
    pub fn quoting(quoted: &Self, say: impl FnOnce(&str) -> String) -> Self {
        let (quoted, sentence) = (quoted.without_colon(), say(QUOTED));
        let mut parts = Vec::new();
        for (index, text) in sentence.split(QUOTED).enumerate() {
            if index > 0 {
                parts.extend(quoted.0.iter().cloned());
            }
            parts.extend(Self::from(text).0);
        }
        Self(parts)
    }

    fn without_colon(&self) -> Self {
        let mut parts = self.0.clone();
        if let Some(last) = parts.last_mut() {
            let kept = last
                .text
                .trim_end_matches(|sign: char| sign == ':' || sign.is_whitespace());
            let length = kept.len();
            last.text.truncate(length);
        }
        Self(parts)
    }

    /// These words, then others.
    #[must_use]
    pub fn then(mut self, more: impl Into<Self>) -> Self {
        if !self.is_empty() {
            self.0.extend(Self::from(" ").0);
        }
        self.0.extend(more.into().0);
        self
    }

    /// Whether there are no words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|part| part.text.is_empty())
    }

    /// The words alone.
    #[must_use]
    pub fn plain(&self) -> String {
        self.0.iter().map(|part| part.text.as_str()).collect()
    }
}

impl From<&str> for Wording {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<String> for Wording {
    fn from(text: String) -> Self {
        if text.is_empty() {
            return Self::default();
        }
        Self(vec![Part {
            text,
            is_foreign: false,
        }])
    }
}

impl From<&String> for Wording {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

impl PartialEq<str> for Wording {
    fn eq(&self, other: &str) -> bool {
        self.plain() == other
    }
}

/// Writes HTML: the words are escaped.
impl Display for Wording {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        for part in &self.0 {
            if part.is_foreign {
                out.write_str("<span lang=\"fr\">")?;
            }
            match escape(part.text.as_str(), Html) {
                Ok(escaped) => write!(out, "{escaped}")?,
                Err(never) => match never {},
            }
            if part.is_foreign {
                out.write_str("</span>")?;
            }
        }
        Ok(())
    }
}

impl HtmlSafe for Wording {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_words_in_a_page_of_another_language_are_marked_and_all_are_escaped() {
        assert_eq!(Wording::from("R&D <b>").to_string(), "R&#38;D &#60;b&#62;");
        let label = Wording::french("L'école");
        assert_eq!(label.to_string(), "<span lang=\"fr\">L&#39;école</span>");
    }

    #[test]
    fn a_sentence_that_quotes_marks_only_what_it_quotes() {
        let label = Wording::french("Nom");
        let said = Wording::quoting(&label, |label| format!("Answer “{label}”."));
        assert_eq!(said.to_string(), "Answer “<span lang=\"fr\">Nom</span>”.");
        assert_eq!(said.plain(), "Answer “Nom”.");
        let open = Wording::from("Vous êtes\u{a0}:");
        let said = Wording::quoting(&open, |label| format!("« {label} »."));
        assert_eq!(said.plain(), "« Vous êtes ».");
    }

    #[test]
    fn words_that_are_not_there_are_empty() {
        assert!(Wording::from("").is_empty() && Wording::default().is_empty());
        assert_eq!(Wording::from(""), Wording::default());
    }
}

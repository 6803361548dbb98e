//! Words of a page, of which some may be in another language than the page.

use std::fmt::{Display, Formatter, Result};

use askama::filters::{Html, HtmlSafe, escape};
use parvis_kernel::{Direction, LanguageTag};

/// The words of a label, a hint, a message. What is in another language than the page is marked as such (RGAA 8.7), with the direction in
/// which it is written (RGAA 8.10), so that it is read aloud and laid out as what it is. A plain text converts into it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording(Vec<Part>);

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Part {
    text: String,
    /// The language, when the page must say it.
    language: Option<LanguageTag>,
    /// What is told, after the words, of the language in which they stand.
    mark: Option<String>,
    /// Whether they stand inside a sentence.
    is_quoted: bool,
}

/// What stands for quoted words while a sentence is being said: no text of a person or of an author keeps it.
const QUOTED: &str = "\u{fdd0}";

impl Wording {
    /// Words that are French, whatever the language of the page.
    #[must_use]
    pub fn french(text: impl Into<String>) -> Self {
        Self::in_language(text, LanguageTag::FRENCH)
    }

    /// Words in a language that the page must say.
    #[must_use]
    pub fn in_language(text: impl Into<String>, language: LanguageTag) -> Self {
        Self(vec![Part {
            text: text.into(),
            language: Some(language),
            ..Part::default()
        }])
    }

    /// The same, followed by a mark that tells the reader why they stand in that language.
    #[must_use]
    pub fn marked(mut self, mark: impl Into<String>) -> Self {
        if let Some(last) = self.0.last_mut() {
            last.mark = Some(mark.into());
        }
        self
    }

    /// The same words and a number, such as that of a row: in the language and the direction of the words.
    #[must_use]
    pub fn numbered(mut self, number: usize) -> Self {
        if let Some(last) = self.0.last_mut() {
            last.text.push_str(&format!(" {number}"));
        }
        self
    }

    /// The language in which the words stand and that the page must say, when it is one for all of them.
    #[must_use]
    pub fn language(&self) -> Option<LanguageTag> {
        let first = self.0.first()?.language?;
        let is_one = self.0.iter().all(|part| part.language == Some(first));
        is_one.then_some(first)
    }

    /// Whether the words are written from right to left.
    #[must_use]
    pub fn is_right_to_left(&self) -> bool {
        let first = self.0.first().and_then(|part| part.language);
        first.is_some_and(|language| language.direction() == Direction::RightToLeft)
    }

    /// A sentence of the house that quotes other words, without the colon of a question that its answers end: `say` is
    /// given what stands for them. The mark of what is quoted stays where it is shown whole.
    #[must_use]
    pub fn quoting(quoted: &Self, say: impl FnOnce(&str) -> String) -> Self {
        Self::quoting_all(&[quoted.without_colon()], |places| match places {
            [place] => say(place),
            _ => String::new(),
        })
    }

    /// A sentence of the house that quotes several words: `say` is given what stands for each of them, in order.
    #[must_use]
    pub fn quoting_all(quoted: &[Self], say: impl FnOnce(&[String]) -> String) -> Self {
        let places = (0..quoted.len()).map(|index| format!("{QUOTED}{index}{QUOTED}"));
        let sentence = say(&places.collect::<Vec<_>>());
        let mut parts = Vec::new();
        // What stands between two signs is the number of what is quoted there.
        for (index, text) in sentence.split(QUOTED).enumerate() {
            if index % 2 == 0 {
                parts.extend(Self::from(text).0);
                continue;
            }
            let words = text.parse().ok().and_then(|place: usize| quoted.get(place));
            let words = words.into_iter().flat_map(|words| &words.0);
            parts.extend(words.map(|part| Part {
                is_quoted: true,
                mark: None,
                ..part.clone()
            }));
        }
        Self(parts)
    }

    /// Words one after the other, with what stands between two of them.
    #[must_use]
    pub fn joined(all: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let mut parts = Vec::new();
        for (index, words) in all.into_iter().enumerate() {
            if index > 0 {
                parts.extend(Self::from(between).0);
            }
            parts.extend(words.0.into_iter().map(|part| Part {
                is_quoted: true,
                ..part
            }));
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

    /// The words and their marks, where no element can stand: an option of a list.
    #[must_use]
    pub fn flat(&self) -> String {
        let mut flat = String::new();
        for part in &self.0 {
            flat.push_str(&part.text);
            if let Some(mark) = &part.mark {
                flat.push_str(&format!(" {mark}"));
            }
        }
        flat
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
            ..Part::default()
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
        self.0.iter().try_for_each(|part| part.write(out))
    }
}

impl Part {
    fn write(&self, out: &mut Formatter<'_>) -> Result {
        let Some(language) = self.language else {
            return write_escaped(&self.text, out);
        };
        write!(out, "<span lang=\"{language}\"")?;
        let direction = language.direction();
        if direction == Direction::RightToLeft || self.mark.is_some() {
            write!(out, " dir=\"{}\"", direction.attribute())?;
        }
        // By itself, it is aligned as its script; inside a sentence of the page, it follows the sentence.
        if direction == Direction::RightToLeft && !self.is_quoted {
            out.write_str(" class=\"parvis-rtl\"")?;
        }
        out.write_str(">")?;
        write_escaped(&self.text, out)?;
        out.write_str("</span>")?;
        if let Some(mark) = &self.mark {
            out.write_str(" <span class=\"parvis-lacking\">")?;
            write_escaped(mark, out)?;
            out.write_str("</span>")?;
        }
        Ok(())
    }
}

fn write_escaped(text: &str, out: &mut Formatter<'_>) -> Result {
    match escape(text, Html) {
        Ok(escaped) => write!(out, "{escaped}"),
        Err(never) => match never {},
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
    fn a_sentence_that_quotes_several_keeps_their_order_and_their_languages() {
        let (one, two) = (Wording::french("Un"), Wording::from("Two"));
        let said = Wording::quoting_all(&[one, two], |places| match places {
            [one, two] => format!("{two}, then {one}"),
            _ => String::new(),
        });
        assert_eq!(said.to_string(), "Two, then <span lang=\"fr\">Un</span>");
        let joined = Wording::joined([said, Wording::from("end")], "; ");
        assert_eq!(joined.plain(), "Two, then Un; end");
    }

    #[test]
    fn words_written_from_right_to_left_say_so_and_keep_their_number() {
        let arabic: LanguageTag = "ar".parse().unwrap();
        let child = Wording::in_language("طفل", arabic).numbered(2);
        assert!(child.is_right_to_left());
        assert_eq!(
            child.to_string(),
            "<span lang=\"ar\" dir=\"rtl\" class=\"parvis-rtl\">طفل 2</span>"
        );
        let said = Wording::quoting(&child, |row| format!("Retirer « {row} »"));
        assert_eq!(
            said.to_string(),
            "Retirer « <span lang=\"ar\" dir=\"rtl\">طفل 2</span> »"
        );
    }

    #[test]
    fn words_that_lack_in_the_language_of_the_reader_are_marked_where_they_stand_whole() {
        let label = Wording::french("Nom").marked("(en français)");
        assert_eq!(
            label.to_string(),
            "<span lang=\"fr\" dir=\"ltr\">Nom</span> <span class=\"parvis-lacking\">(en français)</span>"
        );
        assert_eq!(
            (label.plain().as_str(), label.flat().as_str()),
            ("Nom", "Nom (en français)")
        );
        let said = Wording::quoting(&label, |label| format!("« {label} »"));
        assert_eq!(said.to_string(), "« <span lang=\"fr\">Nom</span> »");
    }

    #[test]
    fn words_that_are_not_there_are_empty() {
        assert!(Wording::from("").is_empty() && Wording::default().is_empty());
        assert_eq!(Wording::from(""), Wording::default());
    }
}

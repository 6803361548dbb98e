//! Texts of authors, ready for a page: in the language that the reader chose, or in French and marked as such.

mod words;

use std::fmt::{self, Display, Formatter};

use askama::filters::HtmlSafe;
use parvis_form::{Shown, Text};
use parvis_kernel::{Direction, LanguageTag};
use parvis_web::{Visit, Wording, typography};

pub(crate) use words::Words;

/// A text of an author as a page shows it. There is no other way from a text to a page: its language goes with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// The words alone.
    pub text: String,
    /// Their language, when the page must say it: it is not its own, or not the one that the reader chose.
    pub language: Option<LanguageTag>,
    /// What tells the reader that they exist in French only.
    pub mark: Option<String>,
}

impl Said {
    /// A text for this visit: in the language that is read, else in French, with a mark that says it.
    #[must_use]
    pub fn of(visit: &Visit, text: &Text) -> Self {
        Self::shown(visit, text.shown(visit.tongues()))
    }

    /// Words that were already put in the language that is read.
    #[must_use]
    pub fn shown(visit: &Visit, shown: Shown) -> Self {
        let Some(language) = shown.language else {
            return Self::house(shown.words);
        };
        let is_of_page = language == LanguageTag::from(visit.language);
        let mark = shown.is_lacking.then(|| visit.say("component-only-french"));
        Self {
            text: match language.is_french() {
                true => typography(&shown.words),
                false => shown.words,
            },
            language: (!is_of_page || shown.is_lacking).then_some(language),
            mark: mark.map(str::to_owned),
        }
    }

    /// A text that exists in French only, and of which nobody owes a translation: a citation, a title.
    #[must_use]
    pub fn french(visit: &Visit, text: &str) -> Self {
        Self::shown(visit, Shown::french(text))
    }

    /// Words of the house, which are in the language of the page.
    #[must_use]
    pub fn house(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// The same words and a number, such as that of a row.
    #[must_use]
    pub fn numbered(mut self, number: usize) -> Self {
        self.text.push_str(&format!(" {number}"));
        self
    }

    /// Whether the words are written from right to left.
    #[must_use]
    pub fn is_right_to_left(&self) -> bool {
        let language = self.language;
        language.is_some_and(|language| language.direction() == Direction::RightToLeft)
    }

    /// Its paragraphs, each with its language: an empty line ends one. The last one bears the mark.
    #[must_use]
    pub fn paragraphs(&self) -> Vec<Wording> {
        let texts = self.text.split("\n\n").filter(|text| !text.is_empty());
        let mut paragraphs: Vec<Self> = texts
            .map(|text| Self {
                text: text.to_owned(),
                language: self.language,
                mark: None,
            })
            .collect();
        if let Some(last) = paragraphs.last_mut() {
            last.mark.clone_from(&self.mark);
        }
        paragraphs.into_iter().map(Wording::from).collect()
    }

    /// The paragraphs and lists of the text: an empty line ends a paragraph, `- ` begins an item.
    #[must_use]
    pub fn passages(&self) -> Vec<Passage> {
        let blocks = self.text.split("\n\n").map(str::trim);
        blocks
            .filter(|block| !block.is_empty())
            .flat_map(passages_of)
            .collect()
    }
}

impl From<Said> for Wording {
    fn from(said: Said) -> Self {
        let wording = match said.language {
            Some(language) => Self::in_language(said.text, language),
            None => Self::from(said.text),
        };
        match said.mark {
            Some(mark) => wording.marked(mark),
            None => wording,
        }
    }
}

/// Writes HTML: the words with their language, then the mark.
impl Display for Said {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        Wording::from(self.clone()).fmt(out)
    }
}

impl HtmlSafe for Said {}

/// A text of an author as words of a page.
#[must_use]
pub fn worded(visit: &Visit, text: &Text) -> Wording {
    Said::of(visit, text).into()
}

/// A paragraph, or a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Passage {
    /// A paragraph.
    Paragraph(String),
    /// The items of a list.
    List(Vec<String>),
}

/// A block is lines of text, then possibly items.
fn passages_of(block: &str) -> Vec<Passage> {
    let mut lines: Vec<&str> = Vec::new();
    let mut items: Vec<String> = Vec::new();
    for line in block.lines().map(str::trim) {
        match line.strip_prefix("- ") {
            Some(item) => items.push(item.to_owned()),
            None => lines.push(line),
        }
    }
    let mut passages = Vec::new();
    if !lines.is_empty() {
        passages.push(Passage::Paragraph(lines.join(" ")));
    }
    if !items.is_empty() {
        passages.push(Passage::List(items));
    }
    passages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_paragraphs_and_lists() {
        let said = Said::house("Pour qui :\n- vous ;\n- eux.\n\nLa suite\nici.");
        assert_eq!(
            said.passages(),
            [
                Passage::Paragraph("Pour qui :".to_owned()),
                Passage::List(vec!["vous ;".to_owned(), "eux.".to_owned()]),
                Passage::Paragraph("La suite ici.".to_owned()),
            ]
        );
    }

    #[test]
    fn paragraphs_keep_their_language_and_the_last_one_the_mark() {
        let said = Said {
            text: "Un.\n\nDeux.".to_owned(),
            language: Some(LanguageTag::FRENCH),
            mark: Some("(in French)".to_owned()),
        };
        let shown: Vec<String> = said.paragraphs().iter().map(ToString::to_string).collect();
        assert_eq!(shown[0], "<span lang=\"fr\">Un.</span>");
        assert!(shown[1].ends_with("<span class=\"parvis-lacking\">(in French)</span>"));
    }
}

//! Texts of authors, ready for a page: paragraphs and lists, in the language of the reader or marked as French.

use parvis_form::Text;
use parvis_kernel::Language;
use parvis_web::typography;

/// A text of an author, as a page shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Said {
    /// The words.
    pub text: String,
    /// Whether they are French in a page of another language: then the page says so (RGAA 8.7).
    pub foreign: bool,
}

impl Said {
    pub fn of(text: &Text, language: Language) -> Self {
        let foreign = !text.exists_in(language);
        let words = text.in_language(language);
        let is_french = foreign || language == Language::French;
        Self {
            text: if is_french {
                typography(words)
            } else {
                words.to_owned()
            },
            foreign,
        }
    }

    /// A text that exists in French only: a citation, a title.
    pub fn french(text: &str, language: Language) -> Self {
        Self {
            text: typography(text),
            foreign: language != Language::French,
        }
    }

    /// The paragraphs and lists of the text: an empty line ends a paragraph, `- ` begins an item.
    pub fn passages(&self) -> Vec<Passage> {
        let blocks = self.text.split("\n\n").map(str::trim);
        blocks
            .filter(|block| !block.is_empty())
            .flat_map(passages_of)
            .collect()
    }
}

/// A paragraph, or a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Passage {
    Paragraph(String),
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
        let text = Text::french("Pour qui :\n- vous ;\n- eux.\n\nLa suite\nici.");
        let said = Said::of(&text, Language::French);
        assert!(!said.foreign);
        assert_eq!(
            said.passages(),
            [
                Passage::Paragraph("Pour qui\u{a0}:".to_owned()),
                Passage::List(vec!["vous\u{202f};".to_owned(), "eux.".to_owned()]),
                Passage::Paragraph("La suite ici.".to_owned()),
            ]
        );
    }

    #[test]
    fn a_text_that_was_not_translated_is_marked() {
        let said = Said::of(&Text::french("Quoi ?"), Language::English);
        assert!(said.foreign);
        assert_eq!(said.text, "Quoi\u{202f}?");
        let said = Said::of(&Text::bilingual("Quoi ?", "What?"), Language::English);
        assert_eq!((said.text.as_str(), said.foreign), ("What?", false));
    }
}

//! Where one can go.

use parvis_kernel::LanguageTag;

/// A text and where it leads.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Link {
    /// What is read.
    pub text: String,
    /// The address.
    pub href: String,
    /// The language of what is read, when it is not that of the page.
    pub language: Option<LanguageTag>,
}

impl Link {
    /// A link.
    #[must_use]
    pub fn new(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            href: href.into(),
            language: None,
        }
    }

    /// The same, whose words are in a language that the page must say.
    #[must_use]
    pub fn in_language(mut self, language: Option<LanguageTag>) -> Self {
        self.language = language;
        self
    }
}

/// One thing among several to choose: a title that is a link, and a sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Card {
    /// What is read first.
    pub title: String,
    /// Where it leads.
    pub href: String,
    /// One sentence.
    pub text: String,
}

/// The pages before and after, by cursor.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pager {
    /// The address of the page before.
    pub previous: Option<String>,
    /// The address of the page after.
    pub next: Option<String>,
}

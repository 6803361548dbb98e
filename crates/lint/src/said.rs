//! Words for authors, in both languages, kept beside the rule that says them.

use parvis_kernel::Language;

/// A text for an author, in French and in English.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Words {
    /// In French.
    pub french: String,
    /// In English.
    pub english: String,
}

impl Words {
    /// A text in both languages.
    #[must_use]
    pub fn new(french: impl Into<String>, english: impl Into<String>) -> Self {
        Self {
            french: french.into(),
            english: english.into(),
        }
    }

    /// The text in a language.
    #[must_use]
    pub fn said(&self, language: Language) -> &str {
        match language {
            Language::French => &self.french,
            _ => &self.english,
        }
    }
}

/// A text that a rule always says, in French and in English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fixed {
    /// In French.
    pub french: &'static str,
    /// In English.
    pub english: &'static str,
}

impl Fixed {
    /// A text in both languages.
    #[must_use]
    pub const fn new(french: &'static str, english: &'static str) -> Self {
        Self { french, english }
    }

    /// The text in a language.
    #[must_use]
    pub const fn said(&self, language: Language) -> &'static str {
        match language {
            Language::French => self.french,
            _ => self.english,
        }
    }
}

impl From<Fixed> for Words {
    fn from(fixed: Fixed) -> Self {
        Self::new(fixed.french, fixed.english)
    }
}

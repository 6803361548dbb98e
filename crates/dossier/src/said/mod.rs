//! Texts of the authors of procedures, in the language of the reader or marked as French.

use parvis_form::Text;
use parvis_kernel::Language;
use parvis_web::{Visit, typography};

/// A text of an author, as a page shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Said {
    /// The words.
    pub(crate) text: String,
    /// Whether they are French in a page of another language: then the page says so (RGAA 8.7).
    pub(crate) foreign: bool,
}

impl Said {
    /// The text for this visit.
    pub(crate) fn of(visit: &Visit, text: &Text) -> Self {
        let words = text.in_language(visit.language);
        let foreign = !text.exists_in(visit.language);
        let is_french = foreign || visit.language == Language::French;
        Self {
            text: if is_french {
                typography(words)
            } else {
                words.to_owned()
            },
            foreign,
        }
    }
}

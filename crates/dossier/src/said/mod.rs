//! Texts of the authors of procedures, in the language of the reader or marked as French.

use parvis_form::Text;
use parvis_kernel::Language;
use parvis_web::{Visit, Wording, typography};

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

impl Said {
    /// Its paragraphs: an empty line ends one.
    pub(crate) fn paragraphs(&self) -> Vec<Wording> {
        let texts = self.text.split("\n\n").filter(|text| !text.is_empty());
        let paragraphs = texts.map(|text| Self {
            text: text.to_owned(),
            foreign: self.foreign,
        });
        paragraphs.map(Wording::from).collect()
    }
}

impl From<Said> for Wording {
    fn from(said: Said) -> Self {
        if said.foreign {
            Self::french(said.text)
        } else {
            Self::from(said.text)
        }
    }
}

/// A text of an author as words of a page, marked when it is French in a page of another language.
pub(crate) fn worded(visit: &Visit, text: &Text) -> Wording {
    Said::of(visit, text).into()
}

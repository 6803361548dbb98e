//! The words of a published procedure: what an agent confirmed bears no mark any more.

use parvis_form::Text;
use parvis_procedure::without_marks;
use parvis_web::Visit;

use super::Said;

/// How the texts of a revision are put in words.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    pub visit: &'a Visit,
    /// Whether a named agent confirmed that exact text.
    pub confirmed: bool,
}

impl Words<'_> {
    /// A text, as [`Said::of`] does.
    pub fn of(&self, text: &Text) -> Said {
        self.unmarked(Said::of(self.visit, text))
    }

    /// A text that exists in French only, as [`Said::french`] does.
    pub fn french(&self, text: &str) -> Said {
        self.unmarked(Said::french(self.visit, text))
    }

    fn unmarked(&self, said: Said) -> Said {
        if !self.confirmed {
            return said;
        }
        let text = without_marks(&said.text);
        Said { text, ..said }
    }
}

//! Texts of the authors of procedures, in the language that the reader chose: how they are shown is decided in `demarche`.

use parvis_form::Text;
use parvis_kernel::LanguageTag;
use parvis_web::{Visit, Wording};

pub(crate) use parvis_demarche::{Said, worded};

/// The French of a text that the reader is shown in a language that the house does not speak: what they are handed must also be read by
/// who will serve them, and French prevails (CRPA L111-1).
pub(crate) fn in_french(visit: &Visit, text: &Text) -> Option<Said> {
    let is_translated =
        visit.reading != LanguageTag::from(visit.language) && text.exists_in(visit.reading);
    (is_translated && !visit.reading.is_french())
        .then(|| Said::french(visit, text.in_language(LanguageTag::FRENCH)))
}

/// A name of a list of the house: in the language of the page when it has it, else in French, and no translation of it is missing.
pub(crate) fn named(visit: &Visit, name: &Text) -> Wording {
    let mut shown = name.shown(visit.language);
    shown.is_lacking = false;
    Said::shown(visit, shown).into()
}

//! Texts of the authors of procedures, in the language that the reader chose: how they are shown is decided in `demarche`.

use parvis_form::Text;
use parvis_web::{Visit, Wording};

pub(crate) use parvis_demarche::{Said, worded};

/// A name of a list of the house: in the language of the page when it has it, else in French, and no translation of it is missing.
pub(crate) fn named(visit: &Visit, name: &Text) -> Wording {
    let mut shown = name.shown(visit.language);
    shown.is_lacking = false;
    Said::shown(visit, shown).into()
}

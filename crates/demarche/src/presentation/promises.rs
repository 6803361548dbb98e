//! What the service promises, and the special rules that prevail.

use parvis_procedure::ProcedureFile;
use parvis_web::Visit;

use crate::commitments;
use crate::measures::Measures;
use crate::prose::{Said, Words};

/// Special rules: their name, what they change, the text that sets them.
pub(super) struct Rules {
    pub name: Said,
    pub text: Said,
    pub legal_basis: Said,
}

pub(super) fn rules(words: &Words<'_>, file: &ProcedureFile) -> Option<Rules> {
    let regime = file.regime.as_ref()?;
    Some(Rules {
        name: words.of(&regime.name),
        text: words.of(&regime.text),
        legal_basis: words.french(&regime.legal_basis),
    })
}

/// One sentence for each promise, and how far it was kept.
pub(super) fn in_words(
    visit: &Visit,
    file: &ProcedureFile,
    measured: Option<Measures>,
) -> Vec<String> {
    let told = commitments::told(visit, file, measured).into_iter();
    told.map(|told| format!("{} {}", told.promise, told.kept))
        .collect()
}

//! What the service promises, and the special rules that prevail.

use parvis_procedure::ProcedureFile;
use parvis_web::Visit;

use crate::measures::{Kept, Measures};
use crate::prose::Said;

/// Special rules: their name, what they change, the text that sets them.
pub(super) struct Rules {
    pub name: Said,
    pub text: Said,
    pub legal_basis: Said,
}

pub(super) fn rules(visit: &Visit, file: &ProcedureFile) -> Option<Rules> {
    let regime = file.regime.as_ref()?;
    Some(Rules {
        name: Said::of(visit, &regime.name),
        text: Said::of(visit, &regime.text),
        legal_basis: Said::french(visit, &regime.legal_basis),
    })
}

/// One sentence for each promise, and how far it was kept.
pub(super) fn in_words(
    visit: &Visit,
    file: &ProcedureFile,
    measured: Option<Measures>,
) -> Vec<String> {
    let Some(promised) = file.commitments else {
        return Vec::new();
    };
    let measured = measured.unwrap_or_default();
    let sentences = [
        (
            "procedure-promise-answer",
            promised.answer_days,
            Some(("procedure-kept-answer", measured.answers)),
        ),
        (
            "procedure-promise-message",
            promised.message_days,
            Some(("procedure-kept-message", measured.messages)),
        ),
        (
            "procedure-promise-satisfaction",
            promised.satisfaction,
            None,
        ),
    ];
    let made = sentences.into_iter().filter_map(|(key, count, kept)| {
        let promise = visit.say_with(key, &[("count", count?)]);
        Some(match kept {
            Some((key, kept)) => format!("{promise} {}", kept_in_words(visit, key, kept)),
            None => promise,
        })
    });
    made.collect()
}

/// « Tenu pour 92 % des 140 demandes »; nothing is told of a few people.
fn kept_in_words(visit: &Visit, key: &str, kept: Kept) -> String {
    match kept.percent() {
        Some(share) => visit.say_with(key, &[("share", share), ("cases", kept.cases)]),
        None => visit.say("procedure-kept-few").to_owned(),
    }
}

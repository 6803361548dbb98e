//! What happened to a dossier, in words, for the person and for agents.

use parvis_web::Visit;

/// The message of a verb of the journal: `dossier.first_read` is said by `event-dossier-first-read`.
pub(crate) fn key(verb: &str) -> String {
    let word: String = verb
        .chars()
        .map(|c| if matches!(c, '.' | '_') { '-' } else { c })
        .collect();
    format!("event-{word}")
}

/// What happened, in words.
pub(crate) fn said(visit: &Visit, verb: &str) -> String {
    visit.say(&key(verb)).to_owned()
}

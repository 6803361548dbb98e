//! Keeping what the linter finds, with a written reason: it goes into the file, where the next reader reads why.

use parvis_lint::WORDS_OF_A_REASON;
use parvis_procedure::edit::{Content, Document, Operation, Path};
use parvis_web::{Entries, EntriesExt};

/// What a silence asks of an author.
pub(super) enum Silence {
    /// It is written.
    Written(Operation),
    /// The reason does not say why.
    Unreasoned,
}

/// The silence that a form asks for; none when it asks for something else.
pub(super) fn asked(document: &Document, entries: &Entries) -> Option<Silence> {
    if entries.first("faire") != "taire" {
        return None;
    }
    let reason = reason(entries);
    if reason.split_whitespace().count() < WORDS_OF_A_REASON {
        return Some(Silence::Unreasoned);
    }
    let pair = |key: &str, words: &str| (key.to_owned(), Content::text(words));
    let mut silence = vec![pair("rule", entries.first("regle"))];
    match entries.first("chez") {
        "" => {}
        place => silence.push(pair("at", place)),
    }
    silence.push(pair("reason", reason));
    let list = Path::root().child("lint");
    Some(Silence::Written(Operation::Insert {
        at: document.items(&list).len(),
        list,
        content: Content::Map(silence),
    }))
}

/// What was typed for the finding whose button was pressed.
pub(super) fn reason(entries: &Entries) -> &str {
    let number = entries.first("constat");
    entries.first(&format!("raison-{number}")).trim()
}

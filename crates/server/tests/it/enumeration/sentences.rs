//! Every event of the security journal has a sentence on the page of the journal.

use std::collections::BTreeSet;
use std::path::Path;

use super::sources::sources;

/// What the verbs of this journal begin with; the rooms whose sources name them.
const SUBJECTS: [&str; 8] = [
    "account",
    "agent",
    "code",
    "invitation",
    "procedure",
    "rights",
    "token",
    "webhook",
];
const ACTS: [&str; 3] = ["access/src", "demarche/src", "webhook/src/manage"];

/// The texts of a source that are verbs of the security journal: `"agent.signed_in"`.
fn verbs(source: &str) -> impl Iterator<Item = String> + '_ {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    code.split('"').filter_map(|text| {
        let (subject, act) = text.split_once('.')?;
        let word = |letter: char| letter.is_ascii_lowercase() || letter == '_';
        let named = SUBJECTS.contains(&subject) && !act.is_empty() && act.chars().all(word);
        named.then(|| text.to_owned())
    })
}

#[test]
fn every_event_of_the_security_journal_has_its_sentence() {
    let rooms = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let written: BTreeSet<String> = ACTS
        .iter()
        .flat_map(|acts| sources(&rooms.join(acts)))
        .flat_map(|file| {
            let text = std::fs::read_to_string(&file).unwrap();
            verbs(&text).collect::<Vec<_>>()
        })
        .collect();
    assert!(written.len() > 40, "{written:?}");
    let told: BTreeSet<String> = parvis_administration::told().map(str::to_owned).collect();
    let silent: Vec<_> = written.difference(&told).collect();
    assert_eq!(silent, Vec::<&String>::new());
}

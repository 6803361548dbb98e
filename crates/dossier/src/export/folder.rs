//! A dossier in an archive: a folder with what it says and its pieces.

use parvis_form::full_summary;
use parvis_kernel::{Instant, Language};
use serde_json::{Value, json};

use super::columns::Told;
use super::names;
use crate::examine::Guard;
use crate::model::{Piece, outcome_code};

/// The folder of a dossier: its number, which every system accepts as a name.
pub(crate) fn of(told: &Told) -> String {
    told.dossier.number.to_string()
}

/// The name of a piece in its folder.
pub(crate) fn piece_name(index: usize, piece: &Piece) -> String {
    let name = names::of_piece(
        index + 1,
        piece.description.name.as_str(),
        &piece.media_type,
    );
    format!("pieces/{name}")
}

/// What the dossier says, for a program. The answers are typed, by the identifier of their question.
pub(crate) fn document(told: &Told) -> Value {
    let (dossier, facts) = (&told.dossier, &told.dossier.facts);
    let at = |at: Option<Instant>| at.map(|at| at.to_string());
    json!({
        "format": "parvis-dossier/1",
        "number": dossier.number.to_string(),
        "procedure": told.revision.slug,
        "revision": told.revision.number,
        "state": dossier.state().code(),
        "channel": dossier.channel,
        "group": told.group,
        "agent": told.agent,
        "people": dossier.people,
        "deposited_at": at(facts.submitted_at),
        "instructed_at": at(facts.instructed_at),
        "decided_at": at(facts.decided_at),
        "outcome": facts.outcome.map(outcome_code),
        "closed_at": at(facts.closed_at),
        "withdrawn_at": at(facts.withdrawn_at),
        "answers": told.answers,
    })
}

/// The questions and their answers, for a reader.
pub(crate) fn answers(told: &Told, language: Language) -> String {
    let mut text = format!(
        "{}\r\n{}\r\n",
        told.revision.file.title.in_language(language),
        told.dossier.number
    );
    for step in full_summary(&told.revision.form, &told.answers, language) {
        text.push_str(&format!("\r\n# {}\r\n", step.title.words));
        for row in &step.rows {
            let title = row
                .row
                .as_ref()
                .map(|row| format!("{} – ", row.title.words));
            let lines = match row.lines.is_empty() {
                true => "–".to_owned(),
                false => row.words().collect::<Vec<_>>().join("\r\n"),
            };
            let title = title.unwrap_or_default();
            text.push_str(&format!("\r\n{title}{}\r\n{lines}\r\n", row.label.words));
        }
    }
    text
}

/// The list of the pieces, with the fingerprint of each; one that could not be read any more, or that may not be opened, says so.
pub(crate) fn manifest(pieces: &[(String, Piece, bool)], guard: Guard) -> Value {
    let told = |(name, piece, present): &(String, Piece, bool)| {
        json!({
            "file": present.then_some(name),
            "name": piece.description.name,
            "place": piece.place,
            "media_type": piece.media_type,
            "size": piece.size,
            "sha256": piece.description.sha256,
            "received_at": piece.created_at.to_string(),
            "safety": piece.examination.safety(guard).code(),
        })
    };
    json!({ "pieces": pieces.iter().map(told).collect::<Vec<Value>>() })
}

//! Putting a text into a form: choose, then press. What was typed stays, with and without script.

use parvis_web::{Choice, Entries, EntriesExt, Errors, Visit};

use super::{Purpose, StandardText};
use crate::open::OpenView;
use crate::said::Said;

/// The field of the choice.
const FIELD: &str = "texte-type";

/// The choice above a field.
pub(crate) struct Insert {
    pub(crate) choices: Vec<Choice>,
    /// Where the page comes back to: the address of the form, and its field.
    pub(crate) action: String,
}

/// What a press of the button of the choice brings.
pub(crate) enum Inserted {
    /// Another button was pressed.
    NotAsked,
    /// Nothing was chosen.
    Nothing,
    /// A text, filled.
    Text(Purpose, String),
}

impl Insert {
    /// The texts for these purposes. With several, each is told by where it is put.
    pub(crate) fn of(visit: &Visit, view: &OpenView, purposes: &[Purpose], place: &str) -> Self {
        let choice = |text: &StandardText| {
            let title = match purposes {
                [_] => text.title.clone(),
                _ => {
                    let key = format!("texts-in-{}", text.purpose.code());
                    visit.say_with(&key, &[("title", text.title.as_str())])
                }
            };
            Choice::new(text.id.to_string(), title)
        };
        let choices = purposes
            .iter()
            .flat_map(|purpose| StandardText::of_purpose(&view.texts, *purpose))
            .map(choice)
            .collect();
        let number = &view.dossier.number;
        Self {
            choices,
            action: visit.url(&format!("/agent/dossiers/{number}/{place}")),
        }
    }
}

impl Inserted {
    /// What was pressed.
    pub(crate) fn of(visit: &Visit, view: &OpenView, entries: &Entries) -> Self {
        if !Self::is_asked(entries) {
            return Self::NotAsked;
        }
        let chosen = entries.first(FIELD);
        let mut texts = view.texts.iter();
        match texts.find(|text| text.id.to_string() == chosen) {
            None => Self::Nothing,
            Some(text) => Self::Text(text.purpose, text.filled(|word| said(visit, view, word))),
        }
    }

    /// Whether the button of the choice was pressed.
    pub(crate) fn is_asked(entries: &Entries) -> bool {
        entries.first("etape") == "inserer"
    }

    /// What to say when nothing was chosen.
    pub(crate) fn errors(visit: &Visit) -> Errors {
        let mut errors = Errors::none();
        errors.add(FIELD, visit.say("texts-error-choose").to_owned());
        errors
    }
}

/// What was typed, then a text.
pub(crate) fn appended(typed: &str, text: &str) -> String {
    match typed.trim_end() {
        "" => text.to_owned(),
        typed => format!("{typed}\n\n{text}"),
    }
}

/// A word in braces, as this dossier fills it.
fn said(visit: &Visit, view: &OpenView, word: &str) -> String {
    let dossier = &view.dossier;
    match word {
        "numero" => dossier.number.to_string(),
        "demarche" => Said::of(visit, &view.revision.file.title).text,
        "beneficiaire" => dossier.people.label(),
        "depot" => dossier
            .facts
            .submitted_at
            .map(|at| visit.day(at))
            .unwrap_or_default(),
        _ => {
            let own = visit
                .ctx
                .actor
                .agent()
                .and_then(|own| view.agents.get(&own));
            own.map(parvis_access::Agent::full_name).unwrap_or_default()
        }
    }
}

//! What a browser posted from a page of fields.

use std::str::FromStr;

use parvis_form::answer::ASKED_INPUT;
use parvis_form::{Element, Entries, Field, Step};
use parvis_kernel::{PieceId, RowId};

/// The name of the buttons of a page of fields.
pub(crate) const ACTION: &str = "action";
/// What ends the name of the hidden input that keeps the code of a commune chosen before.
pub(crate) const KEPT: &str = ".kept";

/// What the person asked for by their button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Action {
    /// Go on.
    Continue,
    /// Keep what is typed and come back later.
    SaveForLater,
    /// Keep what is typed, receive the chosen files, and stay.
    Upload,
    /// One more row of a block.
    AddRow(String),
    /// One row less.
    RemoveRow(String, RowId),
    /// A file less.
    RemovePiece(PieceId),
    /// Keep what is typed, and ask the source that a question names.
    AskSource(String),
}

impl Action {
    /// The action of the value of a button; anything else goes on.
    fn of(value: &str) -> Self {
        let mut words = value.splitn(3, ':');
        let (verb, first, second) = (words.next(), words.next(), words.next());
        match (verb.unwrap_or_default(), first, second) {
            ("later", None, None) => Self::SaveForLater,
            ("upload", None, None) => Self::Upload,
            ("add", Some(block), None) => Self::AddRow(block.to_owned()),
            ("remove", Some(block), Some(row)) => match RowId::from_str(row) {
                Ok(row) => Self::RemoveRow(block.to_owned(), row),
                Err(_) => Self::Continue,
            },
            ("source", Some(field), None) => Self::AskSource(field.to_owned()),
            ("remove-piece", Some(piece), None) => match PieceId::from_str(piece) {
                Ok(piece) => Self::RemovePiece(piece),
                Err(_) => Self::Continue,
            },
            _ => Self::Continue,
        }
    }
}

/// A posted page of fields: what concerns the step, and what was asked for. Anything else is dropped.
#[derive(Debug, Clone)]
pub(crate) struct Posted {
    /// The entries of the step.
    pub(crate) entries: Entries,
    /// What was asked for.
    pub(crate) action: Action,
}

impl Posted {
    /// Keeps of what was posted only the inputs of the step.
    pub(crate) fn of(step: &Step, mut posted: Entries) -> Self {
        let action = posted.remove(ACTION).unwrap_or_default();
        let action = Action::of(action.first().map_or("", String::as_str));
        keep_codes(&mut posted);
        posted.retain(|name, _| name == ASKED_INPUT || is_of(step, name));
        if let Action::RemovePiece(piece) = &action {
            forget_piece(&mut posted, *piece);
        }
        Self {
            entries: posted,
            action,
        }
    }

    /// Keeps what was posted on a step that is not known: for a browser that must first prove who holds it.
    pub(crate) fn of_any_step(mut posted: Entries) -> Entries {
        posted.remove(ACTION);
        posted.remove("retour");
        posted.remove(SHOWN_REVISION);
        keep_codes(&mut posted);
        posted
    }
}

/// A commune chosen before counts as long as its text is not emptied: the hidden input that keeps its code speaks only
/// then, and only if no other was chosen.
fn keep_codes(posted: &mut Entries) {
    let kept: Vec<String> = posted
        .keys()
        .filter(|name| name.ends_with(KEPT))
        .cloned()
        .collect();
    for hidden in kept {
        let codes = posted.remove(&hidden).unwrap_or_default();
        let code_input = hidden.trim_end_matches(KEPT);
        let text_input = code_input.strip_suffix("-code").unwrap_or(code_input);
        let has_text = posted
            .get(text_input)
            .is_some_and(|values| values.iter().any(|value| !value.trim().is_empty()));
        if has_text && !posted.contains_key(code_input) {
            posted.insert(code_input.to_owned(), codes);
        }
    }
}

/// The hidden input that names the revision whose questions a page shows.
pub(crate) const SHOWN_REVISION: &str = "form.revision";

/// Whether an input belongs to the step: a field, a part of it, or something of a block.
pub(crate) fn is_of(step: &Step, name: &str) -> bool {
    step.elements.iter().any(|element| match element {
        Element::Field(field) => is_of_field(field, name),
        Element::Block(block) => match name.strip_prefix(block.id.as_str()) {
            Some("") => true,
            Some(rest) => rest.strip_prefix('.').is_some_and(|rest| {
                rest.split_once('.').is_some_and(|(row, cell)| {
                    RowId::from_str(row).is_ok()
                        && block.fields.iter().any(|field| is_of_field(field, cell))
                })
            }),
            None => false,
        },
        Element::Explanation(_) => false,
    })
}

fn is_of_field(field: &Field, name: &str) -> bool {
    let names = field.kind.input_names(&field.id);
    names.iter().any(|own| own == name)
}

fn forget_piece(entries: &mut Entries, piece: PieceId) {
    let id = piece.to_string();
    for values in entries.values_mut() {
        values.retain(|value| *value != id);
    }
}

//! Files that come with a message or with the answer to a request: no question of the form asks for them.

use parvis_form::kind::{FileType, Piece};
use parvis_form::{
    DataUse, Element, Field, Kind, LegalBasis, LegalGround, Retention, RetentionUnit, Sensitivity,
    Step, Text,
};

use crate::piece::{EXCHANGE, MOST_BYTES};

/// Bytes at most of one file: a round number for who reads it, below what the house accepts.
const MOST_BYTES_SAID: u64 = 20_000_000;
const _: () = assert!(MOST_BYTES_SAID <= MOST_BYTES);
/// Files at most with one message, or for one thing that was asked.
pub(crate) const MOST_FILES: u32 = 5;

/// The name of the input of the files number `index`.
pub(crate) fn input(index: usize) -> String {
    format!("{EXCHANGE}{index}")
}

/// Whether an input is one of these.
pub(crate) fn is_input(name: &str) -> bool {
    name.strip_prefix(EXCHANGE)
        .is_some_and(|index| index.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A question that asks for files, called `label` in what is told to the person. One that is `asked` must be answered,
/// be it by « I will send it another way ».
pub(crate) fn question(index: usize, label: &str, asked: bool) -> Option<Field> {
    Some(Field {
        id: input(index).parse().ok()?,
        label: Text::french(label),
        hint: None,
        optional: !asked,
        required_if: None,
        checks: Vec::new(),
        kind: Kind::Piece(Piece {
            max_files: MOST_FILES,
            max_bytes: MOST_BYTES_SAID,
            accept: FileType::ALL.to_vec(),
            other_way: asked,
        }),
        condition: None,
        data: data(),
        autocomplete: None,
        source: None,
    })
}

/// A step that asks for these files only.
pub(crate) fn step(questions: Vec<Field>) -> Option<Step> {
    Some(Step {
        id: "exchange".parse().ok()?,
        title: Text::french(""),
        intro: None,
        condition: None,
        checks: Vec::new(),
        ineligible: Vec::new(),
        elements: questions.into_iter().map(Element::Field).collect(),
    })
}

/// They are kept with the dossier; nothing reads this.
fn data() -> DataUse {
    DataUse {
        purpose: Text::french(""),
        legal_basis: LegalBasis {
            ground: LegalGround::PublicTask,
            text: Text::french(""),
        },
        retention: Retention {
            count: 0,
            unit: RetentionUnit::Months,
        },
        sensitivity: Sensitivity::Ordinary,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_input_of_files_is_known_by_its_name() {
        assert!(is_input(&input(3)));
        for wrong in ["exchange_x", "pieces", "proof"] {
            assert!(!is_input(wrong), "{wrong}");
        }
        assert!(question(0, "Documents", true).is_some());
        assert!(step(Vec::new()).is_some());
    }
}

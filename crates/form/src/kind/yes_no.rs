//! Yes or no.

use parvis_kernel::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Rules;
use crate::answer::{Answer, EntryErrorKind, Part, Reader, Surroundings, Writer};

/// Yes or no: posted as `yes` or `no`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct YesNo {}

impl Rules for YesNo {
    fn read(&self, reader: &mut Reader<'_>, _: &Surroundings<'_>) -> Option<Answer> {
        match reader.line(Part::Whole).as_str() {
            "yes" => Some(Answer::YesNo(true)),
            "no" => Some(Answer::YesNo(false)),
            "" => None,
            _ => {
                reader.refuse(Part::Whole, EntryErrorKind::UnknownOption);
                None
            }
        }
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        if let Answer::YesNo(yes) = answer {
            writer.put(Part::Whole, if *yes { "yes" } else { "no" });
        }
    }

    fn lines(&self, answer: &Answer, language: Language) -> Vec<String> {
        let words = match (answer, language) {
            (Answer::YesNo(true), Language::French) => "Oui",
            (Answer::YesNo(false), Language::French) => "Non",
            (Answer::YesNo(true), Language::English) => "Yes",
            (Answer::YesNo(false), Language::English) => "No",
            _ => return Vec::new(),
        };
        vec![words.to_owned()]
    }

    fn schema(&self) -> Value {
        json!({ "yes_no": { "type": "boolean" } })
    }
}

//! Consent: one box, that nobody ticks for the person.

use parvis_kernel::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Rules;
use crate::answer::{Answer, EntryErrorKind, Part, Reader, Surroundings, Writer};
use crate::definition::Text;

/// A consent: its label is what the person agrees to. It is given or it is not answered: an unticked box says nothing (RGPD
/// article 4, 11), and no source, link or agent ticks it beforehand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// How it is withdrawn, told before it is given (RGPD article 7, 3); without it the page says the usual way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawal: Option<Text>,
}

impl Rules for Consent {
    fn read(&self, reader: &mut Reader<'_>, _: &Surroundings<'_>) -> Option<Answer> {
        match reader.line(Part::Whole).as_str() {
            "yes" => Some(Answer::Consent(true)),
            "" => None,
            _ => {
                reader.refuse(Part::Whole, EntryErrorKind::UnknownOption);
                None
            }
        }
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        if let Answer::Consent(true) = answer {
            writer.put(Part::Whole, "yes");
        }
    }

    fn lines(&self, answer: &Answer, language: Language) -> Vec<String> {
        let words = match (answer, language) {
            (Answer::Consent(true), Language::French) => "Accord donné",
            (Answer::Consent(true), Language::English) => "Consent given",
            _ => return Vec::new(),
        };
        vec![words.to_owned()]
    }

    fn schema(&self) -> Value {
        json!({ "consent": { "const": true } })
    }
}

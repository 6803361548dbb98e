//! Another dossier of the person.

use parvis_kernel::Language;
use serde_json::{Value, json};

use super::Rules;
use crate::answer::{Answer, EntryErrorKind, NotOwn, Part, Reader, Surroundings, Writer};

/// Another dossier of the person.
pub(crate) struct AnotherDossier;

impl Rules for AnotherDossier {
    fn read(&self, reader: &mut Reader<'_>, surroundings: &Surroundings<'_>) -> Option<Answer> {
        let typed = reader.short(Part::Whole, self.max_letters())?;
        if !reader.is_clean() {
            return None;
        }
        let wrong = match surroundings.dossiers.number(&typed) {
            Ok(number) => return Some(Answer::Dossier(number)),
            Err(NotOwn::NotNumber) => EntryErrorKind::DossierNumberInvalid,
            Err(NotOwn::NotTheirs) => EntryErrorKind::DossierNotTheirs,
        };
        reader.refuse(Part::Whole, wrong);
        None
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        if let Answer::Dossier(number) = answer {
            writer.put(Part::Whole, number);
        }
    }

    fn lines(&self, answer: &Answer, _: Language) -> Vec<String> {
        match answer {
            Answer::Dossier(number) => vec![number.clone()],
            _ => Vec::new(),
        }
    }

    fn schema(&self) -> Value {
        json!({ "dossier": { "type": "string", "minLength": 1, "maxLength": self.max_letters() } })
    }

    fn max_letters(&self) -> u32 {
        40
    }
}

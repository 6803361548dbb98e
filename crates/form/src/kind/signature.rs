//! The declaration of signature: a box and a name typed by who signs.

use parvis_kernel::{Language, Tongues};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::identity::read_name;
use super::{Rules, words};
use crate::answer::{
    Answer, EntryErrorKind, Part, Reader, Signature as Kept, Surroundings, Writer,
};
use crate::definition::{Shown, Text};

/// A declaration of signature. Its day is that of the deposit, which the house records: nobody types it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// What the person declares by ticking the box; without it the page says that they sign their request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<Text>,
}

impl Rules for Signature {
    fn parts(&self) -> Vec<Part> {
        vec![Part::Signed, Part::SignedName]
    }

    fn read(&self, reader: &mut Reader<'_>, _: &Surroundings<'_>) -> Option<Answer> {
        if reader.is_blank(&self.parts()) {
            return None;
        }
        match reader.line(Part::Signed).as_str() {
            "yes" => {}
            "" => reader.refuse(Part::Signed, EntryErrorKind::Required),
            _ => reader.refuse(Part::Signed, EntryErrorKind::UnknownOption),
        }
        let name = read_name(reader, Part::SignedName, true).unwrap_or_default();
        reader
            .is_clean()
            .then_some(Answer::Signature(Kept { name }))
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        if let Answer::Signature(Kept { name }) = answer {
            writer.put(Part::Signed, "yes");
            writer.put(Part::SignedName, name);
        }
    }

    fn lines(&self, answer: &Answer, language: Language) -> Vec<String> {
        words(self.said(answer, language.into()))
    }

    fn said(&self, answer: &Answer, tongues: Tongues) -> Vec<Shown> {
        let Answer::Signature(Kept { name }) = answer else {
            return Vec::new();
        };
        let signed = match tongues.house {
            Language::French => format!("Signé : {name}"),
            Language::English => format!("Signed: {name}"),
        };
        let statement = self.statement.as_ref();
        let statement = statement.map(|statement| statement.shown(tongues));
        statement
            .into_iter()
            .chain([Shown::plain(signed)])
            .collect()
    }

    fn schema(&self) -> Value {
        json!({ "signature": {
            "type": "object", "required": ["name"], "additionalProperties": false,
            "properties": { "name": { "type": "string", "minLength": 1, "maxLength": 200 } },
        } })
    }

    fn autocomplete(&self, part: Part) -> Option<&'static str> {
        (part == Part::SignedName).then_some("name")
    }
}

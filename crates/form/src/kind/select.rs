//! One option of a list.

use parvis_kernel::{Language, Tongues};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{ChoiceOption, Rules, words};
use crate::answer::{Answer, EntryErrorKind, Part, Reader, Surroundings, Writer};
use crate::definition::Shown;

/// One of several options, shown as a list: for those that are too many to be read at once and are known by their name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Select {
    /// What can be chosen, in order.
    pub options: Vec<ChoiceOption>,
}

impl Rules for Select {
    fn read(&self, reader: &mut Reader<'_>, _: &Surroundings<'_>) -> Option<Answer> {
        let value = reader.line(Part::Whole);
        if value.is_empty() {
            return None;
        }
        if self.option(&value).is_none() {
            reader.refuse(Part::Whole, EntryErrorKind::UnknownOption);
            return None;
        }
        Some(Answer::Choice(value))
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        if let Answer::Choice(value) = answer {
            writer.put(Part::Whole, value);
        }
    }

    fn lines(&self, answer: &Answer, language: Language) -> Vec<String> {
        words(self.said(answer, language.into()))
    }

    fn said(&self, answer: &Answer, tongues: Tongues) -> Vec<Shown> {
        let Answer::Choice(value) = answer else {
            return Vec::new();
        };
        let option = self.option(value).into_iter();
        option.map(|option| option.label.shown(tongues)).collect()
    }

    fn schema(&self) -> Value {
        let values: Vec<_> = self.options.iter().map(|option| &option.value).collect();
        json!({ "choice": { "enum": values } })
    }
}

impl Select {
    fn option(&self, value: &str) -> Option<&ChoiceOption> {
        self.options.iter().find(|option| option.value == value)
    }
}

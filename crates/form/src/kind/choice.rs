//! One option, or several.

use parvis_kernel::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Rules;
use crate::answer::{Answer, EntryErrorKind, Part, Reader, Surroundings, Writer};
use crate::definition::Text;

/// One of several options.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What can be chosen, in order.
    pub options: Vec<ChoiceOption>,
}

/// Several of several options.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// What can be chosen, in order.
    pub options: Vec<ChoiceOption>,
}

/// What can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChoiceOption {
    /// Its stable value.
    pub value: String,
    /// What the person reads.
    pub label: Text,
    /// A few words more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Text>,
}

impl Rules for Choice {
    fn read(&self, reader: &mut Reader<'_>, _: &Surroundings<'_>) -> Option<Answer> {
        let value = reader.line(Part::Whole);
        if value.is_empty() {
            return None;
        }
        if option(&self.options, &value).is_none() {
            reader.refuse(Part::Whole, EntryErrorKind::UnknownOption);
            return None;
        }
        Some(Answer::Choice(value))
    }

    fn write(&self, answer: &Answer, writer: &mut Writer<'_>) {
        if let Answer::Choice(value) = answer {
            writer.put(Part::Whole, value);
        }
    }

    fn lines(&self, answer: &Answer, language: Language) -> Vec<String> {
        match answer {
            Answer::Choice(value) => labels(&self.options, std::slice::from_ref(value), language),
            _ => Vec::new(),
        }
    }

    fn schema(&self) -> Value {
        json!({ "choice": { "enum": values(&self.options) } })
    }
}

impl Rules for Choices {
    fn read(&self, reader: &mut Reader<'_>, _: &Surroundings<'_>) -> Option<Answer> {
        let posted = reader.values(Part::Whole);
        let known = |value: &String| value.is_empty() || option(&self.options, value).is_some();
        if !posted.iter().all(known) {
            reader.refuse(Part::Whole, EntryErrorKind::UnknownOption);
            return None;
        }
        let chosen: Vec<_> = values(&self.options)
            .into_iter()
            .filter(|value| posted.contains(value))
            .collect();
        (!chosen.is_empty()).then_some(Answer::Choices(chosen))
    }

    fn write(&self, answer: &Answer, writer: &mut Writer<'_>) {
        if let Answer::Choices(chosen) = answer {
            for value in chosen {
                writer.put(Part::Whole, value);
            }
        }
    }

    fn lines(&self, answer: &Answer, language: Language) -> Vec<String> {
        match answer {
            Answer::Choices(chosen) => labels(&self.options, chosen, language),
            _ => Vec::new(),
        }
    }

    fn schema(&self) -> Value {
        json!({ "choices": {
            "type": "array", "minItems": 1, "uniqueItems": true,
            "items": { "enum": values(&self.options) },
        } })
    }
}

fn option<'a>(options: &'a [ChoiceOption], value: &str) -> Option<&'a ChoiceOption> {
    options.iter().find(|option| option.value == value)
}

fn values(options: &[ChoiceOption]) -> Vec<String> {
    options.iter().map(|option| option.value.clone()).collect()
}

fn labels(options: &[ChoiceOption], chosen: &[String], language: Language) -> Vec<String> {
    let known = chosen.iter().filter_map(|value| option(options, value));
    known
        .map(|option| option.label.in_language(language).to_owned())
        .collect()
}

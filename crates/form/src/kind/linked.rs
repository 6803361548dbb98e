//! An option, then one of those that it leads to.

use parvis_kernel::{Language, Tongues};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{ChoiceOption, Rules, words};
use crate::answer::{Answer, EntryErrorKind, Linked as Chosen, Part, Reader, Surroundings, Writer};
use crate::definition::{Shown, Text};

/// An option, then one of those that it leads to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Linked {
    /// The options of the first level, in order.
    pub options: Vec<LinkedOption>,
    /// The question of the second level; without it, the page asks to be more precise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_label: Option<Text>,
}

/// An option of the first level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkedOption {
    /// Its stable value.
    pub value: String,
    /// What the person reads.
    pub label: Text,
    /// A few words more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Text>,
    /// The options that it leads to; none when it is enough by itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<ChoiceOption>,
}

impl Linked {
    /// The option of the first level that has this value.
    #[must_use]
    pub fn option(&self, value: &str) -> Option<&LinkedOption> {
        self.options.iter().find(|option| option.value == value)
    }

    fn chosen(&self, answer: &Answer) -> Option<(&LinkedOption, Option<&ChoiceOption>)> {
        let Answer::Linked(chosen) = answer else {
            return None;
        };
        let first = self.option(&chosen.first)?;
        let second = chosen.second.as_ref();
        let second = second.and_then(|second| first.option(second));
        Some((first, second))
    }
}

impl LinkedOption {
    fn option(&self, value: &str) -> Option<&ChoiceOption> {
        self.options.iter().find(|option| option.value == value)
    }
}

impl Rules for Linked {
    fn parts(&self) -> Vec<Part> {
        vec![Part::Whole, Part::Second]
    }

    fn read(&self, reader: &mut Reader<'_>, _: &Surroundings<'_>) -> Option<Answer> {
        let value = reader.line(Part::Whole);
        if value.is_empty() {
            return None;
        }
        let Some(first) = self.option(&value) else {
            reader.refuse(Part::Whole, EntryErrorKind::UnknownOption);
            return None;
        };
        let second = match first.options.is_empty() {
            true => None,
            false => Some(read_second(reader, first)?),
        };
        Some(Answer::Linked(Chosen {
            first: value,
            second,
        }))
    }

    fn asked_next(&self, reader: &mut Reader<'_>) -> Option<(Part, String)> {
        let first = self.option(&reader.line(Part::Whole))?;
        (!first.options.is_empty()).then(|| (Part::Second, first.value.clone()))
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        if let Answer::Linked(chosen) = answer {
            writer.put(Part::Whole, &chosen.first);
            writer.put_some(Part::Second, chosen.second.as_ref());
        }
    }

    fn lines(&self, answer: &Answer, language: Language) -> Vec<String> {
        words(self.said(answer, language.into()))
    }

    /// On one line, unless the two are not in the same language.
    fn said(&self, answer: &Answer, tongues: Tongues) -> Vec<Shown> {
        let Some((first, second)) = self.chosen(answer) else {
            return Vec::new();
        };
        let first = first.label.shown(tongues);
        match second.map(|second| second.label.shown(tongues)) {
            None => vec![first],
            Some(second) if second.language == first.language => {
                vec![second.map(|second| format!("{} – {second}", first.words))]
            }
            Some(second) => vec![first, second],
        }
    }

    fn schema(&self) -> Value {
        let pairs: Vec<_> = self.options.iter().map(pair_schema).collect();
        json!({ "linked": { "oneOf": pairs } })
    }
}

fn read_second(reader: &mut Reader<'_>, first: &LinkedOption) -> Option<String> {
    let second = reader.needed(Part::Second, 40);
    if reader.is_clean() && first.option(&second).is_none() {
        reader.refuse(Part::Second, EntryErrorKind::UnknownOption);
    }
    reader.is_clean().then_some(second)
}

fn pair_schema(first: &LinkedOption) -> Value {
    let value = json!({ "const": first.value });
    if first.options.is_empty() {
        return json!({
            "type": "object", "properties": { "first": value },
            "required": ["first"], "additionalProperties": false,
        });
    }
    let seconds: Vec<_> = first.options.iter().map(|option| &option.value).collect();
    json!({
        "type": "object", "properties": { "first": value, "second": { "enum": seconds } },
        "required": ["first", "second"], "additionalProperties": false,
    })
}

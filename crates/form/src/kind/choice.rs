//! One option, or several.

use parvis_kernel::{Language, Tongues};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Rules, words};
use crate::answer::{Answer, EntryErrorKind, OtherChoices, Part, Reader, Surroundings, Writer};
use crate::definition::{Shown, Text};

/// The value of "something else", when `other` is set.
pub const OTHER: &str = "other";
/// Letters of what else, at most.
const OTHER_LETTERS: u32 = 200;

/// One of several options.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What can be chosen, in order.
    pub options: Vec<ChoiceOption>,
    /// Whether something else can be said, in words: its value is `other`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub other: bool,
}

/// Several of several options.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// What can be chosen, in order.
    pub options: Vec<ChoiceOption>,
    /// Whether something else can be said, in words: its value is `other`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub other: bool,
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
    fn parts(&self) -> Vec<Part> {
        parts(self.other)
    }

    fn read(&self, reader: &mut Reader<'_>, _: &Surroundings<'_>) -> Option<Answer> {
        let value = reader.line(Part::Whole);
        if self.other && (value == OTHER || value.is_empty() && !reader.is_blank(&[Part::Other])) {
            return other(reader).map(Answer::OtherChoice);
        }
        if value.is_empty() {
            return None;
        }
        if option(&self.options, &value).is_none() {
            reader.refuse(Part::Whole, EntryErrorKind::UnknownOption);
            return None;
        }
        Some(Answer::Choice(value))
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        match answer {
            Answer::Choice(value) => writer.put(Part::Whole, value),
            Answer::OtherChoice(text) if self.other => write_other(text, writer),
            _ => {}
        }
    }

    fn lines(&self, answer: &Answer, language: Language) -> Vec<String> {
        words(self.said(answer, language.into()))
    }

    fn said(&self, answer: &Answer, tongues: Tongues) -> Vec<Shown> {
        match answer {
            Answer::Choice(value) => labels(&self.options, std::slice::from_ref(value), tongues),
            Answer::OtherChoice(text) => vec![other_in_words(text, tongues)],
            _ => Vec::new(),
        }
    }

    fn schema(&self) -> Value {
        let mut schema = json!({ "choice": { "enum": values(&self.options) } });
        if self.other {
            insert(&mut schema, "other_choice", other_schema());
        }
        schema
    }
}

impl Rules for Choices {
    fn parts(&self) -> Vec<Part> {
        parts(self.other)
    }

    fn read(&self, reader: &mut Reader<'_>, _: &Surroundings<'_>) -> Option<Answer> {
        let posted = reader.values(Part::Whole);
        let is_other = |value: &String| self.other && value == OTHER;
        let known = |value: &String| {
            value.is_empty() || is_other(value) || option(&self.options, value).is_some()
        };
        if !posted.iter().all(known) {
            reader.refuse(Part::Whole, EntryErrorKind::UnknownOption);
            return None;
        }
        let mut chosen: Vec<_> = values(&self.options)
            .into_iter()
            .filter(|value| posted.contains(value))
            .collect();
        let only_other = self.other && chosen.is_empty() && !reader.is_blank(&[Part::Other]);
        if only_other || posted.iter().any(is_other) {
            let text = other(reader)?;
            chosen.push(OTHER.to_owned());
            return Some(Answer::OtherChoices(OtherChoices { chosen, text }));
        }
        (!chosen.is_empty()).then_some(Answer::Choices(chosen))
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        match answer {
            Answer::Choices(chosen) => {
                for value in chosen {
                    writer.put(Part::Whole, value);
                }
            }
            Answer::OtherChoices(OtherChoices { chosen, text }) if self.other => {
                for value in chosen.iter().filter(|value| *value != OTHER) {
                    writer.put(Part::Whole, value);
                }
                write_other(text, writer);
            }
            _ => {}
        }
    }

    fn lines(&self, answer: &Answer, language: Language) -> Vec<String> {
        words(self.said(answer, language.into()))
    }

    fn said(&self, answer: &Answer, tongues: Tongues) -> Vec<Shown> {
        match answer {
            Answer::Choices(chosen) => labels(&self.options, chosen, tongues),
            Answer::OtherChoices(OtherChoices { chosen, text }) => {
                let mut lines = labels(&self.options, chosen, tongues);
                lines.push(other_in_words(text, tongues));
                lines
            }
            _ => Vec::new(),
        }
    }

    fn schema(&self) -> Value {
        let mut schema = json!({ "choices": {
            "type": "array", "minItems": 1, "uniqueItems": true,
            "items": { "enum": values(&self.options) },
        } });
        if self.other {
            let mut chosen = values(&self.options);
            chosen.push(OTHER.to_owned());
            let several = json!({
                "type": "object", "required": ["chosen", "text"], "additionalProperties": false,
                "properties": {
                    "chosen": { "type": "array", "uniqueItems": true, "contains": { "const": OTHER }, "items": { "enum": chosen } },
                    "text": other_schema(),
                },
            });
            insert(&mut schema, "other_choices", several);
        }
        schema
    }
}

fn parts(other: bool) -> Vec<Part> {
    let mut parts = vec![Part::Whole];
    parts.extend(other.then_some(Part::Other));
    parts
}

/// What else, in words; `None` when the reader noted that it is missing.
fn other(reader: &mut Reader<'_>) -> Option<String> {
    let text = reader.needed(Part::Other, OTHER_LETTERS);
    reader.is_clean().then_some(text)
}

fn write_other(text: &str, writer: &mut Writer) {
    writer.put(Part::Whole, OTHER);
    writer.put(Part::Other, text);
}

fn other_in_words(text: &str, tongues: Tongues) -> Shown {
    Shown::plain(match tongues.house {
        Language::French => format!("Autre : {text}"),
        Language::English => format!("Other: {text}"),
    })
}

fn other_schema() -> Value {
    json!({ "type": "string", "minLength": 1, "maxLength": OTHER_LETTERS })
}

fn insert(schema: &mut Value, name: &str, value: Value) {
    if let Some(variants) = schema.as_object_mut() {
        variants.insert(name.to_owned(), value);
    }
}

fn option<'a>(options: &'a [ChoiceOption], value: &str) -> Option<&'a ChoiceOption> {
    options.iter().find(|option| option.value == value)
}

fn values(options: &[ChoiceOption]) -> Vec<String> {
    options.iter().map(|option| option.value.clone()).collect()
}

fn labels(options: &[ChoiceOption], chosen: &[String], tongues: Tongues) -> Vec<Shown> {
    let known = chosen.iter().filter_map(|value| option(options, value));
    known.map(|option| option.label.shown(tongues)).collect()
}

//! Short and long texts.

use parvis_kernel::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Pattern, Rules};
use crate::answer::{Answer, EntryErrorKind, Part, Reader, Surroundings, Writer};

/// A text on one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShortText {
    /// Letters at most.
    pub max_length: u32,
    /// The form that the text must have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pattern: Option<Pattern>,
}

/// A text on several lines, with a count of letters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LongText {
    /// Letters at most.
    pub max_length: u32,
}

impl Rules for ShortText {
    fn read(&self, reader: &mut Reader<'_>, _: &Surroundings<'_>) -> Option<Answer> {
        let text = reader.short(Part::Whole, self.max_length)?;
        let pattern = self.pattern.as_ref();
        if let Some(pattern) = pattern.filter(|pattern| !pattern.fits(&text)) {
            let message = pattern.message().clone();
            reader.refuse(Part::Whole, EntryErrorKind::Check { message });
        }
        Some(Answer::Text(text))
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        write_text(answer, writer);
    }

    fn lines(&self, answer: &Answer, _: Language) -> Vec<String> {
        lines_of(answer)
    }

    fn schema(&self) -> Value {
        let text = json!({ "type": "string", "minLength": 1, "maxLength": self.max_length });
        match &self.pattern {
            // Patterns of JSON Schema are written in another language: an example is understood by all.
            Some(pattern) => {
                json!({ "text": { "allOf": [text], "examples": [pattern.example()] } })
            }
            None => json!({ "text": text }),
        }
    }

    fn max_letters(&self) -> u32 {
        self.max_length
    }
}

impl Rules for LongText {
    fn read(&self, reader: &mut Reader<'_>, _: &Surroundings<'_>) -> Option<Answer> {
        let text = reader.lines(Part::Whole);
        reader.fits(Part::Whole, &text, self.max_length);
        (!text.is_empty()).then_some(Answer::Text(text))
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        write_text(answer, writer);
    }

    fn lines(&self, answer: &Answer, _: Language) -> Vec<String> {
        lines_of(answer)
    }

    fn schema(&self) -> Value {
        json!({ "text": { "type": "string", "minLength": 1, "maxLength": self.max_length } })
    }

    fn max_letters(&self) -> u32 {
        self.max_length
    }
}

fn write_text(answer: &Answer, writer: &mut Writer) {
    if let Answer::Text(text) = answer {
        writer.put(Part::Whole, text);
    }
}

fn lines_of(answer: &Answer) -> Vec<String> {
    match answer {
        Answer::Text(text) => text.lines().map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

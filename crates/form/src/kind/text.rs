//! Short and long texts.

use parvis_kernel::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Rules;
use crate::answer::{Answer, Part, Reader, Surroundings, Writer};

/// A text on one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShortText {
    /// Letters at most.
    pub max_length: u32,
}

/// A text on several lines, with a count of letters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LongText {
    /// Letters at most.
    pub max_length: u32,
}

impl Rules for ShortText {
    fn read(&self, reader: &mut Reader<'_>, _: &Surroundings<'_>) -> Option<Answer> {
        reader.short(Part::Whole, self.max_length).map(Answer::Text)
    }

    fn write(&self, answer: &Answer, writer: &mut Writer<'_>) {
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

impl Rules for LongText {
    fn read(&self, reader: &mut Reader<'_>, _: &Surroundings<'_>) -> Option<Answer> {
        let text = reader.lines(Part::Whole);
        reader.fits(Part::Whole, &text, self.max_length);
        (!text.is_empty()).then_some(Answer::Text(text))
    }

    fn write(&self, answer: &Answer, writer: &mut Writer<'_>) {
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

fn write_text(answer: &Answer, writer: &mut Writer<'_>) {
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

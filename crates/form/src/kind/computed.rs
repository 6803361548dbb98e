//! Values that the house computes: nobody types them, and what is posted in their place is not looked at.

use parvis_kernel::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::date::date_in_words;
use super::number::in_words;
use super::{Rules, YesNo, euros_in_words};
use crate::answer::{Answer, Reader, Surroundings, Writer};
use crate::expression::{Computed as Result, Formula};

/// A value computed from what is asked before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Computed {
    /// How it is computed.
    pub value: Box<Formula>,
    /// Whether the person sees it; else it is for agents, exports and routing.
    pub show: bool,
}

/// What is asked for the request, in euros: computed, never under zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fee {
    /// How it is computed.
    pub value: Box<Formula>,
}

impl Rules for Computed {
    fn read(&self, _: &mut Reader<'_>, _: &Surroundings<'_>) -> Option<Answer> {
        None
    }

    fn write(&self, _: &Answer, _: &mut Writer) {}

    fn lines(&self, answer: &Answer, language: Language) -> Vec<String> {
        said(answer, language)
    }

    fn schema(&self) -> Value {
        schema(self.value.result())
    }
}

impl Rules for Fee {
    fn read(&self, _: &mut Reader<'_>, _: &Surroundings<'_>) -> Option<Answer> {
        None
    }

    fn write(&self, _: &Answer, _: &mut Writer) {}

    fn lines(&self, answer: &Answer, language: Language) -> Vec<String> {
        said(answer, language)
    }

    fn schema(&self) -> Value {
        schema(Result::Amount)
    }
}

fn said(answer: &Answer, language: Language) -> Vec<String> {
    match answer {
        Answer::Integer(number) => vec![in_words(*number, 0, language)],
        Answer::Decimal(number) => vec![in_words(number.units(), number.decimals(), language)],
        Answer::Amount(amount) => vec![euros_in_words(amount.cents, language)],
        Answer::Date(date) => vec![date_in_words(*date, language)],
        Answer::YesNo(_) => YesNo {}.lines(answer, language),
        Answer::Text(text) => text.lines().map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

fn schema(result: Result) -> Value {
    match result {
        Result::YesNo => json!({ "yes_no": { "type": "boolean" } }),
        Result::Integer => json!({ "integer": { "type": "integer" } }),
        Result::Decimal => {
            json!({ "decimal": { "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]{1,6})?$" } })
        }
        Result::Amount => json!({ "amount": {
            "type": "object", "required": ["cents"], "additionalProperties": false,
            "properties": { "cents": { "type": "integer" } },
        } }),
        Result::Date => json!({ "date": { "type": "string", "format": "date" } }),
        Result::Text => json!({ "text": { "type": "string" } }),
    }
}

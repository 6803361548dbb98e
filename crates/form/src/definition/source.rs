//! The form part of a procedure file, as its author writes it.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_saphyr::Spanned;

use super::Text;
use crate::answer::Decimal;

/// One step: a page, or a few, of questions that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepSource {
    /// The stable name of the step.
    pub step: Spanned<String>,
    /// What the step is called.
    pub title: Spanned<Text>,
    /// A few words before the questions.
    pub intro: Option<Spanned<Text>>,
    /// The condition under which the step is met.
    #[serde(rename = "if")]
    pub condition: Option<Spanned<String>>,
    /// What the answers of the step must satisfy together.
    pub checks: Option<Spanned<Vec<CheckSource>>>,
    /// Who cannot make the request, as soon as the step is answered.
    pub ineligible: Option<Spanned<Vec<IneligibleSource>>>,
    /// Fields, blocks and explanations, in order.
    pub elements: Vec<ElementSource>,
}

/// Something that answers must satisfy.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckSource {
    /// What must be true.
    pub rule: Spanned<String>,
    /// What the person reads when it is false.
    pub message: Spanned<Text>,
}

/// Who cannot make the request, and who can help them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IneligibleSource {
    /// The condition under which the request cannot be made.
    #[serde(rename = "if")]
    pub condition: Spanned<String>,
    /// Why, in words.
    pub message: Spanned<Text>,
    /// Who can help.
    pub who: Spanned<Text>,
    /// Where they are, `https://...`.
    pub url: Option<Spanned<String>>,
}

/// One element of a step: exactly one of `field`, `block`, `explanation` and `heading`, then what it needs.
///
/// One flat structure for the three and for every kind: the reader then knows the place of each
/// value, and the compiler says which parameter does not belong to which kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ElementSource {
    /// A field: its stable name.
    pub field: Option<Spanned<String>>,
    /// A repeated block: its stable name.
    pub block: Option<Spanned<String>>,
    /// An explanation: its text.
    pub explanation: Option<Spanned<Text>>,
    /// A heading: its text.
    pub heading: Option<Spanned<Text>>,
    /// Heading: 2 or 3.
    pub level: Option<Spanned<u8>>,
    /// The condition under which the element is shown.
    #[serde(rename = "if")]
    pub condition: Option<Spanned<String>>,

    /// The question of a field.
    pub label: Option<Spanned<Text>>,
    /// Help for a field or a block.
    pub hint: Option<Spanned<Text>>,
    /// Whether the field may stay unanswered.
    pub optional: Option<Spanned<bool>>,
    /// The condition under which an answer is mandatory.
    pub required_if: Option<Spanned<String>>,
    /// Who may be asked for the answer instead of the person, `who/what`.
    pub source: Option<Spanned<String>>,
    /// Field, block: what the answer must satisfy.
    pub checks: Option<Spanned<Vec<CheckSource>>>,
    /// The kind of the field.
    pub kind: Option<Spanned<String>>,
    /// Why the data are asked for.
    pub purpose: Option<Spanned<Text>>,
    /// What allows asking for them.
    pub legal_basis: Option<Spanned<LegalBasisSource>>,
    /// How long they are kept.
    pub retention: Option<Spanned<String>>,
    /// How much harm their disclosure would do.
    pub sensitivity: Option<Spanned<String>>,
    /// The `autocomplete` token, or `off`.
    pub autocomplete: Option<Spanned<String>>,

    /// `short_text`, `long_text`: letters at most.
    pub max_length: Option<Spanned<u32>>,
    /// `integer`, `decimal`, `amount`, block: the least.
    pub min: Option<Spanned<NumberSource>>,
    /// `integer`, `decimal`, `amount`, block: the most.
    pub max: Option<Spanned<NumberSource>>,
    /// `decimal`: digits after the point.
    pub decimals: Option<Spanned<u8>>,
    /// `decimal`: what is counted.
    pub unit: Option<Spanned<Text>>,
    /// `date`: today or before.
    pub past: Option<Spanned<bool>>,
    /// `date`: today or after.
    pub future: Option<Spanned<bool>>,
    /// `date`, `date_time`: that day or after; a day, or a field asked before.
    pub after: Option<Spanned<String>>,
    /// `date`, `date_time`: that day or before; a day, or a field asked before.
    pub before: Option<Spanned<String>>,
    /// `date`, `identity`: the least age.
    pub min_age: Option<Spanned<u8>>,
    /// `date`, `identity`: the greatest age.
    pub max_age: Option<Spanned<u8>>,
    /// `short_text`: the form of the text, a regular expression.
    pub pattern: Option<Spanned<String>>,
    /// `short_text`: a text of that form.
    pub example: Option<Spanned<String>>,
    /// `short_text`: what the person reads when their text has another form.
    pub pattern_message: Option<Spanned<Text>>,
    /// `consent`: how it is withdrawn.
    pub withdrawal: Option<Spanned<Text>>,
    /// `signature`: what the person declares.
    pub statement: Option<Spanned<Text>>,
    /// `choice`, `choices`, `select`, `linked`: what can be chosen.
    pub options: Option<Spanned<Vec<OptionSource>>>,
    /// `choice`, `choices`: something else can be said, in words.
    pub other: Option<Spanned<bool>>,
    /// `table`: the rows among which to choose.
    pub table: Option<Spanned<TableSource>>,
    /// `map`: what can be drawn, among `point`, `line`, `area`.
    pub shapes: Option<Spanned<Vec<Spanned<String>>>>,
    /// `linked`: the question of the second level.
    pub second_label: Option<Spanned<Text>>,
    /// `commune`: `current` or `current_and_former`.
    pub scope: Option<Spanned<String>>,
    /// `commune`: a town abroad is accepted.
    pub abroad: Option<Spanned<bool>>,
    /// `identity`: the name used in daily life is asked.
    pub used_name: Option<Spanned<bool>>,
    /// `identity`: `no`, `optional` or `required`.
    pub birth_date: Option<Spanned<String>>,
    /// `identity`: `no`, `optional` or `required`.
    pub birth_place: Option<Spanned<String>>,
    /// `computed`, `fee`: how it is computed.
    pub value: Option<Spanned<String>>,
    /// `computed`: whether the person sees it.
    pub show: Option<Spanned<bool>>,
    /// `piece`: files at most.
    pub max_files: Option<Spanned<u32>>,
    /// `piece`: size of each file at most, such as `10 MB`.
    pub max_size: Option<Spanned<String>>,
    /// `piece`: accepted types of file.
    pub accept: Option<Spanned<Vec<Spanned<String>>>>,
    /// `piece`: "I will send it another way" is offered.
    pub other_way: Option<Spanned<bool>>,

    /// Block: what it is called.
    pub title: Option<Spanned<Text>>,
    /// Block: what one row is called.
    pub row_title: Option<Spanned<Text>>,
    /// Block: what the button that adds a row says.
    pub add_label: Option<Spanned<Text>>,
    /// Block: each row has its own page.
    pub pages: Option<Spanned<bool>>,
    /// Block: the fields of one row.
    pub fields: Option<Vec<ElementSource>>,
}

/// A number as its author wrote it, `12` or `"12.50"`: it is never read as a floating point number.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct NumberSource(String);

impl NumberSource {
    /// What is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The integer, if it is one.
    #[must_use]
    pub fn integer(&self) -> Option<i64> {
        self.0.parse().ok()
    }

    /// The number with that many decimals, if it has no more.
    #[must_use]
    pub fn decimal(&self, decimals: u8) -> Option<Decimal> {
        let number: Decimal = self.0.parse().ok()?;
        number.with_decimals(decimals)
    }
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptionSource {
    /// The stable value: what conditions and answers hold.
    pub value: Spanned<String>,
    /// What the person reads.
    pub label: Spanned<Text>,
    /// A few words more.
    pub hint: Option<Spanned<Text>>,
    /// `linked`: the options that it leads to.
    pub options: Option<Spanned<Vec<OptionSource>>>,
}

/// The table of an author.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableSource {
    /// The name of the column that identifies a row.
    pub value: Spanned<String>,
    /// The name of the column that people read, or one by language.
    pub label: Spanned<Text>,
    /// What the columns hold, when it is not text.
    #[serde(default)]
    pub columns: BTreeMap<String, Spanned<String>>,
    /// The rows, under the names of their columns: comma-separated values (RFC 4180), or separated by `;` or tabulations.
    pub csv: Spanned<String>,
}

/// The legal basis of a field's data.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalBasisSource {
    /// The ground of RGPD art. 6.
    pub ground: Spanned<String>,
    /// The article of a law, decree or deliberation.
    pub text: Spanned<Text>,
}

//! The form part of a procedure file, as its author writes it.

use serde::Deserialize;
use serde_saphyr::Spanned;

use super::Text;

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
    /// Fields, blocks and explanations, in order.
    pub elements: Vec<ElementSource>,
}

/// One element of a step: exactly one of `field`, `block` and `explanation`, then what it needs.
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
    /// The condition under which the element is shown.
    #[serde(rename = "if")]
    pub condition: Option<Spanned<String>>,

    /// The question of a field.
    pub label: Option<Spanned<Text>>,
    /// Help for a field or a block.
    pub hint: Option<Spanned<Text>>,
    /// Whether the field may stay unanswered.
    pub optional: Option<Spanned<bool>>,
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
    /// `integer`, block: the least.
    pub min: Option<Spanned<i64>>,
    /// `integer`, block: the most.
    pub max: Option<Spanned<i64>>,
    /// `date`: today or before.
    pub past: Option<Spanned<bool>>,
    /// `date`: today or after.
    pub future: Option<Spanned<bool>>,
    /// `choice`, `choices`: what can be chosen.
    pub options: Option<Spanned<Vec<OptionSource>>>,
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
    /// Block: the fields of one row.
    pub fields: Option<Vec<ElementSource>>,
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

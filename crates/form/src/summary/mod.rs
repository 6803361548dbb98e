//! The answers in words: for the check page, the agent's view and exports.

use parvis_kernel::{Language, RowId};

use crate::answer::{Answer, Answers, PieceEntry};
use crate::definition::{FieldId, StepId};
use crate::form::{Block, Field, Form};
use crate::journey::{Journey, JourneyElement, JourneyRow, JourneyStep, prune};
use crate::kind::Kind;

/// The answers of one step, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryStep {
    /// The step.
    pub id: StepId,
    /// What it is called.
    pub title: String,
    /// Whether its author did not write that in the language that was asked for: it is French.
    pub is_title_french: bool,
    /// Its visible questions, in order.
    pub rows: Vec<SummaryRow>,
}

/// One question and its answer, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryRow {
    /// The field; or the block, when it has no row.
    pub field: FieldId,
    /// The question.
    pub label: String,
    /// Whether the author did not write the question in the language that was asked for: it is French.
    pub is_label_french: bool,
    /// The answer, line by line; empty when there is none.
    pub lines: Vec<String>,
    /// Whether the answer is said with words that the author did not write in that language.
    pub are_lines_french: bool,
    /// The received files, when the question asks for pieces.
    pub pieces: Vec<PieceEntry>,
    /// The step where to change it.
    pub step: StepId,
    /// The row where it stands, if any.
    pub row: Option<SummaryOfRow>,
}

/// The row where a question stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryOfRow {
    /// The block.
    pub block: FieldId,
    /// The row.
    pub id: RowId,
    /// The number of the row, from 1.
    pub number: usize,
    /// What it is called: `Enfant 1`.
    pub title: String,
    /// Whether that is French, in another language.
    pub is_title_french: bool,
    /// The name of the person that its first identity gives: nothing while it is not known.
    pub name: Option<String>,
}

/// Says the answers in words, step by step; hidden answers are not said.
#[must_use]
pub fn summary(form: &Form, answers: &Answers, language: Language) -> Vec<SummaryStep> {
    let answers = prune(form, answers.clone());
    let journey = Journey::of_pruned(form, &answers);
    let scribe = Scribe {
        answers: &answers,
        language,
    };
    let steps = journey.steps().iter().map(|step| scribe.step(step));
    steps.filter(|step| !step.rows.is_empty()).collect()
}

struct Scribe<'a> {
    answers: &'a Answers,
    language: Language,
}

impl Scribe<'_> {
    fn step(&self, met: &JourneyStep<'_>) -> SummaryStep {
        let mut rows = Vec::new();
        for element in &met.elements {
            match element {
                JourneyElement::Field(field) => {
                    let answer = self.answers.get(field.id.as_str());
                    rows.push(self.field(&met.step.id, field, answer, None));
                }
                JourneyElement::Block {
                    block,
                    rows: met_rows,
                } => {
                    self.block(&met.step.id, block, met_rows, &mut rows);
                }
                JourneyElement::Explanation(_) => {}
            }
        }
        SummaryStep {
            id: met.step.id.clone(),
            title: met.step.title.in_language(self.language).to_owned(),
            is_title_french: !met.step.title.exists_in(self.language),
            rows,
        }
    }

    fn block(
        &self,
        step: &StepId,
        block: &Block,
        met: &[JourneyRow<'_>],
        rows: &mut Vec<SummaryRow>,
    ) {
        if met.is_empty() {
            rows.push(SummaryRow {
                field: block.id.clone(),
                label: block.title.in_language(self.language).to_owned(),
                is_label_french: !block.title.exists_in(self.language),
                lines: Vec::new(),
                are_lines_french: false,
                pieces: Vec::new(),
                step: step.clone(),
                row: None,
            });
        }
        for (index, row) in met.iter().enumerate() {
            let of_row = SummaryOfRow {
                block: block.id.clone(),
                id: row.id,
                number: index + 1,
                title: format!(
                    "{} {}",
                    block.row_title.in_language(self.language),
                    index + 1
                ),
                is_title_french: !block.row_title.exists_in(self.language),
                name: self.name(block, row),
            };
            let cells = self
                .answers
                .row(block.id.as_str(), row.id)
                .map(|row| &row.cells);
            for field in &row.fields {
                let answer = cells.and_then(|cells| cells.get(field.id.as_str()));
                rows.push(self.field(step, field, answer, Some(of_row.clone())));
            }
        }
    }

    fn field(
        &self,
        step: &StepId,
        field: &Field,
        answer: Option<&Answer>,
        row: Option<SummaryOfRow>,
    ) -> SummaryRow {
        let lines = answer.map(|answer| field.kind.rules().lines(answer, self.language));
        let pieces = match answer {
            Some(Answer::Pieces(pieces)) => pieces.files.clone(),
            _ => Vec::new(),
        };
        SummaryRow {
            field: field.id.clone(),
            label: field.label.in_language(self.language).to_owned(),
            is_label_french: !field.label.exists_in(self.language),
            lines: lines.unwrap_or_default(),
            are_lines_french: answer.is_some_and(|answer| self.is_said_in_french(field, answer)),
            pieces,
            step: step.clone(),
            row,
        }
    }

    /// The name that the first identity of a row gives.
    fn name(&self, block: &Block, row: &JourneyRow<'_>) -> Option<String> {
        let cells = &self.answers.row(block.id.as_str(), row.id)?.cells;
        row.fields.iter().find_map(|field| match &field.kind {
            Kind::Identity(_) => {
                let answer = cells.get(field.id.as_str())?;
                let lines = field.kind.rules().lines(answer, self.language);
                lines.into_iter().next()
            }
            _ => None,
        })
    }

    /// Whether what was chosen is said with words that the author did not write in the language.
    fn is_said_in_french(&self, field: &Field, answer: &Answer) -> bool {
        let (options, chosen) = match (&field.kind, answer) {
            (Kind::Choice(kind), Answer::Choice(value)) => {
                (&kind.options, std::slice::from_ref(value))
            }
            (Kind::Choices(kind), Answer::Choices(values)) => (&kind.options, values.as_slice()),
            _ => return false,
        };
        let mut options = options
            .iter()
            .filter(|option| chosen.contains(&option.value));
        options.any(|option| !option.label.exists_in(self.language))
    }
}

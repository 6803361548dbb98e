//! The answers in words: for the check page, the agent's view and exports.

use parvis_kernel::{RowId, Tongues};

use crate::answer::{Answer, Answers, PieceEntry};
use crate::definition::{FieldId, Shown, StepId};
use crate::form::{Block, Field, Form, Step};
use crate::journey::{JourneyElement, JourneyRow, Pruned, Reader, met};
use crate::kind::Kind;

/// The answers of one step, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryStep {
    /// The step.
    pub id: StepId,
    /// What it is called.
    pub title: Shown,
    /// Its visible questions, in order.
    pub rows: Vec<SummaryRow>,
}

/// One question and its answer, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryRow {
    /// The field; or the block, when it has no row.
    pub field: FieldId,
    /// The question.
    pub label: Shown,
    /// The answer, line by line; empty when there is none.
    pub lines: Vec<Shown>,
    /// Whether the house computes it: nobody changes it.
    pub is_computed: bool,
    /// The received files, when the question asks for pieces.
    pub pieces: Vec<PieceEntry>,
    /// The step where to change it.
    pub step: StepId,
    /// The row where it stands, if any.
    pub row: Option<SummaryOfRow>,
}

impl SummaryRow {
    /// The answer, line by line, without its languages: for files and for what is searched, which say none.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.lines.iter().map(|line| line.words.as_str())
    }
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
    pub title: Shown,
    /// The name of the person that its first identity gives: nothing while it is not known.
    pub name: Option<String>,
}

/// Says the answers in words to the person, step by step; hidden answers are not said.
#[must_use]
pub fn summary(form: &Form, answers: &Answers, tongues: impl Into<Tongues>) -> Vec<SummaryStep> {
    said_to(Reader::Person, form, answers, tongues.into())
}

/// The same for agents and exports: with what is computed for them.
#[must_use]
pub fn full_summary(
    form: &Form,
    answers: &Answers,
    tongues: impl Into<Tongues>,
) -> Vec<SummaryStep> {
    said_to(Reader::Agent, form, answers, tongues.into())
}

fn said_to(reader: Reader, form: &Form, answers: &Answers, tongues: Tongues) -> Vec<SummaryStep> {
    let answers = Pruned::of(form, answers.clone());
    let scribe = Scribe {
        answers: &answers,
        tongues,
    };
    let steps = met(&answers, reader).map(|(step, elements)| scribe.step(step, &elements));
    steps.filter(|step| !step.rows.is_empty()).collect()
}

struct Scribe<'a> {
    answers: &'a Answers,
    tongues: Tongues,
}

impl Scribe<'_> {
    fn step(&self, step: &Step, elements: &[JourneyElement<'_>]) -> SummaryStep {
        let mut rows = Vec::new();
        for element in elements {
            match element {
                JourneyElement::Field(field) => {
                    let answer = self.answers.get(field.id.as_str());
                    rows.push(self.field(&step.id, field, answer, None));
                }
                JourneyElement::Block {
                    block,
                    rows: met_rows,
                } => {
                    self.block(&step.id, block, met_rows, &mut rows);
                }
                JourneyElement::Explanation(_) => {}
            }
        }
        SummaryStep {
            id: step.id.clone(),
            title: step.title.shown(self.tongues),
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
                label: block.title.shown(self.tongues),
                lines: Vec::new(),
                is_computed: false,
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
                title: block
                    .row_title
                    .shown(self.tongues)
                    .map(|title| format!("{title} {}", index + 1)),
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
        let lines = answer.map(|answer| field.kind.rules().said(answer, self.tongues));
        let pieces = match answer {
            Some(Answer::Pieces(pieces)) => pieces.files.clone(),
            _ => Vec::new(),
        };
        SummaryRow {
            field: field.id.clone(),
            label: field.label.shown(self.tongues),
            lines: lines.unwrap_or_default(),
            is_computed: field.is_computed(),
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
                let lines = field.kind.rules().lines(answer, self.tongues.house);
                lines.into_iter().next()
            }
            _ => None,
        })
    }
}

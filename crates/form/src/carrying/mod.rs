//! Answers given to a form, carried over to a later version of it.
//!
//! A draft that nobody deposited may follow its procedure to a new revision, without a word being asked, when every answer
//! *still fits*:
//!
//! 1. the new form has a question of the same name at the same level, or in the same block, that takes answers of that type (a
//!    short text may become long, a choice a list that opens);
//! 2. the other answers still show it;
//! 3. the new form finds in it nothing wrong that the former one did not find;
//! 4. no mandatory question appeared in a step that the person has behind them: one that stands before the last step where
//!    they answered something, or is that step;
//! 5. the answers do not close the request, when they did not before.
//!
//! What the house computes is computed anew, and never counts as an answer.

mod question;

use std::collections::BTreeSet;

use parvis_kernel::RowId;

use crate::answer::{Answer, Answers, EntryError, EntryErrorKind, Row, Surroundings};
use crate::definition::{FieldId, Text};
use crate::form::{Element, Form, Step};
use crate::journey::{Journey, Missing, Pruned};
use question::{Question, question};

/// What becomes of the answers of a draft under another version of its form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// The answers that the new form keeps. Those that it finds wrong are among them: they are asked again, with what was answered.
    pub answers: Answers,
    /// The answers that do not fit, in the order of the former form.
    pub misfits: Vec<Misfit>,
    /// The mandatory questions that appeared behind the person.
    pub asked: Vec<Asked>,
    /// Why the request cannot be made any more, when the new form says so.
    pub closed: Option<Text>,
}

impl Carried {
    /// Whether the draft may follow without a word being asked.
    #[must_use]
    pub const fn fits(&self) -> bool {
        self.misfits.is_empty() && self.asked.is_empty() && self.closed.is_none()
    }
}

/// An answer that does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// The question, or the block when its rows are too few, too many or against a rule.
    pub field: FieldId,
    /// The block and the row where the question stands, if any.
    pub row: Option<(FieldId, RowId)>,
    /// What was answered.
    pub answer: Answer,
    /// Why it does not fit.
    pub why: Why,
}

/// Why an answer does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The question is not asked any more, or it takes answers of another type.
    Gone,
    /// The other answers do not show the question any more.
    Hidden,
    /// The new form says no.
    Refused(Box<EntryError>),
}

impl Misfit {
    /// Whether the new form still asks it: what was answered is shown there, to be corrected.
    #[must_use]
    pub const fn is_asked_again(&self) -> bool {
        matches!(self.why, Why::Refused(_))
    }
}

/// A mandatory question that appeared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The question.
    pub label: Text,
    /// The step where it stands.
    pub step: Text,
}

/// Carries the answers of a draft over to another version of its form.
#[must_use]
pub fn carry(
    before: &Form,
    after: &Form,
    answers: &Answers,
    surroundings: &Surroundings<'_>,
) -> Carried {
    let given = Pruned::of(before, answers.clone());
    let mut carrying = Carrying {
        before,
        after,
        given: &given,
        misfits: Vec::new(),
    };
    let taken = carrying.taken();
    let kept = Pruned::of(after, taken.clone());
    carrying.note_hidden(&taken, &kept);
    carrying.note_refused(&kept, surroundings);
    let (was, is) = (
        Journey::of_pruned(&given, surroundings.today),
        Journey::of_pruned(&kept, surroundings.today),
    );
    let closed = is.barrier().filter(|_| was.barrier().is_none());
    let closed = closed.map(|barrier| barrier.why.message.clone());
    let asked = appeared(&was, &is, &kept, &carrying.misfits);
    let misfits = carrying.in_order();
    Carried {
        misfits,
        asked,
        closed,
        answers: kept.into_answers(),
    }
}

struct Carrying<'a> {
    before: &'a Form,
    after: &'a Form,
    given: &'a Pruned<'a>,
    misfits: Vec<Misfit>,
}

impl Carrying<'_> {
    /// The answers whose question is still there and takes them.
    fn taken(&mut self) -> Answers {
        let mut taken = Answers::new();
        for (id, answer) in self.given.iter() {
            match (question(self.before, id), answer) {
                (Some(Question::Field(field)), _) if field.is_computed() => {}
                (Some(Question::Block(_)), Answer::Rows(rows)) => {
                    let rows: Vec<Row> = rows.iter().map(|row| self.row(id, row)).collect();
                    if question(self.after, id).is_some_and(Question::is_block) {
                        taken.insert(id.clone(), Answer::Rows(rows));
                    }
                }
                _ if question(self.after, id).is_some_and(|own| own.takes(answer)) => {
                    taken.insert(id.clone(), answer.clone());
                }
                _ => self.misfit(id, None, answer, Why::Gone),
            }
        }
        taken
    }

    fn row(&mut self, block: &FieldId, row: &Row) -> Row {
        let mut cells = Answers::new();
        for (id, answer) in row.cells.iter() {
            let own = question(self.before, block).and_then(|own| own.cell(id));
            if own.is_some_and(|field| field.is_computed()) {
                continue;
            }
            let new = question(self.after, block).and_then(|new| new.cell(id));
            match new.is_some_and(|field| Question::Field(field).takes(answer)) {
                true => cells.insert(id.clone(), answer.clone()),
                false => self.misfit(id, Some((block.clone(), row.id)), answer, Why::Gone),
            }
        }
        Row { id: row.id, cells }
    }

    /// The answers that the others hide in the new form.
    fn note_hidden(&mut self, taken: &Answers, kept: &Answers) {
        for (id, answer) in taken.iter() {
            let Answer::Rows(rows) = answer else {
                if kept.get(id.as_str()).is_none() {
                    self.misfit(id, None, answer, Why::Hidden);
                }
                continue;
            };
            for row in rows {
                let own = kept.row(id.as_str(), row.id);
                for (cell, answer) in row.cells.iter() {
                    if own.is_none_or(|own| own.cells.get(cell.as_str()).is_none()) {
                        self.misfit(cell, Some((id.clone(), row.id)), answer, Why::Hidden);
                    }
                }
            }
        }
    }

    /// The answers in which the new form finds something that the former one did not.
    fn note_refused(&mut self, kept: &Pruned<'_>, surroundings: &Surroundings<'_>) {
        let known = self.given.validate(surroundings).err();
        let known = known.unwrap_or_default();
        let found = kept.validate(surroundings).err();
        for error in found.unwrap_or_default() {
            let is_known = known
                .iter()
                .any(|known| (&known.field, &known.row) == (&error.field, &error.row));
            let own = match &error.row {
                None => kept.get(error.field.as_str()),
                Some((block, row)) => kept
                    .row(block.as_str(), *row)
                    .and_then(|row| row.cells.get(error.field.as_str())),
            };
            let told = self.misfits.iter().any(|told| {
                (&told.field, &told.row) == (&error.field, &error.row) && told.is_asked_again()
            });
            if let Some(answer) = own.filter(|_| !is_known && !told && !closes(&error)) {
                let (field, row, answer) = (error.field.clone(), error.row.clone(), answer.clone());
                self.misfits.push(Misfit {
                    field,
                    row,
                    answer,
                    why: Why::Refused(Box::new(error)),
                });
            }
        }
    }

    fn misfit(&mut self, id: &FieldId, row: Option<(FieldId, RowId)>, answer: &Answer, why: Why) {
        self.misfits.push(Misfit {
            field: id.clone(),
            row,
            answer: answer.clone(),
            why,
        });
    }

    /// The misfits, in the order in which the person answered.
    fn in_order(self) -> Vec<Misfit> {
        let place = |id: &FieldId| self.before.fields().position(|field| field.id == *id);
        let mut misfits = self.misfits;
        misfits.sort_by_key(|misfit| {
            let row = misfit.row.as_ref().map(|(_, row)| *row);
            (place(&misfit.field), row)
        });
        misfits
    }
}

/// Whether an error says that the request cannot be made: it is told by itself.
const fn closes(error: &EntryError) -> bool {
    matches!(error.kind, EntryErrorKind::Ineligible { .. })
}

/// The mandatory questions that appeared in the steps that the person has behind them.
fn appeared(was: &Journey<'_>, is: &Journey<'_>, kept: &Answers, misfits: &[Misfit]) -> Vec<Asked> {
    let missed: BTreeSet<&str> = was
        .missing()
        .iter()
        .map(|missing| missing.field.as_str())
        .collect();
    let told = |missing: &Missing<'_>| misfits.iter().any(|told| told.field == *missing.field);
    let last = is
        .steps()
        .iter()
        .rposition(|met| is_answered(met.step, kept));
    let behind = is.steps().iter().take(last.map_or(0, |last| last + 1));
    let behind: Vec<&Step> = behind.map(|met| met.step).collect();
    let mut seen = BTreeSet::new();
    let appeared = is.missing().iter().filter(|missing| {
        behind.iter().any(|step| step.id == missing.step.id)
            && !missed.contains(missing.field.as_str())
            && !told(missing)
            && seen.insert(missing.field.as_str())
    });
    appeared
        .map(|missing| Asked {
            label: missing.label.clone(),
            step: missing.step.title.clone(),
        })
        .collect()
}

/// Whether something of a step is answered, beside what the house computes.
fn is_answered(step: &Step, answers: &Answers) -> bool {
    step.elements.iter().any(|element| match element {
        Element::Field(field) => !field.is_computed() && answers.get(field.id.as_str()).is_some(),
        Element::Block(block) => answers.get(block.id.as_str()).is_some(),
        Element::Explanation(_) => false,
    })
}

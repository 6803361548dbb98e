//! What the house computes: read, never typed.

use parvis_form::{At, Field, Part};
use parvis_web::{PageError, Wording};

use super::super::{Page, controls};
use crate::said::Said;
use askama::Template;

impl Page<'_> {
    /// The value so far; what it waits for when the answers do not decide it yet.
    pub(super) fn computed(&self, field: &Field, at: At<'_>) -> Result<String, PageError> {
        let name = at.name(&field.id, Part::Whole);
        let cells = at.block().zip(at.row()).and_then(|(block, row)| {
            let row = self.answers.row(block.as_str(), row);
            row.map(|row| &row.cells)
        });
        let answers = if at.row().is_some() {
            cells
        } else {
            Some(self.answers)
        };
        let answer = answers.and_then(|answers| answers.get(field.id.as_str()));
        let lines = answer.map(|answer| field.in_words(answer, self.visit.tongues()));
        let waits = || vec![Wording::from(self.visit.say("fields-not-computed"))];
        let computed = controls::Computed {
            label: self.label(field),
            hint: self.hint(field),
            error: self.errors.of(&name),
            lines: lines.map_or_else(waits, |lines| {
                let said = lines.into_iter().map(|line| Said::shown(self.visit, line));
                said.map(Wording::from).collect()
            }),
            visit: self.visit,
            name,
        };
        Ok(computed.render()?)
    }
}

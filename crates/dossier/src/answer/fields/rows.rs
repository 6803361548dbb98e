//! The rows of a block that have their own pages: their list, and one of them.

use askama::Template;
use parvis_form::answer::asked_input;
use parvis_form::{At, Block, EntryError, JourneyRow, Part};
use parvis_kernel::RowId;
use parvis_web::{PageError, Visit, Wording};

use super::{Page, message};
use crate::addresses::Addresses;
use crate::answer::rows::RowPlace;
use crate::said::{Said, worded};

/// How the rows of such a block are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// In place, as those of any block: where one page asks everything.
    InPlace,
    /// As a list of links.
    List {
        /// Whether the person goes back to the page that checks the answers.
        to_check: bool,
    },
    /// Only this row.
    Row(RowId),
}

/// A row of the list.
pub(crate) struct ListedRow {
    /// Its identifier.
    pub(crate) id: String,
    /// What it is called: by its first answer, else by its number.
    pub(crate) name: Wording,
    /// Some of its other answers.
    pub(crate) lines: Vec<Wording>,
    /// What must be corrected.
    error: Wording,
    /// Whether something is left to say in it.
    unfinished: bool,
    change: String,
    remove: String,
}

/// Where the row that a page shows stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stands {
    /// Its number, from 1.
    pub(crate) number: usize,
    /// Whether the step has it already.
    pub(crate) is_known: bool,
}

/// Answers beside the name, at most.
const LINES: usize = 3;

#[derive(Template)]
#[template(path = "answer/fields/rows.html")]
struct List<'a> {
    visit: &'a Visit,
    name: String,
    title: Wording,
    hint: Wording,
    error: Wording,
    asked: String,
    optional: bool,
    titled: bool,
    rows: &'a [ListedRow],
    /// How many may or must be added, in words.
    count: String,
    add: Option<String>,
    add_label: Wording,
}

impl Page<'_> {
    /// The list of the rows, each with its links.
    pub(super) fn list(
        &mut self,
        block: &Block,
        rows: &[JourneyRow<'_>],
        to_check: bool,
    ) -> Result<String, PageError> {
        let name = At::Form.name(&block.id, Part::Whole);
        let numbered = rows.iter().zip(1..);
        let listed: Vec<ListedRow> = numbered
            .map(|(row, number)| self.listed(block, row, number, to_check))
            .collect();
        for row in listed.iter().filter(|row| !row.error.is_empty()) {
            let said = Wording::quoting(&row.error, |error| {
                let values = [("row", row.name.plain()), ("message", error.to_owned())];
                self.visit.say_with("rows-error", &values)
            });
            self.errors.add(format!("{name}-{}", row.id), said);
        }
        let back = if to_check { "?retour=verifier" } else { "" };
        let at = Addresses::of(self.visit, self.questions.number);
        let add = format!(
            "{}/{}/ajouter{back}",
            at.step(self.questions.step.id.as_str()),
            block.id
        );
        let list = List {
            visit: self.visit,
            title: worded(self.visit, &block.title),
            hint: block
                .hint
                .as_ref()
                .map(|hint| worded(self.visit, hint))
                .unwrap_or_default(),
            error: self.errors.of(&name),
            asked: asked_input(At::Form, &block.id),
            optional: block.min == 0,
            titled: block.title == self.questions.step.title && block.min > 0,
            count: count(self.visit, block, rows.len()),
            add: (rows.len() < block.max as usize).then_some(add),
            add_label: self.add_label(block),
            rows: &listed,
            name,
        };
        let html = list.render()?;
        self.listed = listed;
        Ok(html)
    }

    fn listed(
        &self,
        block: &Block,
        row: &JourneyRow<'_>,
        number: usize,
        to_check: bool,
    ) -> ListedRow {
        let at = Addresses::of(self.visit, self.questions.number);
        let address = at.row(&RowPlace {
            step: self.questions.step.id.to_string(),
            block: block.id.to_string(),
            row: row.id,
        });
        let back = if to_check { "?retour=verifier" } else { "" };
        let is_of = |error: &&EntryError| error.row.as_ref().is_some_and(|(_, own)| *own == row.id);
        let error = self.questions.errors.iter().find(is_of);
        let (name, lines) = self.named(block, row, number);
        ListedRow {
            id: row.id.to_string(),
            error: error.map_or_else(Wording::default, |error| message(self.visit, error)),
            unfinished: self.unread.iter().any(|error| is_of(&error)),
            change: format!("{address}{back}"),
            remove: format!("{address}/retirer{back}"),
            name,
            lines,
        }
    }

    /// What a row is called, and what is told beside: its first answers, in words.
    fn named(&self, block: &Block, row: &JourneyRow<'_>, number: usize) -> (Wording, Vec<Wording>) {
        let cells = self.answers.row(block.id.as_str(), row.id);
        let mut said = row.fields.iter().filter_map(|field| {
            let answer = cells?.cells.get(field.id.as_str())?;
            let words = field.in_words(answer, self.visit.tongues()).into_iter();
            let words = words.map(|line| Wording::from(Said::shown(self.visit, line)));
            Some(words.collect::<Vec<_>>()).filter(|words| !words.is_empty())
        });
        let mut first = said.next().unwrap_or_default().into_iter();
        let name = first.next();
        let others = said.map(|words| Wording::joined(words, ", "));
        let lines = first.chain(others).take(LINES).collect();
        let name = name.unwrap_or_else(|| self.name_of(block, row, number));
        (name, lines)
    }

    /// The questions of one row, without a frame: the page bears its name.
    pub(super) fn one_row(
        &mut self,
        block: &Block,
        rows: &[JourneyRow<'_>],
        id: RowId,
    ) -> Result<String, PageError> {
        let mut html = String::new();
        let Some(index) = rows.iter().position(|row| row.id == id) else {
            return Ok(html);
        };
        let at = At::Row {
            block: &block.id,
            row: id,
        };
        self.stands = Some(Stands {
            number: index + 1,
            is_known: self.is_row_known,
        });
        for field in rows.get(index).iter().flat_map(|row| &row.fields) {
            html.push_str(&self.asked(field, at)?);
        }
        Ok(html)
    }
}

/// How many rows may or must be added: told before it is refused.
fn count(visit: &Visit, block: &Block, rows: usize) -> String {
    let (min, max) = (block.min as usize, block.max as usize);
    match rows {
        _ if rows < min => visit.say_with("rows-missing", &[("count", min - rows)]),
        _ if rows < max => visit.say_with("rows-room", &[("count", max - rows)]),
        _ => String::new(),
    }
}

//! The columns of an export, and what a dossier says in each.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::tz::TimeZone;
use parvis_demarche::Revision;
use parvis_form::{Answer, Answers, Element, Form, SummaryRow, Text, summary};
use parvis_kernel::{Instant, Language, ProcedureId};
use parvis_law::Outcome;
use parvis_web::{Words, format};

use super::cell::Cell;
use crate::model::{Author, Dossier, NO_DUE_DATE};
use crate::{states, store};

/// What stands between the answers of the rows of a block, in one cell.
const BETWEEN_ROWS: &str = " | ";

/// What every export says of a dossier; the words of a column are `export-column-…`.
const FIXED: [&str; 19] = [
    "number",
    "procedure",
    "revision",
    "state",
    "family-name",
    "first-names",
    "helper",
    "email",
    "channel",
    "group",
    "agent",
    "deposited",
    "due",
    "waiting",
    "instructed",
    "decided",
    "outcome",
    "closed",
    "withdrawn",
];

/// The columns of an export: those of every dossier, then one for each question that a revision of the procedure asks or asked.
pub(super) struct Columns {
    /// The answers, by the stable identifier of their question: `quotient`, `enfants.prenom`.
    questions: Vec<(String, Text)>,
    pub(super) language: Language,
    pub(super) words: Words,
    pub(super) zone: TimeZone,
}

/// A dossier, as an export tells it.
pub(super) struct Told {
    pub(super) dossier: Dossier,
    pub(super) revision: Arc<Revision>,
    pub(super) answers: Answers,
    pub(super) group: String,
    pub(super) agent: String,
}

impl Columns {
    /// The columns for the dossiers of a procedure, whatever revision each answers; without a procedure, no answers.
    pub(super) fn of(
        procedure: Option<ProcedureId>,
        revisions: &[Arc<Revision>],
        language: Language,
        words: Words,
        zone: TimeZone,
    ) -> Self {
        let own = revisions
            .iter()
            .filter(|revision| Some(revision.procedure) == procedure);
        let mut own: Vec<&Arc<Revision>> = own.collect();
        own.sort_by_key(|revision| std::cmp::Reverse(revision.number));
        let mut questions: Vec<(String, Text)> = Vec::new();
        for (id, label) in own.iter().flat_map(|revision| asked(&revision.form)) {
            if questions.iter().all(|(known, _)| *known != id) {
                questions.push((id, label));
            }
        }
        Self {
            questions,
            language,
            words,
            zone,
        }
    }

    /// The names of the columns. That of an answer ends with its identifier, which does not change when its question is worded anew.
    pub(super) fn names(&self) -> Vec<String> {
        let fixed = FIXED
            .iter()
            .map(|name| self.say(&format!("export-column-{name}")));
        let asked = self.questions.iter().map(|(id, label)| {
            let label = label.in_language(self.language);
            format!("{label} [{id}]")
        });
        fixed.chain(asked).collect()
    }

    /// What a dossier says in each.
    pub(super) fn cells(&self, told: &Told) -> Vec<Cell> {
        let mut cells = self.fixed(told);
        if self.questions.is_empty() {
            return cells;
        }
        let mut said: BTreeMap<String, Cell> = BTreeMap::new();
        for step in summary(&told.revision.form, &told.answers, self.language) {
            for row in &step.rows {
                let cell = of_answer(row, &told.answers);
                match said.get_mut(&id_of(row)) {
                    None => drop(said.insert(id_of(row), cell)),
                    Some(before) => *before = joined(before, &cell),
                }
            }
        }
        for (id, _) in &self.questions {
            cells.push(said.remove(id).unwrap_or(Cell::Empty));
        }
        cells
    }

    fn fixed(&self, told: &Told) -> Vec<Cell> {
        let (dossier, facts) = (&told.dossier, &told.dossier.facts);
        let people = &dossier.people;
        let helper = match &people.author {
            Author::Helper { name, .. } => name.as_str(),
            Author::Unknown | Author::Beneficiary => "",
        };
        let email = people.contact.email.as_ref();
        let due =
            (dossier.silence_due < NO_DUE_DATE).then(|| store::day_of_number(dossier.silence_due));
        let outcome = facts.outcome.filter(|_| facts.decided_at.is_some());
        let title = told.revision.file.title.in_language(self.language);
        vec![
            Cell::text(dossier.number.as_str()),
            Cell::text(title),
            Cell::Number(told.revision.number),
            Cell::text(self.say(&states::key(dossier.state()))),
            Cell::text(people.beneficiary_family_name.as_str()),
            Cell::text(people.beneficiary_first_names.as_str()),
            Cell::text(helper),
            Cell::text(email.map_or("", |email| email.as_str())),
            Cell::text(dossier.channel.as_str()),
            Cell::text(told.group.as_str()),
            Cell::text(told.agent.as_str()),
            self.day(facts.submitted_at),
            due.into(),
            self.day(facts.waiting_since),
            self.day(facts.instructed_at),
            self.day(facts.decided_at),
            Cell::text(outcome.map_or(String::new(), |outcome: Outcome| self.say(outcome.key()))),
            self.day(facts.closed_at),
            self.day(facts.withdrawn_at),
        ]
    }

    fn day(&self, at: Option<Instant>) -> Cell {
        at.map(|at| format::day(at, &self.zone)).into()
    }

    pub(super) fn say(&self, key: &str) -> String {
        self.words.say(self.language, key).to_owned()
    }
}

/// The questions of a form in their order, those of a block under its name.
fn asked(form: &Form) -> Vec<(String, Text)> {
    let mut asked = Vec::new();
    for element in form.steps().iter().flat_map(|step| &step.elements) {
        match element {
            Element::Field(field) => asked.push((field.id.to_string(), field.label.clone())),
            Element::Block(block) => {
                for field in &block.fields {
                    asked.push((format!("{}.{}", block.id, field.id), field.label.clone()));
                }
            }
            Element::Explanation(_) => {}
        }
    }
    asked
}

fn id_of(row: &SummaryRow) -> String {
    match &row.row {
        None => row.field.to_string(),
        Some(of_row) => format!("{}.{}", of_row.block, row.field),
    }
}

/// An answer: numbers and days by themselves, anything else in words.
fn of_answer(row: &SummaryRow, answers: &Answers) -> Cell {
    let typed = match &row.row {
        None => answers.get(row.field.as_str()),
        Some(_) => None,
    };
    match typed {
        Some(Answer::Integer(number)) if !row.lines.is_empty() => Cell::Number(*number),
        Some(Answer::Date(date)) if !row.lines.is_empty() => Cell::Date(*date),
        _ => Cell::text(row.lines.join("\n")),
    }
}

/// The answers of two rows of a block: an empty one keeps its place.
fn joined(before: &Cell, cell: &Cell) -> Cell {
    let words = |cell: &Cell| match cell {
        Cell::Text(text) => text.clone(),
        _ => String::new(),
    };
    Cell::Text(format!("{}{BETWEEN_ROWS}{}", words(before), words(cell)))
}

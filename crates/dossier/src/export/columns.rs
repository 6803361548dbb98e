//! The columns of an export, and what a dossier says in each.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::tz::TimeZone;
use parvis_demarche::Revision;
use parvis_form::{
    Answer, Answers, Decimal, Element, Field, Form, Sensitivity, SummaryRow, Text, full_summary,
};
use parvis_kernel::{Instant, Language, ProcedureId};
use parvis_law::Outcome;
use parvis_web::{Words, format};

use super::Exported;
use super::cell::Cell;
use crate::model::{Author, Dossier, NO_DUE_DATE};
use crate::views::Column;
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

/// Whom a dossier is about, in an export of chosen columns.
const WHO: [&str; 3] = ["number", "family-name", "first-names"];

/// The columns of an export: all of them, or those of a view.
pub(super) struct Columns {
    places: Vec<Place>,
    pub(super) language: Language,
    pub(super) words: Words,
    pub(super) zone: TimeZone,
}

/// One column.
enum Place {
    /// What every dossier has.
    Fixed(&'static str),
    /// An answer.
    Answer(Question),
}

/// A question whose answers may be a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Question {
    /// Its stable identifier: `quotient`, `enfants.prenom`.
    pub(crate) id: String,
    /// How it is asked.
    pub(crate) label: Text,
    /// How much harm its disclosure would do.
    pub(crate) sensitivity: Sensitivity,
}

/// A dossier, as an export tells it.
pub(crate) struct Told {
    pub(crate) dossier: Dossier,
    pub(crate) revision: Arc<Revision>,
    pub(crate) answers: Answers,
    pub(crate) group: String,
    pub(crate) agent: String,
}

impl Columns {
    /// The columns for the dossiers of a procedure, whatever revision each answers; without a procedure, no answers.
    pub(super) fn of(
        exported: &Exported,
        revisions: &[Arc<Revision>],
        language: Language,
        words: Words,
        zone: TimeZone,
    ) -> Self {
        let questions = questions(exported.procedure, revisions);
        let places = match &exported.columns {
            Some(chosen) => of_view(chosen, &questions),
            None => {
                let answers = questions.into_iter().map(Place::Answer);
                FIXED.into_iter().map(Place::Fixed).chain(answers).collect()
            }
        };
        Self {
            places,
            language,
            words,
            zone,
        }
    }

    /// The names of the columns. That of an answer ends with its identifier, which does not change when its question is worded anew.
    pub(super) fn names(&self) -> Vec<String> {
        let name = |place: &Place| match place {
            Place::Fixed(name) => self.say(&format!("export-column-{name}")),
            Place::Answer(question) => {
                let label = question.label.in_language(self.language);
                format!("{label} [{}]", question.id)
            }
        };
        self.places.iter().map(name).collect()
    }

    /// What a dossier says in each.
    pub(super) fn cells(&self, told: &Told) -> Vec<Cell> {
        let fixed: BTreeMap<&str, Cell> = FIXED.into_iter().zip(self.fixed(told)).collect();
        let is_answer = |place: &Place| matches!(place, Place::Answer(_));
        let said = match self.places.iter().any(is_answer) {
            true => answered(&told.revision.form, &told.answers, self.language),
            false => BTreeMap::new(),
        };
        let cell = |place: &Place| {
            let found = match place {
                Place::Fixed(name) => fixed.get(name),
                Place::Answer(question) => said.get(&question.id),
            };
            found.cloned().unwrap_or(Cell::Empty)
        };
        self.places.iter().map(cell).collect()
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

/// What was answered to each question, by its identifier; the answers of the rows of a block stand side by side.
pub(crate) fn answered(
    form: &Form,
    answers: &Answers,
    language: Language,
) -> BTreeMap<String, Cell> {
    let mut said: BTreeMap<String, Cell> = BTreeMap::new();
    for step in full_summary(form, answers, language) {
        for row in &step.rows {
            let cell = of_answer(row, answers);
            match said.get_mut(&id_of(row)) {
                None => drop(said.insert(id_of(row), cell)),
                Some(before) => *before = joined(before, &cell),
            }
        }
    }
    said
}

/// The columns of a view, after those that say whom a dossier is about.
fn of_view(chosen: &[Column], questions: &[Question]) -> Vec<Place> {
    let place = |column: &Column| match column {
        Column::Answer(id) => {
            let mut asked = questions.iter();
            let found = asked.find(|question| question.id == *id);
            found.cloned().map(Place::Answer)
        }
        fixed => {
            let code = fixed.code();
            let mut names = FIXED.into_iter();
            names.find(|name| *name == code).map(Place::Fixed)
        }
    };
    let chosen = chosen.iter().filter_map(place);
    WHO.into_iter().map(Place::Fixed).chain(chosen).collect()
}

/// The questions that every revision of a procedure asks or asked, those of the newest first; each is as sensitive as it ever was.
pub(crate) fn questions(
    procedure: Option<ProcedureId>,
    revisions: &[Arc<Revision>],
) -> Vec<Question> {
    let own = revisions
        .iter()
        .filter(|revision| Some(revision.procedure) == procedure);
    let mut own: Vec<&Arc<Revision>> = own.collect();
    own.sort_by_key(|revision| std::cmp::Reverse(revision.number));
    let mut questions: Vec<Question> = Vec::new();
    for question in own.iter().flat_map(|revision| asked(&revision.form)) {
        match questions.iter_mut().find(|known| known.id == question.id) {
            None => questions.push(question),
            Some(known) => known.sensitivity = known.sensitivity.max(question.sensitivity),
        }
    }
    questions
}

/// The questions of a form in their order, those of a block under its name.
fn asked(form: &Form) -> Vec<Question> {
    let question = |id: String, field: &Field| Question {
        id,
        label: field.label.clone(),
        sensitivity: field.data.sensitivity,
    };
    let mut asked = Vec::new();
    for element in form.steps().iter().flat_map(|step| &step.elements) {
        match element {
            Element::Field(field) => asked.push(question(field.id.to_string(), field)),
            Element::Block(block) => {
                for field in &block.fields {
                    asked.push(question(format!("{}.{}", block.id, field.id), field));
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
        Some(Answer::Decimal(number)) if !row.lines.is_empty() => Cell::Decimal(*number),
        Some(Answer::Amount(amount)) if !row.lines.is_empty() => {
            let euros = Decimal::new(amount.cents, 2);
            euros.map_or_else(
                || Cell::text(row.words().collect::<Vec<_>>().join("\n")),
                Cell::Decimal,
            )
        }
        Some(Answer::DateTime(moment)) if !row.lines.is_empty() => {
            let time = (moment.hour(), moment.minute());
            Cell::text(format!("{} {:02}:{:02}", moment.date(), time.0, time.1))
        }
        Some(Answer::Date(date)) if !row.lines.is_empty() => Cell::Date(*date),
        _ => Cell::text(row.words().collect::<Vec<_>>().join("\n")),
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

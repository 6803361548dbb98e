//! One dossier of the list, in words, under the columns that the agent chose.

use parvis_web::{Tag, Visit};

use super::QueueItem;
use super::due::Due;
use crate::said::Said;
use crate::states;
use crate::views::Column;

/// One dossier of the list.
pub(super) struct Row {
    pub(super) number: String,
    pub(super) choice: String,
    pub(super) tick: String,
    pub(super) href: String,
    pub(super) label: String,
    pub(super) cells: Vec<Shown>,
}

/// What stands under a column.
pub(super) struct Shown {
    /// The name of the column, for a narrow screen.
    pub(super) label: String,
    pub(super) mark: Option<Tag>,
    pub(super) text: String,
}

/// A column of the page.
pub(super) struct Head {
    pub(super) label: String,
    pub(super) is_sorted: bool,
}

impl Row {
    pub(super) fn of(
        visit: &Visit,
        item: &QueueItem,
        columns: &[(Column, String)],
        agent: &str,
    ) -> Self {
        let cell = |(column, label): &(Column, String)| {
            let (mark, text) = said(visit, item, column, agent);
            Shown {
                label: label.clone(),
                mark,
                text,
            }
        };
        Self {
            number: item.number.to_string(),
            choice: format!("{}.{}", item.number, item.version),
            tick: visit.say_with(
                "batch-choose",
                &[
                    ("number", item.number.as_str()),
                    ("label", item.label.as_str()),
                ],
            ),
            href: visit.url(&format!("/agent/dossiers/{}", item.number)),
            label: if item.label.is_empty() {
                visit.say("queue-anonymous").to_owned()
            } else {
                item.label.clone()
            },
            cells: columns.iter().map(cell).collect(),
        }
    }
}

fn said(visit: &Visit, item: &QueueItem, column: &Column, agent: &str) -> (Option<Tag>, String) {
    let file = &item.revision.file;
    match column {
        Column::Procedure => {
            let deposited = [("day", visit.day(item.submitted_at))];
            let deposited = visit.say_with("queue-deposited-on", &deposited);
            let title = Said::of(visit, &file.title).text;
            (None, format!("{title}, {deposited}"))
        }
        Column::Deposited => (None, visit.day(item.submitted_at)),
        Column::State => (Some(states::tag(visit, item.state)), String::new()),
        Column::Due => {
            let due = Due::of(visit, &file.silence, item.silence_due);
            let text = match due.wait.is_empty() {
                true => due.text,
                false => format!("{}, {}", due.text, due.wait),
            };
            (due.late, text)
        }
        Column::Agent => (None, agent.to_owned()),
        Column::Answer(id) => {
            let answer = item.answers.get(id).cloned();
            let said = answer.map(|cell| cell.said(|date| visit.date(date)));
            (None, said.unwrap_or_default())
        }
    }
}

/// The names of the columns; a question that no revision asks any more keeps its identifier.
pub(super) fn heads(columns: &[(Column, String)]) -> Vec<Head> {
    let head = |(column, label): &(Column, String)| Head {
        label: label.clone(),
        is_sorted: *column == Column::Due,
    };
    columns.iter().map(head).collect()
}

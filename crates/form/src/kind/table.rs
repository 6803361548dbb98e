//! A row of a table that the author gives.

use std::collections::BTreeMap;

use parvis_kernel::{Language, Tongues};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::listed::{Listing, read_search, read_value, write_search};
use super::number::parse;
use super::{Rules, words};
use crate::answer::words::folded;
use crate::answer::{Amount, Answer, Cell, Listed, Part, Reader, Surroundings, TableRow, Writer};
use crate::definition::{Shown, Text};

/// Rows that a list shows at most; beyond, they are looked for by their words.
const SHOWN: usize = 30;

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// The name of the column that identifies a row.
    pub value: String,
    /// The name of the column that people read, by language.
    pub label: Text,
    /// The cells of each row, in the order of the columns; an empty text is an empty cell.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What its cells hold.
    pub holds: ColumnType,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnType {
    /// Texts.
    #[default]
    Text,
    /// Integers.
    Integer,
    /// Amounts in euros.
    Amount,
}

impl ColumnType {
    /// The terms of the procedure file.
    pub const TERMS: &[&str] = &["text", "integer", "amount"];

    /// Reads a filled cell; `None` when it does not hold what it should.
    #[must_use]
    pub fn cell(self, text: &str) -> Option<Cell> {
        match self {
            Self::Text => Some(Cell::Text(text.to_owned())),
            Self::Integer => text.parse().ok().map(Cell::Integer),
            Self::Amount => {
                let cents = parse(text, 2).ok()?;
                Some(Cell::Amount(Amount { cents }))
            }
        }
    }
}

impl std::str::FromStr for ColumnType {
    type Err = ();

    fn from_str(term: &str) -> Result<Self, ()> {
        match term {
            "text" => Ok(Self::Text),
            "integer" => Ok(Self::Integer),
            "amount" => Ok(Self::Amount),
            _ => Err(()),
        }
    }
}

impl Table {
    /// Says whether the rows are too many to be shown: they are looked for.
    #[must_use]
    pub fn is_searched(&self) -> bool {
        self.rows.len() > SHOWN
    }

    /// The rows, as people choose them.
    pub fn listed(&self) -> impl Iterator<Item = Listed> {
        self.rows.iter().map(|row| self.listed_row(row))
    }

    /// The row that a value identifies, as people choose it.
    #[must_use]
    pub fn row(&self, value: &str) -> Option<Listed> {
        self.find(value).map(|row| self.listed_row(row))
    }

    fn find(&self, value: &str) -> Option<&[String]> {
        let at = self.position(&self.value)?;
        let mut rows = self.rows.iter().map(Vec::as_slice);
        rows.find(|row| row.get(at).is_some_and(|cell| cell == value))
    }

    fn position(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|known| known.name == column)
    }

    fn cell<'t>(&self, row: &'t [String], column: &str) -> &'t str {
        let at = self.position(column);
        at.and_then(|at| row.get(at)).map_or("", String::as_str)
    }

    fn listed_row(&self, row: &[String]) -> Listed {
        let french = self.cell(row, self.label.in_language(Language::French));
        let mut label = Text::french(french);
        for (language, column) in self.label.by_language() {
            let words = self.cell(row, column);
            if !words.is_empty() {
                label = label.with(language, words);
            }
        }
        Listed {
            value: self.cell(row, &self.value).to_owned(),
            label,
            hint: None,
        }
    }

    fn answer(&self, listed: &Listed) -> Option<TableRow> {
        let row = self.find(&listed.value)?;
        let cells = self.columns.iter().zip(row);
        let filled = cells.filter(|(_, text)| !text.is_empty());
        let columns: BTreeMap<_, _> = filled
            .filter_map(|(column, text)| Some((column.name.clone(), column.holds.cell(text)?)))
            .collect();
        Some(TableRow {
            value: listed.value.clone(),
            label: listed.label.in_language(Language::French).to_owned(),
            columns,
        })
    }
}

impl Listing for Table {
    fn of_value(&self, value: &str) -> Option<Listed> {
        self.row(value)
    }

    fn labelled(&self, fits: &dyn Fn(&str) -> bool) -> Vec<Listed> {
        self.listed()
            .filter(|listed| listed.label.versions().any(|label| fits(&folded(label))))
            .collect()
    }
}

impl Rules for Table {
    fn parts(&self) -> Vec<Part> {
        match self.is_searched() {
            true => vec![Part::Whole, Part::Code],
            false => vec![Part::Whole],
        }
    }

    fn read(&self, reader: &mut Reader<'_>, _: &Surroundings<'_>) -> Option<Answer> {
        let listed = match self.is_searched() {
            true => read_search(reader, self),
            false => read_value(reader, self),
        };
        self.answer(&listed?).map(Answer::TableRow)
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        match answer {
            Answer::TableRow(row) if self.is_searched() => {
                write_search(&row.value, &row.label, writer);
            }
            Answer::TableRow(row) => writer.put(Part::Whole, &row.value),
            _ => {}
        }
    }

    fn lines(&self, answer: &Answer, language: Language) -> Vec<String> {
        words(self.said(answer, language.into()))
    }

    fn said(&self, answer: &Answer, tongues: Tongues) -> Vec<Shown> {
        match answer {
            Answer::TableRow(row) => vec![match self.row(&row.value) {
                Some(listed) => listed.label.shown(tongues),
                None => Text::french(&row.label).shown(tongues),
            }],
            _ => Vec::new(),
        }
    }

    fn schema(&self) -> Value {
        let values: Vec<_> = self.listed().map(|listed| listed.value).collect();
        let columns: Map<_, _> = self
            .columns
            .iter()
            .map(|column| (column.name.clone(), column.holds.schema()))
            .collect();
        json!({ "table_row": {
            "type": "object", "required": ["value", "label", "columns"], "additionalProperties": false,
            "properties": {
                "value": { "enum": values },
                "label": { "type": "string" },
                "columns": { "type": "object", "properties": columns, "additionalProperties": false },
            },
        } })
    }
}

impl ColumnType {
    fn schema(self) -> Value {
        let (name, holds) = match self {
            Self::Text => ("text", json!({ "type": "string" })),
            Self::Integer => ("integer", json!({ "type": "integer" })),
            Self::Amount => {
                let cents = json!({ "cents": { "type": "integer" } });
                let amount = json!({
                    "type": "object", "properties": cents,
                    "required": ["cents"], "additionalProperties": false,
                });
                ("amount", amount)
            }
        };
        json!({
            "type": "object", "properties": { (name): holds },
            "required": [name], "additionalProperties": false,
        })
    }
}

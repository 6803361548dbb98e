//! The table of an author: its rows are read when the file is, and stored with the form.

mod csv;

use std::collections::BTreeSet;
use std::sync::Arc;

use parvis_kernel::Language;
use serde_saphyr::{Location, Spanned};

use crate::definition::{ElementSource, TableSource, Text, is_name, limits};
use crate::expression::Type;
use crate::form::compile::Compiler;
use crate::form::compile::data::one_of;
use crate::kind::{Column, ColumnType, Kind, Table};
use csv::Record;

/// Wrong cells that are told of one table, about.
const TOLD: usize = 50;

/// The type that conditions see: the column of the values has these values, the others hold what they say.
pub(super) fn type_of(source: &ElementSource) -> Type {
    let Some(table) = &source.table else {
        return Type::Table(Arc::default());
    };
    let records = csv::records(&table.value.csv.value).unwrap_or_default();
    let mut records = records.into_iter().map(|(_, cells)| cells);
    let header = records.next().unwrap_or_default();
    let value = table.value.value.value.as_str();
    let at = header.iter().position(|name| name == value);
    let values = records.filter_map(|row| row.get(at?).cloned());
    let values: Vec<String> = values.take(limits::TABLE_ROWS).collect();
    let columns = header.into_iter().map(|name| {
        let kind = match holds(&table.value, &name) {
            _ if name == value => Type::Choice(values.clone()),
            ColumnType::Text => Type::Text,
            ColumnType::Integer => Type::Int,
            ColumnType::Amount => Type::Amount,
        };
        (name, kind)
    });
    Type::Table(Arc::new(columns.collect()))
}

/// What a column holds, as well as its author said.
fn holds(table: &TableSource, column: &str) -> ColumnType {
    let said = table.columns.get(column);
    said.and_then(|said| said.value.parse().ok())
        .unwrap_or_default()
}

impl Compiler<'_> {
    pub(super) fn table(&mut self, owner: Location, source: &ElementSource) -> Kind {
        let Some(table) = &source.table else {
            self.problems.note_expecting(
                owner,
                "`table` is missing",
                "`table: {value: ..., label: ..., csv: ...}`",
            );
            return Kind::Table(Box::new(empty()));
        };
        let source = &table.value;
        let records = match csv::records(&source.csv.value) {
            Ok(records) => records,
            Err(line) => {
                let message = "the quotation mark is never closed";
                let expected = "`\"` at the end of the cell";
                self.problems
                    .note_line(&source.csv, line, message, expected);
                return Kind::Table(Box::new(empty()));
            }
        };
        let Some(((line, header), rows)) = records.split_first() else {
            self.problems.note_expecting(
                source.csv.referenced,
                "the table is empty",
                "a line of names of columns, then 2 rows or more",
            );
            return Kind::Table(Box::new(empty()));
        };
        self.check_header(source, *line, header);
        self.check_rows(source, header, rows);
        Kind::Table(Box::new(Table {
            columns: header.iter().map(|name| column(source, name)).collect(),
            value: source.value.value.clone(),
            label: source.label.value.clone(),
            rows: rows.iter().map(|(_, cells)| cells.clone()).collect(),
        }))
    }

    fn check_header(&mut self, source: &TableSource, line: usize, header: &[String]) {
        if header.len() > limits::TABLE_COLUMNS {
            let expected = format!("{} columns at most", limits::TABLE_COLUMNS);
            self.problems
                .note_line(&source.csv, line, "the columns are too many", expected);
        }
        let mut known = BTreeSet::new();
        for name in header {
            if !is_name(name) {
                let message = format!("`{name}` is not the name of a column");
                self.problems
                    .note_line(&source.csv, line, message, "a name such as `line_number`");
            } else if !known.insert(name) {
                let message = format!("two columns are called `{name}`");
                self.problems
                    .note_line(&source.csv, line, message, "another name");
            }
        }
        self.check_column(&source.value, source.value.value.as_str(), header);
        for name in source.label.value.versions() {
            self.check_column(&source.label, name, header);
        }
        for (name, said) in &source.columns {
            self.check_column(said, name, header);
            if said.value.parse::<ColumnType>().is_err() {
                let message = format!("`{}` is not what a column holds", said.value);
                self.problems
                    .note_expecting(said.referenced, message, one_of(ColumnType::TERMS));
            }
        }
    }

    fn check_column<T>(&mut self, at: &Spanned<T>, name: &str, header: &[String]) {
        if !header.iter().any(|known| known == name) {
            let names: Vec<_> = header.iter().map(String::as_str).collect();
            self.problems.note_expecting(
                at.referenced,
                format!("the table has no column `{name}`"),
                one_of(&names),
            );
        }
    }

    fn check_rows(&mut self, source: &TableSource, header: &[String], rows: &[Record]) {
        if !(2..=limits::TABLE_ROWS).contains(&rows.len()) {
            let expected = format!("2 to {} rows", limits::TABLE_ROWS);
            self.problems.note_expecting(
                source.csv.referenced,
                "the rows are too few or too many",
                expected,
            );
            return;
        }
        let needed = needed(source, header);
        let mut values = BTreeSet::new();
        let before = self.problems.len();
        for (line, cells) in rows {
            if self.problems.len() > before + TOLD {
                return;
            }
            if cells.len() != header.len() {
                let message = format!("this row has {} cells", cells.len());
                let expected = format!("{}, one for each column", header.len());
                self.problems
                    .note_line(&source.csv, *line, message, expected);
                continue;
            }
            for (name, text) in header.iter().zip(cells) {
                self.check_cell(source, *line, name, text, needed.contains(name.as_str()));
                if *name == source.value.value && !values.insert(text) {
                    let message = format!("two rows have the value `{text}`");
                    self.problems
                        .note_line(&source.csv, *line, message, "another value");
                }
            }
        }
    }

    fn check_cell(
        &mut self,
        source: &TableSource,
        line: usize,
        column: &str,
        text: &str,
        needed: bool,
    ) {
        let holds = holds(source, column);
        let (message, expected) = if text.chars().count() > limits::TABLE_CELL {
            let expected = format!("{} letters at most", limits::TABLE_CELL);
            (format!("the cell of `{column}` is too long"), expected)
        } else if text.is_empty() && needed {
            let expected = "a text in every row".to_owned();
            (format!("the cell of `{column}` is empty"), expected)
        } else if !text.is_empty() && holds.cell(text).is_none() {
            let message = format!("`{text}` is not what the column `{column}` holds");
            let expected = match holds {
                ColumnType::Integer => "an integer such as `12`",
                _ => "an amount in euros such as `12.50`",
            };
            (message, expected.to_owned())
        } else {
            return;
        };
        self.problems
            .note_line(&source.csv, line, message, expected);
    }
}

/// The columns in which no cell may be empty: what identifies a row, and what people read in French.
fn needed<'a>(source: &'a TableSource, header: &[String]) -> BTreeSet<&'a str> {
    let label = source.label.value.in_language(Language::French);
    let needed = [source.value.value.as_str(), label].into_iter();
    needed
        .filter(|name| header.iter().any(|known| known == name))
        .collect()
}

fn column(source: &TableSource, name: &str) -> Column {
    Column {
        name: name.to_owned(),
        holds: holds(source, name),
    }
}

/// What stands for a table that does not read.
fn empty() -> Table {
    Table {
        columns: Vec::new(),
        value: String::new(),
        label: Text::french(""),
        rows: Vec::new(),
    }
}

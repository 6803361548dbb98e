//! Rows as lines of JSON: the first line of a file says the table and its columns, each other one is a row.
//!
//! A text is a JSON string, an integer a JSON number (64 bits, signed, exact), bytes a string of base64 (standard alphabet, padded),
//! and what is NULL is `null`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use parvis_store::Value;
use parvis_store::snapshot::{Column, Kind, Table};
use serde::ser::{SerializeSeq, Serializer};
use serde::{Deserialize, Serialize};

/// The first line.
#[derive(Serialize, Deserialize)]
struct Head {
    table: String,
    columns: Vec<(String, String)>,
}

pub(crate) fn head(table: &Table) -> Result<String, serde_json::Error> {
    let column = |it: &Column| (it.name.clone(), it.kind.word().to_owned());
    serde_json::to_string(&Head {
        table: table.name.clone(),
        columns: table.columns.iter().map(column).collect(),
    })
}

/// Nothing when it is not the first line of a table.
pub(crate) fn read_head(line: &str) -> Option<Table> {
    let head: Head = serde_json::from_str(line).ok()?;
    let mut columns = Vec::with_capacity(head.columns.len());
    for (name, word) in head.columns {
        let kind = Kind::of_word(&word)?;
        columns.push(Column { name, kind });
    }
    Some(Table {
        name: head.table,
        columns,
    })
}

/// A row, as it is written.
pub(crate) struct Row<'a>(pub(crate) &'a [Value]);

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut cells = serializer.serialize_seq(Some(self.0.len()))?;
        for value in self.0 {
            match value {
                Value::Null => cells.serialize_element(&())?,
                Value::Text(text) => cells.serialize_element(text)?,
                Value::Int(number) => cells.serialize_element(number)?,
                Value::Bytes(bytes) => cells.serialize_element(&STANDARD.encode(bytes))?,
            }
        }
        cells.end()
    }
}

/// A cell, as it is read: its column says what a string is.
#[derive(Deserialize)]
#[serde(untagged)]
enum Cell {
    Integer(i64),
    Text(String),
    Null(()),
}

/// Nothing when the line is no row of the table.
pub(crate) fn read_row(table: &Table, line: &str) -> Option<Vec<Value>> {
    let cells: Vec<Cell> = serde_json::from_str(line).ok()?;
    if cells.len() != table.columns.len() {
        return None;
    }
    let read = |(cell, column): (Cell, &Column)| {
        Some(match (cell, column.kind) {
            (Cell::Null(()), _) => Value::Null,
            (Cell::Text(text), Kind::Text) => Value::Text(text),
            (Cell::Integer(number), Kind::Integer) => Value::Int(number),
            (Cell::Text(text), Kind::Bytes) => Value::Bytes(STANDARD.decode(text).ok()?),
            _ => return None,
        })
    };
    cells.into_iter().zip(&table.columns).map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let columns = [
            ("note", Kind::Text),
            ("at", Kind::Integer),
            ("sealed", Kind::Bytes),
        ];
        let column = |(name, kind): (&str, Kind)| Column {
            name: name.to_owned(),
            kind,
        };
        Table {
            name: "notes".to_owned(),
            columns: columns.into_iter().map(column).collect(),
        }
    }

    #[test]
    fn a_row_is_read_as_it_was_written() {
        let rows = [
            vec![
                Value::Text("« l’été »\n\"\\\u{1f600}".to_owned()),
                Value::Int(i64::MAX),
                Value::Bytes((0..=255).collect()),
            ],
            vec![
                Value::Text(String::new()),
                Value::Int(i64::MIN),
                Value::Bytes(Vec::new()),
            ],
            vec![Value::Null, Value::Null, Value::Null],
        ];
        for row in rows {
            let line = serde_json::to_string(&Row(&row)).unwrap();
            assert!(!line.contains('\n'), "one line: {line}");
            assert!(read_row(&table(), &line) == Some(row), "{line}");
        }
    }

    #[test]
    fn what_is_no_row_of_the_table_is_refused() {
        let wrong = [
            "",
            "{}",
            "[]",
            "[null,null]",
            "[1,1,null]",
            "[null,\"1\",null]",
            "[null,1.5,null]",
            "[null,null,\"not base64\"]",
            "[null,null,null,null]",
        ];
        for line in wrong {
            assert!(read_row(&table(), line).is_none(), "{line}");
        }
    }

    #[test]
    fn the_first_line_says_the_columns() {
        let line = head(&table()).unwrap();
        assert_eq!(
            line,
            r#"{"table":"notes","columns":[["note","text"],["at","integer"],["sealed","bytes"]]}"#
        );
        assert_eq!(read_head(&line), Some(table()));
        assert_eq!(read_head("[1,2]"), None);
    }
}

//! What the database says of its own tables.

use std::collections::BTreeSet;

use crate::{StoreError, Tx, dialect};

/// The tables that migrations keep for themselves.
const LEDGER: &str = "schema_";

/// A table of a room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns, in order.
    pub columns: Vec<Column>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds, beside NULL.
    pub kind: Kind,
}

/// What a column holds: nothing else is in the tables of the house.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// TEXT.
    Text,
    /// BIGINT.
    Integer,
    /// BYTEA.
    Bytes,
}

/// By what the rows of a table belong to an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The column `organisation_id`.
    Column,
    /// The table of organisations itself: its `id`.
    Itself,
    /// The rows of another table that name them: column, other table, its column, and what else its rows are.
    Named {
        /// The column that names the row of the other table.
        column: &'static str,
        /// The rows of the other table, which have an `organisation_id` and an `id`.
        of: &'static str,
        /// Which of them, as a condition.
        that: &'static str,
    },
    /// The column `organisation_id`, and what else the rows are, as a condition.
    Those(&'static str),
}

impl Whose {
    fn condition(self) -> String {
        match self {
            Self::Column => "organisation_id = $1".to_owned(),
            Self::Itself => "id = $1".to_owned(),
            Self::Named { column, of, that } => {
                format!("{column} IN (SELECT id FROM {of} WHERE organisation_id = $1 AND {that})")
            }
            Self::Those(that) => format!("organisation_id = $1 AND {that}"),
        }
    }
}

impl Kind {
    /// The stable word of a back-up.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Integer => "integer",
            Self::Bytes => "bytes",
        }
    }

    /// The kind that a back-up names.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        let all = [Self::Text, Self::Integer, Self::Bytes];
        all.into_iter().find(|kind| kind.word() == word)
    }

    /// The kind of a column that the engine declares.
    fn declared(declared: &str) -> Option<Self> {
        match declared {
            "text" => Some(Self::Text),
            "bigint" => Some(Self::Integer),
            "bytea" => Some(Self::Bytes),
            _ => None,
        }
    }
}

impl Table {
    /// The statement that reads it. Names come from the database, which made them from the migrations.
    pub(crate) fn select(&self) -> String {
        format!("SELECT {} FROM {}", self.list(), quoted(&self.name))
    }

    /// The statement that reads the rows of one owner, who is `$1`.
    pub(crate) fn select_of(&self, whose: Whose) -> String {
        format!("{} WHERE {}", self.select(), whose.condition())
    }

    /// What follows INSERT INTO or COPY: the table and its columns.
    pub(crate) fn target(&self) -> String {
        format!("{} ({})", quoted(&self.name), self.list())
    }

    fn list(&self) -> String {
        let columns: Vec<String> = self.columns.iter().map(|it| quoted(&it.name)).collect();
        columns.join(", ")
    }
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// The tables of the rooms.
pub(super) fn read(tx: &mut Tx<'_>) -> Result<Vec<Table>, StoreError> {
    let mut tables: Vec<Table> = Vec::new();
    for (table, column, declared) in columns(tx)? {
        if table.starts_with(LEDGER) {
            continue;
        }
        let kind = Kind::declared(&declared).ok_or_else(|| {
            StoreError::Unfit(format!("{table}.{column} is of the type {declared}"))
        })?;
        let column = Column { name: column, kind };
        match tables.last_mut().filter(|last| last.name == table) {
            Some(last) => last.columns.push(column),
            None => tables.push(Table {
                name: table,
                columns: vec![column],
            }),
        }
    }
    Ok(tables)
}

/// One table that exists, if one does, those of the ledger too.
pub(super) fn any(tx: &mut Tx<'_>) -> Result<Option<String>, StoreError> {
    Ok(columns(tx)?.into_iter().next().map(|(table, _, _)| table))
}

fn columns(tx: &mut Tx<'_>) -> Result<Vec<(String, String, String)>, StoreError> {
    tx.query(dialect::columns(tx.engine()), &[], |row| {
        Ok((row.text(0)?, row.text(1)?, row.text(2)?))
    })
}

/// Each table after those that it points at. No table of the house points in a circle.
pub(super) fn in_order(tx: &mut Tx<'_>, tables: Vec<Table>) -> Result<Vec<Table>, StoreError> {
    let pairs = tx.query(dialect::references(tx.engine()), &[], |row| {
        Ok((row.text(0)?, row.text(1)?))
    })?;
    let (mut waiting, mut ordered, mut placed) = (tables, Vec::new(), BTreeSet::new());
    while !waiting.is_empty() {
        let ready = |table: &Table| {
            let mut targets = pairs.iter().filter(|(from, _)| *from == table.name);
            targets.all(|(_, to)| *to == table.name || placed.contains(to))
        };
        let (now, later): (Vec<Table>, Vec<Table>) = waiting.into_iter().partition(ready);
        if now.is_empty() {
            let names: Vec<String> = later.into_iter().map(|table| table.name).collect();
            let message = format!("tables point at one another: {}", names.join(", "));
            return Err(StoreError::Unfit(message));
        }
        placed.extend(now.iter().map(|table| table.name.clone()));
        ordered.extend(now);
        waiting = later;
    }
    Ok(ordered)
}

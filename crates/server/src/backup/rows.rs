//! The rows of a table, as they are written in a file.

use std::io::Write;

use parvis_store::snapshot::Table;
use parvis_store::{StoreError, Value};

use super::Progress;
use super::line::{self, Row};

/// A file of rows that is being written.
pub(crate) struct Rows<'a> {
    table: &'a Table,
    out: &'a mut dyn Write,
    progress: &'a mut Progress,
    text: Vec<u8>,
    count: u64,
}

impl<'a> Rows<'a> {
    /// Begins it with the line that says the table.
    pub(crate) fn begin(
        table: &'a Table,
        out: &'a mut dyn Write,
        progress: &'a mut Progress,
    ) -> anyhow::Result<Self> {
        writeln!(out, "{}", line::head(table)?)?;
        Ok(Self {
            table,
            out,
            progress,
            text: Vec::new(),
            count: 0,
        })
    }

    /// Writes a row.
    pub(crate) fn row(&mut self, values: &[Value]) -> Result<(), StoreError> {
        self.text.clear();
        let written = serde_json::to_writer(&mut self.text, &Row(values))
            .map_err(std::io::Error::from)
            .and_then(|()| {
                self.text.push(b'\n');
                self.out.write_all(&self.text)
            });
        written.map_err(|error| StoreError::Copy {
            table: self.table.name.clone(),
            cause: error.to_string(),
        })?;
        self.count += 1;
        let (name, count) = (&self.table.name, self.count);
        self.progress
            .say(|| format!("base : {name} ({count} lignes)"));
        Ok(())
    }

    /// How many were written.
    pub(crate) const fn count(&self) -> u64 {
        self.count
    }
}

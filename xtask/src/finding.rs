//! What a check says: where, what is wrong, what to do.

use std::fmt;
use std::path::{Path, PathBuf};

/// One thing to put right.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file, from the root of the repository.
    pub file: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, in one sentence.
    pub what: String,
    /// What to do about it.
    pub todo: String,
}

impl Finding {
    /// A finding at a line.
    pub fn new(
        file: impl AsRef<Path>,
        line: usize,
        what: impl Into<String>,
        todo: impl Into<String>,
    ) -> Self {
        Self {
            file: file.as_ref().to_owned(),
            line,
            what: what.into(),
            todo: todo.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            formatter,
            "{}:{}: {}",
            self.file.display(),
            self.line,
            self.what
        )?;
        write!(formatter, "    {}", self.todo)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_prints_a_place_that_an_editor_opens_and_what_to_do() {
        let finding = Finding::new("crates/law/src/lib.rs", 3, "it is wrong", "put it right");
        assert_eq!(
            finding.to_string(),
            "crates/law/src/lib.rs:3: it is wrong\n    put it right"
        );
    }
}

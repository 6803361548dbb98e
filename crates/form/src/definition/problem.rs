//! What is wrong in a procedure file, and where.

use std::fmt;

use serde::de::DeserializeOwned;
use serde_saphyr::budget::BudgetBreach;
use serde_saphyr::{Location, Spanned};

use super::limits;

/// One thing wrong in a procedure file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Problem {
    /// The name of the file, as given by the caller.
    pub file: String,
    /// The line, from 1; 0 when unknown.
    pub line: u64,
    /// The column, from 1; 0 when unknown.
    pub column: u64,
    /// What is wrong.
    pub message: String,
    /// What was expected instead.
    pub expected: Option<String>,
}

impl Problem {
    /// A problem at a place of a file.
    pub fn at(file: &str, location: Location, message: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            line: location.line(),
            column: location.column(),
            message: message.into(),
            expected: None,
        }
    }

    /// Says what was expected.
    #[must_use]
    pub fn expecting(mut self, expected: impl Into<String>) -> Self {
        self.expected = Some(expected.into());
        self
    }

    /// The problem that the YAML reader met.
    #[must_use]
    pub fn from_yaml(file: &str, error: &serde_saphyr::Error) -> Self {
        let location = error.location().unwrap_or(Location::UNKNOWN);
        if let serde_saphyr::Error::Budget { breach, .. } = error.without_snippet() {
            let (message, expected) = over_limit(breach);
            return Self::at(file, location, message).expecting(expected);
        }
        let rendered = error.without_snippet().to_string();
        let first_line = rendered.lines().next().unwrap_or_default();
        let first_line = first_line
            .rsplit_once(" at line ")
            .map_or(first_line, |(message, _)| message);
        let (message, expected) = match first_line.split_once(", expected ") {
            Some((message, expected)) => (message, Some(expected.to_owned())),
            None => (first_line, None),
        };
        Self {
            expected,
            ..Self::at(file, location, message)
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            column,
            message,
            expected,
        } = self;
        write!(formatter, "{file}:{line}:{column}: {message}")?;
        match expected {
            Some(expected) => write!(formatter, "; expected {expected}"),
            None => Ok(()),
        }
    }
}

/// What a file that goes past the limits of the reader is told.
fn over_limit(breach: &BudgetBreach) -> (&'static str, &'static str) {
    match breach {
        BudgetBreach::Anchors { .. }
        | BudgetBreach::Aliases { .. }
        | BudgetBreach::AliasAnchorRatio { .. }
        | BudgetBreach::MergeKeys { .. } => (
            "anchors, aliases and merges are not read",
            "the value itself, each time",
        ),
        BudgetBreach::Depth { .. } => ("the file is nested too deep", "at most 64 levels"),
        BudgetBreach::Documents { .. } => ("the file holds several documents", "one document"),
        _ => ("the file is too large", "a shorter file"),
    }
}

/// Reads one YAML document, within the limits of the reader; only `true` and `false` are yes/no
/// values, so that a label may be `N` and an option `yes`.
///
/// # Errors
/// The first problem that the YAML reader meets, with its place.
pub fn read<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Problem> {
    let options = serde_saphyr::options! {
        strict_booleans: true,
        budget: serde_saphyr::budget! {
            max_anchors: 0,
            max_aliases: 0,
            max_merge_keys: 0,
            max_documents: 1,
            max_nodes: limits::YAML_NODES,
            max_events: 2 * limits::YAML_NODES,
        },
    };
    serde_saphyr::from_str_with_options(text, options)
        .map_err(|error| Problem::from_yaml(file, &error))
}

/// Problems gathered while a file is compiled.
#[derive(Debug)]
pub struct Problems {
    file: String,
    found: Vec<Problem>,
}

impl Problems {
    /// Gathers problems of one file.
    #[must_use]
    pub fn of(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            found: Vec::new(),
        }
    }

    /// Notes a problem at a place.
    pub fn note(&mut self, at: Location, message: impl Into<String>) {
        self.found.push(Problem::at(&self.file, at, message));
    }

    /// Notes a problem and what was expected.
    pub fn note_expecting(
        &mut self,
        at: Location,
        message: impl Into<String>,
        expected: impl Into<String>,
    ) {
        self.found
            .push(Problem::at(&self.file, at, message).expecting(expected));
    }

    /// Notes a problem some characters after the start of a text of the file.
    pub fn note_inside(
        &mut self,
        text: &Spanned<String>,
        offset: usize,
        message: impl Into<String>,
        expected: Option<String>,
    ) {
        let mut problem = Problem::at(&self.file, text.referenced, message);
        problem.column += columns_to(text, offset);
        problem.expected = expected;
        self.found.push(problem);
    }

    /// Notes a problem on a line, from 0, of a text written on several lines.
    pub fn note_line(
        &mut self,
        text: &Spanned<String>,
        line: usize,
        message: impl Into<String>,
        expected: impl Into<String>,
    ) {
        let mut problem = Problem::at(&self.file, text.referenced, message).expecting(expected);
        if text.value.contains('\n') {
            problem.line += line as u64;
            problem.column = 0;
        }
        self.found.push(problem);
    }

    /// Says whether nothing is wrong so far.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// How many were noted.
    #[must_use]
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// The problems, in the order of the file.
    #[must_use]
    pub fn into_vec(mut self) -> Vec<Problem> {
        self.found
            .sort_by(|a, b| (a.line, a.column, &a.message).cmp(&(b.line, b.column, &b.message)));
        self.found.dedup();
        self.found
    }
}

/// How many columns separate the start of a scalar from one of its characters.
///
/// Known for a text on one line, plain or quoted without escapes; otherwise zero: the problem then
/// points at the start of the text.
fn columns_to(text: &Spanned<String>, offset: usize) -> u64 {
    let written = text.referenced.span().len();
    let read = text.value.chars().count() as u64;
    let offset = offset as u64;
    match written.checked_sub(read) {
        _ if text.value.contains('\n') => 0,
        Some(0) => offset,
        Some(2) => offset + 1,
        _ => 0,
    }
}

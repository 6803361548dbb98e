//! What the linter finds, and where.

use parvis_kernel::Language;
use serde_json::{Value, json};

use crate::read::Place;
use crate::rule::Rule;
use crate::said::Words;

/// Something in a procedure that is heavy, unclear or risky for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// The name of the file, as given by the caller.
    pub file: String,
    /// The line of the value itself, from 1.
    pub line: u64,
    /// The column of the value itself, in letters, from 1.
    pub column: u64,
    /// The names around the value, from the outside: a step, a block, a field; or a word of the procedure (`papers`).
    /// A silence may be written for any of them.
    pub within: Vec<String>,
    /// What was found.
    pub message: Words,
    /// What to do.
    pub advice: Words,
}

impl Finding {
    /// The nearest name around the value: what a silence cites.
    #[must_use]
    pub fn at(&self) -> Option<&str> {
        self.within.last().map(String::as_str)
    }

    /// One line for a person: place, what was found, what to do, the rule.
    #[must_use]
    pub fn line_of_words(&self, language: Language) -> String {
        format!(
            "{}:{}:{}: {} ; {} [{}, {}]",
            self.file,
            self.line,
            self.column,
            self.message.said(language),
            self.advice.said(language),
            self.rule.id,
            self.rule.severity.words().said(language),
        )
    }

    /// The finding for a machine.
    #[must_use]
    pub fn to_json(&self, language: Language) -> Value {
        json!({
            "rule": self.rule.id,
            "severity": self.rule.severity.name(),
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "at": self.at(),
            "message": self.message.said(language),
            "advice": self.advice.said(language),
        })
    }

    /// What orders findings: the file from its start to its end, then the rules by name.
    pub(crate) fn order(&self) -> (u64, u64, &str, &Words) {
        (self.line, self.column, self.rule.id, &self.message)
    }
}

/// Findings of one file as they are gathered.
pub(crate) struct Findings<'a> {
    file: &'a str,
    found: Vec<Finding>,
}

impl<'a> Findings<'a> {
    pub(crate) const fn of(file: &'a str) -> Self {
        Self {
            file,
            found: Vec::new(),
        }
    }

    /// Notes something at a place.
    pub(crate) fn note(
        &mut self,
        rule: &'static Rule,
        at: &Place,
        message: impl Into<Words>,
        advice: impl Into<Words>,
    ) {
        self.found.push(Finding {
            rule,
            file: self.file.to_owned(),
            line: at.line,
            column: at.column,
            within: at.within.clone(),
            message: message.into(),
            advice: advice.into(),
        });
    }

    pub(crate) fn into_vec(mut self) -> Vec<Finding> {
        self.found
            .sort_by(|one, other| one.order().cmp(&other.order()));
        self.found.dedup();
        self.found
    }
}

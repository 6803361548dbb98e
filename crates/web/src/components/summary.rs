//! Answers to check, tasks to do.

use super::{Tag, Wording};

/// One line of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What is read.
    pub text: Wording,
    /// Where it leads, if it does.
    pub href: Option<String>,
}

/// What changes an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What is read; it may name the row.
    pub text: Wording,
    /// The address.
    pub href: String,
}

/// A question, its answer, and a way to change it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// The question.
    pub key: Wording,
    /// The answer, line by line.
    pub lines: Vec<Line>,
    /// What is to be known of the answer, such as where it came from; empty when there is nothing.
    pub note: Wording,
    /// The change link; its text is completed by the question for those who hear it.
    pub change: Option<Change>,
}

impl Row {
    /// A question and its answer; line breaks of the answer are kept.
    #[must_use]
    pub fn new(key: impl Into<Wording>, answer: &str) -> Self {
        let lines = answer.lines().map(|text| Line {
            text: text.into(),
            href: None,
        });
        Self {
            key: key.into(),
            lines: lines.collect(),
            note: Wording::default(),
            change: None,
        }
    }

    /// Adds a line that is a link: a piece.
    #[must_use]
    pub fn link(mut self, text: impl Into<Wording>, href: impl Into<String>) -> Self {
        self.lines.push(Line {
            text: text.into(),
            href: Some(href.into()),
        });
        self
    }

    /// Adds a line that leads nowhere.
    #[must_use]
    pub fn line(mut self, text: impl Into<Wording>) -> Self {
        self.lines.push(Line {
            text: text.into(),
            href: None,
        });
        self
    }

    /// Adds the change link.
    #[must_use]
    pub fn change(mut self, text: impl Into<Wording>, href: impl Into<String>) -> Self {
        self.change = Some(Change {
            text: text.into(),
            href: href.into(),
        });
        self
    }
}

/// A part of a form, to do or done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// What it is about.
    pub title: Wording,
    /// Where it is done; nothing while it cannot begin.
    pub href: Option<String>,
    /// More about it, or nothing.
    pub hint: String,
    /// Its state in words.
    pub status: Tag,
}

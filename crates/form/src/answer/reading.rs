//! Reading one field out of the entries, and writing it back.

use super::words::{length, one_line, several_lines};
use super::{At, Entries, EntryError, EntryErrorKind, Part};
use crate::definition::limits;
use crate::form::Field;

/// Reads the inputs of one field and gathers what is wrong with them.
pub(crate) struct Reader<'a> {
    field: &'a Field,
    at: At<'a>,
    entries: &'a Entries,
    errors: Vec<EntryError>,
}

impl<'a> Reader<'a> {
    /// Reads a field.
    pub(crate) const fn new(field: &'a Field, at: At<'a>, entries: &'a Entries) -> Self {
        Self {
            field,
            at,
            entries,
            errors: Vec::new(),
        }
    }

    /// Every value of an input, as posted.
    pub(crate) fn values(&self, part: Part) -> &'a [String] {
        self.entries
            .get(&self.at.name(&self.field.id, part))
            .map_or(&[], Vec::as_slice)
    }

    /// The one text of an input on one line; empty when there is none or when it is refused.
    pub(crate) fn line(&mut self, part: Part) -> String {
        self.bounded(part).map(one_line).unwrap_or_default()
    }

    /// The one text of an input on several lines.
    pub(crate) fn lines(&mut self, part: Part) -> String {
        self.bounded(part).map(several_lines).unwrap_or_default()
    }

    /// A line no longer than `max` letters, absent when empty.
    pub(crate) fn short(&mut self, part: Part, max: u32) -> Option<String> {
        let text = self.line(part);
        self.fits(part, &text, max);
        (!text.is_empty()).then_some(text)
    }

    /// A line that must be there.
    pub(crate) fn needed(&mut self, part: Part, max: u32) -> String {
        let clean_before = self.errors.len();
        let text = self.short(part, max);
        if text.is_none() && self.errors.len() == clean_before {
            self.refuse(part, EntryErrorKind::Required);
        }
        text.unwrap_or_default()
    }

    /// Checks the length of a text.
    pub(crate) fn fits(&mut self, part: Part, text: &str, max: u32) {
        let length = length(text);
        if length > max {
            self.refuse(part, EntryErrorKind::TooLong { max, length });
        }
    }

    /// Says whether every input of these parts is empty.
    pub(crate) fn is_blank(&self, parts: &[Part]) -> bool {
        parts.iter().all(|part| {
            self.values(*part)
                .iter()
                .all(|value| one_line_is_empty(value))
        })
    }

    /// Notes something to correct.
    pub(crate) fn refuse(&mut self, part: Part, kind: EntryErrorKind) {
        let error = self.field.error(self.at, part, kind);
        self.errors.push(error);
    }

    /// Says whether nothing is wrong so far.
    pub(crate) fn is_clean(&self) -> bool {
        self.errors.is_empty()
    }

    /// What is wrong.
    pub(crate) fn into_errors(self) -> Vec<EntryError> {
        self.errors
    }

    fn bounded(&mut self, part: Part) -> Option<&'a str> {
        let mut filled = self.values(part).iter().filter(|value| !value.is_empty());
        let text = filled.next()?;
        if filled.next().is_some_and(|other| other != text) {
            self.refuse(part, EntryErrorKind::SeveralValues);
            return None;
        }
        if text.len() > limits::INPUT {
            let max = self.field.kind.rules().max_letters();
            self.refuse(
                part,
                EntryErrorKind::TooLong {
                    max,
                    length: length(text),
                },
            );
            return None;
        }
        Some(text)
    }
}

fn one_line_is_empty(value: &str) -> bool {
    value.len() <= limits::INPUT && one_line(value).is_empty()
}

/// Writes the inputs of one field.
pub(crate) struct Writer<'a> {
    field: &'a Field,
    at: At<'a>,
    entries: Entries,
}

impl<'a> Writer<'a> {
    /// Writes a field.
    pub(crate) const fn new(field: &'a Field, at: At<'a>) -> Self {
        Self {
            field,
            at,
            entries: Entries::new(),
        }
    }

    /// Adds a value to an input.
    pub(crate) fn put(&mut self, part: Part, value: impl Into<String>) {
        self.entries
            .entry(self.at.name(&self.field.id, part))
            .or_default()
            .push(value.into());
    }

    /// Adds a value to an input, if there is one.
    pub(crate) fn put_some(&mut self, part: Part, value: Option<&String>) {
        if let Some(value) = value {
            self.put(part, value);
        }
    }

    /// What was written.
    pub(crate) fn into_entries(self) -> Entries {
        self.entries
    }
}

//! Reading one field out of its inputs, and writing it back.

use super::words::{length, one_line, several_lines};
use super::{Answer, At, Entries, EntryError, EntryErrorKind, Part, Surroundings};
use crate::definition::limits;
use crate::form::Field;

/// Reads the inputs of one field and gathers what is wrong with them.
pub(crate) struct Reader<'a> {
    field: &'a Field,
    at: At<'a>,
    inputs: Inputs<'a>,
    errors: Vec<EntryError>,
}

/// Where the inputs of a field are.
#[derive(Clone, Copy)]
enum Inputs<'a> {
    /// Among all that a page posted, by name.
    Posted(&'a Entries),
    /// On their own, as an answer was written.
    Written(&'a Writer),
}

impl<'a> Reader<'a> {
    /// Reads a field among what a page posted.
    pub(crate) const fn posted(field: &'a Field, at: At<'a>, entries: &'a Entries) -> Self {
        Self::new(field, at, Inputs::Posted(entries))
    }

    /// Reads a field again, as an answer to it was written.
    pub(crate) const fn written(field: &'a Field, at: At<'a>, written: &'a Writer) -> Self {
        Self::new(field, at, Inputs::Written(written))
    }

    const fn new(field: &'a Field, at: At<'a>, inputs: Inputs<'a>) -> Self {
        Self {
            field,
            at,
            inputs,
            errors: Vec::new(),
        }
    }

    /// The typed answer; `None` when the field is left empty and may be.
    ///
    /// # Errors
    /// What the person must correct.
    pub(crate) fn answer(
        mut self,
        surroundings: &Surroundings<'_>,
        is_mandatory: bool,
    ) -> Result<Option<Answer>, Vec<EntryError>> {
        let answer = self.field.kind.rules().read(&mut self, surroundings);
        if answer.is_none() && is_mandatory && self.is_clean() {
            self.refuse(Part::Whole, EntryErrorKind::Required);
        }
        if self.is_clean() {
            Ok(answer)
        } else {
            Err(self.errors)
        }
    }

    /// Every value of an input, as posted.
    pub(crate) fn values(&self, part: Part) -> &'a [String] {
        match self.inputs {
            Inputs::Posted(entries) => entries
                .get(&self.at.name(&self.field.id, part))
                .map_or(&[], Vec::as_slice),
            Inputs::Written(written) => written.values(part),
        }
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

/// The inputs of one field, as an answer to it is written.
#[derive(Default)]
pub(crate) struct Writer {
    parts: Vec<(Part, Vec<String>)>,
}

impl Writer {
    /// Writes an answer; nothing when it is not of the field's kind.
    pub(crate) fn of(field: &Field, answer: &Answer) -> Self {
        let mut writer = Self::default();
        field.kind.rules().write(answer, &mut writer);
        writer
    }

    /// Adds a value to an input.
    pub(crate) fn put(&mut self, part: Part, value: impl Into<String>) {
        let value = value.into();
        match self.parts.iter_mut().find(|(other, _)| *other == part) {
            Some((_, values)) => values.push(value),
            None => self.parts.push((part, vec![value])),
        }
    }

    /// Adds a value to an input, if there is one.
    pub(crate) fn put_some(&mut self, part: Part, value: Option<&String>) {
        if let Some(value) = value {
            self.put(part, value);
        }
    }

    /// Leaves an input out.
    pub(crate) fn forget(&mut self, part: Part) {
        self.parts.retain(|(other, _)| *other != part);
    }

    /// Says whether nothing was written.
    pub(crate) const fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Every value of an input.
    pub(crate) fn values(&self, part: Part) -> &[String] {
        let found = self.parts.iter().find(|(other, _)| *other == part);
        found.map_or(&[], |(_, values)| values)
    }

    /// The inputs under the names that a page gives them.
    pub(crate) fn named(self, field: &Field, at: At<'_>) -> Entries {
        let parts = self.parts.into_iter();
        parts
            .map(|(part, values)| (at.name(&field.id, part), values))
            .collect()
    }
}

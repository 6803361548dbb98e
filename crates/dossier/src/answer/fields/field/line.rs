//! Lines, areas, and the inputs of a question that has several.

use askama::Template;
use parvis_form::{At, Field, Part};
use parvis_web::{PageError, Wording};

use crate::answer::fields::{Page, controls};

impl Page<'_> {
    pub(super) fn line(
        &self,
        field: &Field,
        at: At<'_>,
        kind: &'static str,
        inputmode: &'static str,
        width: &'static str,
    ) -> Result<String, PageError> {
        self.line_with(field, at, (kind, inputmode, width), self.hint(field))
    }

    /// One line, with another help than the author's.
    pub(super) fn line_with(
        &self,
        field: &Field,
        at: At<'_>,
        shape: (&'static str, &'static str, &'static str),
        hint: Wording,
    ) -> Result<String, PageError> {
        self.line_of(field, at, shape, (hint, Wording::default()))
    }

    /// One line, and what is counted written after it.
    pub(super) fn measured(
        &self,
        field: &Field,
        at: At<'_>,
        shape: (&'static str, &'static str, &'static str),
        suffix: Wording,
    ) -> Result<String, PageError> {
        self.line_of(field, at, shape, (self.hint(field), suffix))
    }

    fn line_of(
        &self,
        field: &Field,
        at: At<'_>,
        (kind, inputmode, width): (&'static str, &'static str, &'static str),
        (hint, suffix): (Wording, Wording),
    ) -> Result<String, PageError> {
        let name = at.name(&field.id, Part::Whole);
        let line = self
            .typed_line(&name, self.label(field))
            .hint(hint)
            .kind(kind)
            .inputmode(inputmode)
            .autocomplete(self.autocomplete(field, Part::Whole))
            .width(width)
            .optional(field.is_always_optional())
            .suffix(suffix);
        Ok(line.render()?)
    }

    /// A line with what was typed in it and what must be corrected.
    pub(in crate::answer::fields) fn typed_line(
        &self,
        name: &str,
        label: impl Into<Wording>,
    ) -> controls::Line<'_> {
        controls::Line::new(self.visit, name, label)
            .value(self.value(name))
            .error(self.errors.of(name))
    }

    pub(super) fn area(&self, field: &Field, at: At<'_>, most: u32) -> Result<String, PageError> {
        let name = at.name(&field.id, Part::Whole);
        let area = controls::Area {
            visit: self.visit,
            label: self.label(field),
            value: self.value(&name),
            hint: self.hint(field),
            error: self.errors.of(&name),
            most: most as usize,
            optional: field.is_always_optional(),
            name,
        };
        Ok(area.render()?)
    }

    /// One input of a question that has several.
    pub(super) fn part(
        &self,
        field: &Field,
        at: At<'_>,
        part: Part,
        words: &str,
        shape: Shape,
    ) -> Result<String, PageError> {
        let name = at.name(&field.id, part);
        let line = self
            .typed_line(&name, self.visit.say(words))
            .inputmode(shape.inputmode)
            .autocomplete(self.autocomplete(field, part))
            .width(shape.width)
            .optional(shape.optional);
        Ok(line.render()?)
    }

    pub(super) fn group(
        &self,
        field: &Field,
        at: At<'_>,
        html: String,
    ) -> Result<String, PageError> {
        let group = controls::Group {
            visit: self.visit,
            name: format!("{}-group", at.name(&field.id, Part::Whole)),
            legend: self.label(field),
            hint: self.hint(field),
            optional: field.is_always_optional(),
            html,
        };
        Ok(group.render()?)
    }
}

/// How an input of several looks.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    pub(super) width: &'static str,
    pub(super) inputmode: &'static str,
    pub(super) optional: bool,
}

pub(super) const LONG: Shape = Shape {
    width: "",
    inputmode: "",
    optional: false,
};

//! Dates.

use askama::Template;
use parvis_form::{At, Field, Part};
use parvis_web::{PageError, Wording};

use crate::answer::fields::{Page, controls};

/// An input of a date: its name, its words, its width.
pub(super) type DateInput = (Part, &'static str, &'static str);

/// The inputs of a date.
const DATE: [DateInput; 3] = [
    (Part::Day, "field-part-day", "2"),
    (Part::Month, "field-part-month", "2"),
    (Part::Year, "field-part-year", "4"),
];
/// Those of a day and a time.
const DATE_TIME: [DateInput; 4] = [
    (Part::Day, "field-part-day", "2"),
    (Part::Month, "field-part-month", "2"),
    (Part::Year, "field-part-year", "4"),
    (Part::Time, "field-part-time", "5"),
];
/// Those of a birth.
pub(super) const BIRTH_DATE: [DateInput; 3] = [
    (Part::BirthDay, "field-part-birth-day", "2"),
    (Part::BirthMonth, "field-part-birth-month", "2"),
    (Part::BirthYear, "field-part-birth-year", "4"),
];

impl Page<'_> {
    pub(super) fn date(&self, field: &Field, at: At<'_>) -> Result<String, PageError> {
        let hint = self.hint_or(field, "fields-date-hint");
        let words = (self.label(field), hint, field.is_always_optional());
        self.date_parts(field, at, &DATE, words)
    }

    pub(super) fn date_time(&self, field: &Field, at: At<'_>) -> Result<String, PageError> {
        let hint = self.hint_or(field, "fields-date-time-hint");
        let words = (self.label(field), hint, field.is_always_optional());
        self.date_parts(field, at, &DATE_TIME, words)
    }

    pub(super) fn date_parts(
        &self,
        field: &Field,
        at: At<'_>,
        parts: &[DateInput],
        (legend, hint, optional): (Wording, Wording, bool),
    ) -> Result<String, PageError> {
        let names = parts.iter().map(|(part, _, _)| at.name(&field.id, *part));
        let mut errors = names.map(|name| self.errors.of(&name));
        let error = errors.find(|message| !message.is_empty());
        let inputs = parts.iter().map(|(part, words, width)| {
            let name = at.name(&field.id, *part);
            controls::DatePart {
                label: self.visit.say(words).to_owned(),
                value: self.value(&name),
                width,
                // A numeric keyboard has neither the colon nor the h of a time.
                inputmode: if *part == Part::Time { "" } else { "numeric" },
                autocomplete: self.autocomplete(field, *part),
                name,
            }
        });
        let whole = parts.first().map_or(Part::Whole, |(part, _, _)| *part);
        let date = controls::Date {
            visit: self.visit,
            name: format!("{}-group", at.name(&field.id, whole)),
            legend,
            hint,
            error: error.unwrap_or_default(),
            optional,
            parts: inputs.collect(),
        };
        Ok(date.render()?)
    }
}

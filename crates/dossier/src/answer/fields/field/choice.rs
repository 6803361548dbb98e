//! What is chosen among a few.

use askama::Template;
use parvis_form::kind::{ChoiceOption, OTHER};
use parvis_form::{At, Field, Part};
use parvis_web::{Choice, PageError};

use crate::answer::fields::{Page, controls};
use crate::said::worded;

impl Page<'_> {
    pub(super) fn choice(
        &self,
        field: &Field,
        at: At<'_>,
        (options, other): (&[ChoiceOption], bool),
        several: bool,
    ) -> Result<String, PageError> {
        let name = at.name(&field.id, Part::Whole);
        let chosen = self.entries.get(&name).map_or(&[][..], Vec::as_slice);
        let choices = options.iter().map(|option| {
            let hint = option.hint.as_ref().map(|hint| worded(self.visit, hint));
            Choice::new(&option.value, worded(self.visit, &option.label))
                .hint(hint.unwrap_or_default())
                .checked(chosen.contains(&option.value))
        });
        let mut choices: Vec<Choice> = choices.collect();
        if !other {
            return self.choosing(field, name, choices, several, false);
        }
        let checked = chosen.iter().any(|value| value == OTHER);
        let label = self.visit.say("field-other");
        choices.push(Choice::new(OTHER, label).checked(checked).revealing());
        self.choosing_or_other(field, at, choices, several)
    }

    fn choosing_or_other(
        &self,
        field: &Field,
        at: At<'_>,
        choices: Vec<Choice>,
        several: bool,
    ) -> Result<String, PageError> {
        let name = at.name(&field.id, Part::Whole);
        let other_name = at.name(&field.id, Part::Other);
        let choosing = controls::ChoosingOrOther {
            visit: self.visit,
            legend: self.label(field),
            hint: self.hint(field),
            error: self.errors.of(&name),
            choices,
            several,
            optional: field.is_always_optional(),
            other: self.value(&other_name),
            other_error: self.errors.of(&other_name),
            other_name,
            name,
        };
        Ok(choosing.render()?)
    }

    /// A list: nothing is chosen until the person does.
    pub(super) fn select(
        &self,
        field: &Field,
        at: At<'_>,
        options: &[ChoiceOption],
    ) -> Result<String, PageError> {
        let name = at.name(&field.id, Part::Whole);
        let value = self.value(&name);
        let choices = options.iter().map(|option| {
            Choice::new(&option.value, worded(self.visit, &option.label))
                .checked(option.value == value)
        });
        let select = controls::Selecting {
            visit: self.visit,
            label: self.label(field),
            hint: self.hint(field),
            error: self.errors.of(&name),
            choices: choices.collect(),
            empty: self.visit.say("fields-choose").to_owned(),
            optional: field.is_always_optional(),
            name,
        };
        Ok(select.render()?)
    }

    pub(super) fn yes_no(&self, field: &Field, at: At<'_>) -> Result<String, PageError> {
        let name = at.name(&field.id, Part::Whole);
        let value = self.value(&name);
        let choices = [("yes", "field-yes"), ("no", "field-no")];
        let choices = choices
            .map(|(code, words)| Choice::new(code, self.visit.say(words)).checked(value == code));
        self.choosing(field, name, choices.to_vec(), false, true)
    }

    pub(super) fn choosing(
        &self,
        field: &Field,
        name: String,
        choices: Vec<Choice>,
        several: bool,
        inline: bool,
    ) -> Result<String, PageError> {
        let choosing = controls::Choosing {
            visit: self.visit,
            legend: self.label(field),
            hint: self.hint(field),
            error: self.errors.of(&name),
            choices,
            several,
            inline,
            optional: field.is_always_optional(),
            name,
        };
        Ok(choosing.render()?)
    }
}

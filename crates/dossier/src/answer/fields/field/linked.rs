//! An option, then one of those that it leads to: the second is asked once the first is known.

use askama::Template;
use parvis_form::answer::{ASKED_INPUT, asked_next_input};
use parvis_form::kind::{ChoiceOption, Linked, LinkedOption};
use parvis_form::{At, Field, Part, Text};
use parvis_web::{Choice, PageError, Wording};

use crate::answer::fields::{Page, controls};
use crate::said::worded;

/// What radios show at most; beyond, a list that opens.
const RADIOS: usize = 7;

impl Page<'_> {
    pub(super) fn linked(
        &self,
        field: &Field,
        at: At<'_>,
        linked: &Linked,
    ) -> Result<String, PageError> {
        let name = at.name(&field.id, Part::Whole);
        let value = self.value(&name);
        let choices = linked.options.iter().map(|option| {
            let hint = option.hint.as_ref();
            self.option_choice(&option.value, &option.label, hint)
                .checked(option.value == value)
        });
        let choices: Vec<Choice> = choices.collect();
        let few = choices.len() <= RADIOS;
        let first = self.one_of_list(field, name, choices, few)?;
        match linked.option(&value) {
            Some(chosen) if !chosen.options.is_empty() => {
                Ok(first + &self.second(field, at, linked, chosen)?)
            }
            _ => Ok(first),
        }
    }

    fn second(
        &self,
        field: &Field,
        at: At<'_>,
        linked: &Linked,
        first: &LinkedOption,
    ) -> Result<String, PageError> {
        let name = at.name(&field.id, Part::Second);
        let value = self.value(&name);
        let asked = asked_next_input(at, &field.id, Part::Second, &first.value);
        let choices = first.options.iter().map(|option: &ChoiceOption| {
            let hint = option.hint.as_ref();
            self.option_choice(&option.value, &option.label, hint)
                .checked(option.value == value)
        });
        let choices: Vec<Choice> = choices.collect();
        let label = match &linked.second_label {
            Some(label) => worded(self.visit, label),
            None => self.visit.say("field-part-second").into(),
        };
        let chosen = worded(self.visit, &first.label);
        let label = label.then(Wording::quoting(&chosen, |chosen| format!("({chosen})")));
        let html = if choices.len() <= RADIOS {
            let choosing = controls::Choosing {
                visit: self.visit,
                legend: label,
                hint: Wording::default(),
                error: self.errors.of(&name),
                choices,
                several: false,
                inline: false,
                optional: false,
                name,
            };
            choosing.render()?
        } else {
            let selecting = controls::Selecting {
                visit: self.visit,
                label,
                hint: Wording::default(),
                error: self.errors.of(&name),
                choices,
                optional: false,
                empty: self.visit.say("fields-choose").to_owned(),
                name,
            };
            selecting.render()?
        };
        Ok(controls::hidden(ASKED_INPUT, &asked)? + &html)
    }

    fn option_choice(&self, value: &str, label: &Text, hint: Option<&Text>) -> Choice {
        let hint = hint.map(|hint| worded(self.visit, hint));
        Choice::new(value, worded(self.visit, label)).hint(hint.unwrap_or_default())
    }
}

//! What is chosen among options, in one level or two.

use serde_saphyr::{Location, Spanned};

use super::flag;
use crate::definition::{ElementSource, OptionSource, is_name, limits};
use crate::expression::Type;
use crate::form::compile::Compiler;
use crate::kind::{Choice, ChoiceOption, Choices, Kind, Linked, LinkedOption, OTHER};

/// The values that conditions see.
pub(super) fn values(source: &ElementSource) -> Vec<String> {
    let mut values = values_of(source.options.as_ref());
    if flag(source.other.as_ref(), false) {
        values.push(OTHER.to_owned());
    }
    values
}

/// The type that conditions see of a choice in two levels.
pub(super) fn linked_type(source: &ElementSource) -> Type {
    let options = source.options.iter().flat_map(|options| &options.value);
    let mut second: Vec<String> = options
        .flat_map(|option| values_of(option.options.as_ref()))
        .collect();
    second.sort_unstable();
    second.dedup();
    Type::Linked {
        first: values_of(source.options.as_ref()),
        second,
    }
}

fn values_of(options: Option<&Spanned<Vec<OptionSource>>>) -> Vec<String> {
    let options = options.iter().flat_map(|options| &options.value);
    options.map(|option| option.value.value.clone()).collect()
}

impl Compiler<'_> {
    pub(super) fn choice(&mut self, owner: Location, source: &ElementSource) -> Kind {
        Kind::Choice(Choice {
            options: self.options_and_other(owner, source),
            other: flag(source.other.as_ref(), false),
        })
    }

    pub(super) fn choices(&mut self, owner: Location, source: &ElementSource) -> Kind {
        Kind::Choices(Choices {
            options: self.options_and_other(owner, source),
            other: flag(source.other.as_ref(), false),
        })
    }

    pub(super) fn linked(&mut self, owner: Location, source: &ElementSource) -> Kind {
        let options = self.given_options(owner, source);
        self.check_options(options, 2);
        let listed = options.iter().flat_map(|options| &options.value);
        let second_label = source.second_label.as_ref();
        Kind::Linked(Linked {
            options: listed
                .take(limits::OPTIONS)
                .map(|option| self.linked_option(option))
                .collect(),
            second_label: second_label.map(|label| self.words(label, limits::SHORT_WORDS)),
        })
    }

    fn linked_option(&mut self, source: &OptionSource) -> LinkedOption {
        self.check_options(source.options.as_ref(), 1);
        let options = source.options.iter().flat_map(|options| &options.value);
        LinkedOption {
            value: source.value.value.clone(),
            label: self.words(&source.label, limits::SHORT_WORDS),
            hint: self.some_words(source.hint.as_ref()),
            options: options
                .take(limits::OPTIONS)
                .map(|option| self.option(option))
                .collect(),
        }
    }

    /// The options of one level, and room for something else.
    pub(super) fn options_and_other(
        &mut self,
        owner: Location,
        source: &ElementSource,
    ) -> Vec<ChoiceOption> {
        let options = self.given_options(owner, source);
        let other = flag(source.other.as_ref(), false);
        self.check_options(options, if other { 1 } else { 2 });
        let listed: Vec<&OptionSource> = options
            .iter()
            .flat_map(|options| &options.value)
            .take(limits::OPTIONS)
            .collect();
        let taken = listed.iter().find(|option| option.value.value == OTHER);
        if let Some(option) = taken.filter(|_| other) {
            self.problems.note_expecting(
                option.value.referenced,
                "`other` is what `other: true` adds",
                "another value, or no `other: true`",
            );
        }
        listed
            .into_iter()
            .map(|option| self.option(option))
            .collect()
    }

    fn given_options<'s>(
        &mut self,
        owner: Location,
        source: &'s ElementSource,
    ) -> Option<&'s Spanned<Vec<OptionSource>>> {
        if source.options.is_none() {
            self.problems.note_expecting(
                owner,
                "`options` is missing",
                "`options: [{value: ..., label: ...}, ...]`",
            );
        }
        source.options.as_ref()
    }

    fn check_options(&mut self, options: Option<&Spanned<Vec<OptionSource>>>, least: usize) {
        let Some(options) = options else {
            return;
        };
        if !(least..=limits::OPTIONS).contains(&options.value.len()) {
            let expected = format!("{least} to {} options", limits::OPTIONS);
            self.problems.note_expecting(
                options.referenced,
                "the options are too few or too many",
                expected,
            );
        }
        let mut known: Vec<&str> = Vec::new();
        for option in options.value.iter().take(limits::OPTIONS) {
            let value = &option.value;
            if !is_name(&value.value) {
                let message = format!("`{}` is not the value of an option", value.value);
                self.problems.note_expecting(
                    value.referenced,
                    message,
                    "a name such as `full_copy`",
                );
            }
            if known.contains(&value.value.as_str()) {
                self.problems.note(
                    value.referenced,
                    format!("two options have the value `{}`", value.value),
                );
            }
            known.push(&value.value);
        }
    }

    fn option(&mut self, source: &OptionSource) -> ChoiceOption {
        if let Some(options) = &source.options {
            self.problems.note_expecting(
                options.referenced,
                "this option leads to no other",
                "`kind: linked`, of two levels at most",
            );
        }
        ChoiceOption {
            value: source.value.value.clone(),
            label: self.words(&source.label, limits::SHORT_WORDS),
            hint: self.some_words(source.hint.as_ref()),
        }
    }
}

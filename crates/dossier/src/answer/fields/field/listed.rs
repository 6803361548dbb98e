//! Something of a list: shown whole when it is short, looked for by its words when it is long.

use askama::Template;
use parvis_form::kind::Table;
use parvis_form::{At, Field, Kind, Listed, OfficialList, Part, Text};
use parvis_kernel::Language;
use parvis_territory::fold;
use parvis_web::{Choice, PageError, Wording};

use crate::answer::fields::place::input_of;
use crate::answer::fields::posted::KEPT;
use crate::answer::fields::{Page, controls};
use crate::said::{named, worded};

/// What radios show at most; beyond, a list that opens.
const RADIOS: usize = 7;

impl Page<'_> {
    pub(super) fn table(
        &self,
        field: &Field,
        at: At<'_>,
        table: &Table,
    ) -> Result<String, PageError> {
        if !table.is_searched() {
            return self.whole_list(field, at, table.listed().collect());
        }
        let code = self.value(&at.name(&field.id, Part::Code));
        self.searched_list(field, at, table.row(&code))
    }

    pub(super) fn official(
        &self,
        field: &Field,
        at: At<'_>,
        list: OfficialList,
    ) -> Result<String, PageError> {
        let lists = self.desk.lists();
        if !list.is_searched() {
            let mut all = lists.all(list);
            if list == OfficialList::Countries {
                let language = self.visit.language;
                all.sort_by_cached_key(|one| fold(one.label.in_language(language)));
            }
            if list == OfficialList::Departements {
                all.iter_mut().for_each(with_code);
            }
            return self.whole_list(field, at, all);
        }
        let code = self.value(&at.name(&field.id, Part::Code));
        self.searched_list(field, at, lists.by_code(list, &code))
    }

    /// A list that is shown whole.
    pub(super) fn whole_list(
        &self,
        field: &Field,
        at: At<'_>,
        listed: Vec<Listed>,
    ) -> Result<String, PageError> {
        let name = at.name(&field.id, Part::Whole);
        let value = self.value(&name);
        let few = listed.len() <= RADIOS;
        let choices = listed.iter().map(|one| {
            let chosen = one.value == value;
            self.listed_choice(field, one).checked(chosen)
        });
        self.one_of_list(field, name, choices.collect(), few)
    }

    pub(super) fn one_of_list(
        &self,
        field: &Field,
        name: String,
        choices: Vec<Choice>,
        few: bool,
    ) -> Result<String, PageError> {
        if few {
            return self.choosing(field, name, choices, false, false);
        }
        let selecting = controls::Selecting {
            visit: self.visit,
            label: self.label(field),
            hint: self.hint(field),
            error: self.errors.of(&name),
            choices,
            optional: field.is_always_optional(),
            empty: self.visit.say("fields-choose").to_owned(),
            name,
        };
        Ok(selecting.render()?)
    }

    /// A list that is looked into: a text, then what it designates. `chosen` is what the posted code identifies.
    pub(super) fn searched_list(
        &self,
        field: &Field,
        at: At<'_>,
        chosen: Option<Listed>,
    ) -> Result<String, PageError> {
        let name = at.name(&field.id, Part::Whole);
        let code_name = at.name(&field.id, Part::Code);
        let candidates = self.listed_candidates(&code_name);
        if !candidates.is_empty() {
            return self.choose_listed(field, &name, code_name, &candidates);
        }
        let mut value = self.value(&name);
        let mut html = String::new();
        if let Some(chosen) = chosen {
            if value.is_empty() {
                let language = match field.kind {
                    Kind::Table(_) => self.visit.reading,
                    _ => self.visit.language.into(),
                };
                value = chosen.label.in_language(language).to_owned();
            }
            html = controls::hidden(&format!("{code_name}{KEPT}"), &chosen.value)?;
        }
        let mut hint = self.hint(field);
        if hint.is_empty() {
            hint = self.visit.say("fields-search-hint").into();
        }
        Ok(html
            + &self.search_line(
                &name,
                self.label(field),
                value,
                hint,
                field.is_always_optional(),
            )?)
    }

    fn listed_candidates(&self, code_name: &str) -> Vec<Listed> {
        let errors = self.questions.errors.iter();
        let found = errors
            .filter(|error| !error.listed().is_empty())
            .find(|error| input_of(error) == code_name);
        found.map_or_else(Vec::new, |error| error.listed().to_vec())
    }

    fn choose_listed(
        &self,
        field: &Field,
        name: &str,
        code_name: String,
        candidates: &[Listed],
    ) -> Result<String, PageError> {
        let typed = self.value(name);
        let code = self.value(&code_name);
        let choices = candidates.iter().map(|one| {
            let chosen = one.value == code;
            self.listed_choice(field, one).checked(chosen)
        });
        let radios = controls::Choosing {
            visit: self.visit,
            legend: self.label(field),
            hint: self.hint(field),
            error: self.errors.of(&code_name),
            choices: choices.collect(),
            several: false,
            inline: false,
            optional: field.is_always_optional(),
            name: code_name,
        };
        let typed = [("typed", typed.as_str())];
        let hint = self.visit.say_with("fields-other-search-hint", &typed);
        let label = self.visit.say("fields-other-search").into();
        let other = self.search_line(name, label, String::new(), hint.into(), false)?;
        Ok(radios.render()? + &other)
    }

    fn search_line(
        &self,
        name: &str,
        label: Wording,
        value: String,
        hint: Wording,
        optional: bool,
    ) -> Result<String, PageError> {
        let line = self
            .typed_line(name, label)
            .value(value)
            .hint(hint)
            .autocomplete("off")
            .optional(optional);
        Ok(line.render()?)
    }

    fn listed_choice(&self, field: &Field, listed: &Listed) -> Choice {
        let label = match field.kind {
            Kind::Table(_) => worded(self.visit, &listed.label),
            _ => named(self.visit, &listed.label),
        };
        let choice = Choice::new(&listed.value, label);
        match &listed.hint {
            Some(hint) => choice.hint(hint.clone()),
            None => choice,
        }
    }
}

/// A département is known by its number as much as by its name.
fn with_code(listed: &mut Listed) {
    let name = listed.label.in_language(Language::French);
    listed.label = Text::french(format!("{} – {name}", listed.value));
}

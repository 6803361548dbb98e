//! A commune or a town abroad, alone or inside an address or an identity.

use askama::Template;
use parvis_form::{At, EntryError, Field, Part, Place, PlaceScope};
use parvis_web::{Choice, PageError, Wording};

use super::posted::KEPT;
use super::{Page, controls};

/// The inputs of a place.
pub(super) struct PlaceParts {
    pub(super) text: Part,
    pub(super) code: Part,
    pub(super) town: Part,
    pub(super) country: Part,
}

/// Of a field that is a place.
pub(super) const PLACE: PlaceParts = PlaceParts {
    text: Part::Whole,
    code: Part::Code,
    town: Part::Town,
    country: Part::Country,
};
/// Of the birth of somebody.
pub(super) const BIRTH: PlaceParts = PlaceParts {
    text: Part::BirthPlace,
    code: Part::BirthPlaceCode,
    town: Part::BirthTown,
    country: Part::BirthCountry,
};
/// Of an address: never abroad.
pub(super) const OF_ADDRESS: PlaceParts = PlaceParts {
    text: Part::Commune,
    code: Part::CommuneCode,
    town: Part::CommuneCode,
    country: Part::CommuneCode,
};

/// How the commune is asked for.
pub(super) struct Asking {
    pub(super) label: Wording,
    pub(super) hint: Wording,
    pub(super) optional: bool,
    pub(super) scope: PlaceScope,
    pub(super) autocomplete: String,
}

/// The input to which an error leads: what there is to choose among, when there is.
pub(super) fn input_of(error: &EntryError) -> String {
    let name = error.input_name();
    if error.candidates().is_empty() && error.listed().is_empty() {
        name
    } else {
        format!("{name}-code")
    }
}

impl Page<'_> {
    /// The commune: a text to complete, or the communes among which to choose.
    pub(super) fn commune(
        &self,
        field: &Field,
        at: At<'_>,
        parts: &PlaceParts,
        asking: Asking,
    ) -> Result<String, PageError> {
        let text_name = at.name(&field.id, parts.text);
        let code_name = at.name(&field.id, parts.code);
        let candidates = self.candidates(&code_name);
        if !candidates.is_empty() {
            return self.choose(&text_name, &code_name, candidates, asking);
        }
        let code = self.value(&code_name);
        let mut value = self.value(&text_name);
        let known = self.desk.places().by_code(&code, asking.scope);
        let mut html = String::new();
        if let Some(place) = known.filter(|_| !code.is_empty()) {
            if value.is_empty() {
                value = place.name;
            }
            html = controls::hidden(&format!("{code_name}{KEPT}"), &code)?;
        }
        let line = self
            .typed_line(&text_name, asking.label)
            .value(value)
            .hint(asking.hint)
            .autocomplete(asking.autocomplete)
            .optional(asking.optional);
        Ok(html + &line.render()?)
    }

    fn candidates(&self, code_name: &str) -> Vec<Place> {
        let errors = self.questions.errors.iter();
        let found = errors
            .filter(|error| !error.candidates().is_empty())
            .find(|error| input_of(error) == code_name);
        found.map_or_else(Vec::new, |error| error.candidates().to_vec())
    }

    fn choose(
        &self,
        text_name: &str,
        code_name: &str,
        candidates: Vec<Place>,
        asking: Asking,
    ) -> Result<String, PageError> {
        let typed = self.value(text_name);
        let code = self.value(code_name);
        let choices = candidates.into_iter().map(|place| {
            let chosen = place.code == code;
            Choice::new(place.code.clone(), self.place_in_words(&place))
                .hint(self.place_hint(&place))
                .checked(chosen)
        });
        let radios = controls::Choosing {
            visit: self.visit,
            name: code_name.to_owned(),
            legend: asking.label,
            hint: Wording::default(),
            error: self.errors.of(code_name),
            choices: choices.collect(),
            several: false,
            inline: false,
            optional: asking.optional,
        };
        let typed = [("typed", typed.as_str())];
        let label = self.visit.say("fields-other-commune");
        let hint = self.visit.say_with("fields-other-commune-hint", &typed);
        let other = controls::Line::new(self.visit, text_name, label).hint(hint);
        Ok(radios.render()? + &other.render()?)
    }

    fn place_in_words(&self, place: &Place) -> String {
        format!("{} ({})", place.name, place.departement)
    }

    fn place_hint(&self, place: &Place) -> String {
        match &place.now_in {
            Some(now) => self.visit.say_with("fields-now-in", &[("commune", now)]),
            None => place.postcodes.join(", "),
        }
    }

    /// A town abroad: asked under a line that opens.
    pub(super) fn abroad(
        &self,
        field: &Field,
        at: At<'_>,
        parts: &PlaceParts,
    ) -> Result<String, PageError> {
        let town_name = at.name(&field.id, parts.town);
        let country_name = at.name(&field.id, parts.country);
        let (town, country) = (self.value(&town_name), self.value(&country_name));
        let (town_error, country_error) =
            (self.errors.of(&town_name), self.errors.of(&country_name));
        let is_filled = !town.is_empty() || !country.is_empty();
        let open = is_filled || !town_error.is_empty() || !country_error.is_empty();
        let countries = self.desk.places().countries().into_iter();
        let choices = countries.map(|found| {
            let chosen = found.code == country;
            Choice::new(found.code, found.name).checked(chosen)
        });
        let (town_label, country_label) = if parts.town == Part::BirthTown {
            (
                self.visit.say("field-part-birth-town"),
                self.visit.say("field-part-birth-country"),
            )
        } else {
            (
                self.visit.say("field-part-town"),
                self.visit.say("field-part-country"),
            )
        };
        let line = controls::Line::new(self.visit, town_name, town_label)
            .value(town)
            .error(town_error)
            .width("20");
        let select = controls::Selecting {
            visit: self.visit,
            name: country_name,
            label: country_label.into(),
            hint: Wording::default(),
            error: country_error,
            choices: choices.collect(),
            optional: false,
            empty: self.visit.say("fields-choose-country").to_owned(),
        };
        let html = line.render()? + &select.render()?;
        let abroad = controls::Opening {
            words: self.visit.say("fields-abroad"),
            open,
            html,
        };
        Ok(abroad.render()?)
    }
}

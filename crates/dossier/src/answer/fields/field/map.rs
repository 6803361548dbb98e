//! A place on the ground: an address, coordinates, or the map that writes them.

use askama::Template;
use parvis_form::kind::{Map, Shape};
use parvis_form::{At, Field, Part};
use parvis_web::{Choice, PageError, Wording};

use crate::answer::fields::{Page, controls};
use crate::drawn;

impl Page<'_> {
    pub(super) fn map(&self, field: &Field, at: At<'_>, map: &Map) -> Result<String, PageError> {
        let by_address = self.address_parts(field, at)?;
        let by_map = drawn::asked(self.visit, field, at, map)?;
        let mut html = self.shapes(field, at, map)?;
        html.push_str(&self.coordinates(field, at, map)?);
        let typed = [Part::Coordinates, Part::Shape].map(|part| at.name(&field.id, part));
        let is_open = typed
            .iter()
            .any(|name| !self.value(name).is_empty() || !self.errors.of(name).is_empty());
        let by_coordinates = controls::Opening {
            words: self.visit.say("fields-by-coordinates"),
            open: is_open || !map.shapes.contains(&Shape::Point),
            html,
        };
        let group = controls::Group {
            visit: self.visit,
            name: format!("{}-group", at.name(&field.id, Part::Whole)),
            legend: self.label(field),
            hint: self.hint_or(field, "fields-map-hint"),
            optional: field.is_always_optional(),
            html: by_address + &by_map + &by_coordinates.render()?,
        };
        Ok(group.render()?)
    }

    /// What is drawn, when it may be several things.
    fn shapes(&self, field: &Field, at: At<'_>, map: &Map) -> Result<String, PageError> {
        if map.shapes.len() < 2 {
            return Ok(String::new());
        }
        let name = at.name(&field.id, Part::Shape);
        let value = self.value(&name);
        let choices = map.shapes.iter().map(|shape| {
            let words = match shape {
                Shape::Point => "fields-shape-point",
                Shape::Line => "fields-shape-line",
                Shape::Area => "fields-shape-area",
            };
            Choice::new(shape.term(), self.visit.say(words)).checked(value == shape.term())
        });
        let choosing = controls::Choosing {
            visit: self.visit,
            legend: self.visit.say("field-part-shape").into(),
            hint: Wording::default(),
            error: self.errors.of(&name),
            choices: choices.collect(),
            several: false,
            inline: false,
            optional: false,
            name,
        };
        Ok(choosing.render()?)
    }

    fn coordinates(&self, field: &Field, at: At<'_>, map: &Map) -> Result<String, PageError> {
        let name = at.name(&field.id, Part::Coordinates);
        let label: Wording = self.visit.say("field-part-coordinates").into();
        let (value, error) = (self.value(&name), self.errors.of(&name));
        if map.shapes == [Shape::Point] {
            let line = self
                .typed_line(&name, label)
                .hint(self.visit.say("fields-point-hint"))
                .autocomplete("off")
                .width("20");
            return Ok(line.render()?);
        }
        let area = controls::Area {
            visit: self.visit,
            label,
            value,
            hint: self.visit.say("fields-points-hint").into(),
            error,
            most: 0,
            optional: false,
            name,
        };
        Ok(area.render()?)
    }
}

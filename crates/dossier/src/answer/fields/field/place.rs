//! Addresses and communes.

use parvis_form::{At, Field, Part, PlaceScope};
use parvis_web::{PageError, Wording};

use super::line::{LONG, Shape};
use crate::answer::fields::Page;
use crate::answer::fields::place::{Asking, OF_ADDRESS, PLACE};

impl Page<'_> {
    pub(super) fn address(&self, field: &Field, at: At<'_>) -> Result<String, PageError> {
        let html = self.address_parts(field, at)?;
        self.group(field, at, html)
    }

    /// The inputs of an address, without what holds them together.
    pub(super) fn address_parts(&self, field: &Field, at: At<'_>) -> Result<String, PageError> {
        let optional = true;
        let mut html = String::new();
        for (part, words, shape) in [
            (
                Part::Number,
                "field-part-number",
                Shape {
                    width: "5",
                    optional,
                    ..LONG
                },
            ),
            (Part::Street, "field-part-street", LONG),
            (
                Part::Complement,
                "field-part-complement",
                Shape { optional, ..LONG },
            ),
            (
                Part::Postcode,
                "field-part-postcode",
                Shape {
                    width: "5",
                    inputmode: "numeric",
                    optional: false,
                },
            ),
        ] {
            html.push_str(&self.part(field, at, part, words, shape)?);
        }
        let asking = Asking {
            label: self.visit.say("field-part-commune").into(),
            hint: Wording::default(),
            optional: false,
            scope: PlaceScope::Current,
            autocomplete: self.autocomplete(field, Part::Commune),
        };
        html.push_str(&self.commune(field, at, &OF_ADDRESS, asking)?);
        Ok(html)
    }

    pub(super) fn place(
        &self,
        field: &Field,
        at: At<'_>,
        scope: PlaceScope,
        abroad: bool,
    ) -> Result<String, PageError> {
        let asking = |label, hint, optional| Asking {
            label,
            hint,
            optional,
            scope,
            autocomplete: String::new(),
        };
        if !abroad {
            let asking = asking(
                self.label(field),
                self.hint(field),
                field.is_always_optional(),
            );
            return self.commune(field, at, &PLACE, asking);
        }
        let label = Wording::from(self.visit.say("field-part-commune"));
        let asking = asking(label, Wording::default(), false);
        let html = self.commune(field, at, &PLACE, asking)? + &self.abroad(field, at, &PLACE)?;
        self.group(field, at, html)
    }
}

//! Who somebody is.

use parvis_form::kind::{Asked, Identity};
use parvis_form::{At, Field, Part, PlaceScope};
use parvis_web::{PageError, Wording};

use super::date::BIRTH_DATE;
use super::line::{LONG, Shape};
use crate::answer::fields::Page;
use crate::answer::fields::place::{Asking, BIRTH};

impl Page<'_> {
    pub(super) fn identity(
        &self,
        field: &Field,
        at: At<'_>,
        identity: &Identity,
    ) -> Result<String, PageError> {
        let may = |asked| asked == Asked::Optional && !field.is_always_optional();
        let mut html = self.part(field, at, Part::FamilyName, "field-part-family-name", LONG)?;
        if identity.used_name {
            let shape = Shape {
                optional: true,
                ..LONG
            };
            html.push_str(&self.part(field, at, Part::UsedName, "field-part-used-name", shape)?);
        }
        html.push_str(&self.part(field, at, Part::FirstNames, "field-part-first-names", LONG)?);
        if identity.birth_date != Asked::No {
            let legend = self.visit.say("field-part-birth-date").into();
            let hint = self.visit.say("fields-date-hint").into();
            let words = (legend, hint, may(identity.birth_date));
            html.push_str(&self.date_parts(field, at, &BIRTH_DATE, words)?);
        }
        if identity.birth_place != Asked::No {
            let asking = Asking {
                label: self.visit.say("field-part-birth-place").into(),
                hint: Wording::default(),
                optional: may(identity.birth_place),
                scope: PlaceScope::CurrentAndFormer,
                autocomplete: String::new(),
            };
            html.push_str(&self.commune(field, at, &BIRTH, asking)?);
            html.push_str(&self.abroad(field, at, &BIRTH)?);
        }
        self.group(field, at, html)
    }
}
